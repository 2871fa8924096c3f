"""Pieces to sections and blocks, each with an id that comes from its content."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .levels import corrected, ranked
from .looks import BACK_TITLES, BIBLIOGRAPHY_TITLES, NOTES_TITLES, READ_AS_TEXT, folded
from .piece import Draft, Piece, PieceKind
from .types import Block, BlockKind, Document, Matter, Note, Section

KINDS: dict[PieceKind, BlockKind] = {
    "text": "paragraph",
    "item": "list_item",
    "quote": "block_quote",
    "table": "table",
    "caption": "table_caption",
    "source": "source_line",
    "keywords": "keywords",
}
ROLES = {
    "abstract": "abstract",
    "summary": "summary",
    "executive summary": "summary",
    "introduction": "introduction",
    "conclusion": "conclusion",
    "conclusions": "conclusion",
    "concluding remarks": "conclusion",
    "about the author": "about_author",
    "about the authors": "about_author",
}


class Ids:
    """Ids from content: the same text twice gets an ordinal."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()

    def of(self, prefix: str, text: str) -> str:
        digest = hashlib.sha1(" ".join(text.split()).encode(), usedforsecurity=False).hexdigest()[:10]
        name = f"{prefix}{digest}"
        self.seen[name] += 1
        return name if self.seen[name] == 1 else f"{name}-{self.seen[name]}"


def assemble(draft: Draft) -> Document:
    """The document whose sections hold the draft's pieces in their order."""
    headings = [piece for piece in draft.pieces if piece.kind == "heading"]
    if not draft.settled:
        marked, headings = headings, ranked(headings, draft.contents)
        draft = draft.found(*corrected(marked, headings))
    ids = Ids()
    sections: list[Section] = []
    path: list[Section] = []
    for heading, pieces in _grouped(draft.pieces, iter(headings)):
        path = [section for section in path if heading and section.level < heading.level]
        sections.append(_section(heading, pieces, path[-1] if path else None, ids))
        if heading:
            path.append(sections[-1])
    notes = _in_order(draft.notes)
    return Document(
        draft.metadata, tuple(sections), notes, draft.references, findings=draft.findings, source=draft.source
    )


def _in_order(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Notes that are counted through stand by their numbers, wherever the source has their texts."""
    counted = len({note.label for note in notes}) == len(notes) and all(note.label.isdecimal() for note in notes)
    return tuple(sorted(notes, key=lambda note: int(note.label))) if counted else notes


def _grouped(pieces: Sequence[Piece], ranked_headings: Iterator[Piece]) -> Iterator[tuple[Piece | None, list[Piece]]]:
    heading: Piece | None = None
    group: list[Piece] = []
    for piece in pieces:
        if piece.kind != "heading":
            group.append(piece)
            continue
        if heading or group:
            yield heading, group
        heading, group = next(ranked_headings), []
    if heading or group:
        yield heading, group


def _section(heading: Piece | None, pieces: list[Piece], parent: Section | None, ids: Ids) -> Section:
    if heading is None:
        blocks = tuple(_blocks(pieces, None, ids))
        return Section(ids.of("s-", "opening"), None, 1, role="introduction", blocks=blocks)
    title = folded(heading.text)
    return Section(
        ids.of("s-", f"{heading.label} {heading.text}"),
        heading.text,
        heading.level,
        heading.label or None,
        "body" if pieces and title in READ_AS_TEXT else _matter(title, parent),
        ROLES.get(title, "body"),
        parent.id if parent else None,
        heading.lines,
        tuple(_blocks(pieces, ROLES.get(title), ids)),
    )


def _matter(title: str, parent: Section | None) -> Matter:
    if title in NOTES_TITLES:
        return "notes"
    if title in BIBLIOGRAPHY_TITLES:
        return "bibliography"
    if title in BACK_TITLES or (parent and parent.matter == "back"):
        return "back"
    return "body"


def _blocks(pieces: Sequence[Piece], role: str | None, ids: Ids) -> Iterator[Block]:
    caption: str | None = None
    for piece in pieces:
        kind = KINDS.get(piece.kind)
        if kind is None:
            continue
        if kind == "paragraph" and role == "abstract":
            kind = "abstract"
        if kind == "table_caption":
            caption = piece.text
        block = Block(
            ids.of("b-", piece.text),
            kind,
            piece.text,
            piece.lines,
            piece.marks,
            piece.label or None,
            page=piece.page,
            confidence=piece.confidence,
        )
        if kind == "table":
            block = replace(
                block,
                header=piece.rows[0],
                rows=piece.rows[1:],
                caption=caption,
            )
            caption = None
        yield block
