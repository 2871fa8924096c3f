"""Arbitrary markup and damaged files: readers give pieces or named errors, never another exception."""

from __future__ import annotations

import random
import re
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readings.documents import Document, DocumentError
from readings.documents.pipeline import document_of
from readings.documents.readers import READERS

from .making.book import book
from .making.sheets import printable, sheets
from .making.source import NAMES, work
from .making.word import word

TAGS = (
    *[
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "thead",
        "caption",
        "blockquote",
        "pre",
        "br",
        "hr",
        "sup",
        "sub",
        "a",
        "em",
        "b",
        "span",
        "aside",
        "nav",
        "main",
        "article",
        "section",
    ],
    *["figure", "figcaption", "dl", "dt", "dd", "form", "header", "footer", "title", "meta", "q", "s"],
)
ATTRIBUTES = (
    "",
    ' id="fn1"',
    ' href="#fn1"',
    ' id="r1"',
    ' href="#r1"',
    ' class="footnote"',
    ' class="toc"',
    ' role="doc-noteref"',
    ' epub:type="pagebreak" title="x"',
    " colspan=3",
    " rowspan=9",
    ' name="fn1"',
    " start=5",
    " hidden",
    ' href="#"',
    ' lang="en"',
)
WORDS = (
    "salt",
    "1",
    "[1]",
    "12.",
    "¹",
    " ",
    "\n\n",
    "The ferry left Varda at dawn.",
    "1. Roads",
    "•",
    "Notes",
    "&amp;",
    "&#0;",
    "<",
    "x" * 50,
)
open_tag = st.tuples(st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)).map(lambda pair: f"<{pair[0]}{pair[1]}>")
markup = st.lists(
    st.one_of(open_tag, st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"), st.sampled_from(WORDS)), max_size=60
).map("".join)


@settings(max_examples=300, deadline=None)
@given(markup)
def test_any_markup_gives_a_sound_document_or_a_named_error(text: str) -> None:
    try:
        document = document_of(READERS["html"](f"<html><body>{text}</body></html>".encode()))
    except DocumentError:
        return
    for section in document.sections:
        for block in section.blocks:
            assert block.text.strip()
            assert all(0 <= mark.start <= mark.end <= len(block.text) for mark in block.marks)


@settings(max_examples=300, deadline=None)
@given(markup)
def test_every_word_of_any_markup_is_in_exactly_one_place(text: str) -> None:
    count = iter(range(1000))
    text = re.sub(r"\bsalt\b", lambda _: f" salt{next(count)}s ", text)
    try:
        document = document_of(READERS["html"](f"<html><body>{text}</body></html>".encode()))
    except DocumentError:
        return
    assert words(document) == Counter(f"salt{n}s" for n in range(next(count)))


def words(document: Document) -> Counter[str]:
    """The numbered words in blocks, titles, notes, entries, and findings that keep what was dropped."""
    places = [f"{block.label} {block.text}" for section in document.sections for block in section.blocks]
    places += [section.title or "" for section in document.sections]
    places += [note.text for note in document.notes] + [reference.text for reference in document.references]
    places += [finding.text or "" for finding in document.findings if finding.action == "dropped"]
    return Counter(re.findall(r"\bsalt\d+s\b", "\n".join(places)))


@pytest.mark.parametrize("kind", ["docx", "epub", "pdf"])
def test_a_file_with_some_bytes_changed_gives_a_document_or_a_named_error(kind: str) -> None:
    reading = printable(work(NAMES[1]))
    data = {"docx": word, "epub": book, "pdf": sheets}[kind](reading)
    chance = random.Random(7)  # noqa: S311  damage, not secrets
    for _ in range(12):
        broken = bytearray(data)
        for _ in range(chance.choice((1, 5, 40))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        with suppress(DocumentError):
            document_of(READERS[kind](bytes(broken)))
