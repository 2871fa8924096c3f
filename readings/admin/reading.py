"""Readings on the desk: what is known about a text, its source card, its outline, and what the parser found."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from readings.admin.filters import OwnCourseFilter
from readings.admin.importing import import_page
from readings.admin.reading_urls import own_pages
from readings.admin.scope import CourseAdmin, CourseInline
from readings.models import Finding, Reading


class FindingInline(CourseInline):
    """What the parser left to the instructor comes first; nothing here can be edited."""

    model = Finding
    course_path = "reading__course"
    fields = readonly_fields = ("action", "message", "source_lines", "text")
    can_delete = False
    verbose_name_plural = "what the import found"
    classes = ("collapse",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Finding]:
        first = Case(When(action="flagged", then=Value(0)), default=Value(1))
        return super().get_queryset(request).order_by(first, "position")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="lines")
    def source_lines(self, finding: Finding) -> str:
        return ", ".join(map(str, finding.lines)) or "–"


ABOUT = ("title", "title_is_ours", "subtitle", "byline", "year", "kind", "language", "position", "is_published")
CARD = ("perspective", "who_writes", "from_where", "for_whom", "what_to_mind")
RIGHTS = ("rights", "sharing", "may_be_passed_on")


class ReadingForm(forms.ModelForm):
    class Meta:
        model = Reading
        fields = (*ABOUT, *CARD, *RIGHTS, "outside_source")
        widgets = {name: AdminTextInputWidget({"class": "vLargeTextField"}) for name in ("title", "subtitle", "byline")}


class ListRowForm(forms.ModelForm):
    """The fields that the list edits, each named for its reading."""

    class Meta:
        model = Reading
        fields = ("position", "is_published")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"{field.label} of {self.instance.title}"


@admin.register(Reading)
class ReadingAdmin(CourseAdmin):
    form = ReadingForm
    list_display = ("title", "position", "is_published", "byline", "course", "to_check")
    list_editable = ("position", "is_published")
    list_filter = ("is_published", OwnCourseFilter)
    list_select_related = ("course",)
    search_fields = ("title", "byline", "file_name")
    change_list_template = "admin/readings/reading/list.html"
    change_form_template = "admin/readings/reading/change_form.html"
    inlines = (FindingInline,)
    readonly_fields = ("course", "address", "outline", "file_name", "revision", "imported_at", "not_in_the_text")
    fieldsets = (
        (None, {"fields": ("course", *ABOUT)}),
        ("Source card", {"fields": CARD, "description": "What a careful reader wants to know before the first page."}),
        ("Rights", {"fields": RIGHTS}),
        ("Known from elsewhere", {"fields": ("not_in_the_text", "outside_source"), "classes": ("collapse",)}),
        ("Document", {"fields": ("address", "file_name", "revision", "imported_at", "outline")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reading]:
        flagged = Count("findings", filter=Q(findings__action="flagged"), distinct=True)
        return super().get_queryset(request).annotate(flagged=flagged)

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> type[forms.ModelForm]:
        return super().get_changelist_form(request, **{**kwargs, "form": ListRowForm})

    @admin.display(description="to check", ordering="flagged")
    def to_check(self, reading: Reading) -> int:
        return reading.flagged  # type: ignore[attr-defined]

    @admin.display
    def address(self, reading: Reading) -> str:
        return reading.get_absolute_url()

    @admin.display(description="fields that the text itself does not say")
    def not_in_the_text(self, reading: Reading) -> str:
        return ", ".join(reading.from_outside) or "–"

    @admin.display
    def outline(self, reading: Reading) -> SafeString:
        sections = reading.sections.annotate(block_count=Count("blocks")).order_by("position")
        lines = ((row.level, str(row), row.block_count, row.word_count) for row in sections)
        return format_html_join("", '<div class="level-{}">{} <small>{} paragraphs, {} words</small></div>', lines)

    def get_urls(self) -> list[URLPattern]:
        return [*own_pages(self), *super().get_urls()]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """A reading comes from a document, never from an empty form."""
        return import_page(self, request)
