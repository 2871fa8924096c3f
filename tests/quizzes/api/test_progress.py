"""Progress in the API: the figures of the pages, for those who teach, for an LMS, and one's own."""

from __future__ import annotations

import pytest

from readings.models import BlockRead
from tests.config.clients import browser, lms
from tests.factories import make_member, make_quiz

PROGRESS = "/api/v1/courses/caucasus/progress/"


@pytest.fixture
def read(sam, reading):
    """Sam has read one paragraph of three."""
    BlockRead.objects.create(enrolment=sam.enrolments.get(), block=reading.blocks.first())


def test_whoever_teaches_sees_each_student_with_each_reading_and_quiz(ines, course, read):
    quiz = make_quiz(course)
    row = browser(ines).get(PROGRESS).json()["results"][0]
    assert (row["username"], row["percent"]) == ("sam", 33)
    assert row["readings"] == [{"reading": "bridges", "done": 1, "total": 3, "percent": 33}]
    assert row["quizzes"][0]["quiz"] == quiz.pk
    assert (row["quizzes"][0]["attempts"], row["quizzes"][0]["best"]) == (0, None)


def test_an_lms_gets_the_same_figures(ines, read):
    assert lms(ines, "progress").get(PROGRESS).json() == browser(ines).get(PROGRESS).json()


def test_a_student_is_refused_and_others_find_nothing(sam, olga, nora, course):
    assert browser(sam).get(PROGRESS).status_code == 403
    assert browser(olga).get(PROGRESS).status_code == 404
    assert browser(nora).get(PROGRESS).status_code == 404


def test_a_student_sees_the_own_figures_as_the_instructor_sees_them(sam, ines, read):
    own = browser(sam).get(f"{PROGRESS}me/").json()
    assert own == browser(ines).get(PROGRESS).json()["results"][0]


def test_who_is_no_student_has_no_own_progress(ines, olga, course):
    assert browser(ines).get(f"{PROGRESS}me/").status_code == 404
    assert browser(olga).get(f"{PROGRESS}me/").status_code == 404


def test_the_list_is_paged_and_takes_the_same_number_of_queries_for_a_large_class(
    ines, course, reading, django_assert_num_queries
):
    make_quiz(course)
    for number in range(30):
        make_member(f"student{number:02}", course)
    client = browser(ines)
    with django_assert_num_queries(11):
        page = client.get(PROGRESS, {"page_size": 10}).json()
    assert (page["count"], len(page["results"])) == (30, 10)
