"""The page for a question of one's own: choose reading and kind, write it, see what is wrong with it, save it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from quizzes.admin.editing import asks_only, editing_of, flaws_page
from quizzes.admin.forms import WriteForm
from quizzes.models import Question
from quizzes.services.errors import QuizError
from quizzes.services.questions import question_create


def write_page(desk: ModelAdmin[Question], request: HttpRequest) -> HttpResponse:
    chosen = WriteForm(request.user, request.GET or None)
    if not request.GET.get("kind") or not chosen.is_valid():
        return show(desk, request, {"chosen": chosen})
    question = unsaved(chosen)
    editing = editing_of(question, request)
    if request.method == "POST" and not asks_only(request) and editing.form.is_valid():
        content = editing.form.content()
        content["fields"]["soft_flaws"] = editing.verdict.codes if editing.verdict else []
        try:
            stored = question_create(reading=question.reading, kind=question.kind, by=request.user, **content)
        except QuizError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "Saved as a draft. Look at it once more and approve it.")
            return redirect("admin:quizzes_question_change", stored.pk)
    return show(desk, request, {"question": question, "form": editing.form, "editing": editing, "writing": True})


def write_check(request: HttpRequest) -> HttpResponse:
    """The flaws of the form as it stands."""
    chosen = WriteForm(request.user, request.GET)
    if not chosen.is_valid():
        raise Http404("No such reading in your courses.")
    return flaws_page(request, unsaved(chosen))


def unsaved(chosen: WriteForm) -> Question:
    return Question(reading=chosen.cleaned_data["reading"], kind=chosen.cleaned_data["kind"])


def show(desk: ModelAdmin[Question], request: HttpRequest, more: dict[str, Any]) -> HttpResponse:
    context = {**desk.admin_site.each_context(request), "title": "Write a question", "opts": desk.opts, **more}
    request.current_app = desk.admin_site.name
    return TemplateResponse(request, "admin/quizzes/question/write.html", context)
