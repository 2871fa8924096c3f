"""Whatever a file is, it gives a clear one-line message or a sane document, within limits of time."""

from __future__ import annotations

import resource
from collections.abc import Iterator

import pytest

from readings.documents import Document, DocumentError, parse
from tests.readings.documents.readers.making.hostile import FILES, Hostile

PATIENCE = 30
"""Seconds of computing, not of the clock, which other work on the machine would lengthen."""


def texts(document: Document) -> Iterator[str]:
    yield from (block.text for section in document.sections for block in section.blocks)
    yield from (section.title or "" for section in document.sections)
    yield from (mark.target or "" for section in document.sections for block in section.blocks for mark in block.marks)
    yield from (note.text for note in document.notes)


def spent() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def test_the_corpus_has_at_least_sixty_files() -> None:
    assert len({file.name for file in FILES}) == len(FILES) >= 60


@pytest.mark.parametrize("file", [f for f in FILES if f.error], ids=lambda f: f.name)
def test_a_file_that_cannot_be_read_is_refused_in_one_clear_line(file: Hostile) -> None:
    assert file.error
    with pytest.raises(file.error) as refused:
        parse(file.make(), file.name)
    message = str(refused.value)
    assert message.endswith(".")
    assert "\n" not in message
    assert 20 < len(message) < 200
    assert "Traceback" not in message


@pytest.mark.parametrize("file", [f for f in FILES if not f.error], ids=lambda f: f.name)
def test_a_strange_file_that_holds_a_text_gives_a_sane_document(file: Hostile) -> None:
    data, started = file.make(), spent()
    document = parse(data, file.name)
    assert spent() - started < PATIENCE
    whole = "\n".join(texts(document))
    assert file.holds in whole
    assert not file.lacks or file.lacks not in whole
    assert whole.encode("utf-8")
    for section in document.sections:
        for block in section.blocks:
            assert all(0 <= mark.start <= mark.end <= len(block.text) for mark in block.marks)


def test_a_refused_file_is_a_document_error_of_its_own_kind() -> None:
    for file in FILES:
        kinds = file.error if isinstance(file.error, tuple) else (file.error,)
        assert all(kind is None or (issubclass(kind, DocumentError) and kind is not DocumentError) for kind in kinds)
