"""Notes written inside the text, as ``^[like this]``, and comments that were never meant to be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readings.documents.piece import Piece
from readings.documents.types import Finding

from .lines import Line

OPENING = re.compile(r"(?<!\\)\^\[")
BRACKET = re.compile(r"(?<!\\)[\[\]]")
CALL = re.compile(r"(?<!\\)\^\[|\[\^([^\]\[\s^]{1,80})\](?!:)")
WORD = re.compile(r"[^\W\d_]{2}")


class InnerNotes:
    """Takes notes out of paragraphs, and counts notes that have words for labels, or none, in the order of their marks."""

    def __init__(self, lines: Sequence[Line]) -> None:
        calls = [call for line in lines if "^" in line.text for call in CALL.findall(line.text)]
        labels = list(dict.fromkeys(calls))
        counted = any(not label or WORD.search(label) for label in labels)
        self.numbers: dict[str, str] = {}
        self.taken = inner = 0
        for label in calls if counted else ():
            inner += not label
            self.numbers.setdefault(label or _name(inner), str(len(self.numbers) + 1))

    def numbered(self, piece: Piece) -> Piece:
        """The piece with the numbers of its notes in place of their names."""
        if not self.numbers:
            return piece
        marks = tuple(replace(m, target=self._number(m.target)) if m.kind == "note" else m for m in piece.marks)
        label = self._number(piece.label) or "" if piece.kind == "note" else piece.label
        return replace(piece, marks=marks, label=label)

    def _number(self, label: str | None) -> str | None:
        return self.numbers.get(label or "", label)

    def taken_out(self, source: str) -> tuple[str, list[tuple[str, str]]]:
        """The text with marks instead of notes, and the notes as label and text."""
        if "^[" not in source:
            return source, []
        parts: list[str] = []
        notes: list[tuple[str, str]] = []
        done = 0
        closings = _pairs(source)
        for opening in OPENING.finditer(source):
            self.taken += 1
            end = closings.get(opening.end(), 0)
            if opening.start() >= done and end:
                name = _name(self.taken)
                notes.append((name, source[opening.end() : end]))
                parts += [source[done : opening.start()], f"[^{name}]"]
                done = end + 1
        return "".join([*parts, source[done:]]), notes


def _name(place: int) -> str:
    """What a note inside the text is called until all are counted."""
    return f"inner-{place}"


def _pairs(source: str) -> dict[int, int]:
    """Where every opening bracket is closed."""
    pairs: dict[int, int] = {}
    open_ones: list[int] = []
    for bracket in BRACKET.finditer(source):
        if bracket[0] == "[":
            open_ones.append(bracket.end())
        elif open_ones:
            pairs[open_ones.pop()] = bracket.start()
    return pairs


def without_comments(lines: Sequence[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines without ``<!-- comments -->``, and what was in them."""
    kept: list[Line] = []
    gone: list[Line] = []
    inside = False
    for line in lines:
        text, comment, inside = _split(line.text, inside)
        kept.append(replace(line, text=text) if comment else line)
        if comment.strip():
            gone.append(replace(line, text=comment))
    if inside or not gone:  # a comment that never ends is text
        return list(lines), []
    words = "\n".join(line.text.strip() for line in gone)
    return kept, [Finding("comment", "dropped", "Comments were taken out.", tuple(line.number for line in gone), words)]


def _split(text: str, inside: bool) -> tuple[str, str, bool]:
    """The text and the comment in a line, and whether a comment is still open at its end."""
    if not inside and "<!--" not in text:
        return text, "", False
    kept, comment = "", ""
    while text:
        mark = "-->" if inside else "<!--"
        before, found, text = text.partition(mark)
        kept, comment = (kept, comment + before) if inside else (kept + before, comment)
        inside = inside != bool(found)
    return kept, comment or " ", inside
