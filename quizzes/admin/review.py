"""One question on one screen: what it asks, the passage that decides it, and approve, edit, reject or next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from quizzes.admin.content import offers_distractors
from quizzes.admin.editing import Editing, asks_only, editing_of, flaws_page
from quizzes.admin.queue import FILTERS, list_url, next_url, review_url, waiting
from quizzes.models import Question
from quizzes.selectors.asked import PASSAGE_OF_QUESTION, asked
from quizzes.selectors.passages import neighbours
from quizzes.selectors.questions import flaw_names
from quizzes.selectors.similar import similar_questions
from quizzes.services.errors import QuestionNotChangeable, QuizError
from quizzes.services.evidence import questions_recheck_evidence
from quizzes.services.questions import question_approve, question_edit, question_reject, question_retire

Desk = ModelAdmin
PARTS = ("options__block__section__reading", "pairs")


def review_page(desk: Desk, request: HttpRequest, object_id: str) -> HttpResponse:
    question = find(desk, request, object_id)
    decide = DECISIONS.get(request.POST.get("decision", ""))
    wants_form = question.status != Question.Status.RETIRED and (decide is edit or "edit" in request.GET)
    editing = editing_of(question, request) if wants_form else None
    if decide and not asks_only(request):
        try:
            return decide(desk, request, question, editing)
        except QuizError as error:
            messages.error(request, str(error))
    return show(desk, request, question, editing)


def check_page(desk: Desk, request: HttpRequest, object_id: str) -> HttpResponse:
    """The flaws of the form as it stands."""
    return flaws_page(request, find(desk, request, object_id))


def find(desk: Desk, request: HttpRequest, object_id: str) -> Question:
    rows = desk.get_queryset(request).filter(pk=object_id if object_id.isdecimal() else None)
    questions_recheck_evidence(questions=rows)
    question = rows.select_related(*PASSAGE_OF_QUESTION).prefetch_related(*PARTS).first()
    if question is None:
        raise Http404("No such question in your courses.")
    return question


def show(desk: Desk, request: HttpRequest, question: Question, editing: Editing | None) -> HttpResponse:
    before, after = neighbours(question.evidence_block) if question.evidence_block else (None, None)
    queue = waiting(desk, request)
    context = {
        **desk.admin_site.each_context(request),
        "title": "Review a question",
        "opts": desk.opts,
        "question": question,
        "item": asked(question, 1, with_passage=True),
        "flaws": flaw_names(question.soft_flaws),
        "before": before,
        "after": after,
        "similar": similar_questions(question),
        "reasons": Question.RejectReason.choices,
        "editing": editing,
        "form": editing and editing.form,
        "drafts_left": len(queue),
        "next_url": next_url(queue, question, request),
        "filters": request.GET.get(FILTERS, ""),
        "can_decide": question.status in (Question.Status.DRAFT, Question.Status.REJECTED),
        "can_edit": question.status != Question.Status.RETIRED,
        "offers_distractors": question.status != Question.Status.RETIRED and offers_distractors(question),
    }
    request.current_app = desk.admin_site.name
    return TemplateResponse(request, "admin/quizzes/question/review.html", context)


def approve(desk: Desk, request: HttpRequest, question: Question, editing: Editing | None) -> HttpResponse:
    question_approve(question=question, by=request.user)
    return go_on(desk, request, question, "Approved")


def reject(desk: Desk, request: HttpRequest, question: Question, editing: Editing | None) -> HttpResponse:
    question_reject(question=question, reason=request.POST.get("reason", ""), by=request.user)
    return go_on(desk, request, question, "Rejected")


def retire(desk: Desk, request: HttpRequest, question: Question, editing: Editing | None) -> HttpResponse:
    question_retire(question=question, by=request.user)
    return go_on(desk, request, question, "Retired")


def edit(desk: Desk, request: HttpRequest, question: Question, editing: Editing | None) -> HttpResponse:
    """Stays on the question, so that the new wording is looked at before it is approved."""
    if editing is None:
        raise QuestionNotChangeable("This question is retired and can no longer be edited.")
    if not editing.form.is_valid():
        return show(desk, request, question, editing)
    content = editing.form.content()
    content["fields"]["soft_flaws"] = editing.verdict.codes if editing.verdict else []
    stored = question_edit(question=question, by=request.user, **content)
    messages.success(request, f"Saved as version {stored.version}." if stored.pk != question.pk else "Saved.")
    return redirect(review_url(stored.pk, request))


DECISIONS: dict[str, Callable[[Any, HttpRequest, Question, Editing | None], HttpResponse]] = {
    "approve": approve,
    "reject": reject,
    "retire": retire,
    "edit": edit,
}


def go_on(desk: Desk, request: HttpRequest, question: Question, done: str) -> HttpResponse:
    """To the next that waits, or back to the list when nothing does."""
    messages.success(request, f"{done}: {question.stem[:80]}")
    return redirect(next_url(waiting(desk, request), question, request) or list_url(request))
