"""How a question calls a text of which no author is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.generation.checks import hard_flaws
from quizzes.generation.text.source import Source
from readings.documents.types import Metadata

from .texts import document, question, store


@pytest.mark.parametrize(
    ("title", "voice"),
    [
        ("Cod and Salt | Bergen Papers", "the text “Cod and Salt”"),
        ("Cod in “Hull”", "the text “Cod in ‘Hull’”"),
        ("What the fishermen of Bergen and of Hull told one another about cod", "the text"),
        ("Introduction", "the text"),
        ("Chapter 4", "the text"),
        ("For release at 9:55 a.m.", "the text"),
        (None, "the text"),
    ],
)
def test_a_text_without_authors_is_called_by_a_short_title(title, voice):
    source = Source(replace(document("Norway sold cod."), metadata=Metadata(title=title)), 0)

    assert source.voice == voice
    assert source.unsigned


def test_a_title_with_commas_and_a_question_mark_is_part_of_the_frame():
    drafted = question(
        "According to the text “Cod, Salt and the Tin? The Hull Papers”, who sold cod to Hull?",
        ["*Norway", "Chile", "Peru"],
        "Norway sold cod to Hull.",
    )

    assert not {"B6", "B11", "B14"} & set(hard_flaws(drafted, store("Norway sold cod to Hull.")))
