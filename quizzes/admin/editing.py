"""What the buttons of the content form do before it is saved: check it, offer other distractors, take one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from quizzes.admin.content import MOST_OPTIONS, ContentForm
from quizzes.generation.checks.form import value_of
from quizzes.models import Question
from quizzes.permissions import questions_reviewable_by
from quizzes.selectors.distractors import AT_ONCE, Distractor, distractor, other_distractors
from quizzes.selectors.flaws import Verdict, verdict_on


@dataclass(slots=True)
class Editing:
    """The form as it came, with what the page says about it."""

    form: ContentForm
    verdict: Verdict | None = None
    place: str = ""
    """The row for which other distractors are offered."""
    offered: list[Distractor] = field(default_factory=list)
    more: int = 0
    """How many to skip for the next five; 0 when these were the last."""
    taken: str = ""
    """The row in which one that was offered stands now."""

    @property
    def row_in_hand(self) -> str:
        """The row to go on with from the keyboard, unless a distractor is to be chosen first."""
        return self.taken or ("" if self.offered else self.place)


def editing_of(question: Question, request: HttpRequest) -> Editing:
    """The form with its data; one that is only looked at is checked as well."""
    if request.method != "POST":
        editing = Editing(ContentForm(question))
        editing.verdict = verdict_on(question, question.data) if question.pk else None
        if "another" in request.GET and question.pk:
            offer(editing, question, question.data, request.GET["another"])
        return editing
    if "take" in request.POST:
        data, row = taken(question, request)
        return checked(Editing(ContentForm(question, data), taken=row))
    editing = Editing(ContentForm(question, request.POST))
    if "another" in request.POST and editing.form.is_valid():
        offer(editing, *editing.form.draft(), request.POST["another"])
    return checked(editing)


def checked(editing: Editing) -> Editing:
    if editing.form.is_valid():
        editing.verdict = verdict_on(*editing.form.draft())
    return editing


def offer(editing: Editing, question: Question, data: Mapping[str, Any], asked: str) -> None:
    """Fills in the next five for a row of the form; ``asked`` is its number, and how many to skip."""
    place, _, skip = asked.partition(":")
    form = editing.form
    if not form.offers_distractors or place not in {number for number, *_ in form.options}:
        return
    filled = [number for number, row, _ in form.options if (row["text"].value() or "").strip()]
    row = filled.index(place) if place in filled else len(filled)
    first = int(skip) if skip.isdecimal() else 0
    found = other_distractors(question, data, row, first, AT_ONCE + 1)
    editing.place, editing.offered = place, found[:AT_ONCE]
    editing.more = first + AT_ONCE if len(found) > AT_ONCE else 0


def taken(question: Question, request: HttpRequest) -> tuple[QueryDict, str]:
    """What was sent, with a distractor in store or of one's courses in the row that asked for one, and where it stands now."""
    data = request.POST.copy()
    place, _, chosen = data["take"].partition(":")
    other = distractor(question, chosen, questions_reviewable_by(request.user))
    if other is None:
        return data, ""
    data[f"option{place}-text"], data[f"option{place}-why"] = other.text, other.why[:600]
    sort_values(data)
    texts = {data.get(f"option{number}-text"): str(number) for number in range(MOST_OPTIONS)}
    return data, texts.get(other.text, "")


def sort_values(data: QueryDict) -> None:
    """Puts dates and numbers in their order again; other options stay where they are."""
    numbers = [str(number) for number in range(MOST_OPTIONS) if data.get(f"option{number}-text", "").strip()]
    rows = [(data[f"option{n}-text"], data.get(f"option{n}-why", ""), n == data.get("right")) for n in numbers]
    values = [value_of(text) for text, *_ in rows]
    if None in values:
        return
    for number, (_, (text, why, right)) in zip(numbers, sorted(zip(values, rows, strict=True)), strict=True):
        data[f"option{number}-text"], data[f"option{number}-why"] = text, why
        if right:
            data["right"] = number


def asks_only(request: HttpRequest) -> bool:
    """Whether a button was used that saves nothing."""
    return any(name in request.POST for name in ("check", "another", "take"))


def flaws_page(request: HttpRequest, question: Question) -> HttpResponse:
    """What is wrong with the form as it stands, for the page's script."""
    editing = editing_of(question, request)
    return TemplateResponse(request, "admin/quizzes/question/_flaws.html", {"editing": editing, "form": editing.form})
