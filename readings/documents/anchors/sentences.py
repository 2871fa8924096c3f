"""Sentences as far as matching needs them: cut after a full stop with a space behind it, and at the end of a line."""

from __future__ import annotations

import re

from .types import Span

SENTENCE = re.compile(r"\S(?:[^\n]*?[.!?][\"”’)\]]*(?=\s|$)|[^\n]*)")
BORDER = re.compile(r"\n|[.!?][\"”’)\]]*(?:\s+|$)")
REACH = 1_500
"""A sentence is looked for so many characters around."""


def sentence_around(text: str, span: Span) -> Span:
    """The sentence or sentences that a span touches."""
    start = max(0, span.start - REACH)
    last = min(len(text), span.end + REACH)
    for border in BORDER.finditer(text, start, last):
        end = border.start() + len(border.group().rstrip())
        if border.end() <= span.start:
            start = border.end()
        elif end >= span.end and end > span.start:
            return Span(start, end)
    return Span(start, last)


def sentences_at_ends(text: str, span: Span) -> tuple[Span, Span]:
    """The sentences in which a span, without the space around it, begins and ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if start == end:
        start, end = span
    return sentence_around(text, Span(start, start + 1)), sentence_around(text, Span(end - 1, end))


def ends_sentence(text: str) -> bool:
    """Whether a new sentence begins after a text: at the start, on a new line, or after a full stop or its like."""
    return not text or bool(re.search(r"(?:[.!?][\"”’)\]]*\s?|\n)$", text))
