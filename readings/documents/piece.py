"""The form between source lines and sections: pieces in reading order, each with what is known of it so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Self

from .types import Finding, Mark, Metadata, Note, Reference, SourceLine

PieceKind = Literal[
    "text", "heading", "item", "quote", "table", "tabbed", "caption", "source", "keywords", "note", "rule", "page"
]

UNKNOWN = 10_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Source lines that stand together: a paragraph or part of one, a heading, a list item, a note, a table."""

    kind: PieceKind
    text: str
    lines: tuple[int, ...]
    marks: tuple[Mark, ...] = ()
    level: int = 0
    """Of a heading: the number of marks before it, 0 where it has none."""
    label: str = ""
    """Of a note its label, of a list item its bullet or number, of a heading its number."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table or of tabbed lines: the cells."""
    source: tuple[str, ...] = ()
    """The source lines as they stand, for steps that need the line breaks or the blanks in them."""
    indent: int = 0
    page: str | None = None
    room: int = UNKNOWN
    """How many letters the last line could still have held, where lines were broken at the page's width."""
    cut: bool = False
    """A page ends right after this piece, so it may go on further down."""
    confidence: float = 1.0

    def joined(self, other: Piece, glue: str = " ") -> Piece:
        """This piece with another one's text after it; marks keep their places."""
        return together([self, other], [glue])

    def sliced(self, start: int, end: int | None = None) -> Self:
        """The same piece with only the text between two places, blanks at its ends taken off."""
        stop = len(self.text) if end is None else end
        while start < stop and self.text[start].isspace():
            start += 1
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        kept = (m for m in self.marks if m.end >= start and m.start <= stop)
        marks = (replace(m, start=max(m.start, start) - start, end=min(m.end, stop) - start) for m in kept)
        whole = tuple(m for m in marks if m.start < m.end or m.kind == "note")
        return replace(self, text=self.text[start:stop], marks=whole)

    def as_text(self) -> Self:
        """An item as text again, its bullet or number written before it."""
        shift = len(self.label) + 1
        marks = tuple(replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in self.marks)
        return replace(self, kind="text", text=f"{self.label} {self.text}", label="", marks=marks)

    @property
    def note_labels(self) -> tuple[str, ...]:
        return tuple(m.target for m in self.marks if m.kind == "note" and m.target)


def together(pieces: Sequence[Piece], glues: Sequence[str] = ()) -> Piece:
    """One piece of several, with what stands between their texts; it is what the first one is."""
    parts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for piece, glue in zip(pieces, [*(glues or [" "] * (len(pieces) - 1)), ""], strict=True):
        marks += [replace(mark, start=mark.start + length, end=mark.end + length) for mark in piece.marks]
        parts += [piece.text, glue]
        length += len(piece.text) + len(glue)
    return replace(
        pieces[0],
        text="".join(parts),
        marks=tuple(marks),
        lines=tuple(line for piece in pieces for line in piece.lines),
        source=tuple(line for piece in pieces for line in piece.source),
        cut=pieces[-1].cut,
        room=pieces[-1].room,
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents list."""

    number: str
    title: str
    depth: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A document on its way: what is still in pieces, and what has been taken out of them."""

    pieces: tuple[Piece, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    contents: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()
    references: tuple[Reference, ...] = ()
    findings: tuple[Finding, ...] = ()
    source: tuple[SourceLine, ...] = ()
    settled: bool = False
    """The file itself tells headings with their ranks, paragraphs and quotations, so the steps that guess stand back."""

    def found(self, *findings: Finding) -> Self:
        return replace(self, findings=self.findings + findings)


def source_of(pieces: Sequence[Piece], place: Callable[[int], str]) -> tuple[SourceLine, ...]:
    """The lines of a file by the pieces that begin on them; ``place`` says where in the file a line is."""
    texts: dict[int, list[str]] = {}
    for piece in pieces:
        texts.setdefault(piece.lines[0], []).append(piece.text)
    return tuple(SourceLine(number, "\n".join(found), place(number)) for number, found in sorted(texts.items()))


def dropped(code: str, message: str, pieces: list[Piece]) -> Finding:
    """The finding that keeps the words of pieces that went out of the text."""
    lines = tuple(line for piece in pieces for line in piece.lines)
    words = "\n".join("\t".join(row) for piece in pieces for row in piece.rows) or ""
    text = "\n".join(filter(None, [*(p.text for p in pieces if not p.rows), words]))
    return Finding(code, "dropped", message, lines, text)
