"""The contents list goes out of the text, but what it says about headings is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from readings.documents.looks import CONTENTS_TITLES, NUMBERED, folded
from readings.documents.piece import Draft, Entry, Piece, dropped

PAGE = r"(?P<page>\d{1,4}|[ivxl]{1,6})$"
LEADERS = re.compile(rf"(?P<title>[^\s.].{{0,200}}?)\s?(?:\.{{3,200}}|…{{1,60}}|(?:\s\.){{3,60}}|\s[—–]\s)\s*{PAGE}")
LOOSE = re.compile(rf"(?P<title>[^\s.].{{0,200}}?)(?:\s?\.{{2,200}}|…{{1,60}}|(?:\s\.){{2,60}}|\s[—–])?\s+{PAGE}")
CAPTION = re.compile(r"(?:Table|Figure|Fig\.|Map|Chart|Box|Appendix|Annex)\s+\w", re.IGNORECASE)
FEWEST = 3
MOST = 0.8
LONGEST = 250


@dataclass(frozen=True, slots=True)
class _Row:
    title: str
    page: str = ""


def read_contents(draft: Draft) -> Draft:
    """Take out runs of lines that are titles with page numbers, and the heading above them."""
    pieces = draft.pieces
    last = {folded(piece.text): i for i, piece in enumerate(pieces) if len(piece.text) < LONGEST}
    listed: dict[int, list[_Row]] = {}
    for run in _runs(pieces, last):
        rows = [row for part in run.values() for row in part]
        if _is_contents(rows) or (_is_list_of_captions(rows) and _is_title(pieces[max(0, min(run) - 1)])):
            listed |= run
    if not listed:
        return draft
    titled = {i - 1 for i in listed if i and _is_title(pieces[i - 1])}
    gone = [pieces[i] for i in sorted(listed.keys() | titled)]
    entries = tuple(_entry(row.title) for i in sorted(listed) for row in listed[i])
    kept = tuple(piece for i, piece in enumerate(pieces) if i not in listed and i not in titled)
    finding = dropped("contents_list", "The contents list was taken out; headings come from the text itself.", gone)
    return replace(draft, pieces=kept, contents=entries).found(finding)


def _is_title(piece: Piece) -> bool:
    return folded(piece.text) in CONTENTS_TITLES


def _runs(pieces: Sequence[Piece], last: dict[str, int]) -> Iterator[dict[int, list[_Row]]]:
    """Pieces in a row that hold nothing but titles and pages."""
    run: dict[int, list[_Row]] = {}
    titled = False
    for i, piece in enumerate(pieces):
        if piece.kind in ("page", "rule"):
            continue
        rows = _rows(piece, i, last, titled)
        if rows:
            run[i] = rows
            continue
        if run:
            yield run
        run = {}
        titled = _is_title(piece)
    if run:
        yield run


def _rows(piece: Piece, i: int, last: dict[str, int], titled: bool) -> list[_Row]:
    """The entries in a piece, empty where it is something else; below "Contents" a bare title counts too."""
    if piece.kind == "tabbed":
        return [_Row(" ".join(row[:-1]), row[-1].strip()) for row in piece.rows if len(row) > 1]
    if piece.kind not in ("text", "item", "heading") or max(map(len, piece.source), default=LONGEST) >= LONGEST:
        return []
    rows: list[_Row] = []
    open_title = ""
    for line in piece.source:
        line = f"{open_title} {line.strip().lstrip('#-*•').strip()}".strip()
        found = (LOOSE if titled else LEADERS).match(line)
        known = titled and last.get(folded(line), 0) > i
        open_title = "" if found or known else line
        if len(open_title) > LONGEST:
            return []
        if found or known:
            rows.append(_Row(found["title"], found["page"]) if found else _Row(line))
    return rows if not open_title and len(rows) * 2 >= len(piece.source) else []


def _is_contents(rows: Sequence[_Row]) -> bool:
    """Enough rows with words in them, and pages that rise."""
    pages = [int(row.page) for row in rows if row.page.isdigit() and len(row.page) <= 4]
    odd = sum(bool(row.page) and not row.page.isdigit() and not re.match("[ivxl]+$", row.page) for row in rows)
    rising = sum(a <= b for a, b in pairwise(pages))
    worded = sum(any(map(str.isalpha, row.title)) for row in rows)
    return (
        len(rows) >= FEWEST
        and odd <= (1 - MOST) * len(rows)
        and rising >= MOST * (len(pages) - 1)
        and worded >= MOST * len(rows)
    )


def _is_list_of_captions(rows: Sequence[_Row]) -> bool:
    """Below "List of Tables" even one line is a list, if it is a caption with a page."""
    return all(row.page and CAPTION.match(row.title) for row in rows)


def _entry(line: str) -> Entry:
    number = NUMBERED.match(line)
    title = line[number.end() :] if number else line
    return Entry(number[1] if number else "", folded(title), number[1].count(".") + 1 if number else 1)
