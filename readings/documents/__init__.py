"""Bytes to Document to HTML, without Django; other packages import the public names from here only."""

from __future__ import annotations

from .errors import DocumentError, EmptyFile, NotText, TooLarge, UnknownEncoding, UnknownFormat
from .labels import printed_label
from .pipeline import LIMIT, parse
from .render import Range, note_anchor, render_block, render_blocks, render_inline, render_note
from .types import (
    Abbreviation,
    Abbreviations,
    AliasGroup,
    Block,
    Document,
    Finding,
    Mark,
    Metadata,
    Note,
    Person,
    Reference,
    Section,
    SourceLine,
)

__all__ = [
    "LIMIT",
    "Abbreviation",
    "Abbreviations",
    "AliasGroup",
    "Block",
    "Document",
    "DocumentError",
    "EmptyFile",
    "Finding",
    "Mark",
    "Metadata",
    "NotText",
    "Note",
    "Person",
    "Range",
    "Reference",
    "Section",
    "SourceLine",
    "TooLarge",
    "UnknownEncoding",
    "UnknownFormat",
    "note_anchor",
    "parse",
    "printed_label",
    "render_block",
    "render_blocks",
    "render_inline",
    "render_note",
]
