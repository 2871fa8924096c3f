"""What needs an instructor now, course by course; each figure leads to the list behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from quizzes.models import Question
from quizzes.selectors.progress import CourseProgress, courses_progress
from readings.models import Course, Fault, Finding
from readings.permissions import Someone, courses_taught_by


@dataclass(frozen=True, slots=True)
class Tile:
    count: int
    label: str
    link: str
    url: str


@dataclass(frozen=True, slots=True)
class CourseDesk:
    course: Course
    students: int
    last_active: datetime | None
    tiles: list[Tile]


def desk_of(user: Someone) -> list[CourseDesk]:
    """A line for each course the person teaches."""
    courses = list(courses_taught_by(user))
    questions = Question.objects.filter(reading__course__in=courses).order_by().values_list("reading__course")
    waiting = questions.annotate(
        drafts=Count("pk", filter=Q(status=Question.Status.DRAFT)),
        stale=Count("pk", filter=Q(status=Question.Status.APPROVED, is_stale=True)),
    )
    drafts = {course: count for course, count, _ in waiting}
    stale = {course: count for course, _, count in waiting}
    findings = by_course(Finding.objects.filter(reading__course__in=courses, action="flagged"))
    faults = by_course(Fault.objects.filter(reading__course__in=courses, state=Fault.State.OPEN))
    return [
        course_desk(progress, *(counts.get(progress.course.pk, 0) for counts in (drafts, stale, findings, faults)))
        for progress in courses_progress(courses)
    ]


def by_course(rows: QuerySet[Any]) -> dict[int, int]:
    """How many of a reading's rows each course has."""
    return dict(rows.order_by().values_list("reading__course").annotate(Count("pk")))


def course_desk(progress: CourseProgress, drafts: int, stale: int, findings: int, faults: int) -> CourseDesk:
    course, students = progress.course, progress.students
    in_need = sum(bool(row.needs_help) for row in students)
    return CourseDesk(
        course=course,
        students=len(students),
        last_active=max((row.last_active for row in students), default=None),
        tiles=[
            questions_tile(course, drafts),
            *([stale_tile(course, stale)] if stale else []),
            faults_tile(course, faults),
            Tile(
                findings,
                plural(findings, "finding", "in imports"),
                "Look at them",
                address("readings_reading_changelist", course=course.slug),
            ),
            Tile(
                in_need,
                "student who needs help" if in_need == 1 else "students who need help",
                "See why" if in_need else "See all students",
                address(
                    "quizzes_studentprogress_changelist", course=course.slug, **({"needs": "help"} if in_need else {})
                ),
            ),
        ],
    )


def questions_tile(course: Course, drafts: int) -> Tile:
    label = plural(drafts, "question", "to review")
    if not drafts:
        return Tile(0, label, "Generate questions", address("quizzes_question_generate"))
    return Tile(
        drafts, label, "Review them", address("quizzes_question_changelist", course=course.slug, status__exact="draft")
    )


def stale_tile(course: Course, stale: int) -> Tile:
    label = "question lost its passage" if stale == 1 else "questions lost their passages"
    gone = {"course": course.slug, "status__exact": "approved", "passage": "gone"}
    return Tile(stale, label, "Look at them", address("quizzes_question_changelist", **gone))


def faults_tile(course: Course, faults: int) -> Tile:
    shown = {"state__exact": Fault.State.OPEN.value} if faults else {}
    link = "Answer them" if faults else "See all faults"
    label = plural(faults, "fault", "reported by readers")
    return Tile(faults, label, link, address("readings_fault_changelist", course=course.slug, **shown))


def plural(count: int, noun: str, rest: str) -> str:
    return f"{noun}{'' if count == 1 else 's'} {rest}"


def address(name: str, **query: str) -> str:
    return reverse(f"admin:{name}") + (f"?{urlencode(query)}" if query else "")
