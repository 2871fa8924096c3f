"""What type a PDF is set in: the styles of its headings, the distance of its lines, whether paragraphs are indented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from readings.documents.looks import ends_sentence

from .pdf_lines import PageLine

LARGER = 1.08
"""A heading's type is larger than this share of the text's, or bold."""


def style_of(line: PageLine) -> tuple[float, bool]:
    return line.size, line.bold


def heading_styles(lines: Sequence[PageLine], size: float) -> list[tuple[float, bool]]:
    """The styles of headings, the highest first."""
    counts = Counter(style_of(line) for line in lines if line.grid is None)
    letters = Counter[tuple[float, bool]]()
    for line in lines:
        letters[style_of(line)] += len(line.text)
    total = sum(letters.values()) or 1
    found = [
        s for s in counts if (s[0] >= LARGER * size or (s[1] and s[0] >= 0.97 * size)) and letters[s] < 0.25 * total
    ]
    return sorted(found, key=lambda style: (-style[0], not style[1]))


def leading_of(lines: Sequence[PageLine], size: float) -> float:
    """The usual distance from line to line of the text."""
    steps = Counter(
        round(b.top - a.top, 1)
        for a, b in pairwise(lines)
        if a.page == b.page
        and a.column == b.column
        and abs(a.size - size) < 0.6 > abs(b.size - size)
        and 0 < b.top - a.top < 3 * size
    )
    return steps.most_common(1)[0][0] if steps else 1.2 * size


def is_indented(lines: Sequence[PageLine], size: float) -> bool:
    """True where paragraphs begin with an indent: it follows lines that ended, not lines that go on."""
    ended = went_on = 0
    for above, line in pairwise(lines):
        if above.page == line.page and abs(line.size - size) < 0.6 and above.indent < 0.3 and 0.6 < line.indent < 5:
            closed = above.short or ends_sentence(above.text)
            ended, went_on = ended + closed, went_on + (not closed)
    return ended > went_on and ended > 0.02 * len(lines)
