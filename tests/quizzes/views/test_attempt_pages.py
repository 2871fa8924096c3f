"""Answering, handing in and the result: with the page's script and without."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt
from quizzes.services.attempts import attempt_start, attempt_submit, response_save
from tests.factories import make_member, make_question, make_quiz

JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def question(reading):
    return make_question(reading, status="approved")


@pytest.fixture
def attempt(course, question, sam):
    return attempt_start(quiz=make_quiz(course, question), user=sam)


@pytest.fixture
def as_sam(client, sam):
    client.force_login(sam)
    return client


def address(name, attempt, *more):
    return reverse(f"quizzes:{name}", args=[attempt.quiz.course.slug, attempt.quiz_id, attempt.pk, *more])


def right(question):
    return str(question.options.get(is_correct=True).pk)


def wrong(question):
    return str(question.options.filter(is_correct=False).first().pk)


@pytest.mark.parametrize("name", ["attempt", "result"])
@pytest.mark.parametrize(
    ("person", "status"), [(None, 302), ("olga", 404), ("nora", 404), ("tara", 404), ("ines", None)]
)
def test_nobody_else_sees_an_attempt_but_the_teachers_its_result(
    client, request, course, attempt, ines, olga, nora, name, person, status
):
    attempt_submit(attempt=attempt)
    make_member("tara", course)
    if person:
        client.force_login(type(ines).objects.get(username=person))
    expected = status or {"attempt": 404, "result": 200}[name]
    assert client.get(address(name, attempt)).status_code == expected


def test_the_page_asks_without_giving_the_answer_away(as_sam, attempt, question):
    page = as_sam.get(address("attempt", attempt)).content.decode()
    assert question.stem in page
    assert "0 of 1 answered" in page
    assert "<mark>" not in page
    assert "Right answer" not in page


def test_an_answer_is_saved_when_given(as_sam, attempt, question):
    reply = as_sam.post(address("answer", attempt, question.pk), {f"q{question.pk}": right(question)}, **JSON)
    assert reply.json() == {"saved": True, "answered": 1}
    assert attempt.responses.get().answer == {"choice": right(question)}
    assert "checked" in as_sam.get(address("attempt", attempt)).content.decode()


def test_the_same_address_works_as_a_plain_form(as_sam, attempt, question):
    reply = as_sam.post(address("answer", attempt, question.pk), {f"q{question.pk}": right(question)})
    assert reply["location"] == address("attempt", attempt)


def test_a_wrong_answer_format_is_400_and_says_what_to_do(as_sam, attempt, question):
    for headers in (JSON, {}):
        reply = as_sam.post(address("answer", attempt, question.pk), {f"q{question.pk}": "999999"}, **headers)
        assert reply.status_code == 400
        assert "Choose one of the options" in reply.content.decode()
    assert attempt.responses.get().answer is None


def test_a_question_that_is_not_in_the_attempt_is_not_found(as_sam, attempt, reading):
    other = make_question(reading)
    assert as_sam.post(address("answer", attempt, other.pk), {}, **JSON).status_code == 404


def test_an_answer_after_handing_in_is_a_conflict(as_sam, attempt, question):
    attempt_submit(attempt=attempt)
    post = {f"q{question.pk}": right(question)}
    assert as_sam.post(address("answer", attempt, question.pk), post, **JSON).status_code == 409
    reply = as_sam.post(address("answer", attempt, question.pk), post, follow=True)
    assert "can no longer change" in reply.content.decode()


def test_saving_all_without_script_keeps_the_attempt_open(as_sam, attempt, question):
    reply = as_sam.post(address("save", attempt), {f"q{question.pk}": right(question)}, follow=True)
    assert "Your answers are saved." in reply.content.decode()
    attempt.refresh_from_db()
    assert attempt.submitted_at is None


def test_handing_in_marks_what_the_form_holds(as_sam, attempt, question):
    reply = as_sam.post(address("submit", attempt), {f"q{question.pk}": right(question)})
    assert reply["location"] == address("result", attempt)
    page = as_sam.get(address("result", attempt)).content.decode()
    assert "100 %" in page
    assert "Your answer, right" in page
    assert "<mark>The Tarn Bridge was opened in 1902.</mark>" in page


def test_handing_in_twice_gives_the_result_page(as_sam, attempt, question):
    as_sam.post(address("submit", attempt), {f"q{question.pk}": right(question)})
    reply = as_sam.post(address("submit", attempt), {f"q{question.pk}": wrong(question)}, follow=True)
    assert reply.status_code == 200
    assert "100 %" in reply.content.decode()


def test_open_questions_are_asked_about_once(as_sam, attempt):
    page = as_sam.post(address("submit", attempt)).content.decode()
    assert "Hand in anyway" in page
    assert as_sam.post(address("submit", attempt), {"anyway": "1"})["location"] == address("result", attempt)


def test_an_old_tab_cannot_wipe_out_answers(as_sam, attempt, question):
    response_save(attempt=attempt, question_id=question.pk, answer={"choice": right(question)})
    as_sam.post(address("submit", attempt))
    attempt.refresh_from_db()
    assert attempt.percent == 100


def test_an_attempt_whose_time_is_over_leads_to_its_result(as_sam, attempt):
    Attempt.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    assert as_sam.get(address("attempt", attempt))["location"] == address("result", attempt)
    assert as_sam.get(address("result", attempt)).status_code == 200


def test_the_time_left_is_on_the_page(as_sam, attempt):
    Attempt.objects.update(due_at=timezone.now() + timedelta(minutes=10))
    assert 'role="timer"' in as_sam.get(address("attempt", attempt)).content.decode()


def test_the_result_of_an_open_attempt_is_its_page(as_sam, attempt):
    assert as_sam.get(address("result", attempt))["location"] == address("attempt", attempt)


@pytest.mark.parametrize(("rule", "shown"), [("after_submit", True), ("after_close", False), ("never", False)])
def test_the_result_follows_the_rule_of_the_attempt(as_sam, attempt, rule, shown):
    Attempt.objects.update(feedback=rule)
    attempt_submit(attempt=attempt)
    page = as_sam.get(address("result", attempt)).content.decode()
    assert ("Right answer" in page) is shown
    assert ("<mark>" in page) is shown


def test_answers_appear_when_the_quiz_is_closed(as_sam, attempt):
    Attempt.objects.update(feedback="after_close")
    attempt_submit(attempt=attempt)
    type(attempt.quiz).objects.update(closes_at=timezone.now() - timedelta(minutes=1))
    assert "Right answer" in as_sam.get(address("result", attempt)).content.decode()


def test_the_teacher_sees_the_answers_whatever_the_rule(client, attempt, ines):
    Attempt.objects.update(feedback="never")
    attempt_submit(attempt=attempt)
    client.force_login(ines)
    assert "Right answer" in client.get(address("result", attempt)).content.decode()


def test_a_passage_that_left_the_reading_is_quoted_all_the_same(as_sam, attempt, reading):
    reading.blocks.get(number=1).delete()
    attempt_submit(attempt=attempt)
    page = as_sam.get(address("result", attempt)).content.decode()
    assert "no longer in the reading" in page
    assert "<mark>The Tarn Bridge was opened in 1902.</mark>" in page
