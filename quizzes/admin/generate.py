"""The page that makes draft questions from a reading, or across those of a course, and says what was made, and why not more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from quizzes.admin.forms import GenerateForm
from quizzes.models import Question
from quizzes.services.generation import Generated, questions_generate, questions_generate_across


def generated(given: Mapping[str, Any]) -> Generated:
    size = {"count": given["count"], "seed": given["seed"]}
    if given["reading"]:
        return questions_generate(reading=given["reading"], **size)
    return questions_generate_across(course=given["course"], **size)


def drafts_url(given: Mapping[str, Any]) -> str:
    """The drafts of what was asked for."""
    reading, course = given["reading"], given["course"]
    chosen = {"reading": reading.pk} if reading else {"course": course.slug}
    return f"{reverse('admin:quizzes_question_changelist')}?{urlencode({**chosen, 'status__exact': Question.Status.DRAFT})}"


def generate_page(desk: ModelAdmin[Question], request: HttpRequest) -> HttpResponse:
    form = GenerateForm(request.user, request.POST or None, initial={"reading": request.GET.get("reading")})
    made: Generated | None = None
    if request.method == "POST" and form.is_valid():
        made = generated(form.cleaned_data)
    context = {
        **desk.admin_site.each_context(request),
        "title": "Generate questions",
        "opts": desk.opts,
        "form": form,
        "made": made,
        "source": (form.cleaned_data["reading"] or form.cleaned_data["course"]) if made else None,
        "drafts_url": drafts_url(form.cleaned_data) if made else "",
        "abstained": sorted(made.abstained.items(), key=lambda entry: -entry[1]) if made else [],
    }
    request.current_app = desk.admin_site.name
    return TemplateResponse(request, "admin/quizzes/question/generate.html", context)
