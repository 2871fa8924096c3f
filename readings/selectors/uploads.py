"""Files on their way in, without their bytes: one's own of a course, and new versions of a reading."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet

from readings.models import Course, Reading, Upload
from readings.permissions import courses_taught_by


def uploads_listed(course: Course, by: AbstractUser) -> QuerySet[Upload]:
    """The person's own files of a course, newest last."""
    return Upload.objects.filter(course=course, by=by, replaces=None).select_related("made").defer(*Upload.LARGE)


def courses_with_uploads(by: AbstractUser) -> QuerySet[Course]:
    """The courses that the person has files in which wait, are being read, or were not cleared from the list."""
    return courses_taught_by(by).filter(uploads__by=by, uploads__replaces=None).distinct()


def versions_under_way(reading: Reading) -> QuerySet[Upload]:
    """New versions that are neither accepted nor discarded."""
    over = (Upload.State.DONE, Upload.State.FAILED)
    return Upload.objects.filter(replaces=reading).exclude(state__in=over).defer(*Upload.LARGE)
