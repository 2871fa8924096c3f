"""Tables of a PDF that have no rules: rows whose words stand below each other, far apart, and are figures for the most part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from readings.documents.looks import CONTENTS_TITLES, folded

from .pdf_pages import Box, Glyph, Grid

GAP = 1.4
"""Cells of a row are further apart than this share of the type's size; the words of justified text hardly ever are."""
NEAR = 2.6
"""Rows of a table follow each other within so many times the type's size."""
FEWEST_ROWS, MOST_WRAPPED = 3, 2
FIGURE = re.compile(r"[\d.,%()$€£+–−-]*\d[\d.,%()$€£+–−-]*$|[–—-]$|n\.?[ad]\.?$", re.IGNORECASE)
FIGURES = 0.4
FILLED = 0.6
STRAIGHT, WORD = 0.3, 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """The glyphs of one row in one column of the page, and the cells they may be."""

    glyphs: tuple[Glyph, ...]
    column: int
    cells: tuple[tuple[Glyph, ...], ...]
    size: float

    @property
    def foot(self) -> float:
        return self.glyphs[-1].bottom

    @property
    def text(self) -> str:
        return _text(self.glyphs)


def strip_of(glyphs: Sequence[Glyph], column: int, size: float) -> Strip:
    """The strip of a row's glyphs, cut at its wide gaps."""
    cells: list[list[Glyph]] = [[]]
    for glyph in glyphs:
        if cells[-1] and glyph.x0 - cells[-1][-1].x1 > GAP * size:
            cells.append([])
        cells[-1].append(glyph)
    return Strip(tuple(glyphs), column, tuple(map(tuple, cells)), size)


def without_tables(strips: Sequence[Strip]) -> tuple[list[Strip], list[Grid]]:
    """The strips that are text, and the tables that the others make."""
    kept: list[Strip] = []
    grids: list[Grid] = []
    for column in sorted({strip.column for strip in strips}):
        inside = sorted((strip for strip in strips if strip.column == column), key=lambda strip: strip.foot)
        above: Strip | None = None
        for run in _runs(inside):
            grid = _grid(run) if len(run) >= FEWEST_ROWS and not _lists_contents(above, run) else None
            if grid:
                grids.append(grid)
            else:
                kept += run
            above = run[-1]
    return kept, grids


def _runs(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Rows of several cells that follow each other closely, with the lines between them that only go on with a cell."""
    run: list[Strip] = []
    wrapped: list[Strip] = []
    for strip in strips:
        last = (wrapped or run)[-1] if run else None
        near = last is not None and strip.foot - last.foot <= NEAR * max(strip.size, last.size)
        if len(strip.cells) > 1 and (near or not run):
            run += [*wrapped, strip]
            wrapped = []
        elif len(strip.cells) == 1 and near and len(wrapped) < MOST_WRAPPED:
            wrapped.append(strip)
        else:
            yield from _ended(run, wrapped)
            run, wrapped = ([strip], []) if len(strip.cells) > 1 else ([], [])
            if not run:
                yield [strip]
    yield from _ended(run, wrapped)


def _ended(run: list[Strip], wrapped: list[Strip]) -> Iterator[list[Strip]]:
    """A run with the lines after it that are the rest of its last row's first cell, then the others one by one."""
    while run and wrapped and wrapped[0].text[0].islower() and wrapped[0].glyphs[-1].x1 < run[0].cells[1][0].x0:
        run.append(wrapped.pop(0))
    if run:
        yield run
    yield from ([line] for line in wrapped)


def _lists_contents(above: Strip | None, run: Sequence[Strip]) -> bool:
    """A contents list has two columns as well: titles, and pages that rise."""
    pages = [_text(strip.cells[-1]) for strip in run]
    rising = all(page.isdecimal() for page in pages) and [*map(int, pages)] == sorted(map(int, pages))
    titled = above is not None and folded(above.text) in CONTENTS_TITLES
    return titled or (rising and all(len(strip.cells) == 2 for strip in run))


def _grid(run: Sequence[Strip]) -> Grid | None:
    """The table of a run, None where its cells do not stand in columns or are words for the most part."""
    usual = Counter(len(strip.cells) for strip in run[1:] if len(strip.cells) > 1).most_common(1)
    columns = _columns([cell for strip in run[1:] if usual and len(strip.cells) == usual[0][0] for cell in strip.cells])
    rows = [_row(strip, columns) for strip in run]
    if len(columns) < 2 or any(row is None for row in rows):
        return None
    whole = _unwrapped([row for row in rows if row is not None])
    figures = [bool(FIGURE.match(_text(cell))) for row in whole[1:] for cell in row[1:] if cell]
    places = (len(whole) - 1) * (len(columns) - 1)
    if len(whole) < FEWEST_ROWS or len(figures) < FILLED * places or sum(figures) < FIGURES * len(figures):
        return None
    glyphs = [glyph for strip in run for glyph in strip.glyphs]
    return Grid(_box(glyphs), tuple(whole))


def _columns(cells: Sequence[Sequence[Glyph]]) -> list[tuple[float, float]]:
    """Where the columns stand: the places of cells, those that overlap made one."""
    columns: list[tuple[float, float]] = []
    for x0, x1 in sorted((cell[0].x0, cell[-1].x1) for cell in cells):
        if columns and x0 < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return columns


def _row(strip: Strip, columns: Sequence[tuple[float, float]]) -> tuple[tuple[Glyph, ...], ...] | None:
    """The cells of a strip in their columns, None where two of them fall into one."""
    row: list[tuple[Glyph, ...]] = [()] * len(columns)
    cells = strip.cells if len(strip.cells) >= len(columns) else _cut(strip, columns)
    for cell in cells:
        place = min(range(len(columns)), key=lambda i: _apart(cell, columns[i]), default=0)
        if not columns or row[place]:
            return None
        row[place] = cell
    return tuple(row)


def _cut(strip: Strip, columns: Sequence[tuple[float, float]]) -> list[tuple[Glyph, ...]]:
    """The cells, those whose words stand too close to be told apart cut where a column begins."""
    lefts = [left for left, _ in columns[1:]]
    cells: list[tuple[Glyph, ...]] = []
    for cell in strip.cells:
        starts = [
            i
            for i, glyph in enumerate(cell)
            if i and any(abs(glyph.x0 - left) < STRAIGHT * strip.size for left in lefts)
            if glyph.x0 - cell[i - 1].x1 > WORD * strip.size
        ]
        cells += [cell[start:end] for start, end in pairwise([0, *starts, len(cell)])]
    return cells


def _apart(cell: Sequence[Glyph], column: tuple[float, float]) -> tuple[float, float]:
    """How far a cell is from a column, 0 where they overlap; then how far their middles are."""
    x0, x1 = cell[0].x0, cell[-1].x1
    return max(0.0, column[0] - x1, x0 - column[1]), abs(x0 + x1 - column[0] - column[1])


def _unwrapped(rows: Sequence[tuple[tuple[Glyph, ...], ...]]) -> list[tuple[tuple[Glyph, ...], ...]]:
    """The rows with lines that only go on with cells above them put back there."""
    whole: list[tuple[tuple[Glyph, ...], ...]] = []
    for row in rows:
        if whole and _goes_on(whole[-1], row):
            whole[-1] = tuple(above + cell for above, cell in zip(whole[-1], row, strict=True))
        else:
            whole.append(row)
    return whole


def _goes_on(above: tuple[tuple[Glyph, ...], ...], row: tuple[tuple[Glyph, ...], ...]) -> bool:
    filled = [i for i, cell in enumerate(row) if cell]
    if not row[0]:
        return len(filled) < len(row) - 1 and all(above[i] for i in filled)
    return filled == [0] and row[0][0].text.islower() and all(above)


def _text(glyphs: Sequence[Glyph]) -> str:
    return "".join(glyph.text for glyph in glyphs)


def _box(glyphs: Sequence[Glyph]) -> Box:
    x0, x1 = min(glyph.x0 for glyph in glyphs), max(glyph.x1 for glyph in glyphs)
    return x0, min(glyph.top for glyph in glyphs), x1, max(glyph.bottom for glyph in glyphs)
