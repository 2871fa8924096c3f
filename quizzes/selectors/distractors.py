"""Other wrong options for a question: what questions of the same pattern in the course offer, as far as it is clean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet

from quizzes.generation.recheck import Checker
from quizzes.models import Option, Question
from quizzes.selectors.flaws import as_generated, checker_of

AT_ONCE = 5
TRUE_OR_FALSE = frozenset(["statement"])
"""Patterns whose options are true or false by themselves, whatever the question is about."""
CONTRADICTS = "contradicts"
"""Stands in the stem where the wrong options are the true ones."""


def other_distractors(question: Question, data: Mapping[str, Any], place: int, skip: int = 0) -> list[Option]:
    """The next five that could stand in that place of the options without a new hard flaw; the own reading's first."""
    checker = checker_of(question.reading)
    known = hard_flaws(checker, question, data)
    fit = (
        option
        for option in candidates(question, data)
        if hard_flaws(checker, question, with_option(option, data, place)) <= known
    )
    return list(islice(fit, skip, skip + AT_ONCE))


def candidates(question: Question, data: Mapping[str, Any]) -> Iterator[Option]:
    """Each text once: first right answers to other questions, which are known to be something else's, then wrong ones."""
    rows = Option.objects.filter(
        question__reading__course=question.reading.course_id,
        question__kind=question.kind,
        question__pattern=question.pattern,
    )
    rows = rows.exclude(question=question.pk).exclude(question__status=Question.Status.REJECTED)
    rows = rows.select_related("question").order_by("-is_correct", "pk")
    if question.pattern in TRUE_OR_FALSE:
        rows = as_true(rows, question)
    seen = {entry["text"].casefold() for entry in entries(data)}
    for option in sorted(rows, key=lambda row: row.question.reading_id != question.reading_id):
        if option.text.casefold() not in seen:
            seen.add(option.text.casefold())
            yield option


def as_true(rows: QuerySet[Option], question: Question) -> QuerySet[Option]:
    """Statements that are as true of this text as the wrong options are: wrong ones of questions that ask the same way."""
    rows = rows.filter(is_correct=False, question__reading=question.reading)
    contradicts = Q(question__stem__contains=CONTRADICTS)
    return rows.filter(contradicts if CONTRADICTS in question.stem else ~contradicts)


def hard_flaws(checker: Checker, question: Question, data: Mapping[str, Any]) -> set[str]:
    return {flaw.code for flaw in checker.flaws(as_generated(question, data)) if flaw.hard}


def with_option(option: Option, data: Mapping[str, Any], place: int) -> dict[str, Any]:
    changed = [dict(entry) for entry in entries(data)]
    changed[place : place + 1] = [{"id": "new", "text": option.text, "correct": False, "why": option.why}]
    return {**data, "passages" if data["passages"] else "options": changed}


def entries(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(data["passages"] or data["options"])


def reason_for(option: Option) -> str:
    """Why it is wrong here."""
    return f"This is the answer to another question: {option.question.stem}" if option.is_correct else option.why
