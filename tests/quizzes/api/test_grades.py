"""Grades in the API: one mark for each student and quiz, the best or the last."""

from __future__ import annotations

import pytest
from django.utils import timezone

from quizzes.models import Attempt
from quizzes.selectors.progress import course_progress
from tests.config.clients import browser, lms
from tests.factories import make_member, make_quiz

GRADES = "/api/v1/courses/caucasus/grades/"


def make_attempt(quiz, person, number, points, submitted=True):
    return Attempt.objects.create(
        quiz=quiz,
        enrolment=person.enrolments.get(),
        number=number,
        points=points,
        max_points=10,
        pass_mark=60,
        feedback="never",
        submitted_at=timezone.now() if submitted else None,
    )


@pytest.fixture
def quiz(course):
    return make_quiz(course)


@pytest.fixture
def tries(sam, quiz):
    """Sam did badly, well, worse again, and has begun once more."""
    for number, points in enumerate([3, 8, 5, 0], start=1):
        make_attempt(quiz, sam, number, points, submitted=number < 4)


def percents(response):
    assert response.status_code == 200, response.content
    return [(entry["username"], entry["percent"]) for entry in response.json()["results"]]


def test_the_best_attempt_counts(ines, tries, quiz):
    grade = browser(ines).get(GRADES).json()["results"][0]
    assert (grade["username"], grade["quiz"], grade["title"]) == ("sam", quiz.pk, "Bridges")
    assert (grade["number"], grade["points"], grade["max_points"]) == (2, 8, 10)
    assert (grade["percent"], grade["passed"]) == (80, True)


def test_of_equal_attempts_the_first_counts(ines, sam, quiz):
    make_attempt(quiz, sam, 1, 8)
    make_attempt(quiz, sam, 2, 8)
    assert [entry["number"] for entry in browser(ines).get(GRADES).json()["results"]] == [1]


def test_the_last_one_counts_when_asked_for(ines, tries):
    assert percents(browser(ines).get(GRADES, {"which": "last"})) == [("sam", 50)]


def test_anything_else_is_400(ines, tries):
    response = browser(ines).get(GRADES, {"which": "worst"})
    assert response.status_code == 400
    assert list(response.json()["error"]["fields"]) == ["which"]


def test_the_marks_are_those_of_the_progress_table(ines, course, tries):
    row = course_progress(course).students[0]
    assert percents(browser(ines).get(GRADES)) == [("sam", row.quizzes[0].best)]


def test_an_attempt_without_points_to_win_comes_last(ines, sam, quiz):
    make_attempt(quiz, sam, 1, 0)
    Attempt.objects.update(max_points=0)
    make_attempt(quiz, sam, 2, 3)
    assert percents(browser(ines).get(GRADES)) == [("sam", 30)]


def test_marks_can_be_filtered(ines, sam, course, quiz, tries):
    make_attempt(quiz, make_member("pat", course), 1, 7)
    make_attempt(make_quiz(course), sam, 1, 1)
    assert percents(browser(ines).get(GRADES, {"username": "pat"})) == [("pat", 70)]
    assert percents(browser(ines).get(GRADES, {"quiz": quiz.pk})) == [("pat", 70), ("sam", 80)]


def test_teachers_own_tries_and_left_students_have_no_grade(ines, sam, quiz, tries):
    make_attempt(quiz, ines, 1, 10)
    sam.enrolments.update(is_active=False)
    assert percents(browser(ines).get(GRADES)) == []


def test_an_lms_gets_the_marks_of_its_owners_courses(ines, olga, tries):
    assert percents(lms(ines, "grades").get(GRADES)) == [("sam", 80)]
    assert lms(olga, "grades").get(GRADES).status_code == 404


def test_a_student_is_refused(sam, course):
    assert browser(sam).get(GRADES).status_code == 403


def test_the_list_takes_the_same_number_of_queries_for_a_large_class(ines, course, quiz, django_assert_num_queries):
    for number in range(20):
        make_attempt(quiz, make_member(f"student{number}", course), 1, 5)
    client = browser(ines)
    with django_assert_num_queries(7):  # session, person, course, teaching, overdue, count, rows
        assert len(percents(client.get(GRADES))) == 20
