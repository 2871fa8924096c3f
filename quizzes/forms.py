"""Input of the quiz pages, checked and turned into domain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quizzes.models import Question

#: What a single field says, by kind; everything else is a choice.
SINGLE = {"typed": "text", "numeric": "value"}


def answer_from(post: Mapping[str, str], question: Question) -> dict[str, Any] | None:
    """What a form says about one question, as ``quizzes.kinds`` marks it; None when it says nothing.

    A choice comes as ``q7=12``, typed words and numbers as ``q7=…``, a pair as ``q7-p3=r5``, a place in an order as
    ``q7-12=1``.
    """
    name = f"q{question.pk}"
    parts = {key.removeprefix(f"{name}-"): value for key, value in post.items() if key.startswith(f"{name}-") and value}
    if question.kind == "matching":
        return {"pairs": parts} if parts else None
    if question.kind == "ordering":
        return {"order": by_place(parts)} if parts else None
    given = post.get(name, "").strip()
    return {SINGLE.get(question.kind, "choice"): given} if given else None


def by_place(parts: Mapping[str, str]) -> list[str]:
    """The entries by the places they were given; two in one place come to nothing, which grading then refuses."""
    places = [int(place) if place.isdecimal() else 0 for place in parts.values()]
    if sorted(places) != list(range(1, len(places) + 1)):
        return ["?"]
    return [entry for _, entry in sorted(zip(places, parts, strict=True))]
