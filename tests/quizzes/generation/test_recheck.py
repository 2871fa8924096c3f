"""The check of edited questions: it agrees with the generator, and sees what an edit broke."""

from __future__ import annotations

import pytest

from quizzes.generation import generate
from quizzes.generation.recheck import Checker, recheck
from readings.documents import parse

TEXT = """# The bridges of Tarn

## Who built them

The Tarn Bridge Board (TBB) was founded in 1898 by the town council. The River Orne Commission (ROC) was established in 1911.
The Harbour Works Union (HWU) was founded in 1925. The Stone Masons Guild (SMG) was established in 1931.
The Tarn Bridge Board argues that stone outlives steel because frost harms rivets. Steel was cheaper because the mills stood near.
Ingrid Solheim maintains that every arch of the old bridge was paid for by the millers of the valley.

Pablo Vargas warns that the floods of spring will carry off whatever the masons leave without a pier.

Chidi Okafor claims that no ferryman of the lower river ever lost his trade to a bridge of stone.

## What they cost

The Avel Ferry Company (AFC) was founded in 1919 and dissolved in 1934. The Loue Toll Office (LTO) was founded in 1940.
The town council signed the Treaty of Orne in 1922. The town council signed the Treaty of Avel in 1936.
The number of ferries in Avel was 140 in 1919. The number of bridges in Tarn was 1,250 in 1931. In 1934, 45 per cent of boats on the Loue were built in Tarn.
"""


@pytest.fixture(scope="module")
def document():
    return parse(TEXT.encode(), "bridges.md")


@pytest.fixture(scope="module")
def questions(document):
    return [question.to_dict() for question in generate(document, count=20, seed=1).questions]


def choice(questions):
    return next(question for question in questions if question["kind"] == "multiple_choice")


def codes(question, document):
    return [flaw.code for flaw in recheck(question, document)]


def test_generated_questions_pass_as_they_are(document, questions):
    checker = Checker(document)
    assert questions
    for question in questions:
        assert [flaw.code for flaw in checker.flaws(question) if flaw.hard] == [], question["stem"]


def changed(question, place, text):
    options = [dict(option) for option in question["options"]]
    wrong = [option for option in options if not option["correct"]]
    wrong[place]["text"] = text
    return {**question, "options": options}


def test_a_distractor_that_says_the_same_as_another_is_found(document, questions):
    question = choice(questions)
    key = next(option["text"] for option in question["options"] if option["correct"])
    assert "A2" in codes(changed(question, 0, key.upper()), document)


def test_a_distractor_that_stands_in_the_passage_is_found(document, questions):
    question = choice(questions)
    word = question["evidence"]["quote"].split()[1]
    assert "D3" in codes(changed(question, 0, word), document)


def test_a_passage_that_does_not_stand_there_is_found(document, questions):
    question = choice(questions)
    assert "D1" in codes({**question, "evidence": {**question["evidence"], "start": 3}}, document)


def test_a_stem_that_is_no_question_is_found_and_hard_flaws_come_first(document, questions):
    found = recheck({**choice(questions), "stem": "it always happened then"}, document)
    assert found[0].hard
    assert {"A10"} <= {flaw.code for flaw in found}


def test_ones_own_question_needs_no_pattern(document, questions):
    own = {**choice(questions), "pattern": "", "stem": "Which of these bodies did the town council found first?"}
    assert not [flaw for flaw in codes(own, document) if flaw.startswith("D")]
