"""The five documents: enough questions, none with a hard flaw, in time. They are not in the repository."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from quizzes.generation import generate
from quizzes.generation.checks import hard_flaws
from quizzes.generation.pipeline import store_of
from readings import documents
from readings.documents.types import Document

FOLDER = os.environ.get("GLOSSA_DOCUMENTS", "")
WANTED = {"000": 10, "001": 10, "002": 10, "003": 4, "004": 10}
pytestmark = [
    pytest.mark.documents,
    pytest.mark.skipif(not FOLDER, reason="set GLOSSA_DOCUMENTS to the folder of the five documents"),
]


@pytest.fixture(scope="module")
def the_five() -> dict[str, Document]:
    """The documents by the number in their names."""
    files = sorted(Path(FOLDER).glob("*.txt"))
    return {file.name[:3]: documents.parse(file.read_bytes(), file.name) for file in files}


@pytest.mark.parametrize("name", WANTED)
def test_a_document_gives_enough_clean_questions_within_its_course(name: str, the_five: dict[str, Document]):
    course = list(the_five.values())
    asked = generate(course, about=list(the_five).index(name)).questions
    store = store_of(course, (), Counter())

    assert len(asked) >= WANTED[name]
    assert [flaw for question in asked for flaw in hard_flaws(question, store)] == []


@pytest.mark.parametrize("name", WANTED)
def test_what_a_document_alone_gives_is_clean(name: str, the_five: dict[str, Document]):
    alone = [the_five[name]]
    asked = generate(alone).questions
    store = store_of(alone, (), Counter())

    assert [flaw for question in asked for flaw in hard_flaws(question, store)] == []
