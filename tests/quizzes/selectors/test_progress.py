"""The figures of a course: right, the same for all who ask, and in a fixed number of queries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from quizzes.models import Attempt
from quizzes.selectors.progress import course_progress
from readings.models import BlockRead, Enrolment
from tests.factories import make_member, make_question, make_quiz, make_reading


def read(user, course, blocks):
    enrolment = Enrolment.objects.get(user=user, course=course)
    BlockRead.objects.bulk_create(BlockRead(enrolment=enrolment, block=block) for block in blocks)


def try_quiz(user, quiz, points, number=1, **fields):
    enrolment = Enrolment.objects.get(user=user, course=quiz.course)
    fields = {"submitted_at": timezone.now(), "points": points, "max_points": 10, **fields}
    return Attempt.objects.create(
        quiz=quiz, enrolment=enrolment, number=number, pass_mark=60, feedback="never", **fields
    )


def row(course, user):
    return course_progress(course).row_of(Enrolment.objects.get(user=user, course=course))


def test_reading_is_counted_in_paragraphs(course, reading, sam):
    read(sam, course, reading.blocks.filter(number=1))
    share = row(course, sam).readings[0]
    assert (share.done, share.total, share.percent, share.step) == (1, 3, 33, 4)


def test_the_bibliography_need_not_be_read(course, reading, sam):
    reading.sections.filter(position=2).update(matter="bibliography")
    read(sam, course, reading.blocks.all())
    share = row(course, sam).readings[0]
    assert (share.percent, share.total) == (100, 1)


def test_the_best_attempt_handed_in_counts(course, reading, sam):
    quiz = make_quiz(course, make_question(reading, status="approved"))
    try_quiz(sam, quiz, 8)
    try_quiz(sam, quiz, 5, number=2)
    mark = row(course, sam).quizzes[0]
    assert (mark.attempts, mark.best, mark.passed, mark.attempts_left) == (2, 80, True, 0)


def test_an_attempt_not_handed_in_has_no_mark(course, reading, sam):
    try_quiz(sam, make_quiz(course, make_question(reading, status="approved")), 0, submitted_at=None)
    mark = row(course, sam).quizzes[0]
    assert (mark.attempts, mark.best, mark.passed) == (1, None, False)


def test_unpublished_readings_and_quizzes_do_not_count(course, reading, sam):
    make_reading(course, "draft", is_published=False)
    make_quiz(course, is_published=False)
    progress = course_progress(course)
    assert ([r.slug for r in progress.readings], progress.quizzes) == (["bridges"], [])


def test_teachers_and_those_who_left_are_not_in_the_table(course, sam, ines):
    Enrolment.objects.filter(user=sam).update(is_active=False)
    assert course_progress(course).students == []


def away_for_nine_days():
    past = timezone.now() - timedelta(days=9)
    Enrolment.objects.update(joined_at=past)
    BlockRead.objects.update(read_at=past)


def test_a_student_who_was_away_for_nine_days_needs_help(course, reading, sam):
    Enrolment.objects.update(joined_at=timezone.now() - timedelta(days=20))
    read(sam, course, reading.blocks.filter(number=1))
    assert row(course, sam).needs_help == []
    away_for_nine_days()
    assert row(course, sam).needs_help == ["inactive for 9 days"]


def test_who_has_read_all_may_be_away_unless_a_quiz_is_left(course, reading, sam):
    read(sam, course, reading.blocks.all())
    away_for_nine_days()
    assert row(course, sam).needs_help == []
    make_quiz(course, make_question(reading, status="approved"))
    assert row(course, sam).needs_help == ["inactive for 9 days"]


def test_who_is_far_behind_the_middle_of_the_class_needs_help(course, reading, sam):
    for name in ("tara", "uma"):
        read(make_member(name, course), course, reading.blocks.all())
    assert row(course, sam).needs_help == ["behind: has read 0 %, the middle of the class 100 %"]


def test_a_quiz_not_passed_with_no_attempt_left_needs_help(course, reading, sam):
    quiz = make_quiz(course, make_question(reading, status="approved"), attempts_allowed=1)
    try_quiz(sam, quiz, 3)
    assert row(course, sam).needs_help == ["no attempts left at “Bridges”"]


@pytest.mark.parametrize("size", [1, 12])
def test_the_figures_need_six_queries_whatever_the_class(
    course, reading, size, django_assert_num_queries, django_user_model
):
    quiz = make_quiz(course, make_question(reading, status="approved"))
    for number in range(size):
        user = django_user_model.objects.create(username=f"student{number}")
        Enrolment.objects.create(course=course, user=user)
        read(user, course, reading.blocks.all())
        try_quiz(user, quiz, 7)
    with django_assert_num_queries(6):
        assert len(course_progress(course).students) == size
