"""Quizzes in the API: their rules, and their questions without the keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.config.clients import browser
from tests.factories import make_question, make_quiz

QUIZZES = "/api/v1/courses/caucasus/quizzes/"


@pytest.fixture
def quiz(course, reading):
    return make_quiz(course, make_question(reading, status="approved"), reading=reading)


def test_the_list_has_the_rules(sam, quiz):
    entry = browser(sam).get(QUIZZES).json()["results"][0]
    assert (entry["id"], entry["title"], entry["reading"]) == (quiz.pk, "Bridges", "bridges")
    assert (entry["question_count"], entry["is_open"], entry["attempts_allowed"]) == (1, True, 2)
    assert (entry["pass_mark"], entry["feedback"]) == (60, "after_submit")


def test_the_list_can_be_filtered_by_reading(sam, course, quiz):
    make_quiz(course, title="Everything")
    found = browser(sam).get(QUIZZES, {"reading": "bridges"}).json()["results"]
    assert [entry["title"] for entry in found] == ["Bridges"]


def test_an_unpublished_quiz_is_for_those_who_teach(sam, ines, quiz):
    quiz.is_published = False
    quiz.save()
    assert browser(sam).get(QUIZZES).json()["count"] == 0
    assert browser(sam).get(f"{QUIZZES}{quiz.pk}/").status_code == 404
    assert browser(ines).get(f"{QUIZZES}{quiz.pk}/").status_code == 200


@pytest.mark.parametrize("who", ["sam", "ines"])
def test_the_questions_come_without_their_keys(who, sam, ines, quiz):
    response = browser({"sam": sam, "ines": ines}[who]).get(f"{QUIZZES}{quiz.pk}/")
    question = response.json()["questions"][0]
    assert question["stem"] == "In which year was the Tarn Bridge opened?"
    assert [set(option) for option in question["options"]] == [{"id", "text"}] * 4
    for secret in ("correct", "why", "evidence", "accepted", '"pairs"'):
        assert secret not in response.content.decode()


def test_matching_responses_do_not_stand_in_the_order_of_their_premises(sam, course, reading):
    question = make_question(reading, kind="matching", status="approved")
    question.options.all().delete()
    for position, (premise, response) in enumerate(
        [("Tarn", "1902"), ("Ford", "1890"), ("Mill", "1911"), ("", "1850")]
    ):
        question.pairs.create(position=position, premise=premise, response=response)
    quiz = make_quiz(course, question)
    asked = browser(sam).get(f"{QUIZZES}{quiz.pk}/").json()["questions"][0]
    assert [entry["text"] for entry in asked["premises"]] == ["Tarn", "Ford", "Mill"]
    assert [entry["text"] for entry in asked["responses"]] == ["1850", "1890", "1902", "1911"]


@pytest.mark.parametrize(
    "rules",
    [
        {"time_limit_minutes": 10},
        {"opens_at": timezone.now() + timedelta(days=1)},
        {"closes_at": timezone.now() - timedelta(days=1)},
    ],
)
def test_questions_cannot_be_read_before_the_clock_runs(sam, ines, course, reading, rules):
    quiz = make_quiz(course, make_question(reading, status="approved"), **rules)
    assert browser(sam).get(f"{QUIZZES}{quiz.pk}/").json()["questions"] is None
    assert len(browser(ines).get(f"{QUIZZES}{quiz.pk}/").json()["questions"]) == 1


def test_a_question_that_is_not_approved_is_not_asked(sam, course, reading):
    quiz = make_quiz(course, make_question(reading, status="draft"))
    data = browser(sam).get(f"{QUIZZES}{quiz.pk}/").json()
    assert (data["question_count"], data["questions"]) == (0, [])


@pytest.mark.parametrize("address", ["", "{}/", "{}/attempts/"])
def test_who_is_not_in_the_course_gets_404(olga, nora, quiz, address):
    for person in (olga, nora):
        assert browser(person).get(QUIZZES + address.format(quiz.pk)).status_code == 404


def test_a_quiz_of_another_course_is_not_found_under_this_one(olga, ines, sam, quiz):
    other = make_quiz(olga.enrolments.get().course)
    assert browser(sam).get(f"{QUIZZES}{other.pk}/").status_code == 404


@pytest.mark.parametrize(("address", "queries"), [("", 5), ("{}/", 8)])
def test_an_address_takes_the_same_number_of_queries_however_much_there_is(
    sam, course, reading, address, queries, django_assert_num_queries
):
    questions = [make_question(reading, f"Question {number}?", status="approved") for number in range(6)]
    quizzes = [make_quiz(course, *questions, reading=reading) for _ in range(5)]
    client = browser(sam)
    with django_assert_num_queries(queries):
        assert client.get(QUIZZES + address.format(quizzes[0].pk)).status_code == 200
