"""Questions follow their passages when a reading is imported anew."""

from __future__ import annotations

import pytest

from quizzes.models import Question
from quizzes.services.evidence import questions_recheck_evidence
from readings.services.importing import reading_import
from tests.factories import make_question

QUOTE = "The Orne Bridge was opened in June of 1902 by the town council."
FIRST = f"# Bridges\n\nThe town had two rivers and no bridge for many years. {QUOTE} It has three arches.\n\nA mill stood below it.\n"


def imported(course, text):
    return reading_import(course=course, data=text.encode(), name="bridges.md", slug="orne")


@pytest.fixture
def question(course):
    reading = imported(course, FIRST)
    block = reading.blocks.get(text__contains=QUOTE)
    start = block.text.index(QUOTE)
    return make_question(
        reading,
        status="approved",
        evidence_block=block,
        evidence_start=start,
        evidence_end=start + len(QUOTE),
        evidence_quote=QUOTE,
    )


def quoted(question):
    question.refresh_from_db()
    block = question.evidence_block
    return block and block.text[question.evidence_start : question.evidence_end]


def test_a_correction_beside_the_passage_moves_it_and_changes_nothing_else(course, question):
    imported(course, FIRST.replace("many years", "a great many years"))
    assert quoted(question) == QUOTE
    assert not question.is_stale


def test_a_correction_within_the_passage_shows_its_new_words_and_asks_for_a_look(course, question):
    imported(course, FIRST.replace("June of 1902", "July of 1902"))
    assert quoted(question) == QUOTE.replace("June", "July")
    assert question.is_stale
    assert not Question.objects.askable().exists()


def test_a_passage_that_is_taken_out_leaves_the_question_with_its_words(course, question):
    imported(course, "# Bridges\n\nA mill stood below it.\n")
    assert quoted(question) is None
    assert (question.is_stale, question.evidence_quote) == (True, QUOTE)


def test_a_passage_that_comes_back_is_asked_again(course, question):
    imported(course, "# Bridges\n\nA mill stood below it.\n")
    imported(course, FIRST)
    questions_recheck_evidence(questions=Question.objects.all())
    assert quoted(question) == QUOTE
    assert not question.is_stale
