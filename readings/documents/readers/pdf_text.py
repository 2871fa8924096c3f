"""The glyphs of a line as text with marks: blanks from gaps, superscripts as note marks, right-to-left scripts turned."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from readings.documents.inline import LABEL, TO_DIGITS
from readings.documents.types import Mark

from .html_text import Flow
from .pdf_pages import Glyph
from .pdf_rows import RAISED

SPACE = 0.2
"""A gap wider than this share of the type size parts words."""
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": "-"}


class _LineFlow(Flow):
    """A flow that remembers the glyph set last."""

    before: Glyph | None = None


def set_text(glyphs: Sequence[Glyph], size: float, bottom: float) -> tuple[str, tuple[Mark, ...], str]:
    """Text, marks and, where a superscript stands first, its number."""
    flow = _LineFlow()
    label = ""
    for kind, run in _runs(_in_order(glyphs), size, bottom):
        text = _spaced(run, flow)
        if kind == "raised":
            if not flow.length and not label and (number := text.strip(" []().").translate(TO_DIGITS)):
                label = number if _is_label(number) else ""
                if label:
                    continue
            if not flow.superscript(text):
                flow.add(text)
        else:
            _styled(flow, text, run)
    text, marks = flow.take()
    return text, marks, label


def _is_label(text: str) -> bool:
    return bool(re.fullmatch(LABEL, text))


def _styled(flow: Flow, text: str, run: Sequence[Glyph]) -> None:
    if run[0].bold:
        flow.start("strong")
    if run[0].italic:
        flow.start("emphasis")
    flow.add(text)
    for style in (run[0].italic, run[0].bold):
        if style:
            flow.end()


def _runs(glyphs: Sequence[Glyph], size: float, bottom: float) -> Iterator[tuple[str, list[Glyph]]]:
    """Glyphs that stand together with the same style, superscripts apart."""
    run: list[Glyph] = []
    current: tuple[str, bool, bool] | None = None
    for glyph in glyphs:
        raised = glyph.size <= RAISED * size and glyph.bottom < bottom - 0.12 * size
        key = ("raised" if raised else "plain", glyph.bold and not raised, glyph.italic and not raised)
        if run and key != current:
            yield (current or key)[0], run
            run = []
        current = key
        run.append(glyph)
    if run and current:
        yield current[0], run


def _spaced(run: Sequence[Glyph], flow: _LineFlow) -> str:
    """The run's text with blanks where gaps are wide; a glyph drawn twice for boldness counts once."""
    parts: list[str] = []
    before = flow.before
    for glyph in run:
        if before is not None:
            if glyph.text == before.text and abs(glyph.x0 - before.x0) < 0.15 * glyph.size:
                continue
            gap = max(glyph.x0 - before.x1, before.x0 - glyph.x1)
            leftward = glyph.x0 < before.x0
            written = glyph.spaced if leftward else before.spaced
            if written or gap > (2 if leftward else 1) * SPACE * min(glyph.size, before.size):
                parts.append(" ")
        parts.append(_letter(glyph.text))
        before = glyph
    flow.before = before
    return "".join(parts)


def _letter(text: str) -> str:
    """Ligatures taken apart, Arabic shapes as the letters they show."""
    shaped = "\ufb50" <= text[0] <= "\ufdff" or "\ufe70" <= text[0] <= "\ufefc"
    return unicodedata.normalize("NFKC", text) if shaped else LIGATURES.get(text, text)


def _in_order(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """From right to left in Arabic and Hebrew, numbers and Latin words in them from left to right."""
    right = sum(unicodedata.bidirectional(g.text[0]) in ("R", "AL") for g in glyphs)
    if right <= 0.3 * len(glyphs):
        return glyphs
    ordered: list[Glyph] = []
    run: list[Glyph] = []
    for glyph in reversed(glyphs):
        if unicodedata.bidirectional(glyph.text[0]) in ("L", "EN", "AN"):
            run.append(glyph)
        else:
            ordered += [*reversed(run), glyph]
            run = []
    return [*ordered, *reversed(run)]
