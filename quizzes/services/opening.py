"""The beginning of an attempt: who may, whether the quiz is open, and what the attempt copies from it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from quizzes.models import Attempt, Question, Quiz, Response
from quizzes.services.errors import NoAttemptsLeft, NotAStudent, QuizNotOpen
from quizzes.services.evidence import questions_recheck_evidence
from readings.models import Enrolment
from readings.permissions import Someone


@transaction.atomic
def open_or_new(quiz: Quiz, user: Someone) -> Attempt:
    enrolment = student_enrolment(quiz, user)
    made = Attempt.objects.filter(quiz=quiz, enrolment=enrolment)
    if unfinished := made.filter(submitted_at=None).first():
        return unfinished
    ensure_open(quiz)
    number = made.count() + 1
    if number > quiz.attempts_allowed:
        raise NoAttemptsLeft(f"You have made all {quiz.attempts_allowed} attempts at this quiz.")
    attempt = Attempt.objects.create(
        quiz=quiz,
        enrolment=enrolment,
        number=number,
        due_at=due_at(quiz),
        pass_mark=quiz.pass_mark,
        feedback=quiz.feedback,
    )
    pin_questions(attempt)
    return attempt


def student_enrolment(quiz: Quiz, user: Someone) -> Enrolment:
    """Locks the row, so that two clicks cannot begin two attempts."""
    students = Enrolment.objects.active().students().select_for_update()
    enrolment = students.filter(course=quiz.course_id, user_id=user.pk).first()
    if enrolment is None:
        raise NotAStudent("Only students of this course can take its quizzes. As a teacher, use the preview.")
    return enrolment


def ensure_open(quiz: Quiz) -> None:
    if quiz.is_closed:
        raise QuizNotOpen(f"This quiz closed on {when(quiz.closes_at)}.")
    if not quiz.is_published:
        raise QuizNotOpen("This quiz is not published.")
    if not quiz.is_open:
        raise QuizNotOpen(f"This quiz opens on {when(quiz.opens_at)}.")


def when(moment: datetime | None) -> str:
    return f"{timezone.localtime(moment):%-d %B %Y at %H:%M %Z}" if moment else ""


def due_at(quiz: Quiz) -> datetime | None:
    """When the time limit ends or the quiz closes, whichever comes first."""
    limit = quiz.time_limit_minutes and timezone.now() + timedelta(minutes=quiz.time_limit_minutes)
    return min((moment for moment in (limit, quiz.closes_at) if moment), default=None)


def pin_questions(attempt: Attempt) -> None:
    """An empty response for each question: later versions and changes of the quiz no longer touch this attempt."""
    questions_recheck_evidence(questions=Question.objects.filter(quiz_items__quiz=attempt.quiz_id))
    items = list(attempt.quiz.items.filter(question__in=Question.objects.askable()))
    if not items:
        raise QuizNotOpen("This quiz has no questions at the moment. Ask your instructor.")
    Response.objects.bulk_create(
        Response(attempt=attempt, question_id=item.question_id, position=position, max_points=item.points)
        for position, item in enumerate(items, 1)
    )
