"""One's own attempts in the API: from the beginning to the result."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from quizzes.models import Attempt
from tests.config.clients import browser
from tests.factories import make_member, make_question, make_quiz

QUIZZES = "/api/v1/courses/caucasus/quizzes/"
ATTEMPTS = "/api/v1/attempts/"


@pytest.fixture
def question(reading):
    question = make_question(reading, status="approved", feedback="The bridge is old.")
    question.options.filter(text="1911").update(why="That is the mill.")
    return question


@pytest.fixture
def quiz(course, question):
    return make_quiz(course, question)


def begin(client, quiz):
    response = client.post(f"{QUIZZES}{quiz.pk}/attempts/")
    assert response.status_code == 201, response.content
    return response.json()


def answer(client, attempt, question, text):
    option = question.options.get(text=text)
    address = f"{ATTEMPTS}{attempt['id']}/responses/{question.pk}/"
    return client.put(address, {"answer": {"choice": str(option.pk)}}, "application/json")


def submit(client, attempt):
    return client.post(f"{ATTEMPTS}{attempt['id']}/submit/")


def code_of(response, status):
    assert response.status_code == status, response.content
    return response.json()["error"]["code"]


def test_an_attempt_begins_with_the_questions_and_without_keys(sam, quiz):
    attempt = begin(browser(sam), quiz)
    assert (attempt["quiz"], attempt["number"], attempt["submitted_at"]) == (quiz.pk, 1, None)
    assert (attempt["points"], attempt["percent"], attempt["passed"]) == (None, None, None)
    asked = attempt["questions"][0]
    assert asked["question"]["stem"] == "In which year was the Tarn Bridge opened?"
    assert (asked["answer"], asked["result"]) == (None, None)


def test_beginning_twice_gives_the_same_attempt(sam, quiz):
    client = browser(sam)
    assert begin(client, quiz)["id"] == begin(client, quiz)["id"]


def test_an_answer_is_saved_when_it_is_given_and_can_change(sam, quiz, question):
    client = browser(sam)
    attempt = begin(client, quiz)
    answer(client, attempt, question, "1911")
    saved = answer(client, attempt, question, "1902")
    right = str(question.options.get(text="1902").pk)
    assert saved.status_code == 200
    assert saved.json()["answer"] == {"choice": right}
    assert saved.json()["saved_at"]
    kept = client.get(f"{ATTEMPTS}{attempt['id']}/").json()["questions"][0]
    assert (kept["answer"], kept["result"]) == ({"choice": right}, None)


def test_an_answer_can_be_taken_back(sam, quiz, question):
    client = browser(sam)
    attempt = begin(client, quiz)
    answer(client, attempt, question, "1911")
    address = f"{ATTEMPTS}{attempt['id']}/responses/{question.pk}/"
    assert client.put(address, {"answer": None}, "application/json").json()["answer"] is None
    assert client.get(f"{ATTEMPTS}{attempt['id']}/").json()["questions"][0]["answer"] is None


def test_the_result_shows_key_reasons_and_passage(sam, quiz, question):
    client = browser(sam)
    attempt = begin(client, quiz)
    answer(client, attempt, question, "1911")
    result = submit(client, attempt).json()
    assert (result["points"], result["max_points"], result["percent"], result["passed"]) == (0, 1, 0, False)
    assert result["answers_shown"] is True
    told = result["questions"][0]["result"]
    assert told["is_correct"] is False
    assert told["right_answer"] == {"choice": str(question.options.get(text="1902").pk)}
    assert [reason["why"] for reason in told["reasons"]] == ["That is the mill."]
    assert told["feedback"] == "The bridge is old."
    assert told["passage"]["quote"] == "The Tarn Bridge was opened in 1902."
    assert told["passage"]["block"] == "b1"


def test_a_matching_question_is_answered_by_pairs(sam, course, reading):
    question = make_question(reading, kind="matching", status="approved")
    question.options.all().delete()
    for position, (premise, response) in enumerate(
        [("Tarn", "1902"), ("Ford", "1890"), ("Mill", "1911"), ("", "1850")]
    ):
        question.pairs.create(position=position, premise=premise, response=response)
    client = browser(sam)
    attempt = begin(client, make_quiz(course, question))
    pairs = question.data["pairs"]
    address = f"{ATTEMPTS}{attempt['id']}/responses/{question.pk}/"
    assert client.put(address, {"answer": {"pairs": pairs}}, "application/json").status_code == 200
    result = submit(client, attempt).json()
    assert result["percent"] == 100
    assert result["questions"][0]["result"]["right_answer"] == {"pairs": pairs}


@pytest.mark.parametrize("rule", ["never", "after_close"])
def test_the_rule_can_hide_everything_but_the_mark(sam, course, question, rule):
    client = browser(sam)
    attempt = begin(client, make_quiz(course, question, feedback=rule))
    answer(client, attempt, question, "1902")
    result = submit(client, attempt).json()
    assert (result["percent"], result["passed"], result["answers_shown"]) == (100, True, False)
    assert result["questions"][0]["result"] is None


def test_the_key_is_shown_when_the_quiz_has_closed(sam, course, question):
    client = browser(sam)
    quiz = make_quiz(course, question, feedback="after_close")
    attempt = begin(client, quiz)
    submit(client, attempt)
    quiz.closes_at = timezone.now() - timedelta(minutes=1)
    quiz.save()
    assert client.get(f"{ATTEMPTS}{attempt['id']}/").json()["questions"][0]["result"]["right_answer"]


def test_handing_in_twice_changes_nothing(sam, quiz):
    client = browser(sam)
    attempt = begin(client, quiz)
    assert submit(client, attempt).json() == submit(client, attempt).json()


def test_an_answer_after_handing_in_is_409(sam, quiz, question):
    client = browser(sam)
    attempt = begin(client, quiz)
    submit(client, attempt)
    assert code_of(answer(client, attempt, question, "1902"), 409) == "attempt_over"


def test_when_time_is_over_the_attempt_is_handed_in_with_what_was_saved(sam, quiz, question):
    client = browser(sam)
    attempt = begin(client, quiz)
    answer(client, attempt, question, "1902")
    Attempt.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    assert code_of(answer(client, attempt, question, "1911"), 409) == "attempt_over"
    assert client.get(f"{ATTEMPTS}{attempt['id']}/").json()["percent"] == 100


def test_a_closed_quiz_and_used_up_attempts_are_409_with_a_reason(sam, course, question):
    client = browser(sam)
    once = make_quiz(course, question, attempts_allowed=1)
    submit(client, begin(client, once))
    assert code_of(client.post(f"{QUIZZES}{once.pk}/attempts/"), 409) == "no_attempts_left"
    closed = make_quiz(course, question, closes_at=timezone.now() - timedelta(days=1))
    assert code_of(client.post(f"{QUIZZES}{closed.pk}/attempts/"), 409) == "quiz_not_open"


def test_whoever_teaches_takes_no_quiz(ines, quiz):
    assert code_of(browser(ines).post(f"{QUIZZES}{quiz.pk}/attempts/"), 403) == "not_a_student"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"answer": "1902"},
        {"answer": {}},
        {"answer": {"choice": "999999"}},
        {"answer": {"choice": ["1"]}},
        {"answer": {"choice": "x" * 100}},
        {"answer": {"pairs": {"p1": "r1"}}},
        {"answer": {"choice": {"nested": "yes"}}},
    ],
)
def test_an_answer_that_does_not_fit_is_400_and_nothing_is_stored(sam, quiz, question, body):
    client = browser(sam)
    attempt = begin(client, quiz)
    response = client.put(f"{ATTEMPTS}{attempt['id']}/responses/{question.pk}/", body, "application/json")
    assert code_of(response, 400) == "invalid"
    assert list(response.json()["error"]["fields"]) == ["answer"]
    assert client.get(f"{ATTEMPTS}{attempt['id']}/").json()["questions"][0]["answer"] is None


def test_what_does_not_belong_to_an_answer_is_not_stored(sam, quiz, question):
    client = browser(sam)
    attempt = begin(client, quiz)
    body = {"answer": {"choice": str(question.options.first().pk), "essay": "x" * 1000}}
    saved = client.put(f"{ATTEMPTS}{attempt['id']}/responses/{question.pk}/", body, "application/json")
    assert set(saved.json()["answer"]) == {"choice"}
    assert "essay" not in str(Attempt.objects.get().responses.get().answer)


@pytest.mark.parametrize("body", ["{", "[]", "7", ""])
def test_a_body_that_is_no_object_is_400(sam, quiz, question, body):
    client = browser(sam)
    attempt = begin(client, quiz)
    response = client.put(f"{ATTEMPTS}{attempt['id']}/responses/{question.pk}/", body, "application/json")
    assert code_of(response, 400) in ("parse_error", "invalid")


def test_a_form_is_415(sam, quiz, question):
    client = browser(sam)
    attempt = begin(client, quiz)
    response = client.put(
        f"{ATTEMPTS}{attempt['id']}/responses/{question.pk}/", "answer=1", "application/x-www-form-urlencoded"
    )
    assert code_of(response, 415) == "unsupported_media_type"


def test_a_question_of_another_quiz_is_404(sam, quiz, reading):
    stranger = make_question(reading, "Another one?", status="approved")
    client = browser(sam)
    response = answer(client, begin(client, quiz), stranger, "1902")
    assert code_of(response, 404) == "not_in_this_attempt"


def test_nobody_else_reaches_an_attempt_not_even_the_instructor(sam, ines, olga, course, quiz, question):
    attempt = begin(browser(sam), quiz)
    for other in (make_member("pat", course), ines, olga):
        client = browser(other)
        assert client.get(f"{ATTEMPTS}{attempt['id']}/").status_code == 404
        assert answer(client, attempt, question, "1902").status_code == 404
        assert submit(client, attempt).status_code == 404


def test_who_has_left_the_course_no_longer_reaches_the_own_attempt(sam, quiz):
    client = browser(sam)
    attempt = begin(client, quiz)
    sam.enrolments.update(is_active=False)
    assert client.get(f"{ATTEMPTS}{attempt['id']}/").status_code == 404


def test_the_list_has_ones_own_attempts_only(sam, course, quiz):
    begin(browser(make_member("pat", course)), quiz)
    client = browser(sam)
    submit(client, begin(client, quiz))
    begin(client, quiz)
    found = client.get(f"{QUIZZES}{quiz.pk}/attempts/").json()["results"]
    assert [(entry["number"], entry["percent"]) for entry in found] == [(1, 0), (2, None)]


def test_the_addresses_take_the_same_number_of_queries_however_many_questions(
    sam, course, reading, django_assert_num_queries
):
    questions = [make_question(reading, f"Question {number}?", status="approved") for number in range(6)]
    client = browser(sam)
    quiz = make_quiz(course, *questions, attempts_allowed=9)
    attempts = [begin(client, quiz) for _ in range(3)]
    with django_assert_num_queries(7):  # session, person, course, quiz, unfinished, count, rows
        client.get(f"{QUIZZES}{quiz.pk}/attempts/")
    with django_assert_num_queries(6):  # session, person, attempt, responses, options, pairs
        client.get(f"{ATTEMPTS}{attempts[0]['id']}/")
    submit(client, attempts[0])
    with django_assert_num_queries(6):
        client.get(f"{ATTEMPTS}{attempts[0]['id']}/")
