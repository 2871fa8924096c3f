"""Where a passage stands by the sentences it begins and ends in, when look-alikes led the alignment astray."""

from __future__ import annotations

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from .alignment import Alignment
from .place import border
from .sentences import sentence_around, sentences_at_ends
from .telling import fitted
from .types import Span

LONGEST = 1_000
"""A longer sentence is not searched for."""
WORD_AT_END = 16
"""Characters that a search by likeness may have left out at an end."""


def place_by_sentences(alignment: Alignment, old: Span) -> tuple[Span, list[tuple[Span, Span]]] | None:
    """The place of an old passage, and its first and last sentence, old and new; None where one is not found.

    Each sentence is searched for around the place to which the alignment leads; which look-alike it is, is left to be judged.
    """
    if not alignment.old.words(old).strip():
        return None
    first, last = sentences_at_ends(alignment.old.text, old)
    begins = _found(alignment, first)
    ends = begins if last == first else _found(alignment, last)
    if begins is None or ends is None or begins.start > ends.start:
        return None
    starts, stops = _places(alignment, first, begins, old.start), _places(alignment, last, ends, old.end)
    if not starts or not stops:
        return None
    block = alignment.new.span(alignment.new.block_at(begins.start))
    start, end = border(alignment, old.start, starts, block), border(alignment, old.end, stops, block)
    if not block.start <= start < end <= block.end:
        return None
    return Span(start, end), [(first, begins), (last, ends)] if last != first else [(first, begins)]


def _found(alignment: Alignment, sentence: Span) -> Span | None:
    """The stretch likest to a sentence, around what the alignment has of it or between what stood beside it."""
    words, text = alignment.old.words(sentence), alignment.new.text
    runs, (before, after) = alignment.inside(sentence), alignment.beside(sentence)
    start = runs[0].new if runs else before.new_end if before else 0
    end = runs[-1].new_end if runs else after.new if after else len(text)
    reach = 2 * len(words)
    if not 0 < len(words) <= LONGEST or abs(end - start) > 2 * reach:
        return None
    first = max(0, min(start, end) - reach)
    found = fuzz.partial_ratio_alignment(words, text[first : max(start, end) + reach])
    if found is None or found.dest_end <= found.dest_start:
        return None
    span = Span(first + found.dest_start, first + found.dest_end)
    room = alignment.new.span(alignment.new.block_at((span.start + span.end) // 2))
    span = Span(max(span.start, room.start), min(span.end, room.end))
    return _whole(text, fitted(words, text, span, room), room) if span.length > 0 else None


def _whole(text: str, span: Span, room: Span) -> Span:
    """The stretch with the word at its end that was put in or took the place of another, up to the border of the sentence."""
    sentence = sentence_around(text, span)
    start, end = max(sentence.start, room.start), min(sentence.end, room.end)
    return Span(
        start if _is_words(text[start : span.start]) else span.start,
        end if _is_words(text[span.end : end]) else span.end,
    )


def _is_words(text: str) -> bool:
    return len(text) <= WORD_AT_END and text.strip(".!?").replace(" ", "").isalnum()


def _places(alignment: Alignment, old: Span, new: Span, place: int) -> set[int]:
    """Where a place in an old sentence may lie in the new one."""
    place -= old.start
    return {
        new.start + min(op.dest_start + place - op.src_start, op.dest_end)
        for op in Levenshtein.opcodes(alignment.old.words(old), alignment.new.words(new))
        if op.src_start <= place <= op.src_end
    }
