"""Text and marks as they are put together from inline elements: blanks collapsed, styles and links as ranges."""

from __future__ import annotations

import re

from readings.documents.inline import LABEL, LABELS, TO_DIGITS, TO_SUPERSCRIPTS, UNIT
from readings.documents.types import Mark, MarkKind

BLANKS = re.compile(r"[\s\u00a0\u200b\ufeff]+")
INVISIBLE = re.compile(r"[\u00ad\u0000-\u0008\u000e-\u001f]")
WEB = ("http://", "https://", "mailto:")
BRACKETS = "[]() \u00a0"


class Flow:
    """The text of one block while it is read; ``take`` gives it out and starts the next."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self.open: list[tuple[MarkKind, int, str | None]] = []
        self.last = " "

    @property
    def empty(self) -> bool:
        return not self.length

    def add(self, text: str | None) -> None:
        """Text as it stands in the source."""
        if not text:
            return
        text = BLANKS.sub(" ", INVISIBLE.sub("", text))
        if text.startswith(" ") and self.last == " ":
            text = text[1:]
        self.put(text)

    def put(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)
            self.last = text[-1]

    def start(self, kind: MarkKind, target: str | None = None) -> None:
        self.open.append((kind, self.length, target))

    def end(self) -> None:
        kind, start, target = self.open.pop()
        if start < self.length:
            self.marks.append(Mark(kind, start, self.length, target))

    def note(self, label: str) -> None:
        """A note mark at this place; of a bracket around the mark the opening one goes here."""
        if self.parts and self.parts[-1].endswith("["):
            self.parts[-1] = self.parts[-1][:-1]
            self.length -= 1
            self.last = self.parts[-1][-1:] or " "
        self.marks.append(Mark("note", self.length, self.length, label))

    def superscript(self, content: str) -> bool:
        """A raised number as note marks, or as a raised number after a unit; False where it is neither."""
        bare = content.strip(BRACKETS).translate(TO_DIGITS)
        tail = "".join(self.parts[-3:])[-4:]
        if bare in ("2", "3") and UNIT.search(tail):
            self.put(bare.translate(TO_SUPERSCRIPTS))
        elif LABELS.match(bare) and (self.length or len(bare) < 4):
            for label in re.findall(LABEL, bare):
                self.note(label)
        else:
            return False
        return True

    def take(self) -> tuple[str, tuple[Mark, ...]]:
        """The text so far, blanks at its ends taken off, with its marks; open styles go on in the next text.

        A link without an address that may stand in a page is no mark.
        """
        styles = self.open
        self.open = [(kind, 0, target) for kind, _, target in styles]
        marks = self.marks + [Mark(kind, start, self.length, target) for kind, start, target in styles]
        text = "".join(self.parts)
        self.parts, self.length, self.marks, self.last = [], 0, [], " "
        end = len(text.rstrip())
        clamped = (Mark(m.kind, min(m.start, end), min(m.end, end), m.target) for m in marks)
        kept = [m for m in clamped if m.kind == "note" or (m.start < m.end and (m.kind != "link" or m.target))]
        return text[:end], tuple(sorted(kept, key=lambda m: (m.start, -m.end)))


def link_target(href: str | None) -> str | None:
    """The address of a link that may stand in a page, None for scripts, local and relative ones."""
    address = BLANKS.sub("", href or "")
    return address if address.lower().startswith(WEB) else None
