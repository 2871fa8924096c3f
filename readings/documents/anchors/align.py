"""Which stretches of an old text stand unchanged, and in the same order, in a new one.

The idea is Bram Cohen's patience diff, taken from lines down to words: runs of words that occur once in both texts are
reliable, the longest chain of them in the same order is kept, and the gaps between are aligned in the same way by
shorter runs, at last by letters. Every step is linear in the gaps it gets but for the chain's n log n, so a long text
costs what its length suggests.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from sys import intern
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein, Postfix, Prefix

from .sentences import BORDER, SENTENCE, ends_sentence

WORD = re.compile(r"\w+|[^\w\s]")
LETTERS_LIMIT = 100_000_000
"""Letters are compared only where old times new length is below this (some 10 ms); a larger gap stays unmatched."""
SHORTEST = 4
"""Fewer equal letters than this inside a rewritten gap are chance."""
LONELY = 10
"""A run of letters shorter than this counts only beside another one."""
NEAR = 8


class Run(NamedTuple):
    """Equal text: ``length`` characters at ``old`` and at ``new``."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        return self.old + self.length

    @property
    def new_end(self) -> int:
        return self.new + self.length


class Gap(NamedTuple):
    """A stretch of the old text and the stretch of the new text that stands between the same two runs."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


Step = Callable[[str, str, Gap], Iterable[Run]]


def align(old: str, new: str, known: Sequence[Run] = ()) -> list[Run]:
    """The equal runs of both texts, rising in both; ``known`` are runs already sure, rising too."""
    runs = list(known)
    for step in STEPS:
        found = [run for gap in gaps(runs, len(old), len(new)) for run in step(old, new, gap)]
        runs = joined(sorted([*runs, *found]))
    return runs


def gaps(runs: Sequence[Run], old_length: int, new_length: int) -> Iterator[Gap]:
    """The places between rising runs where both texts hold something."""
    borders = [Run(0, 0, 0), *runs, Run(old_length, new_length, 0)]
    for left, right in pairwise(borders):
        if left.old_end < right.old and left.new_end < right.new:
            yield Gap(left.old_end, right.old, left.new_end, right.new)


def joined(runs: Iterable[Run]) -> list[Run]:
    """The same runs, those that touch in both texts made one."""
    result: list[Run] = []
    for run in runs:
        last = result[-1] if result else None
        if last and last.old_end == run.old and last.new_end == run.new:
            result[-1] = Run(last.old, last.new, last.length + run.length)
        elif run.length:
            result.append(run)
    return result


def chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of ``pairs``, given in rising order of the first, that rises in the second too."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for index, (_, new) in enumerate(pairs):
        at = bisect_left(ends, new)
        before.append(places[at - 1] if at else -1)
        ends[at:], places[at:] = (
            ([new], [index]) if at == len(ends) else ([new, *ends[at + 1 :]], [index, *places[at + 1 :]])
        )
    result = []
    index = places[-1] if places else -1
    while index >= 0:
        result.append(pairs[index])
        index = before[index]
    return result[::-1]


def edges(old: str, new: str, gap: Gap) -> Iterator[Run]:
    """What both sides of the gap begin and end with; what could be either is parted where a sentence begins."""
    a, b = old[gap.old_start : gap.old_end], new[gap.new_start : gap.new_end]
    head, tail = Prefix.similarity(a, b), Postfix.similarity(a, b)
    shorter = min(len(a), len(b))
    if head + tail > shorter:
        begins = ends_sentence(old[max(0, gap.old_start - 3) : gap.old_start])
        head = 0 if begins and tail == shorter else _cut(a if len(a) == shorter else b, shorter - tail, head)
        tail = shorter - head
    yield Run(gap.old_start, gap.new_start, head)
    yield Run(gap.old_end - tail, gap.new_end - tail, tail)


def _cut(text: str, earliest: int, latest: int) -> int:
    borders = [border.end() for border in BORDER.finditer(text, max(0, earliest - 3), latest)]
    return next((border for border in borders if border >= earliest), latest)


def units(pattern: re.Pattern[str], count: int) -> Step:
    """The step that aligns a gap by runs of ``count`` words, or sentences, which occur once on either side."""

    def step(old: str, new: str, gap: Gap) -> Iterator[Run]:
        a, a_starts = _units(pattern, old, gap.old_start, gap.old_end)
        b, b_starts = _units(pattern, new, gap.new_start, gap.new_end)
        last = (-1, -1)
        for first, second in chain(shared_once(a, b, count)):
            for i, j in zip(range(first, first + count), range(second, second + count), strict=True):
                if i > last[0] and j > last[1]:
                    last = (i, j)
                    yield Run(a_starts[i], b_starts[j], len(a[i]))

    return step


def _units(pattern: re.Pattern[str], text: str, start: int, end: int) -> tuple[list[str], list[int]]:
    """The words or sentences of a stretch and where they begin; equal ones are one object, to spare memory."""
    return (
        [intern(unit) for unit in pattern.findall(text, start, end)],
        [unit.start() for unit in pattern.finditer(text, start, end)],
    )


def shared_once(a: Sequence[str], b: Sequence[str], count: int) -> list[tuple[int, int]]:
    """Where runs of ``count`` words stand that occur exactly once in both, in the order of the first."""
    there = _once(b, count)
    return [(i, there[key]) for key, i in _once(a, count).items() if key in there]


def _once(units: Sequence[str], count: int) -> dict[int, int]:
    seen: dict[int, int] = {}
    for index, run in enumerate(zip(*(units[shift:] for shift in range(count)), strict=False)):
        key = hash(run)
        seen[key] = -1 if key in seen else index
    return {key: index for key, index in seen.items() if index >= 0}


def letters(old: str, new: str, gap: Gap) -> Iterator[Run]:
    """What a short gap has in common letter by letter, without what is likely chance."""
    a, b = old[gap.old_start : gap.old_end], new[gap.new_start : gap.new_end]
    if len(a) * len(b) > LETTERS_LIMIT:
        return
    runs = [
        Run(op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Levenshtein.opcodes(a, b)
        if op.tag == "equal" and op.src_end - op.src_start >= SHORTEST
    ]
    borders = [Run(0, 0, 0), *runs, Run(len(a), len(b), 0)]
    for left, run, right in zip(borders, runs, borders[2:], strict=False):
        if run.length >= LONELY or _near(left, run) or _near(run, right):
            yield Run(gap.old_start + run.old, gap.new_start + run.new, run.length)


def _near(left: Run, right: Run) -> bool:
    return right.old - left.old_end <= NEAR and right.new - left.new_end <= NEAR


STEPS: tuple[Step, ...] = (units(SENTENCE, 1), units(WORD, 6), units(WORD, 3), units(WORD, 1), edges, letters)
