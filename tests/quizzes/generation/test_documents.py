"""The five documents: enough questions, none with a hard flaw, in time. They are not in the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizzes.generation import generate
from quizzes.generation.checks import hard_flaws
from quizzes.generation.source import sources
from quizzes.generation.store import Store
from readings import documents

FOLDER = os.environ.get("GLOSSA_DOCUMENTS", "")
WANTED = {"000": 10, "001": 10, "002": 10, "003": 4, "004": 10}
pytestmark = [
    pytest.mark.documents,
    pytest.mark.skipif(not FOLDER, reason="set GLOSSA_DOCUMENTS to the folder of the five documents"),
]


@pytest.mark.parametrize("name", WANTED)
def test_a_document_gives_enough_clean_questions(name: str):
    path = next(Path(FOLDER).glob(f"{name}*.txt"))
    document = documents.parse(path.read_bytes(), path.name)
    result = generate(document)
    store = Store(sources([document]), [])

    assert len(result.questions) >= WANTED[name]
    assert [flaw for question in result.questions for flaw in hard_flaws(question, store)] == []
