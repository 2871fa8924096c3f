"""Annotations that their authors share with the class; a private one never comes here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import Truncator

from readings.admin.filters import OwnCourseFilter, OwnReadingFilter
from readings.admin.scope import CourseAdmin
from readings.models import Annotation


@admin.register(Annotation)
class AnnotationAdmin(CourseAdmin):
    course_path = "reading__course"
    list_display = ("passage", "said", "by", "reading", "created_at", "state")
    list_filter = ("state", OwnReadingFilter, OwnCourseFilter)
    list_select_related = ("author", "reading")
    search_fields = ("quote", "comment", "author__username", "author__first_name", "author__last_name")
    ordering = ("-created_at",)
    actions = ("hide_selected",)
    fields = readonly_fields = ("reading", "by", "quote", "comment", "state", "created_at", "updated_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Annotation]:
        return super().get_queryset(request).filter(visibility=Annotation.Visibility.CLASS)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody's words are edited by somebody else."""
        return False

    @admin.display(description="passage")
    def passage(self, annotation: Annotation) -> str:
        return Truncator(annotation.quote).words(12)

    @admin.display(description="comment")
    def said(self, annotation: Annotation) -> str:
        return Truncator(annotation.comment).words(20)

    @admin.display(description="by", ordering="author__last_name")
    def by(self, annotation: Annotation) -> str:
        return annotation.author.display_name

    @admin.action(description="Hide from the class (the author keeps it)", permissions=["delete"])
    def hide_selected(self, request: HttpRequest, rows: QuerySet[Annotation]) -> None:
        count = rows.update(visibility=Annotation.Visibility.PRIVATE)
        self.message_user(request, f"Hidden: {count}. Only the authors see them now.")
