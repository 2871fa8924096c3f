"""Running headers, footers and page numbers of a PDF: told by place and repetition, taken out, and read for the pages' labels."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

from readings.documents.types import Finding

from .pdf_lines import PageLine

ZONE = 0.16
"""Share of the page's height, at its top and at its foot, in which furniture stands."""
NUMBER = re.compile(
    r"^\W{0,3}(?:page\s+|p\.\s*)?(\d{1,4}|[ivxlc]{1,7})\b|\b(\d{1,4}|[ivxlc]{1,7})(?:\s+of\s+\d+)?\W{0,3}$",
    re.IGNORECASE,
)
ALONE = re.compile(
    r"\W{0,3}(?:page\s+|p\.\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?\W{0,3}$", re.IGNORECASE
)
SHARE = 0.15
OUTERMOST = 4


def take_furniture(
    lines: Sequence[PageLine], page_heights: Sequence[float]
) -> tuple[list[PageLine], list[str], list[Finding]]:
    """The lines that are text, each page's label, and what was taken out."""
    outer = _outer(lines, page_heights)
    all_outer = list(chain.from_iterable(outer.values()))
    gone = _repeated(outer, len(page_heights))
    labels = _labels([line for line in all_outer if line in gone or ALONE.match(line.text)], len(page_heights))
    heights = {height for line in gone for height in _heights(line)}
    for line in all_outer:
        if _says(line, labels) and (ALONE.match(line.text) or heights & set(_heights(line))):
            gone.add(line)
    kept = [line for line in lines if line not in gone]
    return kept, labels, _findings(sorted(gone, key=lambda line: line.number))


def _outer(lines: Sequence[PageLine], heights: Sequence[float]) -> dict[tuple[int, bool], list[PageLine]]:
    """(page, at its foot?) → its lines in the zone, the outermost first."""
    zones: dict[tuple[int, bool], list[PageLine]] = defaultdict(list)
    for line in lines:
        height = heights[line.page]
        if line.grid is None and not line.label and (line.bottom < ZONE * height or line.top > (1 - ZONE) * height):
            zones[line.page, line.top > height / 2].append(line)
    return {
        (page, foot): sorted(found, key=lambda line: -line.bottom if foot else line.top)[:OUTERMOST]
        for (page, foot), found in zones.items()
    }


def _key(line: PageLine) -> str:
    """The line's text with its page number blotted out."""
    return re.sub(r"\d+|\b[ivxlc]{1,7}\b$", "#", line.text.casefold()).strip()


def _repeated(outer: dict[tuple[int, bool], list[PageLine]], pages: int) -> set[PageLine]:
    """Lines that stand at the same height of several pages, with nothing but such lines outside of them."""
    counts: Counter[tuple[str, bool, int]] = Counter()
    for (_, foot), found in outer.items():
        counts.update({(_key(line), foot, height) for line in found for height in _heights(line)})
    enough = 2 if pages < 6 else max(3, min(int(SHARE * pages), 8))
    gone: set[PageLine] = set()
    for (_, foot), found in outer.items():
        edge = None
        for line in found:
            seen = max(counts[_key(line), foot, height] for height in _heights(line))
            if seen < enough:
                if edge is None or abs(line.bottom - edge) > 2:
                    break
                continue
            gone.add(line)
            edge = line.bottom
    return gone


def _heights(line: PageLine) -> tuple[int, int]:
    """The line's height in steps, and in steps set off by half, so that neighbours meet in one of them."""
    return int(line.bottom // 8) * 2, int((line.bottom + 4) // 8) * 2 + 1


def _number(line: PageLine) -> str:
    found = NUMBER.search(line.text)
    return (found[1] or found[2]) if found else ""


def _labels(lines: Sequence[PageLine], pages: int) -> list[str]:
    """Each page's printed number: from the run that most of the numbers found agree on, else as found, else counted."""
    found: dict[int, str] = {}
    offsets: Counter[int] = Counter()
    for line in lines:
        number = _number(line)
        if number.isdigit():
            offsets[int(number) - line.page] += 1
        if number:
            found.setdefault(line.page, number)
    offset, count = offsets.most_common(1)[0] if offsets else (1, 0)
    if count < 2 and not (count and pages == 1):
        offset = 1
    romans = {page: number for page, number in found.items() if not number.isdigit()}
    return [romans.get(page, str(page + 1)) if page + offset < 1 else str(page + offset) for page in range(pages)]


def _says(line: PageLine, labels: Sequence[str]) -> bool:
    return _number(line).casefold() == labels[line.page].casefold()


def _findings(gone: Sequence[PageLine]) -> list[Finding]:
    """One finding for each text that was repeated."""
    groups: dict[str, list[PageLine]] = defaultdict(list)
    for line in gone:
        groups["#" if ALONE.match(line.text) else _key(line)].append(line)
    findings: list[Finding] = []
    for key, lines in groups.items():
        code, what = (
            ("page_number", "Page numbers were")
            if key == "#"
            else ("running_header", f"The running line “{lines[0].text[:80]}” was")
        )
        message = f"{what} taken out of the text ({len(lines)} times)."
        findings.append(
            Finding(
                code, "dropped", message, tuple(line.number for line in lines), "\n".join(line.text for line in lines)
            )
        )
    return findings
