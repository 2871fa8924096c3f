"""Keeps what a reviewer decided, with what was known of the question then."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quizzes.models import Question, ReviewDecision
from readings.permissions import Someone

Action = ReviewDecision.Action


def decisions_store(*, questions: Iterable[Question], action: str, by: Someone | None, reason: str = "") -> None:
    """Nothing where nobody looked, as when a command approves."""
    if by is None:
        return
    ReviewDecision.objects.bulk_create(
        ReviewDecision(
            question=question,
            action=action,
            reason=reason,
            pattern=question.pattern,
            features=features(question),
            by_id=by.pk,
        )
        for question in questions
    )


def features(question: Question) -> dict[str, Any]:
    return {
        "kind": question.kind,
        "level": question.level,
        "score": question.score,
        "soft_flaws": question.soft_flaws,
        "version": question.version,
        "stem_words": len(question.stem.split()),
        "stale": question.is_stale,
    }
