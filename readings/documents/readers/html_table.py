"""An HTML table to cells: spans filled, header rows made one, marks kept; tables that only lay out a page are told apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from readings.documents.piece import Piece
from readings.documents.types import Mark

from .html_tree import Element

Cell = tuple[str, tuple[Mark, ...]]
WIDEST = 200
MOST_CELLS = 200_000
"""Beyond so many cells none is repeated."""
LONG_CELL = 1500


def is_data_table(table: Element) -> bool:
    """False for a table that holds whole passages, other tables, text beside its cells, or a single column or row."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in _rows(table)]
    outside = _letters(table) - sum(_letters(cell) for row in rows for cell in row)
    if (table.get("role") or "") in ("presentation", "none") or outside != sum(map(_letters, table.findall("caption"))):
        return False
    if any(True for _ in table.iter("th")) or table.find("caption") is not None:
        return True
    if any(e is not table for e in table.iter("table")) or any(True for _ in table.iter("h1", "h2", "h3")):
        return False
    longest = max((len(cell.text_content()) for row in rows for cell in row), default=0)
    return len(rows) > 1 and max(map(len, rows), default=0) > 1 and longest < LONG_CELL


def _letters(element: Element) -> int:
    return sum(len("".join(text.split())) for text in element.itertext())


def _rows(table: Element) -> list[Element]:
    return [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]


def table_piece(table: Element, read: Callable[[Element], Cell], line: int) -> Piece | None:
    """The table as a piece; ``read`` makes text and marks of a cell."""
    rows = _rows(table)
    head = _head_size(rows)
    grid = _grid(rows, read)
    if not grid:
        return None
    width = max(map(len, grid))
    grid = [row + [("", ())] * (width - len(row)) for row in grid]
    if head > 1:
        grid[:head] = [[_merged([row[column] for row in grid[:head]]) for column in range(width)]]
    return grid_piece(grid, line)


def _head_size(rows: list[Element]) -> int:
    """How many rows at the top are header."""
    size = 0
    for row in rows:
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if not cells or not (row.getparent().tag == "thead" or all(cell.tag == "th" for cell in cells)):
            break
        size += 1
    return size if size < len(rows) else min(size, 1)


def _grid(rows: list[Element], read: Callable[[Element], Cell]) -> list[list[Cell]]:
    """Rows of equal cells; a cell that spans several stands in each of them."""
    grid: list[list[Cell]] = []
    hanging: dict[int, tuple[int, Cell]] = {}
    count = 0
    for row in rows:
        line: list[Cell] = []
        for element in (cell for cell in row if cell.tag in ("td", "th")):
            _hang(line, hanging)
            cell = read(element)
            across, down = (_span(element, name) if count < MOST_CELLS else 1 for name in ("colspan", "rowspan"))
            for _ in range(min(across, WIDEST - len(line))):
                if down > 1:
                    hanging[len(line)] = (down - 1, _repeated(cell))
                line.append(cell)
                cell = _repeated(cell)
        _hang(line, hanging)
        count += len(line)
        if any(text for text, _ in line):
            grid.append(line)
    return grid


def _hang(line: list[Cell], hanging: dict[int, tuple[int, Cell]]) -> None:
    while len(line) in hanging:
        place = len(line)
        left, cell = hanging.pop(place)
        if left > 1:
            hanging[place] = (left - 1, cell)
        line.append(cell)


def _repeated(cell: Cell) -> Cell:
    """A cell's text once more, without its note marks, which stand in the first one."""
    return cell[0], tuple(mark for mark in cell[1] if mark.kind != "note")


def _span(cell: Element, name: str) -> int:
    given = (cell.get(name) or "1").strip()
    return max(1, min(int(given), 1000)) if given.isascii() and given.isdigit() and len(given) < 5 else 1


def _merged(cells: list[Cell]) -> Cell:
    """One header cell from those above each other."""
    text, marks = cells[0]
    for more, found in cells[1:]:
        if more and more != text:
            shift = len(text) + 1 if text else 0
            marks += tuple(replace(m, start=m.start + shift, end=m.end + shift) for m in found)
            text = f"{text} {more}" if text else more
    return text, marks


def grid_piece(grid: list[list[Cell]], line: int) -> Piece:
    """Rows of cells as a table whose text is the cells, so that a mark in a cell is a range like any other."""
    start = 0
    marks: list[Mark] = []
    for row in grid:
        for text, found in row:
            marks += [replace(m, start=m.start + start, end=m.end + start) for m in found]
            start += len(text) + 1
    rows = tuple(tuple(text for text, _ in row) for row in grid)
    return Piece("table", "\n".join(map("\t".join, rows)), (line,), tuple(marks), rows=rows)
