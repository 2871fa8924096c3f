"""Faults that readers report, as a list with what is still open first."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from readings.admin.filters import OwnCourseFilter, OwnReadingFilter
from readings.admin.scope import CourseAdmin
from readings.models import Fault


@admin.register(Fault)
class FaultAdmin(CourseAdmin):
    course_path = "reading__course"
    list_display = ("said", "paragraph", "reading", "who", "created_at", "state")
    list_filter = ("state", OwnReadingFilter, OwnCourseFilter)
    list_select_related = ("by", "reading", "block")
    search_fields = ("text", "passage")
    ordering = ("-state", "-created_at")
    actions = ("mark_done",)
    fields = ("reading", "paragraph", "passage", "text", "who", "created_at", "state", "answer")
    readonly_fields = ("reading", "paragraph", "passage", "text", "who", "created_at")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Readers report faults, on the page about the text."""
        return False

    @admin.display(description="what is wrong")
    def said(self, fault: Fault) -> str:
        return Truncator(fault.text).words(16)

    @admin.display(description="paragraph")
    def paragraph(self, fault: Fault) -> SafeString | str:
        if fault.block is None:
            return "–"
        address = reverse("admin:readings_reading_block", args=[fault.reading_id, fault.block_id])
        return format_html('<a href="{}">¶ {}</a>', address, fault.block.number)

    @admin.display(description="by", ordering="by__last_name")
    def who(self, fault: Fault) -> str:
        return fault.by.display_name

    @admin.action(description="Mark as done", permissions=["change"])
    def mark_done(self, request: HttpRequest, rows: QuerySet[Fault]) -> None:
        count = rows.update(state=Fault.State.DONE)
        self.message_user(request, f"Done: {count}.")
