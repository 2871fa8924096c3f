"""The five documents of the first course, where somebody has them: every word is kept, and the notes are all there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from readings.documents import parse
from tests.readings.documents.test_bad_input import assert_sound
from tests.readings.documents.words import document_words, source_words

FOLDER = os.environ.get("GLOSSA_DOCUMENTS", "")
FILES = sorted(Path(FOLDER).glob("[0-9][0-9][0-9]_*.txt")) if FOLDER else []

pytestmark = [
    pytest.mark.documents,
    pytest.mark.skipif(not FILES, reason="GLOSSA_DOCUMENTS does not name a folder with the five documents"),
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:3])
def test_no_word_is_lost_or_doubled(path: Path) -> None:
    data = path.read_bytes()
    source, found = source_words(data.decode()), document_words(parse(data, path.name))
    assert source - found == {}
    assert found - source == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:3])
def test_the_document_is_sound(path: Path) -> None:
    document = parse(path.read_bytes(), path.name)
    assert_sound(document)
    assert type(document).from_dict(document.to_dict()) == document


def test_every_note_is_found_and_marked() -> None:
    counts = {}
    for path in FILES:
        document = parse(path.read_bytes(), path.name)
        marks = {m.target for s in document.sections for b in s.blocks for m in b.marks if m.kind == "note"}
        assert marks == {note.label for note in document.notes}
        counts[path.name[:3]] = len(document.notes)
    assert counts == {"000": 67, "001": 13, "002": 103, "003": 0, "004": 0}
