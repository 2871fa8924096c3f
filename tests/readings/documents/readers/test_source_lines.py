"""Of a file that nobody can open as lines of text, its reader keeps what it saw, with the place in the file."""

from __future__ import annotations

import pytest

from readings.documents import Document, parse

from .making.book import book
from .making.sheets import printable, sheets
from .making.source import NAMES, Work, work
from .making.word import word

MAKERS = {"pdf": sheets, "docx": word, "epub": book}


@pytest.fixture(scope="module")
def made() -> Work:
    return printable(work(NAMES[0]))


@pytest.fixture(scope="module", params=MAKERS)
def document(request: pytest.FixtureRequest, made: Work) -> Document:
    return parse(MAKERS[request.param](made), f"file.{request.param}")


def test_every_paragraph_is_found_on_the_lines_that_it_names(document: Document) -> None:
    lines = {line.number: line.text for line in document.source}
    for section in document.sections:
        for block in section.blocks:
            first = "".join(block.text.split())[:12]
            assert first in "".join("".join(lines[number].split()) for number in block.lines if number in lines)


def test_each_line_is_named_once_and_says_where_it_stands(document: Document) -> None:
    numbers = [line.number for line in document.source]
    assert numbers == sorted(set(numbers))
    assert all(line.place for line in document.source)


def test_places_are_those_a_person_finds(made: Work) -> None:
    named = {name: parse(make(made), f"file.{name}").source[0].place for name, make in MAKERS.items()}
    assert named["pdf"].startswith("page ")
    assert named["docx"] == "paragraph 1"
    assert named["epub"].endswith(".xhtml")


def test_a_text_file_has_its_own_lines() -> None:
    assert parse(b"# Salt\n\nThe ferry left at dawn.\n", "salt.md").source == ()
