"""Quizzes as a student or teacher meets them in lists: open or not, own best mark, attempts left."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import QuerySet

from quizzes.models import Attempt, Quiz
from quizzes.permissions import attempts_of, quizzes_visible_to
from readings.models import Course, Reading
from readings.permissions import Someone


@dataclass(slots=True)
class QuizLine:
    """A quiz and how far one person has come with it."""

    quiz: Quiz
    attempts: list[Attempt] = field(default_factory=list)

    @property
    def done(self) -> list[Attempt]:
        return [attempt for attempt in self.attempts if attempt.submitted_at]

    @property
    def unfinished(self) -> Attempt | None:
        return next((attempt for attempt in self.attempts if not attempt.submitted_at), None)

    @property
    def best(self) -> Attempt | None:
        return max(self.done, key=lambda attempt: attempt.percent, default=None)

    @property
    def passed(self) -> bool:
        return any(attempt.passed for attempt in self.done)

    @property
    def attempts_left(self) -> int:
        return max(0, self.quiz.attempts_allowed - len(self.attempts))

    @property
    def can_start(self) -> bool:
        return self.unfinished is None and self.quiz.is_open and self.attempts_left > 0


def quiz_line(user: Someone, quiz: Quiz) -> QuizLine:
    return QuizLine(quiz, list(attempts_of(user).filter(quiz=quiz)))


def quiz_lines(user: Someone, course: Course, reading: Reading | None = None) -> list[QuizLine]:
    """The quizzes of a course, or of one of its readings, that the person may see, with the own attempts."""
    quizzes = quizzes_visible_to(user).filter(course=course)
    if reading is not None:
        quizzes = quizzes.filter(reading=reading)
    lines = {quiz.pk: QuizLine(quiz) for quiz in with_course(quizzes)}
    for attempt in attempts_of(user).filter(quiz__in=list(lines)):
        lines[attempt.quiz_id].attempts.append(attempt)
    return list(lines.values())


def with_course(quizzes: QuerySet[Quiz]) -> QuerySet[Quiz]:
    return quizzes.select_related("course")
