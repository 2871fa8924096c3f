"""Notes at the foot of a PDF's pages: smaller lines below the text, or lines that a superscript number opens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from readings.documents.types import Finding, Mark

from .pdf_lines import PageLine

SMALLER = 0.94
"""Notes are set in a type not larger than this share of the text's."""
OPENING = re.compile(r"(\d{1,4}|[*†‡§]{1,3})[.)]?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class FootNote:
    """One note: the page of its mark, its label, and its lines without the label."""

    page: int
    label: str
    lines: tuple[PageLine, ...]


def body_size(lines: Sequence[PageLine]) -> float:
    """The size of type that most of the text is set in."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[line.size] += len(line.text)
    return counts.most_common(1)[0][0] if counts else 10.0


def take_foot_notes(lines: Sequence[PageLine], size: float) -> tuple[list[PageLine], list[FootNote]]:
    """The lines without the notes, and the notes in order."""
    taker = _Taker(size)
    for _, page in groupby(lines, key=lambda line: line.page):
        taker.page(list(page))
    return taker.kept, taker.notes


class _Taker:
    """Goes through the pages and remembers the last note, which may go on at the foot of the next page."""

    def __init__(self, size: float) -> None:
        self.size = size
        self.kept: list[PageLine] = []
        self.notes: list[FootNote] = []

    def page(self, lines: list[PageLine]) -> None:
        marks = {m.target for line in lines for m in line.marks if m.kind == "note"}
        for _, group in groupby(lines, key=lambda line: line.column):
            column = list(group)
            start = self._start(column, marks)
            self.kept += column[:start]
            for line in column[start:]:
                self._take(line, marks)

    def _start(self, column: Sequence[PageLine], marks: set[str | None]) -> int:
        """Index of the first line of the notes at the column's foot; the column's length where there are none."""
        start = len(column)
        while start and column[start - 1].grid is None and self._is_small(column[start - 1]):
            start -= 1
        opened = next((i for i in range(start, len(column)) if self._label(column[i], marks)), None)
        if opened is None:
            raised = [
                i for i, line in enumerate(column) if line.label and line.label in marks and i > 0.3 * len(column)
            ]
            return raised[0] if raised else start if start < len(column) and self._open(column[start]) else len(column)
        return start if opened == start or self._open(column[start]) else opened

    def _is_small(self, line: PageLine) -> bool:
        return line.size <= SMALLER * self.size

    def _open(self, line: PageLine) -> bool:
        """May this line go on with the last note of the page before?"""
        return bool(self.notes) and line.page - self.notes[-1].lines[-1].page <= 1 and self._is_small(line)

    def _label(self, line: PageLine, marks: set[str | None]) -> str:
        """The number that opens a note on this line."""
        if line.label:
            return line.label
        opening = OPENING.match(line.text)
        if not opening:
            return ""
        following = bool(self.notes) and opening[1].isdigit() and self.notes[-1].label == str(int(opening[1]) - 1)
        return opening[1] if opening[1] in marks or (following and not marks) else ""

    def _take(self, line: PageLine, marks: set[str | None]) -> None:
        label = self._label(line, marks)
        if label:
            self.notes.append(FootNote(line.page, label, (line if line.label else without_opening(line),)))
        else:
            last = self.notes[-1]
            self.notes[-1] = replace(last, lines=(*last.lines, line))


def without_opening(line: PageLine) -> PageLine:
    """The line without the note's number at its start."""
    opening = OPENING.match(line.text)
    cut = opening.end() if opening else 0
    marks = tuple(replace(m, start=max(0, m.start - cut), end=m.end - cut) for m in line.marks if m.end > cut)
    return replace(line, text=line.text[cut:], marks=marks)


def unique(
    notes: Sequence[FootNote], lines: Sequence[PageLine], pages: Sequence[str]
) -> tuple[list[FootNote], list[PageLine], list[Finding]]:
    """Where numbers begin anew on each page, the page's number goes before them, in notes and marks."""
    if len({note.label for note in notes}) == len(notes):
        return list(notes), list(lines), []
    there = {(note.page, note.label) for note in notes}
    renamed = [replace(note, label=f"{pages[note.page]}.{note.label}") for note in notes]
    message = "The numbers of the notes begin anew; the page's number stands before them now."
    changed = [replace(line, marks=tuple(_renamed(line, there, pages))) for line in lines]
    return renamed, changed, [Finding("notes_renumbered", "repaired", message)]


def _renamed(line: PageLine, there: set[tuple[int, str]], pages: Sequence[str]) -> Iterator[Mark]:
    for mark in line.marks:
        known = mark.kind == "note" and mark.target and (line.page, mark.target) in there
        yield replace(mark, target=f"{pages[line.page]}.{mark.target}") if known else mark
