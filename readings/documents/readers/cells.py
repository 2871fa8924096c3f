"""Cells of source text to a table whose text is its rows, so that a cell is a range like anything else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readings.documents.inline import inline
from readings.documents.piece import Piece, PieceKind
from readings.documents.types import Mark

TABS = re.compile(r"\t+")
BARS = re.compile(r"(?<!\\)\|")
DELIMITER = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
GRID = re.compile(r"\+(?:[-=:]+\+)+$")


def tabbed_cells(lines: Sequence[str]) -> list[list[str]]:
    """Cells parted by tabs: by each one where that makes the rows equal, else by runs that only set columns apart."""
    exact = [line.rstrip().strip(" ").split("\t") for line in lines]
    if len({len(row) for row in exact}) == 1:
        return exact
    return [TABS.split(line.strip()) for line in lines]


def barred_cells(lines: Sequence[str]) -> list[list[str]]:
    """Cells parted by bars; lines of dashes go, and between the lines of a grid several lines are one row."""
    grid = any(GRID.match(line.strip()) for line in lines)
    rows: list[list[str]] = []
    fresh = True
    for line in lines:
        bare = line.strip()
        if GRID.match(bare) or DELIMITER.match(bare):
            fresh = True
            continue
        cells = BARS.split(bare.removeprefix("|").removesuffix("|"))
        if grid and not fresh and rows and len(rows[-1]) == len(cells):
            rows[-1] = [f"{above.strip()} {cell.strip()}".strip() for above, cell in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
        fresh = False
    return rows


def table_of(kind: PieceKind, sources: Sequence[Sequence[str]], lines: tuple[int, ...]) -> Piece:
    """The piece of a table: rows parted by line feeds, cells by tabs, short rows filled with empty cells."""
    width = max(map(len, sources))
    rows: list[tuple[str, ...]] = []
    marks: list[Mark] = []
    start = 0
    for source in sources:
        cells = [inline(cell.strip()) for cell in source] + [("", ())] * (width - len(source))
        for text, found in cells:
            marks += [replace(mark, start=mark.start + start, end=mark.end + start) for mark in found]
            start += len(text) + 1
        rows.append(tuple(text.replace("\t", " ").replace("\n", " ") for text, _ in cells))
    return Piece(kind, "\n".join(map("\t".join, rows)), lines, tuple(marks), rows=tuple(rows))
