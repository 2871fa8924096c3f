"""One reader per format; a new format is one file here and one line in READERS (and its endings in formats.py)."""

from __future__ import annotations

from collections.abc import Callable

from readings.documents.piece import Draft

from .docx import read_docx
from .epub import read_epub
from .html import read_html
from .markdown import read_markdown
from .pdf import read_pdf
from .text import read_text

Reader = Callable[[bytes], Draft]

READERS: dict[str, Reader] = {
    "text": read_text,
    "markdown": read_markdown,
    "html": read_html,
    "docx": read_docx,
    "pdf": read_pdf,
    "epub": read_epub,
}
