"""Web pages: the text without its surroundings, headings, lists, tables, and notes linked to their marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from readings.documents.errors import NoText
from readings.documents.names import people
from readings.documents.piece import Draft, Piece
from readings.documents.types import Finding, Metadata

from .html_blocks import Walker, read_inline
from .html_main import main_content
from .html_meta import page_title, read_metadata, styled_title
from .html_notes import Found, take_notes
from .html_tree import Element, remove, strip_unseen, text_of, tokens, tree_of, words_in
from .titles import settled

NEAR = 12
LONGEST_SUBTITLE = 250


def read_html(data: bytes) -> Draft:
    """The pieces of an HTML file."""
    text, findings = text_of(data)
    root = tree_of(text)
    metadata, title = read_metadata(root), page_title(root)
    strip_unseen(root)
    title = title or styled_title(root)
    notes = take_notes(root)
    main, dropped = main_content(root)
    draft = draft_of(main, notes, metadata).found(*findings, *dropped)
    if not draft.pieces:
        raise NoText("HTML")
    return settled(draft, title)


def draft_of(main: Element, notes: Found, metadata: Metadata) -> Draft:
    """Text and notes of a tree from which the notes have been taken; ``draft.settled`` is for the caller."""
    linked = {label for label, _ in notes.elements}
    subtitle = _take_subtitle(main)
    pieces = [*_opened_notes(Walker().pieces(main), linked), *note_pieces(notes)]
    if not subtitle:
        return Draft(tuple(pieces), metadata).found(*notes.findings)
    finding = Finding("front_matter", "dropped", "The subtitle was read as metadata.", (), subtitle)
    return Draft(tuple(pieces), replace(metadata, subtitle=subtitle)).found(*notes.findings, finding)


def _take_subtitle(main: Element) -> str:
    """The text of the element that is named so, near the top; it goes out of the tree."""
    for element in islice(main.iter("p", "h2", "h3", "div", "span"), NEAR):
        words = words_in(element) if "subtitle" in tokens(element) else ""
        if words and len(words) < LONGEST_SUBTITLE and not people(words):
            remove(element)
            return words
    return ""


def _opened_notes(pieces: Iterable[Piece], linked: set[str]) -> Iterator[Piece]:
    """A paragraph that a raised number opens, after the same number was called in the text, is a note without links."""
    called = set(linked)
    for piece in pieces:
        first = piece.marks[0] if piece.marks and piece.marks[0].kind == "note" and not piece.marks[0].start else None
        if first and first.target and first.target in called - linked and piece.kind in ("text", "item"):
            yield replace(piece, kind="note", label=first.target, marks=piece.marks[1:])
            continue
        called.update(piece.note_labels)
        yield piece


def note_pieces(notes: Found) -> Iterator[Piece]:
    for label, elements in notes.elements:
        read = [(element, *read_inline(element)) for element in elements]
        pieces = [
            Piece("note", text, (element.sourceline or 0,), marks, label=label) for element, text, marks in read if text
        ]
        if not pieces:
            continue
        whole = pieces[0]
        for piece in pieces[1:]:
            whole = whole.joined(piece)
        yield without_label(whole)


def without_label(note: Piece) -> Piece:
    """The note without the number printed before its text."""
    label = note.label.rpartition(".")[2]
    note = note.sliced(len(note.text) - len(note.text.lstrip(".)]: ")))  # what stood after a number that was a link
    for shown in (f"[{label}]", f"({label})", f"{label}.", f"{label})", f"{label}:", label):
        rest = note.text[len(shown) :]
        if note.text.startswith(shown) and (not rest or not rest[0].isalnum()):
            return note.sliced(len(shown))
    return note
