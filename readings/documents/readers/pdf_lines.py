"""The lines of a PDF in reading order, column by column, each with its place, size and text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from readings.documents.types import Mark

from .pdf_aligned import strip_of, without_tables
from .pdf_pages import Box, Glyph, Grid, Page
from .pdf_rows import Row, gutters_of, is_free, rows_of, split_row
from .pdf_text import set_text

COMMON = 0.12
"""A column's edge is where lines with so much of its text begin; running lines may stand further out."""
INITIAL = 1.7
"""A single letter so many times larger than the text is the initial of a paragraph."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of one column, or a table that stands like a line."""

    text: str
    marks: tuple[Mark, ...]
    page: int
    column: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False
    label: str = ""
    """A superscript number at the line's start: it opens a note."""
    grid: Grid | None = None
    number: int = 0
    """The line's place in the whole document, from 1."""
    left: float = 0
    right: float = 0
    """The edges of the column."""

    @property
    def indent(self) -> float:
        return (self.x0 - self.left) / (self.size or 1)

    @property
    def short(self) -> bool:
        """The line ends well before the column does."""
        return self.x1 < self.right - 0.1 * (self.right - self.left)


def document_lines(pages: Sequence[Page]) -> list[PageLine]:
    """The lines of all pages in reading order; a page too short to show its columns has those of the page before."""
    lines: list[PageLine] = []
    gutters: list[float] = []
    for index, page in enumerate(pages):
        rows = rows_of(page.glyphs)
        own = gutters_of(rows, page)
        gutters = own or [x for x in gutters if is_free(x, rows)]
        lines += _page_lines(page, index, rows, gutters)
    return [replace(line, number=number) for number, line in enumerate(lines, 1)]


def _page_lines(page: Page, index: int, rows: Sequence[Row], gutters: Sequence[float]) -> list[PageLine]:
    """The lines of a page, columns one after the other between what runs across them."""
    parts = [(part, row) for row in rows for part in split_row(row, gutters)]
    strips = {strip_of(part, _column(part[0].x0, part[-1].x1, gutters), row.size): row for part, row in parts}
    texts, grids = without_tables(list(strips))
    found = [line for strip in texts if (line := _line(strip.glyphs, strips[strip], index, gutters))]
    lines = _with_initials([_with_bullet(line, page.dots) for line in found])
    lines += [_table_line(grid, index, gutters) for grid in (*page.grids, *grids)]
    return list(_ordered(lines))


def _line(glyphs: Sequence[Glyph], row: Row, page: int, gutters: Sequence[float]) -> PageLine | None:
    size, bottom = _size(glyphs), _foot(glyphs, row.bottom)
    text, marks, label = set_text(glyphs, size, bottom)
    if not text and not label:
        return None
    bold = sum(g.bold for g in glyphs) > 0.9 * len(glyphs)
    x0, x1 = glyphs[0].x0, glyphs[-1].x1
    return PageLine(text, marks, page, _column(x0, x1, gutters), x0, x1, bottom - size, bottom, size, bold, label)


def _with_initials(lines: list[PageLine]) -> list[PageLine]:
    """A large initial goes back to its word, and the lines beside it to the column's edge."""
    if not lines:
        return lines
    usual = Counter(line.size for line in lines).most_common(1)[0][0]
    for initial in [
        line for line in lines if len(line.text) == 1 and line.text.isalpha() and line.size > INITIAL * usual
    ]:
        beside = [
            line
            for line in lines
            if line is not initial
            and -2 < line.x0 - initial.x1 < 0.6 * initial.size
            and initial.top - usual < line.top < initial.bottom - 0.3 * usual
        ]
        if not beside:
            continue
        first = min(beside, key=lambda line: line.top)
        moved = {line: replace(line, x0=initial.x0) for line in beside}
        marks = tuple(replace(m, start=m.start + 1, end=m.end + 1) for m in first.marks)
        moved[first] = replace(moved[first], text=initial.text + first.text, marks=marks)
        lines = [moved.get(line, line) for line in lines if line is not initial]
    return lines


def _with_bullet(line: PageLine, dots: Sequence[Box]) -> PageLine:
    """The line with the bullet before it that is drawn, not written."""
    for x0, top, x1, bottom in dots:
        if 0 < line.x0 - x1 < 2 * line.size and line.top < (top + bottom) / 2 < line.bottom:
            marks = tuple(replace(m, start=m.start + 2, end=m.end + 2) for m in line.marks)
            return replace(line, text=f"• {line.text}", marks=marks, x0=x0)
    return line


def _size(glyphs: Sequence[Glyph]) -> float:
    return Counter(round(glyph.size * 2) / 2 for glyph in glyphs).most_common(1)[0][0]


def _foot(glyphs: Sequence[Glyph], otherwise: float) -> float:
    size = _size(glyphs)
    feet = sorted(g.bottom for g in glyphs if abs(g.size - size) < 0.6)
    return feet[len(feet) // 2] if feet else otherwise


def _column(x0: float, x1: float, gutters: Sequence[float]) -> int:
    """The column's number, -1 for what runs across columns."""
    if any(x0 < gutter < x1 for gutter in gutters):
        return -1
    return sum(gutter < x0 for gutter in gutters)


def cell_lines(glyphs: Sequence[Glyph], line: PageLine) -> list[PageLine]:
    """The lines of a table cell; ``line`` is the table's."""
    rows = ((row, *set_text(row.glyphs, _size(row.glyphs), row.bottom)) for row in rows_of(glyphs))
    return [replace(line, text=text, marks=marks, grid=None) for _, text, marks, _ in rows if text or marks]


def _table_line(grid: Grid, page: int, gutters: Sequence[float]) -> PageLine:
    x0, top, x1, bottom = grid.box
    return PageLine("", (), page, _column(x0, x1, gutters), x0, x1, top, bottom, 0, grid=grid)


def _ordered(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    """Down each column in turn, as far as the next line that runs across."""
    band: list[PageLine] = []
    for line in sorted(lines, key=lambda line: line.top):
        if line.column >= 0:
            band.append(line)
            continue
        yield from sorted(band, key=lambda found: (found.column, found.top))
        band = []
        yield line
    yield from sorted(band, key=lambda found: (found.column, found.top))


def edged(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines with the edges of their columns, told by the lines of their page; call when running lines are out."""
    made: list[PageLine] = []
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        edges = _edges(page)
        made += [replace(line, left=edges[line.column][0], right=edges[line.column][1]) for line in page]
    return made


def _edges(lines: Sequence[PageLine]) -> dict[int, tuple[float, float]]:
    """Left and right edge of each column, and of the page for what runs across (-1)."""
    edges: dict[int, tuple[float, float]] = {}
    for column in {line.column for line in lines} - {-1} or {0}:
        inside = [line for line in lines if line.column == column and line.grid is None] or list(lines)
        lefts: Counter[int] = Counter()
        for line in inside:
            lefts[round(line.x0)] += len(line.text)
        common = [x for x, letters in lefts.items() if letters >= COMMON * sum(lefts.values())]
        rights = sorted(line.x1 for line in inside)
        edges[column] = (min(common, default=min(lefts)), rights[int(0.9 * (len(rights) - 1))])
    edges[-1] = (min(left for left, _ in edges.values()), max(right for _, right in edges.values()))
    return edges
