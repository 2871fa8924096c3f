"""Word documents: turned into HTML, whose reader does the rest; macros are never looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from lxml import etree

from readings.documents.errors import Damaged, NoText
from readings.documents.piece import Draft, Piece, source_of
from readings.documents.types import Finding

from .archive import MARKUP, Archive
from .docx_meta import core_metadata
from .docx_numbers import number_headings
from .docx_pages import STYLE, mark_pages
from .html import draft_of
from .html_notes import take_notes
from .html_tree import strip_unseen, tree_of
from .titles import settled

STYLES = f"""
r.{STYLE} => span.pagebreak
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='TOC Heading'] => p.toc:fresh
p[style-name='TOC 1'] => p.toc:fresh
p[style-name='TOC 2'] => p.toc:fresh
p[style-name='TOC 3'] => p.toc:fresh
p[style-name='toc 1'] => p.toc:fresh
p[style-name='toc 2'] => p.toc:fresh
p[style-name='toc 3'] => p.toc:fresh
p[style-name='heading 1'] => h1:fresh
p[style-name='Heading 7'] => h6:fresh
p[style-name='Heading 8'] => h6:fresh
p[style-name='Heading 9'] => h6:fresh
r[style-name='Quote Char'] =>
"""
BODY = "word/document.xml"


def read_docx(data: bytes) -> Draft:
    """The pieces of a DOCX file."""
    archive = Archive(data, "Word")
    if BODY not in archive:
        raise Damaged("Word")
    root = tree_of(_html(_safe_copy(archive)))
    strip_unseen(root)
    contents = list(_contents(root))
    title = next((h.text_content() for h in root.iter("h1") if h.get("class") == "title"), None)
    notes = take_notes(root)
    metadata = core_metadata(archive)
    draft = draft_of(root.find("body"), notes, replace(metadata, title=None))
    if not draft.pieces:
        raise NoText("Word")
    findings = [*contents, *_macros(archive)]
    return settled(_counted(draft), title or metadata.title).found(*findings)


def _safe_copy(archive: Archive) -> BytesIO:
    """The parts that hold text, each read within limits and checked, as a new archive for the converter."""
    copy = BytesIO()
    with ZipFile(copy, "w", ZIP_STORED) as target:
        for name in archive.parts:
            if name.endswith(MARKUP) and not name.startswith(("word/theme/", "customXml/", "docProps/")):
                content = archive.read(name)
                archive.check(content, doctype=True)
                content = _prepared(archive) if name == BODY else content
                target.writestr(name, content)
    copy.seek(0)
    return copy


def _prepared(archive: Archive) -> bytes:
    """The part with the text: what Word counts, numbers and pages, is written into it."""
    body = archive.xml(BODY)
    number_headings(archive, body)
    mark_pages(body)
    written: bytes = etree.tostring(body, xml_declaration=True, encoding="UTF-8")
    return written


def _html(copy: BytesIO) -> str:
    import mammoth  # loaded in the child process only: a server has no use for it

    try:
        result = mammoth.convert_to_html(copy, style_map=STYLES, convert_image=_no_image)
    except MemoryError:
        raise
    except Exception as error:  # the converter has no error of its own for a part it does not expect
        raise Damaged("Word") from error
    return f"<!DOCTYPE html><html><head></head><body>{result.value}</body></html>"


def _no_image(_: Any) -> list[Any]:
    return []


def _contents(root: Any) -> Iterator[Finding]:
    """The contents list goes out; Word makes it from the headings."""
    entries = [p for p in root.iter("p") if p.get("class") == "toc"]
    words = "\n".join(" ".join(p.text_content().split()) for p in entries)
    for entry in entries:
        entry.drop_tree()
    if words.strip():
        yield Finding(
            "contents_list", "dropped", "The contents list was taken out; the headings are in the text.", (), words
        )


def _macros(archive: Archive) -> Iterator[Finding]:
    if any(name.lower().endswith("vbaproject.bin") for name in archive.parts):
        yield Finding("macros_ignored", "flagged", "The file holds macros; only its text was read.")


def _counted(draft: Draft) -> Draft:
    """A Word file has no lines: its paragraphs are counted instead."""
    pieces: list[Piece] = [replace(piece, lines=(n,)) for n, piece in enumerate(draft.pieces, 1)]
    return replace(draft, pieces=tuple(pieces), source=source_of(pieces, lambda n: f"paragraph {n}"))
