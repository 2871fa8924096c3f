"""Lines of a PDF put together to one text: blanks, hyphens at line ends, addresses that go on, marks moved along."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from readings.documents.types import Mark

from .lines import BROKEN, Hyphens
from .pdf_lines import PageLine

GOES_ON = re.compile(r"(?:https?://|www\.)\S*[/=_?&.-]$")
WORD_HYPHEN = re.compile(r"\w[-\u2010\u2011]$")
COMPOUND = re.compile(r"(?:[^\W\d_]-[^\W\d_]+|\b(?:self|non|vice|co))-$", re.IGNORECASE)
RANGE = re.compile(r"\d[–-]$")
TAIL = 80


@dataclass(slots=True)
class Joiner:
    """Lines put together to one text; hyphens at their ends are judged by the document's own words."""

    hyphens: Hyphens
    parts: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    length: int = 0
    broken: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: PageLine) -> None:
        if self.parts:
            self._glue(line)
        self.marks += [replace(m, start=m.start + self.length, end=m.end + self.length) for m in line.marks]
        self.parts.append(line.text)
        self.length += len(line.text)

    def _glue(self, line: PageLine) -> None:
        """Put a blank, or nothing where an address, a number or a word goes on."""
        tail, head = self.parts[-1][-TAIL:], line.text[:TAIL]
        if (
            GOES_ON.search(tail)
            or (WORD_HYPHEN.search(tail) and (head[:1].isupper() or head[:1].isdigit()))
            or (RANGE.search(tail) and head[:1].isdigit())
        ):
            return
        glued = (tail + head,) if _is_compound(tail, head) else self.hyphens.glued(tail, head)
        if len(glued) == 2:
            self._append(" ")
            return
        if not glued[0].startswith(tail):
            self.parts[-1] = self.parts[-1][:-1]
            self.length -= 1
        word, rest = BROKEN.search(tail), re.match(r"\w+", head)
        self.broken.append((line.number, f"{word[0] if word else ''}{rest[0] if rest else ''}"))

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def done(self) -> tuple[str, tuple[Mark, ...]]:
        text = "".join(self.parts)
        clamped = (replace(m, start=min(m.start, self.length), end=min(m.end, self.length)) for m in self.marks)
        return text, tuple(_fused(sorted(clamped, key=lambda m: (m.start, -m.end))))


def _is_compound(tail: str, head: str) -> bool:
    """The hyphen at the line's end belongs to the word: step-by-step, self-rule, co-operation."""
    found = COMPOUND.search(tail)
    return bool(found) and (tail[-3:].lower() != "co-" or head.startswith(("op", "or")))


def _fused(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Emphasis that goes on over a line's end is one mark."""
    last: dict[str, Mark] = {}
    order: list[Mark] = []
    for mark in marks:
        before = last.get(mark.kind)
        if before and mark.kind in ("emphasis", "strong") and mark.start - before.end <= 1:
            order[order.index(before)] = last[mark.kind] = replace(before, end=mark.end)
        else:
            order.append(mark)
            last[mark.kind] = mark
    yield from order
