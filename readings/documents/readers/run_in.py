"""Headings that run into their paragraphs: a number and a bold title at the start of each, as older books set them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from readings.documents.looks import folded, words
from readings.documents.piece import Piece, dropped
from readings.documents.types import Finding

FEWEST = 3
LONGEST, SHORTEST_TEXT = 100, 12
CONTENTS = "The contents list was taken out; headings come from the text itself."


def with_run_in_headings(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Finding]]:
    """The pieces with such titles as headings of their own, and without a list of these titles above them."""
    ends = {i: end for i, piece in enumerate(pieces) if (end := _title_end(piece))}
    if not _are_headings(pieces, list(ends)):
        return list(pieces), []
    level = max((piece.level for piece in pieces if piece.kind == "heading"), default=0) + 1
    titles = {folded(pieces[i].text[:end]) for i, end in ends.items()}
    listed = [i for i, piece in enumerate(pieces[: min(ends)]) if folded(piece.text) in titles]
    gone = listed if len(listed) >= FEWEST else []
    made: list[Piece] = []
    for i, piece in enumerate(pieces):
        if i in ends:
            made += _parted(piece, ends[i], level)
        elif i not in gone:
            made.append(piece)
    return made, [dropped("contents_list", CONTENTS, [pieces[i] for i in gone])] if gone else []


def _title_end(piece: Piece) -> int:
    """Where the bold title at the start of a numbered paragraph ends, 0 where there is none."""
    if piece.kind != "item" or not piece.label.strip("().").isdecimal():
        return 0
    bold = next((mark for mark in piece.marks if mark.kind == "strong" and mark.start == 0), None)
    if not bold or bold.end > LONGEST or len(words(piece.text[bold.end :])) < SHORTEST_TEXT:
        return 0
    return bold.end if piece.text[bold.end - 1] in ".:" or piece.text[bold.end] in ".:" else 0


def _are_headings(pieces: Sequence[Piece], places: Sequence[int]) -> bool:
    """Their numbers rise one by one, and paragraphs without a number stand between them, which a list has not."""
    numbers = [int(pieces[i].label.strip("().")) for i in places]
    rising = all(b - a == 1 for a, b in pairwise(numbers))
    followed = sum(i + 1 < len(pieces) and pieces[i + 1].kind == "text" for i in places)
    return len(places) >= FEWEST and rising and 2 * followed >= len(places)


def _parted(piece: Piece, end: int, level: int) -> list[Piece]:
    title, text = piece.sliced(0, end), piece.sliced(end + (piece.text[end] in ".:"))
    heading = replace(title, kind="heading", text=title.text.rstrip(" .:"), marks=(), level=level)
    return [replace(heading, label=piece.label.strip("().")), replace(text, kind="text", label="")]
