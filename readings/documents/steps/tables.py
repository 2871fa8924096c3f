"""Tables without marks, their captions and their source lines, and the line of keywords."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from readings.documents.inline import inline
from readings.documents.piece import Draft, Piece, together
from readings.documents.readers.cells import table_of
from readings.documents.types import Finding

CAPTION = re.compile(
    r"(?:Table|Figure|Fig\.|Chart|Map|Graph|Box|TABLE|FIGURE|Таблица|Рисунок)\s*(?:\d{1,3}|[A-Z])?(?:\.\d+)?\s*[.:–—-]\s*\S"
)
SOURCE = re.compile(r"(?:Sources?|Note|Notes|Источник)\s*:\s*\S", re.IGNORECASE)
KEYWORDS = re.compile(
    r"(?:Key\s?words|Keywords|Key terms|Index terms|Ключевые слова)\s*(?:[:.—–]|-(?=\s))\s*", re.IGNORECASE
)
CELL = re.compile(r"\S+(?: \S+)*")
NUMBER = re.compile(r"[\d.,%()$€£+–-]+$")
LONGEST = 300
FEWEST_ROWS = 3
WIDEST_CELL, MOST_COLUMNS = 40, 12
STACKED = 0.9
HEADER = "A repeated table header was taken out."
BREAKS = ("page", "rule", "note")


def find_tables(draft: Draft) -> Draft:
    """Lines in columns become tables; the lines right above and below become caption and source."""
    pieces = [part for piece in draft.pieces for part in _tables(piece)]
    pieces = [_lone_row(pieces[i - 1], piece) if i else piece for i, piece in enumerate(pieces)]
    for i, piece in enumerate(pieces):
        if piece.kind == "text":
            pieces[i] = _line_by_a_table(pieces, i)
    whole, findings = _whole(pieces)
    return replace(draft, pieces=tuple(_captions_first(whole))).found(*findings)


def _lone_row(above: Piece, piece: Piece) -> Piece:
    """A single line with tabs right below a caption is the first row of a table that a page has cut."""
    cells = piece.source[0].strip().split("\t") if piece.kind == "text" and len(piece.source) == 1 else []
    if len(cells) < 2 or not all(cells) or not CAPTION.match(above.text):
        return piece
    return replace(table_of("table", (tuple(cells),), piece.lines), page=piece.page)


def _whole(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Finding]]:
    """A table that a page's end cut in two is one again: the same number of columns, and nothing but the break between."""
    groups: list[list[Piece]] = []
    findings: list[Finding] = []
    place = 0
    for piece in pieces:
        first = groups[place][0] if groups else None
        cut = len(groups) > place + 1 or (first is not None and len(first.rows) == 1)
        rows = _more_rows(first, piece) if first and first.kind == "table" and cut else ()
        if first and rows:
            lines = (groups[place][-1].lines[-1], piece.lines[0])
            findings.append(Finding("table_joined", "repaired", "A table cut in two is whole again.", lines))
            if rows[0] == first.rows[0] and len(rows) > 1:
                findings.append(Finding("table_header", "dropped", HEADER, lines, "\t".join(rows[0])))
                rows = rows[1:]
            text = "\n".join(map("\t".join, rows))
            groups[place].append(replace(piece, text=text, rows=rows, marks=()))
            continue
        groups.append([piece])
        if piece.kind not in BREAKS:
            place = len(groups) - 1
    return [_one_table(group) if len(group) > 1 else group[0] for group in groups], findings


def _one_table(group: Sequence[Piece]) -> Piece:
    rows = tuple(row for piece in group for row in piece.rows)
    return replace(together(group, ["\n"] * (len(group) - 1)), rows=rows)


def _more_rows(table: Piece, piece: Piece) -> tuple[tuple[str, ...], ...]:
    """The rows of a piece that go on with a table, empty where it is something else."""
    width = len(table.rows[0]) if table.rows else 0
    rows = piece.rows if piece.kind == "table" and not piece.marks else ()
    if piece.kind == "text" and piece.source and all("\t" in line for line in piece.source):
        rows = tuple(tuple(cell.strip() for cell in line.strip().split("\t") if cell.strip()) for line in piece.source)
    return rows if width > 1 and all(len(row) == width for row in rows) else ()


def _tables(piece: Piece) -> list[Piece]:
    """The table in a piece, with a caption and a source that stand in its first and last line."""
    if piece.kind == "tabbed":
        return [replace(piece, kind="table")]
    if piece.kind != "text" or len(piece.source) < FEWEST_ROWS or len(piece.source) != len(piece.lines):
        return [piece]
    start = 1 if CAPTION.match(piece.source[0].strip()) else 0
    end = len(piece.source) - (1 if SOURCE.match(piece.source[-1].strip()) else 0)
    lines = piece.source[start:end]
    rows = aligned(lines) or stacked(lines)
    if not rows:
        return [piece]
    table = replace(table_of("table", rows, piece.lines[start:end]), page=piece.page)
    above = [_line(piece, 0)] if start else []
    below = [_line(piece, end)] if end < len(piece.source) else []
    return [*above, table, *below]


def _line(piece: Piece, i: int) -> Piece:
    text, marks = inline(piece.source[i].strip())
    return replace(piece, text=text, marks=marks, lines=piece.lines[i : i + 1], source=piece.source[i : i + 1])


def stacked(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Rows of a table whose cells stand one to a line: after a header, every row is a name and figures; else empty."""
    cells = [line.strip() for line in lines]
    if len(cells) < 2 * FEWEST_ROWS or max(map(len, cells)) > WIDEST_CELL:
        return ()
    figures = [bool(NUMBER.match(cell)) for cell in cells]
    for width in range(2, MOST_COLUMNS + 1):
        rows = len(cells) // width
        names = [figures[i] for i in range(width, len(cells), width)]
        if len(cells) % width or rows < FEWEST_ROWS or any(names) or figures[0]:
            continue
        if sum(figures[width:]) >= STACKED * (rows - 1) * (width - 1):
            return tuple(tuple(cells[i : i + width]) for i in range(0, len(cells), width))
    return ()


def aligned(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Cells of lines whose columns stand below each other, parted by two blanks or more; empty where they do not."""
    if len(lines) < FEWEST_ROWS:
        return ()
    cells = [[(found.start(), found[0]) for found in CELL.finditer(line)] for line in lines]
    width, often = Counter(map(len, cells)).most_common(1)[0]
    numeric = sum(bool(NUMBER.match(text)) for row in cells[1:] for _, text in row[1:])
    if width < 2 or often < 0.7 * len(lines) or max(map(len, cells)) > width or numeric * 3 < len(lines) * (width - 1):
        return ()
    columns = [start for start, _ in next(row for row in cells if len(row) == width)]
    return tuple(_in_columns(row, columns) for row in cells)


def _in_columns(row: Sequence[tuple[int, str]], columns: Sequence[int]) -> tuple[str, ...]:
    if len(row) == len(columns):
        return tuple(text for _, text in row)
    filled = [""] * len(columns)
    for start, text in row:
        nearest = min(range(len(columns)), key=lambda i: abs(columns[i] - start))
        filled[nearest] = f"{filled[nearest]} {text}".strip()
    return tuple(filled)


def _line_by_a_table(pieces: Sequence[Piece], i: int) -> Piece:
    piece = pieces[i]
    if CAPTION.match(piece.text) and len(piece.text) < LONGEST:
        return replace(piece, kind="caption")
    if SOURCE.match(piece.text) and any(near.kind in ("table", "caption") for near in pieces[max(0, i - 2) : i]):
        return replace(piece, kind="source")
    label = KEYWORDS.match(piece.text)
    return replace(piece.sliced(label.end()), kind="keywords") if label else piece


def _captions_first(pieces: Sequence[Piece]) -> list[Piece]:
    """A caption below a table that has none above it stands above it, where a reader looks for it."""
    ordered: list[Piece] = []
    captioned = False
    for i, piece in enumerate(pieces):
        last = ordered[-1].kind if ordered else None
        if piece.kind == "table":
            captioned = last == "caption"
        if piece.kind == "caption" and last == "table" and not captioned and _belongs_above(pieces[i + 1 : i + 3]):
            ordered.insert(-1, piece)
            captioned = True
        else:
            ordered.append(piece)
    return ordered


def _belongs_above(after: Sequence[Piece]) -> bool:
    """A caption between two tables is the first one's where the second one has its own below it."""
    return not after or after[0].kind != "table" or (len(after) > 1 and after[1].kind == "caption")
