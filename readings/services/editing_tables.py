"""Changes of a table: words go from cell to cell, rows and columns come and go, and no word of it is ever lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from readings.documents import Block, Document, Mark
from readings.selectors.passages import EditCarrier, Stretch
from readings.services.editing_blocks import Effect, marks_carried
from readings.services.editing_places import EditError, fresh_id, place_of, with_blocks
from readings.services.editing_words import retabled

PLACES = {"table_caption": "above it as its caption", "paragraph": "below it", "source_line": "below it as its source"}
"""What a row becomes that is taken out of its table."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, and which ranges of the old table stand in it: start, end, place in the cell."""

    text: str
    parts: tuple[tuple[int, int, int], ...] = ()


Grid = list[list[Cell]]


def table_cells(document: Document, target: str, *, rows: Sequence[Sequence[str]]) -> Effect:
    """Other cells, header first; as many as before, and of the same words."""
    block = _table(document, target)
    grid = grid_of(block)
    if [len(row) for row in rows] != [len(row) for row in grid]:
        raise EditError("The table has another number of rows or columns now. Open it again and make the change anew.")
    new = [[" ".join(text.split()) for text in row] for row in rows]
    _same_words(grid, new)
    kept = [list(map(_cell, above, row)) for above, row in zip(grid, new, strict=True)]
    table, stretches = _made(block, kept, bool(block.header))
    table = replace(table, marks=_with_lost(block, table, grid_of(table)))
    return _instead(document, target, (table,)), EditCarrier({target: stretches})


def _with_lost(old: Block, new: Block, grid: Grid) -> tuple[Mark, ...]:
    """The new marks, and those of notes whose words went to another cell: they stand at the end of their own."""
    there = {mark.target for mark in new.marks if mark.kind == "note"}
    places = zip(chain.from_iterable(grid_of(old)), chain.from_iterable(grid), strict=True)
    ends = [(before.parts[0], after.parts[0][1]) for before, after in places]
    lost = [
        replace(mark, start=end, end=end)
        for mark in old.marks
        if mark.kind == "note" and mark.target not in there
        for (start, stop, _), end in ends
        if start <= mark.start <= stop
    ]
    return tuple(sorted((*new.marks, *lost), key=lambda mark: (mark.start, mark.end)))


def _same_words(old: Grid, new: Sequence[Sequence[str]]) -> None:
    before = Counter(word for row in old for cell in row for word in cell.text.split())
    after = Counter(word for row in new for text in row for word in text.split())
    if before != after:
        strange = ", ".join(f"“{word}”" for word in [*(before - after), *(after - before)][:6])
        raise EditError(
            f"Words may go from cell to cell, but they stay as printed. Look at {strange}. A misprint is corrected in the "
            "file, and comes in as a new version."
        )


def _cell(old: Cell, text: str) -> Cell:
    """The new text of a cell, with what it shares with the old one at both ends."""
    start = old.parts[0][0]
    head = _alike(old.text, text)
    tail = min(_alike(old.text[::-1], text[::-1]), len(old.text) - head, len(text) - head)
    parts = [(start, start + head, 0)]
    if tail:
        parts.append((start + len(old.text) - tail, start + len(old.text), len(text) - tail))
    return Cell(text, tuple(parts))


def _alike(one: str, other: str) -> int:
    """How many letters two texts have in common from their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def table_header(document: Document, target: str, *, has_header: bool) -> Effect:
    """Whether the first row holds the heads of the columns."""
    block = _table(document, target)
    return _changed(document, block, grid_of(block), has_header=has_header)


def table_row_put(document: Document, target: str, *, row: int, cells: Sequence[str] = ()) -> Effect:
    """A row before the one with this number, counted from 0 with the header; empty unless its words are given."""
    block = _table(document, target)
    grid = grid_of(block)
    _within(row, len(grid) + 1, "row")
    width = max(map(len, grid))
    texts = [*cells, *[""] * width][: max(width, len(cells))]
    return _changed(document, block, [*grid[:row], [Cell(text) for text in texts], *grid[row:]], bool(block.header))


def table_row_out(document: Document, target: str, *, row: int, kind: str = "paragraph") -> Effect:
    """The row stands outside of the table, above as its caption or below; an empty one is gone."""
    block = _table(document, target)
    grid = grid_of(block)
    _within(row, len(grid), "row")
    if len(grid) == 1:
        raise EditError("A table keeps at least one row. Make it paragraphs instead.")
    if kind not in PLACES:
        raise EditError(f"Choose one of: {', '.join(PLACES)}.")
    left, line = [*grid[:row], *grid[row + 1 :]], _joined(grid[row])
    has_header = bool(block.header) and row > 0
    if not line.text:
        return _changed(document, block, left, has_header)
    outside = Block(fresh_id(document, "b-", line.text), kind, line.text, block.lines, page=block.page)  # type: ignore[arg-type]
    outside = replace(outside, marks=marks_carried(block.marks, _stretches(line, outside.id, 0)))
    table, stretches = _made(block, left, has_header)
    if kind == "table_caption":
        table = replace(table, caption=line.text)
    pair = (outside, table) if kind == "table_caption" else (table, outside)
    return _instead(document, target, pair), EditCarrier({target: [*stretches, *_stretches(line, outside.id, 0)]})


def table_column_put(document: Document, target: str, *, column: int) -> Effect:
    """An empty column before the one with this number, counted from 0."""
    block = _table(document, target)
    grid = grid_of(block)
    _within(column, max(map(len, grid)) + 1, "column")
    return _changed(document, block, [[*row[:column], Cell(""), *row[column:]] for row in grid], bool(block.header))


def table_column_join(document: Document, target: str, *, column: int) -> Effect:
    """The column's words stand in the one on its left; of the first column, in the one on its right."""
    block = _table(document, target)
    grid = grid_of(block)
    width = max(map(len, grid))
    _within(column, width, "column")
    if width == 1:
        raise EditError("A table keeps at least one column. Make it paragraphs instead.")
    left = max(0, column - 1)
    joined = [[*row[:left], _joined(row[left : left + 2]), *row[left + 2 :]] for row in grid]
    return _changed(document, block, joined, bool(block.header))


def table_part(document: Document, target: str, *, row: int, header: Sequence[str] = (), line: int = 0) -> Effect:
    """Two tables, the second from this row on; with these heads of its columns, or with its first row as such."""
    block = _table(document, target)
    grid = grid_of(block)
    if not 0 < row < len(grid):
        raise EditError("A table is parted between two of its rows. Look at it.")
    above, first = _made(block, grid[:row], bool(block.header))
    rows = [[Cell(text) for text in header], *grid[row:]] if header else grid[row:]
    name = fresh_id(document, "b-", "\n".join("\t".join(cell.text for cell in line) for line in rows))
    below, second = _made(replace(block, id=name, caption=None), rows, bool(block.header))
    if line in block.lines:
        at = block.lines.index(line)
        above, below = replace(above, lines=block.lines[:at]), replace(below, lines=block.lines[at:])
    return _instead(document, target, (above, below)), EditCarrier({target: [*first, *second]})


def table_plain(document: Document, target: str) -> Effect:
    """No table: each row is a paragraph."""
    block = _table(document, target)
    lines = [line for line in map(_joined, grid_of(block)) if line.text]
    if not lines:
        raise EditError("The table is empty. Correct it in the file and import that as a new version.")
    made: list[Block] = []
    stretches: list[Stretch] = []
    for line in lines:
        name = target if not made else fresh_id(document, "b-", line.text, {one.id for one in made})
        parts = _stretches(line, name, 0)
        marks = marks_carried(block.marks, parts)
        made.append(Block(name, "paragraph", line.text, block.lines, marks, page=block.page))
        stretches += parts
    return _instead(document, target, tuple(made)), EditCarrier({target: stretches})


def grid_of(block: Block) -> Grid:
    """The table's cells, header first, each with the range of the text that it is."""
    grid: Grid = []
    start = 0
    for line in block.text.split("\n"):
        row: list[Cell] = []
        for text in line.split("\t"):
            row.append(Cell(text, ((start, start + len(text), 0),)))
            start += len(text) + 1
        grid.append(row)
    return grid


def _joined(cells: Iterable[Cell]) -> Cell:
    """One cell of several, their words parted by blanks."""
    text, parts = "", []
    for cell in cells:
        if cell.text:
            text = f"{text} " if text else ""
            parts += [(start, end, at + len(text)) for start, end, at in cell.parts]
            text += cell.text
    return Cell(text, tuple(parts))


def _stretches(cell: Cell, key: str, at: int) -> list[Stretch]:
    return [Stretch(start, end, key, at + place) for start, end, place in cell.parts if end > start]


def _made(block: Block, grid: Grid, has_header: bool) -> tuple[Block, list[Stretch]]:
    """The table of these cells, and where what stood in the old one stands in it."""
    stretches: list[Stretch] = []
    start = 0
    for row in grid:
        for cell in row:
            stretches += _stretches(cell, block.id, start)
            start += len(cell.text) + 1
    text = "\n".join("\t".join(cell.text for cell in row) for row in grid)
    first = tuple(cell.text for cell in grid[0])
    marks = marks_carried(block.marks, stretches)
    made = replace(block, text=text, marks=marks, header=first if has_header else (), confidence=1.0)
    return retabled(made), stretches


def _changed(document: Document, block: Block, grid: Grid, has_header: bool) -> Effect:
    table, stretches = _made(block, grid, has_header)
    return _instead(document, block.id, (table,)), EditCarrier({block.id: stretches})


def _instead(document: Document, target: str, blocks: tuple[Block, ...]) -> Document:
    at, place = place_of(document, target)
    there = document.sections[at].blocks
    return with_blocks(document, at, (*there[:place], *blocks, *there[place + 1 :]))


def _table(document: Document, target: str) -> Block:
    at, place = place_of(document, target)
    block = document.sections[at].blocks[place]
    if block.kind != "table":
        raise EditError("This is not a table any more. Go back to the text and choose again.")
    return block


def _within(number: int, count: int, what: str) -> None:
    if not 0 <= number < count:
        raise EditError(f"The table has no such {what} any more. Open it again.")
