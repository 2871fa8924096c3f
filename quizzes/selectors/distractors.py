"""Other wrong options for a question: those that its generation had to spare, then what questions of the same pattern in the
course offer; as far as they bring no serious flaw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from django.db.models import QuerySet

from quizzes.generation import alternatives
from quizzes.models import Option, Question
from quizzes.selectors.course import COMPARES
from quizzes.selectors.flaws import FindFlaws, flaw_finder

AT_ONCE = 5
KEPT = "kept"
"""Begins the ids of those that the question itself has in store."""


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong option that can be taken."""

    id: str
    text: str
    why: str
    """Why it is wrong here."""


def other_distractors(
    question: Question, data: Mapping[str, Any], place: int, skip: int, most: int
) -> list[Distractor]:
    """The next ones that could stand in that place of the options without a new hard flaw; the question's own first."""
    find = flaw_finder(question, data)
    known = hard_flaws(find, data)
    fit = (
        other
        for other in candidates(question, data)
        if hard_flaws(find, alternatives.with_option(data, {"text": other.text, "why": other.why}, place)) <= known
    )
    return list(islice(fit, skip, skip + most))


def distractor(question: Question, name: str, own: QuerySet[Question]) -> Distractor | None:
    """The one of that id, if it is kept with the question or stands in one of one's ``own``."""
    if name.isdecimal():
        option = Option.objects.filter(question__in=own, pk=name).select_related("question").first()
        return option and offered(option)
    return next((other for other in kept(question) if other.id == name), None)


def candidates(question: Question, data: Mapping[str, Any]) -> Iterator[Distractor]:
    """Each text once, none that is shown."""
    seen = {entry["text"].casefold() for entry in alternatives.entries(data)}
    for other in chain(kept(question), elsewhere(question)):
        if other.text.casefold() not in seen:
            seen.add(other.text.casefold())
            yield other


def kept(question: Question) -> list[Distractor]:
    """What was found with the question's own options, best first."""
    rows = question.extra.get(alternatives.NAME, ())
    return [Distractor(f"{KEPT}{number}", row["text"], row["why"]) for number, row in enumerate(rows)]


def elsewhere(question: Question) -> Iterator[Distractor]:
    """First right answers to other questions, which are known to be something else's, then wrong ones; of the own reading first.

    Whose a view is not only its author can say: of such questions nothing is offered that was not held against the texts.
    """
    if question.pattern == COMPARES:
        return iter(())
    rows = Option.objects.filter(
        question__reading__course=question.reading.course_id,
        question__kind=question.kind,
        question__pattern=question.pattern,
    )
    rows = rows.exclude(question=question.pk).exclude(question__status=Question.Status.REJECTED)
    rows = rows.select_related("question").order_by("-is_correct", "pk")
    return map(offered, sorted(rows, key=lambda row: row.question.reading_id != question.reading_id))


def offered(option: Option) -> Distractor:
    """An option of another question, with what it is there."""
    other = f"This is the answer to another question: {option.question.stem}"
    return Distractor(str(option.pk), option.text, other if option.is_correct else option.why)


def hard_flaws(find: FindFlaws, data: Mapping[str, Any]) -> set[str]:
    return {flaw.code for flaw in find(data) if flaw.hard}
