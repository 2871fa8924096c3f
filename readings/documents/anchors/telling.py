"""The words by which look-alikes are told apart: noise falls on single letters, another sentence has another word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import comb, log10

from rapidfuzz.distance import Levenshtein, Opcode

from .types import Span

WORD = re.compile(r"\w+")
NOISE = 0.1
"""Share of letters that a bad scan may change; more than most do, so that a change is never overrated."""
ANOTHER_NUMBER = 3.5
"""A number that became another one was hardly misread: a misread digit is rarely a digit."""
CERTAIN = 5.0
PUT_IN = 3
"""Letters from which what was put in between words is a word of its own."""
TOO_LONG = 4_000
"""A longer stretch is taken as it was found."""
SLACK = 5
"""Letters by which a stretch found by search may be off at either end."""


def change(a: str, b: str) -> float:
    """How unlikely noise alone made the most changed word of ``a`` what it is in ``b``: 0 to 5, as a power of ten."""
    return max((surprise for surprise, _, _ in _changes(a, b)), default=0.0) if a != b else 0.0


def other_word(a: str, b: str, least: float) -> tuple[Span, Span] | None:
    """The most changed word of ``a`` and what stands for it in ``b``, if noise is as unlikely as that to have done it."""
    surprise, old, new = max(_changes(a, b), default=(0.0, Span(0, 0), Span(0, 0)))
    return (old, new) if surprise >= least else None


def _changes(a: str, b: str) -> Iterator[tuple[float, Span, Span]]:
    """Each word of ``a`` that is another in ``b``, and each that was put in: how unlikely by noise, and where in both."""
    opcodes = list(Levenshtein.opcodes(a, b))
    for op in opcodes:
        letters = sum(map(str.isalnum, b[op.dest_start : op.dest_end]))
        if op.tag == "insert" and letters >= PUT_IN:
            yield _surprise(letters, letters), Span(op.src_start, op.src_end), Span(op.dest_start, op.dest_end)
    places = [place for op in opcodes for place in _letters(op)]
    put_in = {i for op in opcodes if op.tag == "insert" for i in range(op.dest_start, op.dest_end) if b[i].isalnum()}
    for found in WORD.finditer(a):
        word, start, end = found.group(), places[found.start()].start, places[found.end() - 1].end
        digits = word.isdigit() and start < end
        while start and (start - 1 in put_in or (digits and b[start - 1].isdigit())):
            start -= 1
        while end < len(b) and (end in put_in or (digits and b[end].isdigit())):
            end += 1
        other = b[start:end].strip()
        if other != word:
            number = word.isdigit() and other.isdigit()
            surprise = ANOTHER_NUMBER if number else _surprise(Levenshtein.distance(word, other), len(word))
            yield surprise, Span(*found.span()), Span(start, end)


def _letters(op: Opcode) -> Iterator[Span]:
    """What stands in the new text for each letter of the old one; nothing for a lost one."""
    for step in range(op.src_end - op.src_start):
        yield Span(min(op.dest_start + step, op.dest_end), min(op.dest_start + step + 1, op.dest_end))


@lru_cache(maxsize=4096)
def _surprise(edits: int, letters: int) -> float:
    """Minus the power of ten of the chance that noise changes at least so many letters of a word."""
    letters = max(edits, letters)
    chance = sum(comb(letters, k) * NOISE**k * (1 - NOISE) ** (letters - k) for k in range(edits, letters + 1))
    return min(CERTAIN, -log10(chance))


def fitted(words: str, text: str, span: Span, room: Span) -> Span:
    """The stretch of the text, its ends moved by a few letters, that fits the words best."""
    if max(len(words), span.length) > TOO_LONG:
        return span
    starts = range(max(room.start, span.start - SLACK), min(span.start + SLACK, span.end) + 1)
    start = min(starts, key=lambda at: (Levenshtein.distance(words, text[at : span.end]), abs(at - span.start)))
    ends = range(max(start, span.end - SLACK), min(room.end, span.end + SLACK) + 1)
    end = min(ends, key=lambda at: (Levenshtein.distance(words, text[start:at]), abs(at - span.end)))
    return Span(start, end)
