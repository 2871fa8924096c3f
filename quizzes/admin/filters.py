"""Filters of the question list; each offers only what occurs in the courses one teaches."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest

from quizzes.models import Question
from quizzes.selectors.questions import FLAW_NAMES


class PatternFilter(SimpleListFilter):
    title = "pattern"
    parameter_name = "pattern"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        names = model_admin.get_queryset(request).order_by("pattern").values_list("pattern", flat=True).distinct()
        return [(name, name.replace("_", " ")) for name in names if name]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Question]) -> QuerySet[Question]:
        return queryset.filter(pattern=self.value()) if self.value() else queryset


class FlawFilter(SimpleListFilter):
    title = "flaw"
    parameter_name = "flaw"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        flaws = {flaw for _, found in flaws_by_question(model_admin.get_queryset(request)) for flaw in found}
        return [("none", "none"), *((flaw, FLAW_NAMES.get(flaw, flaw)) for flaw in sorted(flaws))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Question]) -> QuerySet[Question]:
        wanted = self.value()
        if wanted == "none":
            return queryset.filter(soft_flaws=[])
        if wanted:
            return queryset.filter(pk__in=[pk for pk, found in flaws_by_question(queryset) if wanted in found])
        return queryset


class PassageFilter(SimpleListFilter):
    title = "passage"
    parameter_name = "passage"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("stands", "in the reading"), ("gone", "gone from the reading")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Question]) -> QuerySet[Question]:
        return queryset.filter(is_stale=self.value() == "gone") if self.value() else queryset


def flaws_by_question(rows: QuerySet[Question]) -> list[tuple[int, list[str]]]:
    """Looked through here, because SQLite cannot search in a JSON list."""
    return list(rows.exclude(soft_flaws=[]).order_by().values_list("pk", "soft_flaws"))
