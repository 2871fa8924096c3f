"""The course and the reading that an address of the API names, as far as the person may see them."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from rest_framework.generics import GenericAPIView

from readings.models import Course, Reading
from readings.permissions import course_taught_by, courses_visible_to, readings_visible_to


class InCourse(GenericAPIView):
    """Mix in where the address has ``<slug:course>``; a course one is not in answers 404."""

    @cached_property
    def course(self) -> Course:
        return get_object_or_404(courses_visible_to(self.request.user), slug=self.kwargs["course"])


class InReading(InCourse):
    """Mix in where the address has ``<slug:reading>`` too; one not published answers 404 to students."""

    @cached_property
    def reading(self) -> Reading:
        return get_object_or_404(readings_visible_to(self.request.user, self.course), slug=self.kwargs["reading"])


class InTaughtCourse(GenericAPIView):
    """For figures about others: 403 to students of the course, 404 to everybody else who does not teach it."""

    @cached_property
    def course(self) -> Course:
        return course_taught_by(self.request.user, self.kwargs["course"])
