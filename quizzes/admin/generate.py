"""The page that makes draft questions from a reading and says what was made, and why not more."""

from __future__ import annotations

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from quizzes.admin.forms import GenerateForm
from quizzes.models import Question
from quizzes.services.generation import Generated, questions_generate


def generate_page(desk: ModelAdmin[Question], request: HttpRequest) -> HttpResponse:
    form = GenerateForm(request.user, request.POST or None, initial={"reading": request.GET.get("reading")})
    made: Generated | None = None
    if request.method == "POST" and form.is_valid():
        made = questions_generate(**form.cleaned_data)
    context = {
        **desk.admin_site.each_context(request),
        "title": "Generate questions",
        "opts": desk.opts,
        "form": form,
        "made": made,
        "reading": form.cleaned_data["reading"] if made else None,
        "abstained": sorted(made.abstained.items(), key=lambda entry: -entry[1]) if made else [],
    }
    request.current_app = desk.admin_site.name
    return TemplateResponse(request, "admin/quizzes/question/generate.html", context)
