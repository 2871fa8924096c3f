"""Ordering questions from draft to mark: entries stand as rows in their right order and are shown in another."""

from __future__ import annotations

import pytest

from quizzes.forms import answer_from
from quizzes.kinds import InvalidResponse
from quizzes.models import Option, Question
from quizzes.selectors.asked import asked_in_attempt
from quizzes.services.attempts import attempt_start, attempt_submit, response_save
from tests.factories import make_quiz

EVENTS = ("The bridge was opened", "A flood took an arch", "The arch was rebuilt")


@pytest.fixture
def question(reading):
    question = Question.objects.create(reading=reading, kind="ordering", stem="Put them in order.", status="approved")
    for position, text in enumerate(EVENTS):
        Option.objects.create(question=question, position=position, text=text)
    return question


def test_the_entries_are_not_shown_in_the_order_of_the_key(question):
    assert [item["text"] for item in question.data["items"]] == sorted(EVENTS) != list(EVENTS)


def test_a_form_gives_each_entry_a_place(question):
    first, second, third = question.data["order"]
    name = f"q{question.pk}"
    post = {f"{name}-{first}": "2", f"{name}-{second}": "1", f"{name}-{third}": "3"}
    assert answer_from(post, question) == {"order": [second, first, third]}
    assert answer_from({f"{name}-{first}": ""}, question) is None


@pytest.mark.parametrize("places", [("1", "1", "2"), ("1", "2", ""), ("1", "2", "x"), ("0", "1", "2")])
def test_an_order_that_is_none_is_refused(course, question, sam, places):
    attempt = attempt_start(quiz=make_quiz(course, question), user=sam)
    post = {f"q{question.pk}-{entry}": place for entry, place in zip(question.data["order"], places, strict=True)}
    with pytest.raises(InvalidResponse, match="every entry"):
        response_save(attempt=attempt, question_id=question.pk, answer=answer_from(post, question))


def test_the_mark_counts_pairs_in_the_right_order(course, question, sam):
    attempt = attempt_start(quiz=make_quiz(course, question), user=sam)
    first, second, third = question.data["order"]
    response_save(attempt=attempt, question_id=question.pk, answer={"order": [second, first, third]})
    attempt = attempt_submit(attempt=attempt)
    assert attempt.percent == 67
    places = asked_in_attempt(attempt)[0].right_places
    assert [(place.text, place.given, place.correct) for place in places] == [
        (EVENTS[0], 2, False),
        (EVENTS[1], 1, False),
        (EVENTS[2], 3, True),
    ]
