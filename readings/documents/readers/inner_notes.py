"""Notes written inside the text, as ``^[like this]``, and comments that were never meant to be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readings.documents.types import Finding

from .lines import Line

OPENING = re.compile(r"(?<!\\)\^\[")
NUMBERED_MARK = re.compile(r"\[\^(\d{1,5})\]")
BRACKET = re.compile(r"(?<!\\)[\[\]]")


class InnerNotes:
    """Takes notes out of paragraphs and gives them numbers after those the text uses."""

    def __init__(self, lines: Sequence[Line]) -> None:
        used = (int(number) for line in lines if "[^" in line.text for number in NUMBERED_MARK.findall(line.text))
        self.last = max(used, default=0) if any("^[" in line.text for line in lines) else 0

    def taken_out(self, source: str) -> tuple[str, list[tuple[str, str]]]:
        """The text with marks instead of notes, and the notes as label and text."""
        if "^[" not in source:
            return source, []
        parts: list[str] = []
        notes: list[tuple[str, str]] = []
        done = 0
        closings = _pairs(source)
        for opening in OPENING.finditer(source):
            end = closings.get(opening.end(), 0)
            if opening.start() >= done and end:
                self.last += 1
                notes.append((str(self.last), source[opening.end() : end]))
                parts += [source[done : opening.start()], f"[^{self.last}]"]
                done = end + 1
        return "".join([*parts, source[done:]]), notes


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
