"""Questions that ask much the same, so that a reviewer sees them side by side."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz, utils

from quizzes.models import Question

ALIKE = 80
"""From this likeness (per cent) of stem and answer two questions ask much the same."""
SAME_KEY = 60
"""Enough, of the stems, where the right answer is the same."""
MOST = 3


@dataclass(frozen=True, slots=True)
class Similar:
    question: Question
    percent: int
    same_key: bool


def similar_questions(question: Question) -> list[Similar]:
    """The most similar ones of the course that are or may come to be asked; in three queries."""
    rows = Question.objects.filter(
        reading__course=question.reading.course_id, status__in=(Question.Status.DRAFT, Question.Status.APPROVED)
    )
    rows = rows.exclude(pk=question.pk).select_related("reading").prefetch_related("options", "pairs")
    found = [compared(row, question) for row in rows]
    close = [entry for entry in found if entry.percent >= (SAME_KEY if entry.same_key else ALIKE)]
    return sorted(close, key=lambda entry: (-entry.percent, entry.question.pk))[:MOST]


def compared(row: Question, question: Question) -> Similar:
    key = plain(question.key)
    same_key = bool(key) and plain(row.key) == key
    stems = (plain(question.stem), plain(row.stem)) if same_key else (asked_words(question), asked_words(row))
    return Similar(row, round(fuzz.token_sort_ratio(*stems)), same_key)


def asked_words(question: Question) -> str:
    """The stem with the answer, or with what is to be ordered or matched: many stems are the same but for that."""
    entries = [option.text for option in question.options.all()] if question.kind == "ordering" else [question.key]
    premises = [pair.premise for pair in question.pairs.all()]
    return plain(" ".join((question.stem, *entries, *premises)))


def plain(text: str) -> str:
    return str(utils.default_process(text))
