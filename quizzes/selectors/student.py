"""One student's progress in detail: each section, each attempt, on top of the line that stands in the class table."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count

from quizzes.models import Attempt
from quizzes.selectors.progress import QuizMark, ReadingShare, StudentRow, course_progress, share, step
from readings.models import BlockRead, Enrolment, Section
from readings.selectors.progress import blocks_that_count


@dataclass(frozen=True, slots=True)
class SectionShare:
    """How much of one section was read, without its subsections."""

    section: Section
    done: int
    total: int

    @property
    def percent(self) -> int:
        return share(self.done, self.total)

    @property
    def step(self) -> int:
        return step(self.percent)


@dataclass(frozen=True, slots=True)
class StudentProgressDetail:
    row: StudentRow
    readings: list[tuple[ReadingShare, list[SectionShare]]]
    quizzes: list[tuple[QuizMark, list[Attempt]]]


def student_progress(enrolment: Enrolment) -> StudentProgressDetail:
    """In ten queries; raises LookupError for somebody who is no active student."""
    row = course_progress(enrolment.course).row_of(enrolment)
    if row is None:
        raise LookupError("Only active students have progress.")
    sections, attempts = sections_of(enrolment), attempts_of_student(enrolment)
    return StudentProgressDetail(
        row=row,
        readings=[(share, sections[share.reading.pk]) for share in row.readings],
        quizzes=[(mark, attempts[mark.quiz.pk]) for mark in row.quizzes],
    )


def sections_of(enrolment: Enrolment) -> dict[int, list[SectionShare]]:
    """By reading, the sections that have paragraphs to read."""
    blocks = blocks_that_count().filter(reading__course=enrolment.course_id).order_by()
    totals = dict(blocks.values_list("section").annotate(Count("pk")))
    reads = BlockRead.objects.filter(enrolment=enrolment).order_by()
    done = dict(reads.values_list("block__section").annotate(Count("pk")))
    found: dict[int, list[SectionShare]] = defaultdict(list)
    for section in Section.objects.filter(pk__in=list(totals)):
        found[section.reading_id].append(SectionShare(section, done.get(section.pk, 0), totals[section.pk]))
    return found


def attempts_of_student(enrolment: Enrolment) -> dict[int, list[Attempt]]:
    found: dict[int, list[Attempt]] = defaultdict(list)
    for attempt in enrolment.attempts.select_related("quiz").order_by("number"):
        found[attempt.quiz_id].append(attempt)
    return found
