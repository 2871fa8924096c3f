"""Whether a passage of the new text is the quotation's own: by its words, by its surroundings, and against look-alikes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from .align import SHORTEST, Run
from .alignment import Alignment
from .likeness import CLOSE, likeness, likeness_after, likeness_before, shortened
from .rivals import CLEAR, WIDE, has_rival
from .sentences import ends_sentence, sentences_at_ends
from .telling import other_word
from .types import Span

OWN_WORDS, OWN_FEW_WORDS, OWN_MANY_WORDS = 0.7, 0.8, 0.78
"""Share of the quotation's letters that must stand: more of a few words, and of many, where chance evens out."""
OWN_WITH_INSERTION = 0.6
OWN_IN_ORDER = 0.88
"""Share of the letters of many words from which it does not matter how much was put in between; half is chance."""
FEW, MANY = 24, 120
"""Characters up to which a quotation is a few words, and from which it is many."""
SURROUNDINGS = 0.5
"""Likeness that the text before or after the quotation must have."""
FOREIGN, FOREIGN_BESIDE = 0.15, 0.5
"""Share of the new passage, and of the text beside it, that may come from another place."""
BESIDE = 32
"""Characters beside a few words that are taken with them to see whether they stand twice in their sentence."""
REACH = CLOSE[-1]

Ends = Sequence[tuple[Span, Span]]
"""The first and the last sentence of a passage, old and new; only one where they are the same."""


@dataclass(frozen=True, slots=True)
class Verdict:
    good: bool
    score: float
    reason: str


def verdict(alignment: Alignment, old: Span, new: Span) -> Verdict:
    """Judge whether the passage at ``new``, to which the alignment leads, is the passage that stood at ``old``."""
    own = _own(alignment, old, new)
    if own < _needed(old.length):
        return Verdict(False, own, "Its words are no longer in the text.")
    if alignment.foreign(old, new) > FOREIGN:
        return Verdict(False, own, "At its place now stands another passage.")
    ends = list(_ends(alignment, old, new))
    if not _has_surroundings(alignment, old, new, ends):
        return Verdict(False, own, "Like words were found, but in other surroundings.")
    return _against_rivals(alignment, old, new, ends, own)


def verdict_on_sentences(alignment: Alignment, old: Span, new: Span, ends: Ends) -> Verdict:
    """Judge the same of a passage that was found by its first and its last sentence."""
    own = _own(alignment, old, new, len(ends))
    if own < _needed(old.length):
        return Verdict(False, own, "Its words are no longer in the text.")
    if any(likeness(alignment.old.words(a), alignment.new.words(b)) < OWN_WORDS for a, b in ends):
        return Verdict(False, own, "Its words are no longer in the text.")
    whole = Span(ends[0][0].start, ends[-1][0].end), Span(ends[0][1].start, ends[-1][1].end)
    if not _is_beside(alignment, *whole) or not all(
        _same(alignment, *end) or _is_beside(alignment, *end) for end in ends
    ):
        return Verdict(False, own, "Like words were found, but in other surroundings.")
    return _against_rivals(alignment, old, new, ends, own)


def _against_rivals(alignment: Alignment, old: Span, new: Span, ends: Ends, own: float) -> Verdict:
    doubled = len(ends) == 1 and _is_doubled(alignment, old, new, ends[0])
    if doubled or any(has_rival(alignment, *end) or _has_rival_clause(alignment, *end) for end in ends):
        return Verdict(False, own, "Two passages are equally like it.")
    return Verdict(True, own, "Its words and surroundings were found again; please check.")


def _has_rival_clause(alignment: Alignment, old: Span, new: Span) -> bool:
    """Whether the word that another one took the place of stands elsewhere, among the same words."""
    found = other_word(alignment.old.words(old), alignment.new.words(new), CLEAR)
    if found is None:
        return False
    was, now = (Span(own.start + word.start, own.start + word.end) for word, own in zip(found, (old, new), strict=True))
    clauses = [
        (_widened(was, old, before, after), _widened(now, new, before, after))
        for before, after in ((BESIDE, 0), (0, BESIDE))
    ]
    return was.length > 0 and any(min(a.length, b.length) >= FEW and has_rival(alignment, a, b) for a, b in clauses)


def _widened(passage: Span, sentence: Span, before: int, after: int) -> Span:
    """The passage with the text beside it, within its sentence."""
    return Span(max(passage.start - before, sentence.start), min(passage.end + after, sentence.end))


def _is_doubled(alignment: Alignment, old: Span, new: Span, sentence: tuple[Span, Span]) -> bool:
    """Whether the words and those right beside them stand, or stood, more than once in their own sentence."""
    if _same(alignment, *sentence):
        return False
    was, now = (_widened(*pair, BESIDE, BESIDE) for pair in zip((old, new), sentence, strict=True))
    return was.length > 0 < now.length and has_rival(alignment, was, now, within=sentence)


def _needed(length: int) -> float:
    return OWN_FEW_WORDS if length < FEW else OWN_WORDS if length < MANY else OWN_MANY_WORDS


def _own(alignment: Alignment, old: Span, new: Span, sentences: int = 1) -> float:
    """The share of the quotation's letters that stand; all, where only sentences were put in between its sentences.

    In many words one sentence may have gone and another come: there the letters of the old ones that stand are counted.
    Where the first and the last sentence were found, by themselves, it does not matter how much came in between.
    """
    if _only_parted(alignment, old, new):
        return 1.0
    a, b = alignment.old.words(old), alignment.new.words(new)
    own = likeness(a, b)
    if old.length < MANY:
        return max(own, OWN_FEW_WORDS) if _all_in_order(a, b) else own
    in_order = 0.0 if sentences == 1 else LCSseq.similarity(shortened(a), shortened(b)) / len(shortened(a))
    if in_order >= OWN_IN_ORDER:
        return in_order
    return (
        own
        if own < OWN_WITH_INSERTION
        else max(own, sum(run.length for run in _kept(alignment, old, new)) / old.length)
    )


def _all_in_order(a: str, b: str) -> bool:
    """Whether nothing of a few words is lost, and no more than a stray letter, or one word between them, was put in."""
    words, now = a.split(), b.split()
    if len(now) == len(words) + 1 and len(words) > 1:
        return words[0] == now[0] and words[-1] == now[-1] and LCSseq.similarity(words, now) == len(words)
    return len(b) <= len(a) + max(1, len(a) // FEW) and LCSseq.similarity(a, b) == len(a)


def _only_parted(alignment: Alignment, old: Span, new: Span) -> bool:
    runs = alignment.inside(old)
    whole = [run for run in runs if new.start <= run.new and run.new_end <= new.end]
    missing = old.length - sum(run.length for run in whole)
    text = alignment.old.text
    if not whole or whole[0].new > new.start or whole[-1].new_end < new.end:
        return False
    return missing < len(runs) and all(ends_sentence(text[max(0, run.old - 3) : run.old]) for run in whole[1:])


def _kept(alignment: Alignment, old: Span, new: Span) -> list[Run]:
    return [run for run in alignment.inside(old) if new.start <= run.new < new.end and run.length >= SHORTEST]


def _ends(alignment: Alignment, old: Span, new: Span) -> Iterator[tuple[Span, Span]]:
    """The sentences in which what is left of the quotation begins and ends.

    A few words are known by the sentence they stand in; a sentence that is gone from the quotation tells nothing.
    """
    text = alignment.old.text
    kept = _kept(alignment, old, new)
    first, last = sentences_at_ends(text, Span(kept[0].old, kept[-1].old_end) if kept else old)
    shift = kept[0].new - kept[0].old if kept else new.start - old.start
    yield first, _within(alignment, new, first.start + shift, first.end + shift)
    if last != first:
        shift = kept[-1].new - kept[-1].old if kept else new.end - old.end
        yield last, _within(alignment, new, last.start + shift, last.end + shift)


def _within(alignment: Alignment, new: Span, start: int, end: int) -> Span:
    """The range as far as it lies in the block of the passage."""
    room = alignment.new.span(alignment.new.block_at(new.start))
    start = min(max(start, room.start), room.end)
    return Span(start, max(min(end, room.end), start))


def _has_surroundings(alignment: Alignment, old: Span, new: Span, ends: Ends) -> bool:
    """Whether the passage still has what stood beside it, and so has the sentence that it begins or ends in.

    The words beside a few words are mostly those of the same sentence, which a look-alike shares.
    """
    whole = Span(ends[0][0].start, ends[-1][0].end), Span(ends[0][1].start, ends[-1][1].end)
    if _has_neighbours(alignment, *whole):
        return True
    return _is_beside(alignment, old, new) and all(
        _same(alignment, *end) or _is_beside(alignment, *end) for end in ends
    )


def _is_beside(alignment: Alignment, old: Span, new: Span) -> bool:
    """Whether the text right before or right after is still what it was, and not like text from elsewhere."""
    was_before, was_after = alignment.old.beside(old, REACH)
    is_before, is_after = alignment.new.beside(new, REACH)
    texts = alignment.old.words, alignment.new.words
    before = likeness_before(texts[0](was_before), texts[1](is_before))
    after = likeness_after(texts[0](was_after), texts[1](is_after))
    return (before >= SURROUNDINGS and alignment.foreign(was_before, is_before) <= FOREIGN_BESIDE) or (
        after >= SURROUNDINGS and alignment.foreign(was_after, is_after) <= FOREIGN_BESIDE
    )


def _same(alignment: Alignment, old: Span, new: Span) -> bool:
    return old.length >= FEW and alignment.old.words(old) == alignment.new.words(new)


def _has_neighbours(alignment: Alignment, old: Span, new: Span) -> bool:
    """Whether an unchanged sentence still stands between most of what stood around it, though not beside it."""
    if not _same(alignment, old, new):
        return False
    before, after = (
        Span(max(0, old.start - WIDE), old.start),
        Span(old.end, min(len(alignment.old.text), old.end + WIDE)),
    )
    kept = sum(run.length for run in alignment.inside(before) if new.start - 2 * WIDE <= run.new < new.start)
    kept += sum(run.length for run in alignment.inside(after) if new.end <= run.new < new.end + 2 * WIDE)
    return kept >= SURROUNDINGS * (before.length + after.length)
