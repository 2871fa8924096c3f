"""The demo readings, made into files of every format, come back with the same structure, word for word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from readings.documents.pipeline import document_of
from readings.documents.readers import READERS

from .making.book import book
from .making.compare import kept
from .making.sheets import printable, sheets
from .making.source import NAMES, Work, work
from .making.web import page
from .making.word import word

FORMATS: dict[str, tuple[str, Callable[[Work], bytes]]] = {
    "web page": ("html", page),
    "Word with footnotes": ("docx", word),
    "Word with endnotes": ("docx", partial(word, note="endnote")),
    "book": ("epub", book),
    "PDF": ("pdf", sheets),
    "PDF in two columns": ("pdf", partial(sheets, columns=2)),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("made", FORMATS)
def test_a_reading_keeps_its_sections_paragraphs_notes_and_tables(made: str, name: str) -> None:
    text = printable(work(name))
    reader, make = FORMATS[made]
    found = kept(text, document_of(READERS[reader](make(text))))
    assert found.complete, found


def test_a_comparison_notices_a_lost_paragraph() -> None:
    text = work(NAMES[0])
    lost = next(part for part in text.parts if part.kind == "text" and not part.notes)
    data = page(Work(text.title, text.byline, [part for part in text.parts if part is not lost], text.notes))
    found = kept(text, document_of(READERS["html"](data)))
    assert found.paragraphs.found == found.paragraphs.whole - 1
    assert not found.complete
