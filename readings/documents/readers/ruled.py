"""Tables whose rows stand between lines of dashes: pandoc's simple and multiline ones, and those set by hand in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .lines import Line

RULER = re.compile(r"\s*(?:-{2,}(?:\s+-{2,})+|-{5,}|={5,}|_{5,}|[–—─]{5,})\s*$")
COLUMNS = re.compile(r"\s*-{2,}(?:\s+-{2,})+\s*$")
RUN = re.compile(r"-{2,}")
WIDE = 2
MOST_HEAD, MOST_ROWS = 6, 300
Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table that takes the lines from ``start`` to before ``end``."""

    start: int
    end: int
    rows: tuple[Cells, ...]


def ruled_tables(lines: Sequence[Line]) -> list[Ruled]:
    """The tables of a text in their order."""
    rulers = [i for i, line in enumerate(lines) if RULER.match(line.text) and not line.new_page]
    found: list[Ruled] = []
    for place, i in enumerate(rulers):
        if found and i < found[-1].end:
            continue
        below = [j for j in rulers[place + 1 : place + 3] if not any(line.new_page for line in lines[i : j + 1])]
        table = _between(lines, i, below) or _under(lines, i, found[-1].end if found else 0)
        if table:
            found.append(table)
    return found


def _between(lines: Sequence[Line], top: int, below: Sequence[int]) -> Ruled | None:
    """Header between two rulers, rows below the second one, down to a third one or to a blank line."""
    if COLUMNS.match(lines[top].text) or not below or not 1 < below[0] - top <= MOST_HEAD:
        return None
    if any(line.blank for line in lines[top + 1 : below[0]]):
        return None
    middle = below[0]
    end = _blank_after(lines, middle + 1)
    columns = COLUMNS.match(lines[middle].text)
    closed = len(below) > 1 and (below[1] < end or (bool(columns) and below[1] - middle <= MOST_ROWS))
    end = below[1] if closed else end
    head, body = _texts(lines[top + 1 : middle]), lines[middle + 1 : end]
    spaced = any(line.blank for line in body)
    rows = _rows(head, _texts(body), lines[middle].text, spaced)
    return Ruled(top, end + closed, rows) if rows else None


def _under(lines: Sequence[Line], ruler: int, first: int) -> Ruled | None:
    """A header right above a ruler with gaps, and rows right below it, as far as a blank line or another ruler."""
    if not COLUMNS.match(lines[ruler].text):
        return None
    top = ruler
    while top > first and ruler - top < MOST_HEAD and not lines[top - 1].blank and not lines[top].new_page:
        top -= 1
    end = _blank_after(lines, ruler + 1)
    closing = next((i for i in range(ruler + 1, end) if RULER.match(lines[i].text)), end)
    caption = max((i + 1 for i in range(top, ruler) if _crosses(lines[i].text, lines[ruler].text)), default=top)
    head = _texts(lines[caption:ruler])
    if not head and closing == end:
        return None
    rows = _rows(head, _texts(lines[ruler + 1 : closing]), lines[ruler].text, spaced=False)
    return Ruled(caption, closing + (closing < end), rows) if rows else None


def _crosses(text: str, ruler: str) -> bool:
    """A line that does not keep to the columns is no header but the caption or the text above."""
    gaps = [(one.end(), other.start()) for one, other in pairwise(RUN.finditer(ruler))]
    return any(text[start:end].strip() for start, end in gaps)


def _blank_after(lines: Sequence[Line], start: int) -> int:
    return next((i for i in range(start, len(lines)) if lines[i].blank or lines[i].new_page), len(lines))


def _texts(lines: Sequence[Line]) -> list[str]:
    return [line.text.rstrip() for line in lines]


def _rows(head: Sequence[str], body: Sequence[str], ruler: str, spaced: bool) -> tuple[Cells, ...]:
    """The cells, header first; empty where the lines do not keep to columns."""
    whole = [*head, *(line for line in body if line)]
    edges = _edges_of(ruler) if COLUMNS.match(ruler) else columns_of(whole)
    if len(edges) < 2 or not any(body):
        return ()
    above = [_merged(cut(head, edges))] if head else []
    if spaced:
        return (*above, *(_merged(cut(group, edges)) for group in _groups(body)))
    return (*above, *unwrapped(cut([line for line in body if line], edges)))


def _edges_of(ruler: str) -> list[int]:
    return [0, *[run.start() for run in RUN.finditer(ruler)][1:]]


def columns_of(lines: Sequence[str]) -> list[int]:
    """Where columns begin: behind white strips, at least two blanks wide, that no line crosses."""
    width = max(map(len, lines), default=0)
    filled = [False] * width
    for line in lines:
        for i, sign in enumerate(line):
            filled[i] = filled[i] or sign != " "
    starts = [i for i in range(WIDE, width) if filled[i] and not any(filled[i - WIDE : i])]
    return [0, *(start for start in starts if any(filled[:start]))]


def cut(lines: Sequence[str], edges: Sequence[int]) -> list[Cells]:
    """The cells of lines that are cut at the edges."""
    ends = [*edges[1:], None]
    return [tuple(line[start:end].strip() for start, end in zip(edges, ends, strict=True)) for line in lines]


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    group: list[str] = []
    for line in [*lines, ""]:
        if line:
            group.append(line)
        elif group:
            yield group
            group = []


def _merged(rows: Sequence[Cells]) -> Cells:
    """One row of the lines that its cells were wrapped to."""
    return tuple(" ".join(filter(None, cells)) for cells in zip(*rows, strict=True))


def unwrapped(rows: Sequence[Cells]) -> tuple[Cells, ...]:
    """The rows with those that only go on with cells above them put back there."""
    whole: list[Cells] = []
    for row in rows:
        if whole and _goes_on(whole[-1], row):
            whole[-1] = _merged([whole[-1], row])
        else:
            whole.append(row)
    return tuple(whole)


def _goes_on(above: Cells, row: Cells) -> bool:
    """A row without a name, or one whose only cell begins with a small letter behind a filled row."""
    filled = [i for i, cell in enumerate(row) if cell]
    if not row[0]:
        return len(filled) < len(row) - 1 and all(above[i] for i in filled)
    return filled == [0] and row[0][0].islower() and all(above)
