"""The start page and the preview of a quiz: who sees what, and what a refusal looks like."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.services.attempts import attempt_start, attempt_submit
from quizzes.services.quizzes import quiz_create_from_questions
from tests.factories import make_question, make_quiz


@pytest.fixture
def quiz(course, reading):
    return make_quiz(course, make_question(reading, status="approved"))


def address(name, quiz):
    return reverse(f"quizzes:{name}", args=[quiz.course.slug, quiz.pk])


@pytest.mark.parametrize(
    ("name", "person", "status"),
    [
        ("quiz", None, 302),
        ("quiz", "sam", 200),
        ("quiz", "ines", 200),
        ("quiz", "olga", 404),
        ("quiz", "nora", 404),
        ("preview", None, 302),
        ("preview", "sam", 404),
        ("preview", "ines", 200),
        ("preview", "olga", 404),
    ],
)
def test_who_sees_which_page(client, request, quiz, name, person, status):
    for known in ("sam", "ines", "olga", "nora"):
        request.getfixturevalue(known)
    if person:
        client.force_login(request.getfixturevalue(person))
    assert client.get(address(name, quiz)).status_code == status


def test_an_unpublished_quiz_does_not_exist_for_students(client, quiz, sam):
    quiz.is_published = False
    quiz.save()
    client.force_login(sam)
    assert client.get(address("quiz", quiz)).status_code == 404


def test_the_start_page_tells_the_rules_and_starts_an_attempt(client, quiz, sam):
    client.force_login(sam)
    page = client.get(address("quiz", quiz)).content.decode()
    assert "2 left" in page
    assert "60 %" in page
    reply = client.post(address("start", quiz))
    assert reply.status_code == 302
    assert "/attempts/" in reply["location"]


def test_starting_by_a_link_is_not_possible(client, quiz, sam):
    client.force_login(sam)
    assert client.get(address("start", quiz)).status_code == 405


def test_a_closed_quiz_answers_403_and_says_when_it_closed(client, quiz, sam):
    quiz.closes_at = timezone.now() - timedelta(days=1)
    quiz.save()
    client.force_login(sam)
    assert "This quiz is closed." in client.get(address("quiz", quiz)).content.decode()
    reply = client.post(address("start", quiz))
    assert reply.status_code == 403
    assert f"This quiz closed on {quiz.closes_at:%-d %B %Y}" in reply.content.decode()


def test_after_the_last_attempt_the_page_shows_the_results_and_no_start(client, quiz, sam):
    for _ in range(2):
        attempt_submit(attempt=attempt_start(quiz=quiz, user=sam))
    client.force_login(sam)
    page = client.get(address("quiz", quiz)).content.decode()
    assert "Attempt 2: 0 %" in page
    assert "Start attempt" not in page
    assert client.post(address("start", quiz)).status_code == 403


def test_a_teacher_who_starts_is_told_of_the_preview(client, quiz, ines):
    client.force_login(ines)
    reply = client.post(address("start", quiz))
    assert reply.status_code == 403
    assert address("preview", quiz) in reply.content.decode()


def test_the_preview_shows_answers_and_the_passage(client, quiz, ines):
    client.force_login(ines)
    page = client.get(address("preview", quiz)).content.decode()
    assert "Right answer" in page
    assert "<mark>The Tarn Bridge was opened in 1902.</mark> It has three arches." in page


def test_a_quiz_page_needs_few_queries_however_many_questions(
    client, course, reading, sam, django_assert_max_num_queries
):
    questions = [make_question(reading, status="approved") for _ in range(12)]
    quiz = quiz_create_from_questions(course=course, title="Long", questions=questions, is_published=True)
    client.force_login(sam)
    with django_assert_max_num_queries(9):
        client.get(address("quiz", quiz))
    client.post(address("start", quiz))
    with django_assert_max_num_queries(9):
        client.get(reverse("quizzes:attempt", args=[course.slug, quiz.pk, quiz.attempts.get().pk]))
