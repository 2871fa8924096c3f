"""Further wrong options: kept for the reviewer, checked like those that are shown, and no part of what the question is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from quizzes.generation import Question, generate
from quizzes.generation.alternatives import MOST, entries, tried, with_option
from quizzes.generation.checks import hard_flaws
from quizzes.generation.items.build import Option, choice
from quizzes.generation.pipeline import store_of
from quizzes.generation.store import Store

from .test_tables import HEADER, ROWS, table

MORE = (*ROWS, ("1902", "60", "Dutch"), ("1903", "77", "Swedish"), ("1904", "88", "Greek"))
DOCUMENT = table(HEADER, MORE)


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    return generate(DOCUMENT, seed=1).questions


@pytest.fixture(scope="module")
def store() -> Store:
    return store_of([DOCUMENT], (), Counter())


def with_spare(questions: tuple[Question, ...]) -> list[Question]:
    return [question for question in questions if question.data.get("alternatives")]


def test_what_a_form_knows_beyond_three_wrong_options_is_kept_with_its_reason(questions):
    assert with_spare(questions)
    for question in with_spare(questions):
        assert len(question.distractors) == 3
        kept = {option["text"] for option in question.data["alternatives"]}
        assert not kept & {question.key, *question.distractors}
        assert all(option["why"] for option in question.data["alternatives"])


def test_each_may_take_the_place_of_any_wrong_option(questions, store):
    for question in with_spare(questions):
        wrong = [place for place, entry in enumerate(entries(question.data)) if not entry["correct"]]
        for option in question.data["alternatives"]:
            for place in wrong:
                changed = replace(question, data=with_option(question.data, option, place))
                assert option["text"] in changed.distractors
                assert hard_flaws(changed, store) == []


def test_one_that_would_spoil_the_question_is_not_kept(questions, store):
    question = with_spare(questions)[0]
    spoiled = {"text": question.key.upper(), "why": ""}
    spare = [spoiled, {"text": "All of the above", "why": ""}]
    data = {**question.data, "alternatives": [*spare, *question.data["alternatives"]]}
    assert tried(replace(question, data=data), store).data == question.data
    assert "alternatives" not in tried(replace(question, data={**data, "alternatives": spare}), store).data


def test_no_more_than_ten_are_kept(questions, store):
    question = with_spare(questions)[0]
    years = [{"text": str(year), "why": "Not in the table."} for year in range(1910, 1930)]
    found = tried(replace(question, data={**question.data, "alternatives": years}), store)
    assert found.data["alternatives"] == years[:MOST]


def test_a_question_is_the_same_whatever_it_has_to_spare(questions, store):
    fact = questions[0].facts[0]
    key, *wrong = (Option(text, "") for text in ("1904", "1903", "1902", "1901", "1900"))

    def made(options: list[Option]) -> Question:
        return choice(fact, "When?", key, options, level="apply", source=store.sources[0], order=None)

    assert made(wrong).id == made(wrong[:3]).id
    assert made(wrong).distractors == made(wrong[:3]).distractors
