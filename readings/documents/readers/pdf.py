"""PDF with a text layer: columns in order, running lines out, notes linked, paragraphs whole, every block with its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from readings.documents.errors import NoText
from readings.documents.piece import Draft, Piece
from readings.documents.types import Finding, SourceLine

from .pdf_blocks import Blocks
from .pdf_contents import take_contents
from .pdf_furniture import take_furniture
from .pdf_lines import PageLine, document_lines, edged
from .pdf_meta import info_metadata
from .pdf_notes import body_size, take_foot_notes, unique
from .pdf_pages import Page, open_pages
from .titles import settled


def read_pdf(data: bytes) -> Draft:
    """The pieces of a PDF file."""
    pages, info = open_pages(data)
    source = document_lines(pages)
    lines, labels, dropped = take_furniture(source, [page.height for page in pages])
    lines = edged(lines)
    lines, contents = take_contents(lines)
    size = body_size(lines)
    text, notes = take_foot_notes(lines, size)
    notes, text, renumbered = unique(notes, text, labels)
    blocks = Blocks(text, notes, size, labels)
    pieces = [*blocks.pieces(), *map(blocks.note, notes)]
    if not pieces:
        raise NoText("PDF")
    draft = Draft(tuple(pieces), info_metadata(info)).found(
        *dropped, *contents, *renumbered, *blocks.findings(), *_silent(pages, labels), *_across(pages, labels)
    )
    return settled(replace(draft, source=tuple(_source(source, pieces, labels))))


def _source(lines: Sequence[PageLine], pieces: Sequence[Piece], labels: Sequence[str]) -> Iterator[SourceLine]:
    """The lines as they stand on the pages, a table as one of them."""
    tables = {piece.lines[0]: piece.text for piece in pieces if piece.kind == "table"}
    for line in lines:
        text = tables.get(line.number, "") if line.grid else f"{line.label} {line.text}".strip()
        yield SourceLine(line.number, text, f"page {labels[line.page]}")


def _silent(pages: list[Page], labels: list[str]) -> list[Finding]:
    """Pages that show a picture and no text."""
    silent = [labels[i] for i, page in enumerate(pages) if page.pictures and not page.glyphs and not page.grids]
    if not silent:
        return []
    return [Finding("page_without_text", "flagged", f"These pages are pictures without text: {', '.join(silent)}.")]


def _across(pages: Sequence[Page], labels: Sequence[str]) -> Iterator[Finding]:
    """What is written across a page: a stamp at its side, the labels of a chart."""
    for page, label in zip(pages, labels, strict=True):
        if page.aside:
            yield Finding(
                "text_across", "dropped", f"Words written across page {label} were taken out.", (), page.aside
            )
