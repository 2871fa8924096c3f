"""Kinds of edits that proofreaders and better scans make: marks mended, letters read anew, sentences turned about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random

from tools import anchor_edits as edit
from tools.anchor_cases import Case, Quote, a_sentence, anywhere, around, target
from tools.anchor_edits import Text, Traced
from tools.anchor_texts import NOUNS, PEOPLE

CONFUSED = {
    "rn": "m", "m": "rn", "l": "1", "1": "l", "O": "0", "0": "O", "cl": "d", "d": "cl", "h": "b", "e": "c", "5": "S", "ii": "u",
}  # fmt: skip
"""What a scanner reads for what."""
CONFUSION = 0.06
PLAIN = {"“": '"', "”": '"', "’": "'", "—": " - ", "–": "-"}
NAMED = 5


def word_inserted(texts: list[str], random: Random) -> Case:
    """A word put into the middle of the quoted sentence."""
    new, block, start, end, quotes = target(texts, random)
    places = [word.start() for word in edit.WORD.finditer(texts[block], start, end)][1:] or [start]
    new[block] = edit.with_inserted(new[block], random.choice(places), random.choice(NOUNS))
    return Case(texts, new, quotes)


def split_around(texts: list[str], random: Random) -> Case:
    """The sentence made a paragraph of its own."""
    new, block, start, end, quotes = target(texts, random)
    whole = new[block]
    rest = end + len(whole.text[end:]) - len(whole.text[end:].lstrip())
    parts = [whole[: len(whole.text[:start].rstrip())], whole[start:end], whole[rest:]]
    return Case(texts, [*new[:block], *(part for part in parts if len(part)), *new[block + 1 :]], quotes)


def sentences_swapped(texts: list[str], random: Random) -> Case:
    """Two neighbouring sentences change places."""
    new, block, start, end, quotes = target(texts, random)
    following = next((bounds for bounds in edit.sentences(texts[block]) if bounds[0] >= end), None)
    if following:
        whole, (then, last) = new[block], following
        new[block] = whole[:start] + whole[then:last] + whole[end:then] + whole[start:end] + whole[last:]
    return Case(texts, new, quotes)


def repeated_and_deleted(texts: list[str], random: Random) -> Case:
    """The sentence stands twice, in two paragraphs, and goes at one of them."""
    block, start, end = a_sentence(texts, random)
    other = random.choice([i for i in range(len(texts)) if i != block] or [block])
    old = list(texts)
    place = random.choice([*(start for start, _ in edit.sentences(old[other])), len(old[other])])
    old[other] = edit.with_inserted(Traced.new(old[other]), place, texts[block][start:end]).text
    if other == block:
        return Case(old, edit.traced(old), [Quote(block, 0, len(old[block]))])
    quotes = around(old, block, start, end, random)
    new = edit.traced(old)
    new[block] = edit.without(new[block], start, end)
    return Case(old, [part for part in new if len(part)], quotes)


def misread(texts: list[str], random: Random) -> Case:
    """Letters that scanners confuse."""
    return Case(texts, _everywhere(edit.traced(texts), CONFUSED, CONFUSION, random), anywhere(texts, 12, random))


def marks_normalised(texts: list[str], random: Random) -> Case:
    """Curly quotation marks and long dashes become plain ones."""
    old = [_with_marks(text, random) for text in texts]
    return Case(old, _everywhere(edit.traced(old), PLAIN, 1.0, random), anywhere(old, 12, random))


def hyphens_undone(texts: list[str], random: Random) -> Case:
    """Words that a line end had parted are joined."""
    old = [re.sub(r"(?<=\w\w\w)(?=\w\w\w)", lambda _: "- " if random.random() < 0.03 else "", text) for text in texts]
    return Case(old, _everywhere(edit.traced(old), {"- ": ""}, 1.0, random), anywhere(old, 12, random))


def name_repeated(texts: list[str], random: Random) -> Case:
    """A name that stands in many sentences of a paragraph, of which one goes, and one changes."""
    old, name = list(texts), random.choice(PEOPLE)
    block = max(random.sample(range(len(texts)), min(4, len(texts))), key=lambda i: len(edit.sentences(texts[i])))
    named = random.sample(edit.sentences(old[block]), min(NAMED, len(edit.sentences(old[block]))))
    for start, end in sorted(named, reverse=True):
        at = random.choice([word.start() for word in edit.WORD.finditer(old[block], start, end)] or [start])
        old[block] = edit.with_inserted(Traced.new(old[block]), at, name).text
    quotes = [Quote(block, *found.span()) for found in re.finditer(name, old[block])]
    new = edit.traced(old)
    (start, end), (first, last) = random.choices(edit.sentences(old[block]), k=2)
    if random.random() < 0.5:
        new[block] = edit.without(new[block], start, end)
    elif first >= end or last <= start:
        new[block] = edit.word_changed(new[block], first, last, random)
    return Case(old, [part for part in new if len(part)], quotes)


def _everywhere(text: Text, changes: Mapping[str, str], share: float, random: Random) -> Text:
    pattern = re.compile("|".join(map(re.escape, changes)))
    return [edit.joined(_changed(block, pattern, changes, share, random)) for block in text]


def _changed(
    block: Traced, pattern: re.Pattern[str], changes: Mapping[str, str], share: float, random: Random
) -> Iterator[Traced]:
    at = 0
    for found in pattern.finditer(block.text):
        if random.random() < share:
            yield block[at : found.start()]
            yield block[found.start() : found.end()].instead(changes[found.group()])
            at = found.end()
    yield block[at:]


def _with_marks(text: str, random: Random) -> str:
    words = text.split(" ")
    for index in range(len(words)):
        words[index] = random.choice(_marked(words[index])) if random.random() < 0.1 else words[index]
    return " ".join(words)


def _marked(word: str) -> Sequence[str]:
    return f"“{word}”", f"{word}—", f"{word}’s", f"– {word}"
