"""Quizzes on the desk: rules, questions, publishing, assembling."""

from __future__ import annotations

import pytest
from django.urls import reverse

from quizzes.models import Quiz
from tests.factories import make_course, make_question, make_quiz, make_reading

LIST = "admin:quizzes_quiz_changelist"


@pytest.fixture
def desk(client, ines):
    client.force_login(ines)
    return client


@pytest.fixture
def question(reading):
    return make_question(reading, status="approved")


def form_of(course, *questions, **changes):
    data = {
        "course": course.pk, "title": "Bridges", "position": 0, "attempts_allowed": 2, "pass_mark": 60,
        "feedback": "after_submit", "items-TOTAL_FORMS": len(questions), "items-INITIAL_FORMS": 0,
    }  # fmt: skip
    for number, question in enumerate(questions):
        data |= {f"items-{number}-position": number, f"items-{number}-points": 1}
        data |= {f"items-{number}-question": question.pk}
    return {**data, **changes}


def change(quiz):
    return reverse("admin:quizzes_quiz_change", args=[quiz.pk])


def test_a_quiz_is_made_saved_and_published_in_one_step(desk, course, question):
    reply = desk.post(reverse("admin:quizzes_quiz_add"), form_of(course, question, _publish="1"))
    quiz = Quiz.objects.get()
    assert reply["location"] == change(quiz)
    assert (quiz.is_published, quiz.items.get().question) == (True, question)


def test_a_quiz_of_several_questions_is_saved_and_its_order_changed(desk, course, reading):
    questions = [make_question(reading, status="approved") for _ in range(5)]
    desk.post(reverse("admin:quizzes_quiz_add"), form_of(course, *questions))
    quiz = Quiz.objects.get()
    data = form_of(course, *questions, **{"items-INITIAL_FORMS": 5, "items-0-position": 9, "items-1-DELETE": "on"})
    for number, item in enumerate(quiz.items.all()):
        data |= {f"items-{number}-id": item.pk, f"items-{number}-quiz": quiz.pk}
    assert desk.post(change(quiz), data).status_code == 302
    assert [item.question for item in quiz.items.all()] == [*questions[2:], questions[0]]


def test_a_question_stands_in_a_quiz_once(desk, course, question):
    page = desk.post(reverse("admin:quizzes_quiz_add"), form_of(course, question, question)).content.decode()
    assert "Please correct the duplicate" in page


def test_a_quiz_without_questions_is_saved_but_not_published(desk, course):
    page = desk.post(reverse("admin:quizzes_quiz_add"), form_of(course, _publish="1"), follow=True).content.decode()
    assert "Add at least one approved question" in page
    assert not Quiz.objects.get().is_published


def test_a_published_quiz_can_be_taken_back(desk, course, question):
    quiz = make_quiz(course, question)
    item = quiz.items.get()
    data = form_of(course, question, _unpublish="1")
    data |= {"items-INITIAL_FORMS": 1, "items-0-id": item.pk, "items-0-quiz": quiz.pk}
    assert desk.post(change(quiz), data)["location"] == change(quiz)
    quiz.refresh_from_db()
    assert not quiz.is_published


def test_only_approved_questions_are_offered(desk, course, reading, question):
    make_question(reading, stem="A draft?")
    page = desk.get(change(make_quiz(course, question))).content.decode()
    assert question.stem in page
    assert "A draft?" not in page


def test_closing_before_opening_is_a_form_error(desk, course, question):
    data = form_of(course, question, opens_at="2026-05-02T10:00", closes_at="2026-05-01T10:00")
    assert desk.post(reverse("admin:quizzes_quiz_add"), data).status_code == 200
    assert not Quiz.objects.exists()


def test_course_reading_and_questions_must_belong_together(desk, ines, course, question):
    other = make_course(slug="other")
    other.enrolments.create(user=ines, role="instructor")
    elsewhere = make_reading(other)
    data = form_of(course, make_question(elsewhere, status="approved"), reading=elsewhere.pk)
    page = desk.post(reverse("admin:quizzes_quiz_add"), data).content.decode()
    assert "Choose a reading of this quiz" in page
    assert not Quiz.objects.exists()
    page = desk.post(reverse("admin:quizzes_quiz_add"), {**data, "reading": ""}).content.decode()
    assert "Choose a question on a reading of this quiz" in page


def test_quizzes_are_published_and_taken_back_from_the_list(desk, course, question):
    ready, empty = make_quiz(course, question, is_published=False), make_quiz(course, title="Empty", is_published=False)
    data = {"action": "publish_selected", "_selected_action": [ready.pk, empty.pk]}
    page = desk.post(reverse(LIST), data, follow=True).content.decode()
    assert "is published" in page
    assert "“Empty”: Add at least one approved question" in page
    desk.post(reverse(LIST), {"action": "unpublish_selected", "_selected_action": [ready.pk]})
    assert not Quiz.objects.published().exists()


def test_a_quiz_is_assembled_from_the_best_questions(desk, reading, question):
    data = {"reading": reading.pk, "count": 10}
    reply = desk.post(reverse("admin:quizzes_quiz_assemble"), data)
    assert reply["location"] == change(Quiz.objects.get())


def test_assembling_without_approved_questions_is_a_form_error(desk, reading):
    page = desk.post(reverse("admin:quizzes_quiz_assemble"), {"reading": reading.pk, "count": 10}).content.decode()
    assert "no approved question yet" in page


def test_the_form_needs_the_same_queries_whatever_the_quiz(desk, course, reading, django_assert_max_num_queries):
    quiz = make_quiz(course, *(make_question(reading, status="approved") for _ in range(12)))
    with django_assert_max_num_queries(16):
        desk.get(change(quiz))
    with django_assert_max_num_queries(12):
        desk.get(reverse(LIST))
