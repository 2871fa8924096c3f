"""One's own progress, and the lists of quizzes on the pages of courses and readings."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.template import Context, Template
from django.urls import reverse
from django.utils import timezone

from quizzes.services.attempts import attempt_start, attempt_submit
from readings.models import BlockRead, Enrolment
from tests.factories import make_question, make_quiz


@pytest.fixture
def quiz(course, reading):
    return make_quiz(course, make_question(reading, status="approved"), reading=reading)


@pytest.mark.parametrize(("person", "status"), [(None, 302), ("sam", 200), ("ines", 302), ("olga", 404), ("nora", 404)])
def test_who_sees_the_progress_page(client, request, course, person, status):
    if person:
        client.force_login(request.getfixturevalue(person))
    assert client.get(reverse("quizzes:progress", args=[course.slug])).status_code == status


def test_a_student_sees_own_sections_and_attempts(client, course, reading, quiz, sam):
    BlockRead.objects.create(enrolment=Enrolment.objects.get(user=sam), block=reading.blocks.get(number=1))
    attempt_submit(attempt=attempt_start(quiz=quiz, user=sam))
    client.force_login(sam)
    page = client.get(reverse("quizzes:progress", args=[course.slug])).content.decode()
    assert "1 of 3 paragraphs read" in page
    assert "1 of 1" in page
    assert "Attempt 1: 0 %" in page


def test_the_page_needs_the_same_queries_whatever_there_is(client, course, reading, sam, django_assert_max_num_queries):
    for _ in range(6):
        attempt_start(quiz=make_quiz(course, make_question(reading, status="approved")), user=sam)
    client.force_login(sam)
    with django_assert_max_num_queries(18):
        client.get(reverse("quizzes:progress", args=[course.slug]))


def shown(tag, user, **context):
    return Template("{% load quiz_tags %}" + tag).render(Context({"user": user, **context}))


def test_the_course_page_lists_open_and_closed_quizzes_with_the_own_mark(course, quiz, sam):
    attempt_submit(attempt=attempt_start(quiz=quiz, user=sam))
    make_quiz(course, title="Early", closes_at=timezone.now() - timedelta(days=1))
    html = shown("{% course_quizzes course %}", sam, course=course)
    assert "Best 0 %" in html
    assert "1 of 2 attempts left" in html
    assert "Closed" in html


def test_a_list_of_quizzes_needs_two_queries(course, reading, sam, django_assert_num_queries):
    for _ in range(5):
        attempt_start(quiz=make_quiz(course, make_question(reading, status="approved")), user=sam)
    with django_assert_num_queries(2):
        shown("{% course_quizzes course %}", sam, course=course, teaches=False)


def test_a_reading_lists_its_own_quizzes_only_and_drafts_for_teachers(course, reading, quiz, sam, ines):
    make_quiz(course, title="Elsewhere")
    make_quiz(course, title="Hidden", reading=reading, is_published=False)
    student, teacher = (shown("{% reading_quizzes reading %}", user, reading=reading) for user in (sam, ines))
    assert "Bridges" in student
    assert "Elsewhere" not in student
    assert "Hidden" not in student
    assert "Not published" in teacher
