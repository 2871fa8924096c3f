"""Blocks of another markup inside Markdown: HTML tables and quotations are read, scripts and what only TeX can set go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readings.documents.errors import DocumentError
from readings.documents.piece import Piece
from readings.documents.types import Finding

from .html_blocks import Walker
from .html_tree import strip_unseen, tree_of
from .lines import Line

OPENING = re.compile(r"\s{0,3}<(table|blockquote|script|style|iframe|video)\b", re.IGNORECASE)
UNREAD = ("script", "style", "iframe", "video")
TEX_OPENING = re.compile(
    r"\s{0,3}\\begin\{(table|tabular|longtable|figure|equation|align|gather|tikzpicture|eqnarray)(\*?)\}"
)
TEX_LINE = re.compile(
    r"\s*(?:(?:\\[A-Za-z]{1,20}\*?(?:\[[^\[\]]{0,80}\]|\{(?:[^{}]|\{[^{}]{0,80}\}){0,120}\}){0,4}|\$\\[A-Za-z]{1,20}\$|[~{}])\s*){1,40}$"
)
TAG = re.compile(r"<[^<>]{1,500}>")
MOST_LINES = 400
WIDE = 1000
"""Room after the last line of a block, so that nobody takes it for cut off."""
TEX = "What only TeX can set was taken out; please add it as text where it matters."
RAW = "Scripts and embedded pages were taken out."


@dataclass(frozen=True, slots=True)
class Raw:
    """A block that takes the lines from ``start`` to before ``end``, and what it holds."""

    start: int
    end: int
    pieces: tuple[Piece, ...] = ()
    tex: bool = False


def raw_blocks(lines: Sequence[Line]) -> list[Raw]:
    """The blocks of a text in their order."""
    found: list[Raw] = []
    closed = 0
    for i, line in enumerate(lines):
        if i < closed or ("<" not in line.text and "\\" not in line.text):
            continue
        raw = _html(lines, i) or _tex(lines, i)
        if raw:
            found.append(raw)
            closed = raw.end
    return found


def without_raw(lines: Sequence[Line], raws: Sequence[Raw]) -> tuple[list[Line], list[Finding]]:
    """The lines without blocks that hold no text for a reader, and what was in them."""
    gone = {i: raw for raw in raws if not raw.pieces for i in range(raw.start, raw.end)}
    kept = [replace(line, text="") if i in gone else line for i, line in enumerate(lines)]
    return kept, [
        *_finding("tex_block", TEX, lines, gone, tex=True),
        *_finding("raw_block", RAW, lines, gone, tex=False),
    ]


def _finding(code: str, message: str, lines: Sequence[Line], gone: dict[int, Raw], tex: bool) -> Iterator[Finding]:
    taken = [lines[i] for i in sorted(gone) if gone[i].tex == tex and not lines[i].blank]
    if taken:
        words = "\n".join(TAG.sub("", line.text).strip() for line in taken)
        yield Finding(code, "dropped", message, tuple(line.number for line in taken), words)


def _html(lines: Sequence[Line], start: int) -> Raw | None:
    opening = OPENING.match(lines[start].text)
    if not opening:
        return None
    tag = opening[1].lower()
    end = _end(lines, start, f"</{tag}>")
    if not end:
        return None
    if tag in UNREAD:
        return Raw(start, end)
    return Raw(start, end, tuple(_pieces(lines[start:end])))


def _pieces(lines: Sequence[Line]) -> Iterator[Piece]:
    numbers = tuple(line.number for line in lines if not line.blank)
    try:
        root = tree_of("\n".join(line.text for line in lines))
    except DocumentError:
        return
    strip_unseen(root)
    for piece in Walker().pieces(root.find("body")):
        yield replace(piece, lines=numbers, page=lines[0].page, room=WIDE)


def _tex(lines: Sequence[Line], start: int) -> Raw | None:
    opening = TEX_OPENING.match(lines[start].text)
    end = _end(lines, start, rf"\end{{{opening[1]}{opening[2]}}}") if opening else 0
    if not end and len(lines[start].text) < MOST_LINES and TEX_LINE.match(lines[start].text):
        end = start + 1
    return Raw(start, end, tex=True) if end else None


def _end(lines: Sequence[Line], start: int, closing: str) -> int:
    """The place after the line that closes the block, 0 where there is none near."""
    for i in range(start, min(len(lines), start + MOST_LINES)):
        if closing in lines[i].text.lower() if closing.startswith("<") else closing in lines[i].text:
            return i + 1
    return 0
