"""Asterisks and daggers behind a word, and the notes under the text that open with the same sign."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readings.documents.looks import ends_sentence
from readings.documents.piece import Draft, Piece
from readings.documents.types import Finding, Mark

from .marks import with_marks

SIGNS = ("*", "†", "‡", "§", "¶", "**", "††", "‡‡", "§§", "***", "†††", "‡‡‡")
SIGN = r"\*{1,3}|†{1,3}|‡{1,3}|§{1,2}|¶"
BEHIND = re.compile(rf"(?<=[\w.,;:!?)\]”\"’'»])(?<![*†‡§¶])(?:{SIGN})(?=[\s.,;:!?)\]”\"’'»—–]|$)")
OPENING = re.compile(rf"({SIGN})\s*(?=[^\s*†‡§¶])")
NEXT = re.compile(rf"(?<=[.!?)\]”\"’'\d/])\s+({SIGN})\s*(?=[^\s*†‡§¶\d])")
SHORTEST = 60


@dataclass(frozen=True, slots=True)
class _Place:
    """A sign in a text that may be a mark."""

    piece: int
    start: int
    end: int


def restore_signs(draft: Draft) -> Draft:
    """Make a sign a mark, and the piece that opens with it a note, where the one stands above the other."""
    draft = replace(draft, pieces=tuple(_without_empty_signs(draft.pieces)))
    pieces: list[Piece] = []
    marks: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    waiting: dict[str, _Place] = {}
    for i, piece in enumerate(draft.pieces):
        notes = list(_notes(draft.pieces, i)) if waiting else []
        if notes and notes[0].label in waiting:
            for note in notes:
                place = waiting.pop(note.label, None)
                if place:
                    marks[place.piece].append((place.start, place.end, note.label))
            pieces += notes
            continue
        if piece.kind in ("text", "quote", "item") and (len(piece.text) >= SHORTEST or ends_sentence(piece.text)):
            waiting |= {
                found[0]: _Place(len(pieces), found.start(), found.end()) for found in BEHIND.finditer(piece.text)
            }
        pieces.append(piece)
    if not marks:
        return draft
    for i, found in marks.items():
        pieces[i] = with_marks(pieces[i], sorted(found))
    count = sum(map(len, marks.values()))
    message = f"{count} asterisks or daggers lead to notes at the foot of their page."
    lines = tuple(pieces[i].lines[0] for i in sorted(marks))
    return replace(draft, pieces=tuple(pieces)).found(Finding("marks_restored", "repaired", message, lines))


def _without_empty_signs(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Raised asterisks that no note answers are text, as in ``0.736***``."""
    answered = {piece.label for piece in pieces if piece.kind in ("note", "item")}
    answered |= {opening[1] for piece in pieces if (opening := OPENING.match(piece.text))}
    for piece in pieces:
        empty = [
            mark for mark in piece.marks if mark.kind == "note" and mark.target in SIGNS and mark.target not in answered
        ]
        for mark in reversed(empty):
            piece = _with_text(piece, mark)
        yield piece


def _with_text(piece: Piece, sign: Mark) -> Piece:
    """The piece with a mark's sign written into its text."""
    label = sign.target or ""
    marks = tuple(
        replace(
            mark,
            start=mark.start + len(label) * (mark.start > sign.start),
            end=mark.end + len(label) * (mark.end > sign.start),
        )
        for mark in piece.marks
        if mark != sign
    )
    return replace(piece, text=piece.text[: sign.start] + label + piece.text[sign.start :], marks=marks)


def _notes(pieces: Sequence[Piece], i: int) -> Iterator[Piece]:
    """The piece as notes, if it opens with a sign and is no item of a list; further signs in it open further notes."""
    piece = pieces[i]
    if piece.kind == "item":
        if piece.label not in SIGNS or _in_list(pieces, i):
            return
        label, start = piece.label, 0
    elif piece.kind == "text" and (opening := OPENING.match(piece.text)):
        label, start = opening[1], opening.end()
    else:
        return
    for found in NEXT.finditer(piece.text, start):
        if found[1] in SIGNS and label in SIGNS and SIGNS.index(found[1]) == SIGNS.index(label) + 1:
            yield replace(piece.sliced(start, found.start()), kind="note", label=label)
            label, start = found[1], found.end()
    yield replace(piece.sliced(start), kind="note", label=label)


def _in_list(pieces: Sequence[Piece], i: int) -> bool:
    """Has the item a neighbour with the same bullet?"""
    beside = (pieces[j] for j in (i - 1, i + 1) if 0 <= j < len(pieces))
    return any(other.kind == "item" and other.label == pieces[i].label for other in beside)
