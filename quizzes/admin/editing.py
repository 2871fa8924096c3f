"""What the buttons of the content form do before it is saved: check it, offer other distractors, take one."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from quizzes.admin.content import ContentForm
from quizzes.models import Option, Question
from quizzes.permissions import questions_reviewable_by
from quizzes.selectors.distractors import AT_ONCE, other_distractors, reason_for
from quizzes.selectors.flaws import Verdict, verdict_on


@dataclass(slots=True)
class Editing:
    """The form as it came, with what the page says about it."""

    form: ContentForm
    verdict: Verdict | None = None
    place: str = ""
    """The row for which other distractors are offered."""
    offered: list[Option] = field(default_factory=list)
    more: int = 0
    """How many to skip for the next five; 0 when these were the last."""


def editing_of(question: Question, request: HttpRequest) -> Editing:
    """The form with its data; one that is only looked at is checked as well."""
    if request.method != "POST":
        editing = Editing(ContentForm(question))
        editing.verdict = verdict_on(question, question.data) if question.pk else None
        return editing
    if "take" in request.POST:
        return checked(Editing(ContentForm(question, taken(request))))
    editing = Editing(ContentForm(question, request.POST))
    if "another" in request.POST and editing.form.is_valid():
        offer(editing, *request.POST["another"].partition(":")[::2])
    return checked(editing)


def checked(editing: Editing) -> Editing:
    if editing.form.is_valid():
        editing.verdict = verdict_on(*editing.form.draft())
    return editing


def offer(editing: Editing, place: str, skip: str) -> None:
    """Fills in the next five for a row of the form."""
    filled = [number for number, form, _ in editing.form.options if form.cleaned_data["text"]]
    if place not in {number for number, *_ in editing.form.options}:
        return
    row = filled.index(place) if place in filled else len(filled)
    first = int(skip) if skip.isdecimal() else 0
    editing.place = place
    editing.offered = other_distractors(*editing.form.draft(), row, first)
    editing.more = first + AT_ONCE if len(editing.offered) == AT_ONCE else 0


def taken(request: HttpRequest) -> QueryDict:
    """What was sent, with a distractor of another question of one's courses in the row that asked for one."""
    data = request.POST.copy()
    place, _, chosen = data["take"].partition(":")
    own = questions_reviewable_by(request.user)
    rows = Option.objects.filter(question__in=own).select_related("question")
    option = rows.filter(pk=chosen).first() if chosen.isdecimal() else None
    if option:
        data[f"option{place}-text"], data[f"option{place}-why"] = option.text, reason_for(option)[:600]
    return data


def asks_only(request: HttpRequest) -> bool:
    """Whether a button was used that saves nothing."""
    return any(name in request.POST for name in ("check", "another", "take"))


def flaws_page(request: HttpRequest, question: Question) -> HttpResponse:
    """What is wrong with the form as it stands, for the page's script."""
    editing = editing_of(question, request)
    return TemplateResponse(request, "admin/quizzes/question/_flaws.html", {"editing": editing, "form": editing.form})
