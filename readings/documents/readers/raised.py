"""Raised letters that are no note marks go back into the text: the "a" of 2ᵃ, where no note has that label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from readings.documents.piece import Piece
from readings.documents.types import Mark


def with_letters(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with each lettered mark as text that no note answers to."""
    pieces = list(pieces)
    known = {piece.label for piece in pieces if piece.kind in ("note", "item")}
    for piece in pieces:
        lost = [mark for mark in piece.marks if _is_letter(mark) and mark.target not in known]
        yield _written(piece, lost) if lost and not piece.rows else piece


def _is_letter(mark: Mark) -> bool:
    return mark.kind == "note" and bool(mark.target) and (mark.target or "").isalpha()


def _written(piece: Piece, lost: list[Mark]) -> Piece:
    """The letters put in from the end to the start, so that places before them stay."""
    text, marks = piece.text, [mark for mark in piece.marks if mark not in lost]
    for mark in reversed(lost):
        letter = mark.target or ""
        text = text[: mark.start] + letter + text[mark.start :]
        marks = [_moved(other, mark.start, len(letter)) for other in marks]
    return replace(piece, text=text, marks=tuple(marks))


def _moved(mark: Mark, place: int, by: int) -> Mark:
    start = mark.start + by if mark.start >= place else mark.start
    return replace(mark, start=start, end=mark.end + by if mark.end > place or start > mark.end else mark.end)
