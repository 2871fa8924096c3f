"""What the students of some courses did, summed up by the database: one query for each sum, however large the class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.db.models import Count, Max

from quizzes.models import Attempt
from readings.models import BlockRead, Course
from readings.selectors.progress import APPARATUS, blocks_that_count


@dataclass(frozen=True, slots=True)
class Read:
    """A number of paragraphs, and when the last of them was read."""

    paragraphs: int
    last: datetime | None = None


@dataclass(slots=True)
class Tries:
    """One student's attempts at one quiz."""

    count: int = 0
    best: int | None = None
    passed: bool = False
    last: datetime | None = None

    def add(self, attempt: Attempt) -> None:
        self.count += 1
        moments = (self.last, attempt.started_at, attempt.submitted_at)
        self.last = max(moment for moment in moments if moment)
        if attempt.submitted_at:
            self.best = max(self.best or 0, attempt.percent)
            self.passed = self.passed or attempt.passed


NOTHING = Read(0)
Totals = Mapping[int, Read]
Courses = Sequence[Course]
ByStudent = tuple[int, int]
"""Enrolment, and reading or quiz."""


def paragraphs_by_reading(courses: Courses) -> dict[int, Read]:
    """What there is to read in each reading."""
    blocks = blocks_that_count().filter(reading__course__in=courses).order_by()
    return {reading: Read(count) for reading, count in blocks.values_list("reading").annotate(Count("pk"))}


def reading_by_student(courses: Courses) -> dict[ByStudent, Read]:
    reads = BlockRead.objects.filter(enrolment__course__in=courses).exclude(block__section__matter__in=APPARATUS)
    sums = reads.order_by().values_list("enrolment", "block__reading").annotate(Count("pk"), Max("read_at"))
    return {(enrolment, reading): Read(count, last) for enrolment, reading, count, last in sums}


def quizzes_by_student(courses: Courses) -> dict[ByStudent, Tries]:
    tries: dict[ByStudent, Tries] = {}
    for attempt in Attempt.objects.filter(quiz__course__in=courses, enrolment__course__in=courses):
        tries.setdefault((attempt.enrolment_id, attempt.quiz_id), Tries()).add(attempt)
    return tries


def last_moments(*done: Mapping[ByStudent, Read] | Mapping[ByStudent, Tries]) -> dict[int, datetime]:
    """When each enrolment last read a paragraph or touched a quiz."""
    last: dict[int, datetime] = {}
    for (enrolment, _), entry in chain.from_iterable(table.items() for table in done):
        if entry.last:
            last[enrolment] = max(entry.last, last.get(enrolment, entry.last))
    return last
