"""Glyphs that stand on one line of a page, and the white strips between its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .pdf_pages import Glyph, Page

RAISED = 0.85
"""A glyph smaller than this share of its line, and higher than its foot, is a superscript."""
SMALLEST_RAISED = 0.5
"""A glyph still smaller stands beside a large initial, not on its line."""
CROSSED = 0.12
"""Share of a page's rows that may run across the gap between two columns."""


@dataclass(slots=True)
class Row:
    """Glyphs that stand on one line of the page."""

    size: float
    bottom: float
    glyphs: list[Glyph] = field(default_factory=list)

    def takes(self, glyph: Glyph) -> bool:
        if glyph.size > RAISED * self.size:
            return abs(glyph.bottom - self.bottom) < 0.3 * self.size
        if glyph.size < SMALLEST_RAISED * self.size:
            return False
        overlap = min(glyph.bottom, self.bottom) - max(glyph.top, self.bottom - 1.15 * self.size)
        if overlap < 0.5 * (glyph.bottom - glyph.top):
            return False
        reach = 0.7 * self.size  # a raised number stands close to its word; a smaller line of another column does not
        return any(
            -reach < glyph.x0 - other.x1 < reach or 0 <= other.x0 - glyph.x1 < 2 * reach for other in self.glyphs
        )


def is_free(middle: float, rows: Sequence[Row]) -> bool:
    """Hardly any row has a glyph at this place, and some begin right of it."""
    crossing = sum(any(g.x0 <= middle <= g.x1 for g in row.glyphs) for row in rows)
    beyond = sum(any(g.x0 > middle for g in row.glyphs) for row in rows)
    return len(rows) < 12 and crossing <= 1 and beyond > 2


def rows_of(glyphs: Sequence[Glyph]) -> list[Row]:
    """Large glyphs first, so that a small raised one finds its line."""
    rows: list[Row] = []
    places: dict[int, list[Row]] = {}
    last: Row | None = None
    for glyph in sorted(glyphs, key=lambda g: -round(g.size)):
        if not (last and last.takes(glyph)):
            near = (
                row for n in range(int(glyph.bottom) // 8 - 2, int(glyph.bottom) // 8 + 3) for row in places.get(n, ())
            )
            last = next((row for row in near if row.takes(glyph)), None)
        if last is None:
            last = Row(glyph.size, glyph.bottom)
            rows.append(last)
            places.setdefault(int(glyph.bottom) // 8, []).append(last)
        last.glyphs.append(glyph)
    for row in rows:
        row.glyphs.sort(key=lambda g: g.x0)
    return sorted(rows, key=lambda row: row.bottom)


def gutters_of(rows: Sequence[Row], page: Page) -> list[float]:
    """The middles of the white strips between columns: strips that hardly any row crosses."""
    if len(rows) < 12:
        return []
    width = int(page.width) + 1
    covered = [0] * (width + 1)
    for row in rows:
        for place in {x for g in row.glyphs for x in range(max(0, int(g.x0)), min(width, int(g.x1) + 1))}:
            covered[place] += 1
    size = Counter(round(row.size) for row in rows).most_common(1)[0][0]
    left = min(g.x0 for row in rows for g in row.glyphs)
    right = max(g.x1 for row in rows for g in row.glyphs)
    found: list[float] = []
    start: int | None = None
    for x in range(max(0, int(left)), min(width, int(right)) + 1):
        if covered[x] <= CROSSED * len(rows):
            start = x if start is None else start
            continue
        if start is not None and x - start >= 0.8 * size and _is_gutter((start + x) / 2, rows, left, right):
            found.append((start + x) / 2)
        start = None
    return found


def _is_gutter(middle: float, rows: Sequence[Row], left: float, right: float) -> bool:
    """Both sides are wide, and most rows that stand on either side fill much of it."""
    if min(middle - left, right - middle) < 0.2 * (right - left):
        return False
    before = [g for g in (_extent([g for g in row.glyphs if g.x1 < middle]) for row in rows) if g > 0]
    after = [g for g in (_extent([g for g in row.glyphs if g.x0 > middle]) for row in rows) if g > 0]
    enough = min(len(before), len(after)) >= max(6, 0.25 * len(rows))
    return enough and all(sum(e) / len(e) > 0.45 * min(middle - left, right - middle) for e in (before, after))


def _extent(glyphs: Sequence[Glyph]) -> float:
    return glyphs[-1].x1 - glyphs[0].x0 if glyphs else 0


def split_row(row: Row, gutters: Sequence[float]) -> Iterator[list[Glyph]]:
    """A row cut at the gutters that none of its glyphs, and no narrow gap between two, lies across."""
    part: list[Glyph] = []
    waiting = list(gutters)
    for glyph in row.glyphs:
        while waiting and glyph.x0 > waiting[0]:
            if part and part[-1].x1 < waiting[0] and glyph.x0 - part[-1].x1 > 0.7 * row.size:
                yield part
                part = []
            waiting.pop(0)
        part.append(glyph)
    if part:
        yield part
