"""Headings, with marks or without: what they are, and the number printed before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readings.documents.inline import plain
from readings.documents.looks import (
    BIBLIOGRAPHY_TITLES,
    KNOWN_TITLES,
    NUMBERED,
    ends_sentence,
    folded,
    heading_like,
    starts_small,
)
from readings.documents.piece import UNKNOWN, Draft, Piece
from readings.documents.types import Finding

NEXT = 12
FEW = 4
ROOM = 18
APPENDIX = re.compile(r"(?:Appendix|Annex)\b", re.IGNORECASE)
LETTER = re.compile(r"([A-H])[.)]\s+(?=\S)")
JOINED = "A heading of two lines, the first of which ends with a colon, is one."
FLOWING = ("text", "quote", "item")


def find_headings(draft: Draft) -> Draft:
    """Short lines that stand like headings become headings; each gets its printed number as label."""
    listed = {entry.title for entry in draft.contents}
    marked = sum(piece.kind == "heading" and piece.level > 0 for piece in draft.pieces)
    draft = replace(draft, pieces=tuple(part for piece in draft.pieces for part in _parted(piece, listed)))
    pieces: list[Piece] = []
    in_entries = False
    for i, piece in enumerate(draft.pieces):
        if piece.kind != "heading":
            found = _among_entries(piece) if in_entries else _is_heading(draft.pieces, i, listed, marked >= 2, pieces)
        if piece.kind == "heading" or found:
            pieces.append(_as_heading(piece))
            in_entries = folded(piece.text) in BIBLIOGRAPHY_TITLES
        else:
            pieces.append(piece)
    whole, findings = _run_together(pieces)
    return replace(draft, pieces=tuple(_lettered(whole))).found(*findings)


def _parted(piece: Piece, listed: set[str]) -> list[Piece]:
    """A title from the contents list in the first line of a paragraph stands alone again."""
    if piece.kind != "text" or len(piece.source) < 2 or len(piece.source) != len(piece.lines):
        return [piece]
    first = plain(piece.source[0].strip())
    if folded(first) not in listed or not piece.text.startswith(f"{first} ") or ends_sentence(first):
        return [piece]
    above = replace(piece.sliced(0, len(first)), lines=piece.lines[:1], source=piece.source[:1])
    below = replace(piece.sliced(len(first)), lines=piece.lines[1:], source=piece.source[1:])
    return [above, below]


def _as_heading(piece: Piece) -> Piece:
    label = piece.label.strip("().") if piece.kind == "item" else ""
    number = NUMBERED.match(piece.text)
    if number and not label:
        label, piece = number[1], piece.sliced(number.end())
    return replace(piece, kind="heading", label=label)


def _is_heading(pieces: Sequence[Piece], i: int, listed: set[str], marked: bool, before: Sequence[Piece]) -> bool:
    piece = pieces[i]
    if piece.kind not in ("text", "item") or not heading_like(piece) or i + 1 == len(pieces):
        return False
    title = folded(piece.text)
    if title in listed or (title in KNOWN_TITLES and piece.kind == "text"):
        return True
    if piece.kind == "item" and (not piece.label[0].isdigit() or _in_list(pieces, i)):
        return False
    if (
        pieces[i + 1].kind == "page" and piece.kind == "text" and not NUMBERED.match(piece.text)
    ):  # no heading stands at a page's foot
        return False
    if (marked and not _styled(piece)) or (piece.text.endswith(":") and not _is_title(_below(pieces, i))):
        return False
    return _has_text_below(pieces, i) and (_closed_above(before) or bool(NUMBERED.match(piece.text)))


def _among_entries(piece: Piece) -> bool:
    """In a bibliography every entry looks like a heading; only a known title or a few bare words are one."""
    if piece.kind != "text" or not heading_like(piece):
        return False
    bare = len(piece.text.split()) <= FEW and piece.text.replace(" ", "").isalpha()
    return bare or folded(piece.text) in KNOWN_TITLES or bool(APPENDIX.match(piece.text))


def _in_list(pieces: Sequence[Piece], i: int) -> bool:
    """A numbered item next to another one."""
    near = [pieces[j] for j in (i - 1, i + 1) if 0 <= j < len(pieces)]
    return any(piece.kind == "item" and piece.label.strip("(")[:1].isdigit() for piece in near)


def _styled(piece: Piece) -> bool:
    whole = any(m.kind in ("strong", "emphasis") and m.end - m.start >= len(piece.text) - 1 for m in piece.marks)
    return whole or piece.text.isupper()


def _has_text_below(pieces: Sequence[Piece], i: int) -> bool:
    below = _below(pieces, i)
    if below is None or starts_small(below.text):
        return False
    return below.kind in (*FLOWING, "heading", "caption", "table") and (
        len(below.text) > len(pieces[i].text) or heading_like(below)
    )


def _below(pieces: Sequence[Piece], i: int) -> Piece | None:
    return next((piece for piece in pieces[i + 1 : i + NEXT] if piece.kind not in ("rule", "page", "note")), None)


def _is_title(piece: Piece | None) -> bool:
    return piece is not None and piece.kind in ("heading", "text") and heading_like(piece)


def _closed_above(before: Sequence[Piece]) -> bool:
    """The text above must have come to an end, else this line may be the middle of a sentence."""
    above = next((piece for piece in reversed(before) if piece.kind not in ("rule", "page", "note")), None)
    if above is None or above.kind not in ("text", "item"):
        return True
    ended_early = ROOM < above.room < UNKNOWN
    return ended_early or ends_sentence(above.text) or above.text.endswith(":")


def _lettered(pieces: list[Piece]) -> list[Piece]:
    """Letters before headings are their numbers, if there are an A and a B."""
    letters = {
        i: found
        for i, piece in enumerate(pieces)
        if piece.kind == "heading" and not piece.label and (found := LETTER.match(piece.text))
    }
    if {"A", "B"} <= {found[1] for found in letters.values()}:
        for i, found in letters.items():
            pieces[i] = replace(pieces[i].sliced(found.end()), label=found[1])
    return pieces


def _run_together(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Finding]]:
    """A heading that ends with a colon goes on in the heading right below it."""
    joined: list[Piece] = []
    findings: list[Finding] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and last.kind == piece.kind == "heading" and last.text.endswith(":") and not piece.label:
            lines = (last.lines[-1], piece.lines[0])
            findings.append(Finding("heading_joined", "repaired", JOINED, lines))
            joined[-1] = last.joined(piece)
        else:
            joined.append(piece)
    return joined, findings
