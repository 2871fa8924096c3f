"""The figures of a course: who has read how much and how the quizzes went.

One function makes them for the instructor's table, the CSV file, the API and the student's own page alike, in a fixed
number of queries whatever the size of the class. They are computed when asked for; nothing is kept up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from quizzes.models import Quiz
from quizzes.selectors import activity
from quizzes.selectors import help as reasons
from readings.models import Course, Enrolment, Reading

BY_NAME = ("user__last_name", "user__first_name", "user__username")


@dataclass(frozen=True, slots=True)
class ReadingShare:
    """How much of a reading one student has read, by paragraphs that were on screen long enough."""

    reading: Reading
    done: int
    total: int
    """Paragraphs that count; notes and bibliographies do not."""

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means that nothing is left."""
        return share(self.done, self.total)

    @property
    def step(self) -> int:
        """0 to 10, rounded up, so that a beginning shows."""
        return step(self.percent)


def share(done: int, total: int) -> int:
    return 100 * done // total if total else 0


def step(percent: int) -> int:
    return -(-percent // 10)


@dataclass(frozen=True, slots=True)
class QuizMark:
    """How one student did in a quiz."""

    quiz: Quiz
    attempts: int
    """Begun, handed in or not."""
    best: int | None
    """Per cent in the best attempt handed in; None before the first."""
    passed: bool

    @property
    def attempts_left(self) -> int:
        return max(0, self.quiz.attempts_allowed - self.attempts)

    @property
    def is_stuck(self) -> bool:
        return self.best is not None and not self.passed and not self.attempts_left


@dataclass(slots=True)
class StudentRow:
    """One student's line of the table."""

    enrolment: Enrolment
    readings: list[ReadingShare]
    quizzes: list[QuizMark]
    last_active: datetime
    needs_help: list[str] = field(default_factory=list)

    @property
    def percent(self) -> int:
        """The share of all paragraphs of the course."""
        return share(sum(line.done for line in self.readings), sum(line.total for line in self.readings))

    @property
    def has_quizzes_left(self) -> bool:
        """Whether a quiz is open that was not passed and can still be tried."""
        return any(mark.quiz.is_open and not mark.passed and mark.attempts_left for mark in self.quizzes)


@dataclass(frozen=True, slots=True)
class CourseProgress:
    course: Course
    readings: list[Reading]
    quizzes: list[Quiz]
    students: list[StudentRow]

    def row_of(self, enrolment: Enrolment) -> StudentRow | None:
        """The line of one student; None for somebody who is no active student."""
        return next((row for row in self.students if row.enrolment.pk == enrolment.pk), None)


def course_progress(course: Course) -> CourseProgress:
    """The figures of all active students, by name, in published readings and quizzes."""
    return courses_progress([course])[0]


def courses_progress(courses: Sequence[Course]) -> list[CourseProgress]:
    """The same for several courses, in the same six queries."""
    students = by_course(Enrolment.objects.active().students().select_related("user").order_by(*BY_NAME), courses)
    readings = by_course(Reading.objects.published(), courses)
    quizzes = by_course(Quiz.objects.published(), courses)
    figures = Figures(courses)
    return [figures.of(course, students[course.pk], readings[course.pk], quizzes[course.pk]) for course in courses]


def by_course(rows: QuerySet[Any], courses: Sequence[Course]) -> dict[int, list[Any]]:
    """The rows of each course; all rows of a course hold the same course object."""
    known = {course.pk: course for course in courses}
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows.filter(course__in=courses):
        row.course = known[row.course_id]
        found[row.course_id].append(row)
    return found


class Figures:
    """All sums of some courses, from which the lines of their students are put together."""

    def __init__(self, courses: Sequence[Course]) -> None:
        self.totals = activity.paragraphs_by_reading(courses)
        self.read = activity.reading_by_student(courses)
        self.tries = activity.quizzes_by_student(courses)
        self.last = activity.last_moments(self.read, self.tries)

    def of(
        self, course: Course, students: list[Enrolment], readings: list[Reading], quizzes: list[Quiz]
    ) -> CourseProgress:
        rows = [self.row(enrolment, readings, quizzes) for enrolment in students]
        say_who_needs_help(rows)
        return CourseProgress(course, readings, quizzes, rows)

    def row(self, enrolment: Enrolment, readings: list[Reading], quizzes: list[Quiz]) -> StudentRow:
        return StudentRow(
            enrolment=enrolment,
            readings=[
                share_of(reading, self.totals, self.read.get((enrolment.pk, reading.pk))) for reading in readings
            ],
            quizzes=[mark_of(quiz, self.tries.get((enrolment.pk, quiz.pk))) for quiz in quizzes],
            last_active=self.last.get(enrolment.pk, enrolment.joined_at),
        )


def share_of(reading: Reading, totals: activity.Totals, read: activity.Read | None) -> ReadingShare:
    total = totals.get(reading.pk, activity.NOTHING)
    return ReadingShare(reading, read.paragraphs if read else 0, total.paragraphs)


def mark_of(quiz: Quiz, tries: activity.Tries | None) -> QuizMark:
    return QuizMark(quiz, tries.count, tries.best, tries.passed) if tries else QuizMark(quiz, 0, None, passed=False)


def say_who_needs_help(rows: list[StudentRow]) -> None:
    now, middle = timezone.now(), reasons.class_middle([row.percent for row in rows])
    for row in rows:
        titles = [mark.quiz.title for mark in row.quizzes if mark.is_stuck]
        row.needs_help = [
            *reasons.inactive(row.last_active, now, percent=row.percent, quizzes_left=row.has_quizzes_left),
            *reasons.behind(row.percent, middle),
            *reasons.stuck(titles),
        ]
