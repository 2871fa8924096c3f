"""Taking a quiz: rules copied, answers saved, time kept, marks given once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from quizzes.kinds import InvalidResponse
from quizzes.models import Attempt, Pair, Question
from quizzes.services.attempts import attempt_start, attempt_submit, attempts_close_due, response_save
from quizzes.services.errors import AttemptOver, NoAttemptsLeft, NotAStudent, NotInThisAttempt, QuizNotOpen
from quizzes.signals import attempt_submitted
from readings.models import Enrolment
from tests.factories import make_member, make_question, make_quiz


@pytest.fixture
def question(reading):
    return make_question(reading, status="approved")


@pytest.fixture
def quiz(course, question):
    return make_quiz(course, question)


def choice(question, *, right=True):
    return {"choice": str(question.options.filter(is_correct=right).first().pk)}


def let_time_pass(attempt):
    Attempt.objects.filter(pk=attempt.pk).update(due_at=timezone.now() - timedelta(minutes=1))
    attempt.refresh_from_db()


def test_an_attempt_copies_the_rules_in_force(quiz, sam):
    attempt = attempt_start(quiz=quiz, user=sam)
    quiz.pass_mark = 90
    quiz.save()
    attempt.refresh_from_db()
    assert (attempt.number, attempt.pass_mark, attempt.feedback) == (1, 60, "after_submit")


def test_starting_again_returns_to_the_open_attempt(quiz, sam):
    assert attempt_start(quiz=quiz, user=sam) == attempt_start(quiz=quiz, user=sam)


def test_two_open_attempts_cannot_be_stored(quiz, sam):
    attempt = attempt_start(quiz=quiz, user=sam)
    with pytest.raises(IntegrityError):
        Attempt.objects.create(quiz=quiz, enrolment=attempt.enrolment, number=2, pass_mark=60, feedback="never")


def test_no_attempt_begins_after_the_last(quiz, sam):
    for _ in range(2):
        attempt_submit(attempt=attempt_start(quiz=quiz, user=sam))
    with pytest.raises(NoAttemptsLeft, match="2 attempts"):
        attempt_start(quiz=quiz, user=sam)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"opens_at": timedelta(days=1)}, "opens on"),
        ({"closes_at": timedelta(days=-1)}, "closed on"),
        ({"is_published": False}, "not published"),
    ],
)
def test_a_quiz_that_is_not_open_says_why(quiz, sam, fields, message):
    now = timezone.now()
    for name, value in fields.items():
        setattr(quiz, name, now + value if isinstance(value, timedelta) else value)
    with pytest.raises(QuizNotOpen, match=message):
        attempt_start(quiz=quiz, user=sam)


def test_whoever_teaches_is_sent_to_the_preview(quiz, ines):
    with pytest.raises(NotAStudent, match="preview"):
        attempt_start(quiz=quiz, user=ines)


def test_who_has_left_the_course_takes_no_quiz(quiz, sam):
    Enrolment.objects.filter(user=sam).update(is_active=False)
    with pytest.raises(NotAStudent):
        attempt_start(quiz=quiz, user=sam)


def test_an_answer_can_be_changed_and_taken_back(quiz, question, sam):
    attempt = attempt_start(quiz=quiz, user=sam)
    response_save(attempt=attempt, question_id=question.pk, answer=choice(question, right=False))
    response_save(attempt=attempt, question_id=question.pk, answer=choice(question))
    assert attempt.responses.get().answer == choice(question)
    assert response_save(attempt=attempt, question_id=question.pk, answer=None).answer is None


def test_an_answer_that_does_not_fit_is_refused_and_nothing_is_stored(quiz, question, sam):
    attempt = attempt_start(quiz=quiz, user=sam)
    with pytest.raises(InvalidResponse, match="Choose one of the options"):
        response_save(attempt=attempt, question_id=question.pk, answer={"choice": "0"})
    assert attempt.responses.get().answer is None


def test_a_question_of_another_quiz_cannot_be_answered(quiz, reading, sam):
    other = make_question(reading, status="approved")
    with pytest.raises(NotInThisAttempt):
        response_save(attempt=attempt_start(quiz=quiz, user=sam), question_id=other.pk, answer=choice(other))


def test_nothing_is_saved_after_handing_in(quiz, question, sam):
    attempt = attempt_start(quiz=quiz, user=sam)
    attempt_submit(attempt=attempt)
    with pytest.raises(AttemptOver):
        response_save(attempt=attempt, question_id=question.pk, answer=choice(question))


def test_handing_in_twice_marks_once_and_tells_once(quiz, question, sam, django_capture_on_commit_callbacks):
    told = []

    def listener(attempt, **kwargs):
        told.append(attempt)

    attempt_submitted.connect(listener)
    attempt = attempt_start(quiz=quiz, user=sam)
    response_save(attempt=attempt, question_id=question.pk, answer=choice(question))
    with django_capture_on_commit_callbacks(execute=True):
        first, second = attempt_submit(attempt=attempt), attempt_submit(attempt=attempt)
    attempt_submitted.disconnect(listener)
    assert first.submitted_at == second.submitted_at
    assert told == [first]
    assert (second.percent, second.passed) == (100, True)


def test_a_question_left_open_counts_as_wrong(quiz, sam):
    attempt = attempt_submit(attempt=attempt_start(quiz=quiz, user=sam))
    response = attempt.responses.get()
    assert (attempt.percent, attempt.passed, response.points, response.is_correct) == (0, False, 0, False)


def test_matching_gives_credit_for_each_pair(course, reading, sam):
    question = Question.objects.create(reading=reading, kind="matching", stem="Match.", status="approved")
    for premise, response in [("A", "a"), ("B", "b"), ("C", "c"), ("", "d")]:
        Pair.objects.create(question=question, premise=premise, response=response)
    quiz = make_quiz(course, question)
    quiz.items.update(points=3)
    attempt = attempt_start(quiz=quiz, user=sam)
    pairs = dict(question.data["pairs"])
    pairs.pop(next(iter(pairs)))
    response_save(attempt=attempt, question_id=question.pk, answer={"pairs": pairs})
    attempt = attempt_submit(attempt=attempt)
    assert (attempt.points, attempt.max_points, attempt.responses.get().is_correct) == (2, 3, False)


def test_time_over_hands_in_what_was_saved(quiz, question, sam):
    attempt = attempt_start(quiz=quiz, user=sam)
    response_save(attempt=attempt, question_id=question.pk, answer=choice(question))
    let_time_pass(attempt)
    with pytest.raises(AttemptOver):
        response_save(attempt=attempt, question_id=question.pk, answer=choice(question, right=False))
    attempt.refresh_from_db()
    assert (attempt.percent, attempt.submitted_at) == (100, attempt.due_at)


def test_a_late_attempt_makes_room_for_the_next(quiz, sam):
    let_time_pass(attempt_start(quiz=quiz, user=sam))
    assert attempt_start(quiz=quiz, user=sam).number == 2


def test_the_figures_of_a_course_close_its_late_attempts(course, quiz, sam):
    for student in (sam, make_member("tara", course), make_member("uma", course)):
        let_time_pass(attempt_start(quiz=quiz, user=student))
    assert attempts_close_due(course=course) == 3
    assert attempts_close_due(course=course) == 0


def test_an_attempt_ends_when_the_quiz_closes_even_if_the_time_limit_is_longer(quiz, sam):
    quiz.time_limit_minutes, quiz.closes_at = 60, timezone.now() + timedelta(minutes=10)
    quiz.save()
    assert attempt_start(quiz=quiz, user=sam).due_at == quiz.closes_at


def test_a_quiz_whose_questions_were_all_retired_begins_no_attempt(course, sam):
    with pytest.raises(QuizNotOpen, match="no questions"):
        attempt_start(quiz=make_quiz(course), user=sam)
    assert not Attempt.objects.exists()
