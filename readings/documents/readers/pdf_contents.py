"""The contents list of a PDF: lines with leaders or under its heading, which end with page numbers; it goes out of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readings.documents.looks import CONTENTS_TITLES, folded
from readings.documents.types import Finding

from .pdf_lines import PageLine

LEADER = re.compile(r"(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxl]{1,7})$|(?:…\s?){2,}\s*(?:\d{1,4}|[ivxl]{1,7})$")
ENDS_WITH_PAGE = re.compile(r"\S\s+(?:\d{1,4}|[ivxl]{1,7})$")
FEWEST = 3
WRAPPED = 2
"""So many lines may stand between two entries: the first lines of a long title."""


def take_contents(lines: Sequence[PageLine]) -> tuple[list[PageLine], list[Finding]]:
    """The lines without the contents list, and the finding that keeps its words."""
    gone: set[int] = set()
    start = 0
    while start < len(lines):
        titled = folded(lines[start].text) in CONTENTS_TITLES
        end, entries = _end(lines, start + titled, ENDS_WITH_PAGE if titled else LEADER)
        if entries >= FEWEST:
            gone.update(range(start, end))
            start = end
        else:
            start += 1
    taken = [lines[i] for i in sorted(gone)]
    if not taken:
        return list(lines), []
    message = "The contents list was taken out; headings come from the text itself."
    words = "\n".join(line.text for line in taken)
    finding = Finding("contents_list", "dropped", message, tuple(line.number for line in taken), words)
    return [line for i, line in enumerate(lines) if i not in gone], [finding]


def _end(lines: Sequence[PageLine], start: int, entry: re.Pattern[str]) -> tuple[int, int]:
    """Where a run of entries that begins at this line ends, and how many there are."""
    end, entries = start, 0
    for i in range(start, len(lines)):
        if entry.search(lines[i].text):
            end, entries = i + 1, entries + 1
        elif i - end >= WRAPPED or not entries:
            break
    return end, entries
