"""A person's courses, and the seat the person has in one of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from readings.models import Course, Enrolment, Reading
from readings.permissions import Someone, courses_visible_to, readings_open_to_role


@dataclass(frozen=True, slots=True)
class Seat:
    """One person in one course: what every page of the course asks first, in one query."""

    course: Course
    user: Someone
    enrolment_id: int | None
    role: str

    @property
    def teaches(self) -> bool:
        return self.role in (Enrolment.Role.INSTRUCTOR, Enrolment.Role.ASSISTANT) or self.user.is_superuser

    @property
    def studies(self) -> bool:
        """Only a student's reading is recorded."""
        return self.role == Enrolment.Role.STUDENT

    def readings(self) -> QuerySet[Reading]:
        return readings_open_to_role(self.course, teaching=self.teaches)


def seat_find(user: Someone, slug: str) -> Seat:
    """The person's seat; Course.DoesNotExist where there is none, whether or not the course exists."""
    return _seat(user, _courses_with_role(user).get(slug=slug))


def seat_with_reading(user: Someone, course: str, reading: str) -> tuple[Seat, Reading]:
    """The seat and one reading of the course in one query; Reading.DoesNotExist where the person may not see it."""
    own = Enrolment.objects.active().filter(user=user.pk, course=OuterRef("course"))
    rows = Reading.objects.filter(course__in=courses_visible_to(user), course__slug=course, slug=reading)
    row = rows.select_related("course").annotate(**_own(own)).get()
    seat = Seat(course=row.course, user=user, enrolment_id=row.own_enrolment, role=row.own_role or "")
    if not (row.is_published or seat.teaches):
        raise Reading.DoesNotExist
    return seat, row


def seat_list(user: Someone) -> list[Seat]:
    """A seat for each course that the person sees, with the number of its published readings."""
    published = Count("readings", filter=Q(readings__is_published=True))
    return [_seat(user, course) for course in _courses_with_role(user).annotate(reading_count=published)]


def _courses_with_role(user: Someone) -> QuerySet[Course]:
    own = Enrolment.objects.active().filter(user=user.pk, course=OuterRef("pk"))
    return courses_visible_to(user).annotate(**_own(own))


def _own(enrolments: QuerySet[Enrolment]) -> dict[str, Subquery]:
    return {"own_role": Subquery(enrolments.values("role")[:1]), "own_enrolment": Subquery(enrolments.values("pk")[:1])}


def _seat(user: Someone, course: Course) -> Seat:
    return Seat(course=course, user=user, enrolment_id=course.own_enrolment, role=course.own_role or "")
