"""Joining a course with its code."""

from __future__ import annotations

from django.db import transaction

from readings.models import Course, Enrolment
from readings.permissions import Someone


class JoinError(ValueError):
    """Something a person can put right; the message says how."""


class UnknownCode(JoinError):
    def __init__(self) -> None:
        super().__init__("No course has this code. Check it letter by letter, or ask your instructor for it.")


class SeatClosed(JoinError):
    def __init__(self, course: Course) -> None:
        super().__init__(f"Your place in “{course}” was closed. Ask the instructor to open it again.")


@transaction.atomic
def enrolment_join(*, user: Someone, code: str) -> tuple[Enrolment, bool]:
    """The person's enrolment in the course of that code, and whether it is new; nobody's role is changed by joining."""
    course = Course.objects.filter(join_code__iexact=_plain(code)).first() if _plain(code) else None
    if course is None:
        raise UnknownCode
    enrolment, is_new = Enrolment.objects.get_or_create(course=course, user=user)
    if not enrolment.is_active:
        raise SeatClosed(course)
    return enrolment, is_new


def _plain(code: str) -> str:
    """Codes are read aloud and copied with blanks and hyphens."""
    return "".join(code.replace("-", "").split())
