"""The kinds of edits by which re-anchoring is tried, one small function each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from tools import anchor_corrections as corrected
from tools import anchor_edits as edit
from tools.anchor_cases import Case, Quote, a_sentence, anywhere, around, some_words, target
from tools.anchor_edits import Text, Traced
from tools.anchor_texts import sentence

BOILERPLATE = "The figures given here are those of the Harbour Council and were not checked by anybody else."
Kind = Callable[[list[str], Random], Case]


def word_changed(texts: list[str], random: Random) -> Case:
    new, block, start, end, quotes = target(texts, random)
    new[block] = edit.word_changed(new[block], start, end, random)
    return Case(texts, new, quotes)


def noise(share: float) -> Kind:
    def kind(texts: list[str], random: Random) -> Case:
        new = [edit.noisy(block, share, random) for block in edit.traced(texts)]
        return Case(texts, new, anywhere(texts, 12, random))

    return kind


def sentence_deleted(texts: list[str], random: Random) -> Case:
    new, block, start, end, quotes = target(texts, random)
    new[block] = edit.without(new[block], start, end)
    return Case(texts, _full(new), quotes)


def twin_added(texts: list[str], random: Random) -> Case:
    """The sentence stays and a near twin appears, often beside it."""
    new, block, start, end, quotes = target(texts, random)
    other, at = _spot(texts, block, random)
    new[other] = edit.with_inserted(new[other], at, edit.twin(texts[block][start:end], random))
    return Case(texts, new, quotes)


def deleted_twin_added(texts: list[str], random: Random) -> Case:
    """The sentence goes and a near twin appears elsewhere."""
    new, block, start, end, quotes = target(texts, random)
    other, at = _spot(texts, block, random)
    inserted = edit.with_inserted(new[other], at, edit.twin(texts[block][start:end], random))
    if _beside(texts, (block, start, end), other, at):
        return sentence_deleted(texts, random)  # a twin at the very place is a changed word
    if other == block:
        shift = 0 if at > start else len(inserted) - len(new[block])
        new[block] = edit.without(inserted, start + shift, end + shift)
    else:
        new[other], new[block] = inserted, edit.without(new[block], start, end)
    return Case(texts, _full(new), quotes)


def deleted_twin_kept(texts: list[str], random: Random) -> Case:
    """Both stood in the old text, and only the near twin stays."""
    old, (block, start, end), _ = _with_twin(texts, random)
    quotes = around(old, block, start, end, random)
    new = edit.traced(old)
    new[block] = edit.without(new[block], start, end)
    return Case(old, _full(new), quotes)


def paragraph_moved(texts: list[str], random: Random) -> Case:
    new, block, _, _, quotes = target(texts, random)
    return Case(texts, edit.moved(new, block, random), quotes)


def paragraph_moved_and_edited(texts: list[str], random: Random) -> Case:
    new, block, start, end, quotes = target(texts, random)
    new[block] = edit.word_changed(new[block], start, end, random)
    return Case(texts, edit.moved(new, block, random), [q for q in quotes if q.end - q.start < len(texts[block])])


def paragraph_split(texts: list[str], random: Random) -> Case:
    new, block, _, _, quotes = target(texts, random)
    return Case(texts, edit.split(new, block, random), quotes)


def paragraphs_merged(texts: list[str], random: Random) -> Case:
    new, block, _, _, quotes = target(texts, random)
    return Case(texts, edit.merged(new, block), quotes)


def boilerplate_sentence(texts: list[str], random: Random) -> Case:
    """The same sentence in many paragraphs; it is deleted in some of them, and others change beside it."""
    old, spots = list(texts), []
    for block in random.sample(range(len(texts)), min(6, len(texts))):
        at = random.choice([0, *(end for _, end in edit.sentences(old[block]))])
        old[block] = edit.with_inserted(Traced.new(old[block]), _after(old[block], at), BOILERPLATE).text
        spots.append(block)
    new, quotes = edit.traced(old), []
    for block in spots:
        start = old[block].index(BOILERPLATE)
        quotes += around(old, block, start, start + len(BOILERPLATE), random)[:3]
        fate = random.random()
        if fate < 0.4:
            new[block] = edit.without(new[block], start, start + len(BOILERPLATE))
        elif fate < 0.8:
            new[block] = edit.noisy(new[block], 0.03, random)
    return Case(old, _full(new), quotes)


def boilerplate_paragraph(texts: list[str], random: Random) -> Case:
    """The same paragraph in many places; some go, and some of their neighbours change."""
    spots = sorted(random.sample(range(len(texts)), min(5, len(texts))))
    old: list[str] = []
    for index, text in enumerate(texts):
        old += [BOILERPLATE, text] if index in spots else [text]
    places = [i for i, text in enumerate(old) if text == BOILERPLATE]
    new, quotes = edit.traced(old), []
    for place in places:
        quotes += [Quote(place, 0, len(BOILERPLATE)), some_words(old, place, 0, len(BOILERPLATE), random)]
        if random.random() < 0.5:
            new[place + 1] = edit.noisy(new[place + 1], 0.05, random)
    gone = set(random.sample(places, random.randint(1, len(places) - 1)))
    return Case(old, [block for i, block in enumerate(new) if i not in gone], quotes)


def twin_paragraph(texts: list[str], random: Random) -> Case:
    """A paragraph goes, and one that is like it but for two words stays elsewhere."""
    block = random.randrange(len(texts))
    like = edit.twin(edit.twin(texts[block], random), random)
    at = random.choice(list(range(len(texts) + 1)))
    old = [*texts[:at], like, *texts[at:]]
    block += at <= block
    new = edit.traced(old)
    quotes = [
        Quote(block, 0, len(old[block])),
        some_words(old, block, *random.choice(edit.sentences(old[block])), random),
    ]
    quotes += [Quote(at, 0, len(like)), some_words(old, at, *random.choice(edit.sentences(like)), random)]
    return Case(old, new[:block] + new[block + 1 :], quotes)


def list_shortened(texts: list[str], random: Random) -> Case:
    """Items of a list that are near twins of each other; one goes."""
    first = sentence(random)
    items = [first]
    while len(items) < 6:
        items.append(edit.twin(first, random))
    at = random.randrange(len(texts))
    old = [*texts[:at], *items, *texts[at:]]
    gone = at + random.randrange(len(items))
    new = edit.traced(old)
    quotes = [Quote(i, 0, len(old[i])) for i in range(at, at + len(items))]
    quotes += [some_words(old, i, 0, len(old[i]), random) for i in range(at, at + len(items))]
    return Case(old, new[:gone] + new[gone + 1 :], quotes)


def with_noise(kind: Kind, share: float) -> Kind:
    """Another kind of edit in a text that was noisily read at the same time."""

    def both(texts: list[str], random: Random) -> Case:
        case = kind(texts, random)
        return Case(case.old, [edit.noisy(block, share, random) for block in case.new], case.quotes)

    return both


def _with_twin(texts: list[str], random: Random) -> tuple[list[str], tuple[int, int, int], str]:
    """The text with a near twin of one sentence put in, and where that sentence now stands."""
    block, start, end = a_sentence(texts, random)
    like = edit.twin(texts[block][start:end], random)
    other, at = _spot(texts, block, random)
    old = list(texts)
    old[other] = edit.with_inserted(Traced.new(texts[other]), at, like).text
    shift = len(like) + 1 if other == block and at <= start else 0
    return old, (block, start + shift, end + shift), like


def _spot(texts: Sequence[str], block: int, random: Random) -> tuple[int, int]:
    """Where a sentence can be put in: in the same paragraph, the next one, or anywhere."""
    near = [block, block, min(block + 1, len(texts) - 1), random.randrange(len(texts))]
    other = random.choice(near)
    return other, random.choice([*(start for start, _ in edit.sentences(texts[other])), len(texts[other])])


def _beside(texts: Sequence[str], sentence: tuple[int, int, int], block: int, at: int) -> bool:
    """Whether nothing stands between a sentence and a place."""
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    whole = "\n".join(texts)
    start, end, place = starts[sentence[0]] + sentence[1], starts[sentence[0]] + sentence[2], starts[block] + at
    return not whole[min(place, start) : start].strip() and not whole[end : max(place, end)].strip()


def _after(text: str, end: int) -> int:
    """The place where the next sentence begins."""
    return end + (text[end : end + 1] == " ") if end else 0


def _full(text: Text) -> Text:
    return [block for block in text if len(block)]


KINDS: dict[str, Kind] = {
    "a word changed": word_changed,
    "2 % of the characters": noise(0.02),
    "5 % of the characters": noise(0.05),
    "10 % of the characters": noise(0.1),
    "sentence deleted": sentence_deleted,
    "near twin added, original kept": twin_added,
    "original deleted, near twin kept": deleted_twin_kept,
    "original deleted, near twin added": deleted_twin_added,
    "paragraph moved": paragraph_moved,
    "paragraph moved and edited": paragraph_moved_and_edited,
    "paragraph split": paragraph_split,
    "paragraphs merged": paragraphs_merged,
    "boilerplate sentence, some deleted": boilerplate_sentence,
    "boilerplate paragraph, some deleted": boilerplate_paragraph,
    "paragraph deleted, near twin kept": twin_paragraph,
    "list of near twins, one deleted": list_shortened,
    "a word inserted": corrected.word_inserted,
    "split around the sentence": corrected.split_around,
    "two sentences swapped": corrected.sentences_swapped,
    "sentence repeated, one deleted": corrected.repeated_and_deleted,
    "letters misread by a scanner": corrected.misread,
    "quotation marks and dashes mended": corrected.marks_normalised,
    "hyphenated words joined": corrected.hyphens_undone,
    "a name five times in a paragraph": corrected.name_repeated,
    "sentence deleted + 5 % noise": with_noise(sentence_deleted, 0.05),
    "near twin added + 5 % noise": with_noise(twin_added, 0.05),
    "original deleted, twin kept + 5 % noise": with_noise(deleted_twin_kept, 0.05),
    "paragraph moved + 5 % noise": with_noise(paragraph_moved_and_edited, 0.05),
    "split + 5 % noise": with_noise(paragraph_split, 0.05),
    "boilerplate sentence + 2 % noise": with_noise(boilerplate_sentence, 0.02),
    "sentence repeated, one deleted + 5 % noise": with_noise(corrected.repeated_and_deleted, 0.05),
    "a name five times + 2 % noise": with_noise(corrected.name_repeated, 0.02),
}
