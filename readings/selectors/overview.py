"""The figures of the course pages: each reading with its length, the own progress and the place to resume."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from readings.models import Block, Reading, Term
from readings.permissions import annotations_visible_to
from readings.selectors.courses import Seat
from readings.selectors.outline import reading_minutes
from readings.selectors.progress import Progress, positions_by_reading, progress_by_course, progress_by_reading


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A reading as a line of the course page."""

    reading: Reading
    progress: Progress
    resume: Block | None

    @property
    def minutes(self) -> int:
        return reading_minutes(self.progress.words)


def own_progress(seats: Sequence[Seat]) -> list[tuple[Seat, Progress]]:
    """Each seat with the student's progress through all readings of the course that are published."""
    own = progress_by_course({seat.course.pk: seat.enrolment_id for seat in seats})
    return [(seat, own.get(seat.course.pk, Progress())) for seat in seats]


def course_overview(seat: Seat) -> dict[str, Any]:
    """The lines of the course page, the progress through all of them, and what else there is in the course."""
    readings = list(seat.readings())
    own = progress_by_reading(seat.enrolment_id, readings)
    places = positions_by_reading(seat.enrolment_id, readings)
    rows = [
        ReadingRow(reading, own.get(reading.pk, Progress()), _block(places.get(reading.pk))) for reading in readings
    ]
    return {
        "rows": rows,
        "progress": sum((row.progress for row in rows), Progress()),
        "latest": _latest(rows, places),
        "term_count": Term.objects.filter(course=seat.course).count(),
        "annotation_count": annotations_visible_to(seat.user)
        .filter(author=seat.user.pk, reading__course=seat.course)
        .count(),
    }


def _block(position: Any) -> Block | None:
    return position.block if position else None


def _latest(rows: list[ReadingRow], places: dict[int, Any]) -> ReadingRow | None:
    """The reading that was open last, unless it is finished."""
    begun = [row for row in rows if row.resume and not row.progress.is_complete]
    return max(begun, key=lambda row: places[row.reading.pk].updated_at, default=None)
