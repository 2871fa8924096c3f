"""Filters of the desk's lists; each offers only what occurs in the courses one teaches."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest

from readings.models import Reading
from readings.permissions import courses_taught_by


class OwnCourseFilter(SimpleListFilter):
    """By course; the page's ``course_path`` leads from a row to it."""

    title = "course"
    parameter_name = "course"

    def __init__(self, request: HttpRequest, params: Any, model: Any, model_admin: Any) -> None:
        self.path = model_admin.course_path
        super().__init__(request, params, model, model_admin)

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(courses_taught_by(request.user).values_list("slug", "title"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(**{f"{self.path}__slug": self.value()}) if self.value() else queryset


class OwnReadingFilter(SimpleListFilter):
    title = "reading"
    parameter_name = "reading"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        rows = Reading.objects.filter(course__in=courses_taught_by(request.user))
        return [(str(pk), title) for pk, title in rows.values_list("pk", "title")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(reading=self.value()) if (self.value() or "").isdigit() else queryset
