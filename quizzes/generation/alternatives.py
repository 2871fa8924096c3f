"""Further wrong options of a question, kept for a reviewer who wants another one; each passes the checks of those that are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from .checks import hard_flaws
from .store import Store
from .types import Question

NAME = "alternatives"
"""Under which they stand in the data of a question."""
MOST, TRIED = 10, 30
"""So many are kept; so many are looked at, which bounds the time that a text of many names takes."""


def tried(question: Question, store: Store) -> Question:
    """The question with those of its alternatives that may take the place of any wrong option."""
    data = dict(question.data)
    spare = data.pop(NAME, ())
    fit = list(islice((option for option in spare[:TRIED] if stands(option, question, store)), MOST))
    return replace(question, data={**data, NAME: fit} if fit else data)


def stands(option: Mapping[str, Any], question: Question, store: Store) -> bool:
    """Whether it brings no serious flaw, whichever wrong option it takes the place of."""
    wrong = (place for place, entry in enumerate(entries(question.data)) if not entry["correct"])
    return not any(
        hard_flaws(replace(question, data=with_option(question.data, option, place)), store) for place in wrong
    )


def entries(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The options of a choice, or its passages."""
    return list(data.get("passages") or data.get("options") or ())


def with_option(data: Mapping[str, Any], option: Mapping[str, Any], place: int) -> dict[str, Any]:
    """The data with a wrong option in that place; behind the last one it is added."""
    changed = entries(data)
    changed[place : place + 1] = [{"id": "new", "correct": False, **option}]
    return {**data, "passages" if data.get("passages") else "options": changed}
