"""The glossary on the desk; every change finds the terms anew in all texts of the course."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.text import Truncator

from readings.admin.filters import OwnCourseFilter
from readings.admin.scope import CourseAdmin, CourseInline
from readings.models import Alias, Reading, SourceDefinition, Term
from readings.services.glossary import glossary_index_rebuild


class AliasFormSet(BaseInlineFormSet):
    """One name leads to one term, or a link in the text would have to guess."""

    def clean(self) -> None:
        super().clean()
        course = self.instance.course_id
        others = Alias.objects.filter(term__course=course).exclude(term=self.instance.pk)
        taken = {text.casefold(): head for text, head in others.values_list("text", "term__head")}
        heads = Term.objects.filter(course=course).exclude(pk=self.instance.pk).values_list("head", flat=True)
        taken |= {head.casefold(): head for head in heads}
        for form in self.forms:
            text = form.cleaned_data.get("text", "") if form.is_valid() else ""
            if text.casefold() in taken:
                form.add_error("text", f"“{text}” leads to “{taken[text.casefold()]}” already.")


class AliasInline(CourseInline):
    model = Alias
    formset = AliasFormSet
    course_path = "term__course"
    extra = 1
    verbose_name = "other name"
    verbose_name_plural = "other names"


class SourceDefinitionInline(CourseInline):
    """What a reading calls, dates or counts it: put side by side, sources become comparable."""

    model = SourceDefinition
    course_path = "term__course"
    extra = 1
    verbose_name = "source's own account"
    verbose_name_plural = "what the sources say"

    def get_formset(self, request: HttpRequest, obj: Term | None = None, **kwargs: Any) -> Any:
        """Fetches the choice of readings once, not once for each row."""
        formset = super().get_formset(request, obj, **kwargs)
        readings = Reading.objects.filter(course=obj.course_id if obj else None)
        field = formset.form.base_fields["reading"]
        field.queryset = readings
        field.choices = [
            ("", "---------"),
            *((pk, shortened(title)) for pk, title in readings.values_list("pk", "title")),
        ]
        field.widget = forms.Select(choices=field.choices)
        return formset

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceDefinition]:
        return super().get_queryset(request).select_related("reading")


def shortened(title: str) -> str:
    return Truncator(title).chars(50)


class TermForm(forms.ModelForm):
    class Meta:
        model = Term
        fields = ("course", "head", "slug", "category", "definition", "sources", "see_also")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "see_also" in self.fields:
            others = Term.objects.filter(course=self.instance.course_id).exclude(pk=self.instance.pk)
            self.fields["see_also"].queryset = others
            self.fields["see_also"].widget.attrs["size"] = 12


@admin.register(Term)
class TermAdmin(CourseAdmin):
    form = TermForm
    list_display = ("head", "category", "places", "course")
    list_filter = ("category", OwnCourseFilter)
    list_select_related = ("course",)
    list_per_page = 50
    search_fields = ("head", "aliases__text", "definition")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Term]:
        return super().get_queryset(request).annotate(place_count=Count("occurrences", distinct=True))

    def get_fields(self, request: HttpRequest, obj: Term | None = None) -> tuple[str, ...]:
        """Other terms can be chosen once the course is known."""
        fields = ("course", "head", "slug", "category", "definition", "sources")
        return (*fields, "see_also") if obj else fields

    def get_readonly_fields(self, request: HttpRequest, obj: Term | None = None) -> tuple[str, ...]:
        return ("course", "slug") if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Term | None = None) -> dict[str, Any]:
        return {} if obj else {"slug": ("head",)}

    def get_inlines(self, request: HttpRequest, obj: Term | None = None) -> list[Any]:
        return [AliasInline, SourceDefinitionInline] if obj else [AliasInline]

    @admin.display(description="places in the texts", ordering="place_count")
    def places(self, term: Term) -> int:
        return term.place_count  # type: ignore[attr-defined]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        glossary_index_rebuild(course=form.instance.course)

    def delete_model(self, request: HttpRequest, obj: Term) -> None:
        course = obj.course
        super().delete_model(request, obj)
        glossary_index_rebuild(course=course)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Term]) -> None:
        courses = {term.course for term in queryset.select_related("course")}
        super().delete_queryset(request, queryset)
        for course in courses:
            glossary_index_rebuild(course=course)
