"""What an address names, as far as the person may see it; everything else is "not found", whether it exists or not."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from readings.models import Course, Reading
from readings.selectors.courses import Seat, seat_find, seat_with_reading


def seat_or_404(request: HttpRequest, course: str) -> Seat:
    try:
        return seat_find(request.user, course)
    except Course.DoesNotExist:
        raise Http404("No such course among yours.") from None


def reading_or_404(request: HttpRequest, course: str, reading: str) -> tuple[Seat, Reading]:
    try:
        return seat_with_reading(request.user, course, reading)
    except Reading.DoesNotExist:
        raise Http404("No such reading in your courses.") from None


def in_course(seat: Seat) -> dict[str, object]:
    """What the base page needs to know on each page of a course."""
    return {"course": seat.course, "seat": seat, "teaches": seat.teaches}
