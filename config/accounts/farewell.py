"""Deletes an account with everything that belongs to it, and refuses where a course would lose its only instructor."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from config.accounts.models import User
from readings.models import Course, Enrolment


class CoursesLeftAlone(Exception):
    """The person is the only instructor of a course; its students would be without one."""


def courses_left_alone(user: User) -> QuerySet[Course]:
    """Courses with other people in them whose only instructor the person is."""
    instructors = Enrolment.objects.active().filter(role=Enrolment.Role.INSTRUCTOR, course=OuterRef("pk"))
    others = Enrolment.objects.active().filter(course=OuterRef("pk")).exclude(user=user)
    return Course.objects.filter(
        Exists(instructors.filter(user=user)), ~Exists(instructors.exclude(user=user)), Exists(others)
    )


@transaction.atomic
def account_delete(*, user: User) -> None:
    """Enrolments, reading progress, attempts and annotations go with the account, those shared with a class too."""
    if courses_left_alone(user).exists():
        raise CoursesLeftAlone("Make somebody else instructor of your courses first, then delete your account.")
    user.delete()
