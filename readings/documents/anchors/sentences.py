"""Sentences as far as matching needs them: cut after a full stop with a space behind it, and at the end of a line."""

from __future__ import annotations

import re

from .types import Span

SENTENCE = re.compile(r"\S(?:[^\n]*?[.!?][\"”’)\]]*(?=\s|$)|[^\n]*)")
BORDER = re.compile(r"\n|[.!?][\"”’)\]]*(?:\s+|$)")
REACH = 400
"""A sentence is looked for so many characters around."""


def sentence_around(text: str, span: Span) -> Span:
    """The sentence or sentences that a span touches."""
    first = max(0, span.start - REACH)
    borders = [border.end() for border in BORDER.finditer(text, first, span.start)]
    last = min(len(text), span.end + REACH)
    closed = BORDER.search(text, max(span.start, span.end - 1), last)
    end = last if closed is None else closed.start() + len(closed.group().rstrip())
    return Span(borders[-1] if borders else first, max(end, span.end))


def ends_sentence(text: str) -> bool:
    """Whether a new sentence begins after a text: at the start, on a new line, or after a full stop or its like."""
    return not text or bool(re.search(r"(?:[.!?][\"”’)\]]*\s?|\n)$", text))
