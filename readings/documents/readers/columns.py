"""Two columns side by side in the lines of a text: read one after the other on each page, or said to be beyond that."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from readings.documents.types import Finding

from .lines import Line

GAP = re.compile(r"(?<=\S)\s{3,}(?=\S)")
FEWEST = 15
SHARE = 0.5
NARROWEST = 22
LONGEST_PAGE = 110
UNFOLDED = (
    "Two columns stood side by side; they are read one after the other. Please compare the order with the original."
)
INTERLEAVED = (
    "Two columns seem to stand side by side on pages that cannot be told apart; the order of the lines is doubtful."
)


def without_columns(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Finding]]:
    """The lines in reading order, and what was done to them."""
    gutter = _gutter(lines)
    if not gutter:
        return lines, []
    if not _pages_are_known(lines):
        return lines, [Finding("columns_interleaved", "flagged", INTERLEAVED)]
    return list(_unfolded(lines, gutter)), [Finding("columns_unfolded", "repaired", UNFOLDED)]


def _gutter(lines: Sequence[Line]) -> int:
    """The place where the right column begins on at least half of the lines, 0 where there is none."""
    starts: Counter[int] = Counter()
    full = 0
    for line in lines:
        if len(line.text) > NARROWEST:
            full += 1
            starts.update(found.end() for found in GAP.finditer(line.text) if found.start() >= NARROWEST)
    place, _ = max(starts.items(), key=lambda item: starts[item[0]] + starts[item[0] + 1], default=(0, 0))
    many = starts[place] + starts[place + 1]
    return place if many >= FEWEST and many >= SHARE * full and _is_prose(lines, place) else 0


def _is_prose(lines: Sequence[Line], place: int) -> bool:
    """The right-hand parts are running text and not the cells of a table."""
    right = [line.text[place:].strip() for line in lines if len(line.text) > place]
    words = [word for text in right for word in text.split()]
    small = sum(word[:1].islower() for word in words)
    return bool(right) and len(words) >= 3 * len(right) and small * 2 > len(words)


def _pages_are_known(lines: Sequence[Line]) -> bool:
    ends = [i for i, line in enumerate(lines) if line.new_page]
    edges = [0, *ends, len(lines)]
    return max(below - above for above, below in pairwise(edges)) <= LONGEST_PAGE


def _unfolded(lines: Sequence[Line], gutter: int) -> Iterator[Line]:
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        crossing = len(line.text) > gutter and line.text[max(0, gutter - 2) : gutter].strip() != ""
        if line.new_page or crossing:
            yield from (*left, *right, line)
            left, right = [], []
            continue
        left.append(replace(line, text=line.text[:gutter].rstrip()))
        right.append(replace(line, text=line.text[gutter:]))
    yield from (*left, *right)
