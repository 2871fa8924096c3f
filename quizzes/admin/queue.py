"""The way through the drafts: the list as it was filtered when the review began, and what comes next in it."""

from __future__ import annotations

from copy import copy
from urllib.parse import urlencode

from django.contrib.admin import ModelAdmin
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import Q, QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import reverse

from quizzes.models import Question

FILTERS = "_changelist_filters"
WAITING = Q(status=Question.Status.DRAFT) | Q(status=Question.Status.APPROVED, is_stale=True)
"""What waits for a decision: drafts, and approved questions that lost their passage."""


def waiting(desk: ModelAdmin[Question], request: HttpRequest) -> list[int]:
    """What waits in the list as it was filtered when the review began; in the whole list if that cannot be read."""
    try:
        rows = listed(desk, request, request.GET.get(FILTERS, ""))
    except IncorrectLookupParameters:
        rows = listed(desk, request, "")
    return list(rows.filter(WAITING).values_list("pk", flat=True))


def listed(desk: ModelAdmin[Question], request: HttpRequest, filters: str) -> QuerySet[Question]:
    filtered = copy(request)
    filtered.GET = QueryDict(filters, mutable=True)  # type: ignore[assignment]
    filtered.GET.pop("p", None)
    return desk.get_changelist_instance(filtered).get_queryset(filtered)


def next_url(queue: list[int], question: Question, request: HttpRequest) -> str:
    """The one after this, and after the last the first again."""
    place = queue.index(question.pk) + 1 if question.pk in queue else 0
    others = [pk for pk in queue[place:] + queue[:place] if pk != question.pk]
    return review_url(others[0], request) if others else ""


def review_url(pk: int, request: HttpRequest) -> str:
    return reverse("admin:quizzes_question_change", args=[pk]) + kept(request)


def list_url(request: HttpRequest) -> str:
    filters = request.GET.get(FILTERS, "")
    return reverse("admin:quizzes_question_changelist") + (f"?{filters}" if filters else "")


def kept(request: HttpRequest) -> str:
    filters = request.GET.get(FILTERS, "")
    return "?" + urlencode({FILTERS: filters}) if filters else ""
