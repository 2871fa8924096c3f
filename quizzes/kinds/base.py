"""What every question kind offers: check its data, grade a response, and name what is wrong with either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

QuestionData = Mapping[str, Any]
Response = Mapping[str, Any]


class InvalidResponse(ValueError):
    """A response that does not fit the question; its message tells the student what to do."""


class UnknownKind(LookupError):
    """A question of a kind that no file in ``quizzes/kinds`` defines."""


@dataclass(frozen=True, slots=True)
class Grade:
    """The mark for one response."""

    score: float
    """0 to 1."""
    correct: bool
    parts: dict[str, bool] = field(default_factory=dict)
    """For each part of the response (a choice, a pair, a place in the order) whether it is right."""

    @classmethod
    def of(cls, parts: dict[str, bool]) -> Grade:
        """Partial credit: the share of parts that are right."""
        right = sum(parts.values())
        return cls(right / len(parts), right == len(parts), parts)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question: its name in the data, what it is called on a page, and its two rules."""

    name: str
    label: str
    check: Callable[[QuestionData], list[str]]
    """Question data in, a list of problems out; empty when the question can be asked."""
    grade: Callable[[QuestionData, Response], Grade]
    """Question data and a response in, the mark out; raises InvalidResponse."""


def entry_problems(entries: Any, name: str) -> list[str]:
    """Problems of a list of ``{"id", "text"}``: missing, without id or text, ids or texts used twice."""
    if not isinstance(entries, list) or not all(isinstance(entry, Mapping) for entry in entries):
        return [f"{name} must be a list of entries with id and text."]
    problems = []
    for part in ("id", "text"):
        values = [str(entry.get(part) or "").strip() for entry in entries]
        if not all(values):
            problems.append(f"Every entry of {name} needs a {part}.")
        problems += [f"{name} has “{value}” twice." for value, n in Counter(values).items() if value and n > 1]
    return problems


def ids(entries: Iterable[Mapping[str, Any]]) -> set[str]:
    """The ids of a list of entries."""
    return {str(entry["id"]) for entry in entries}


def answer_of(response: Response, name: str, advice: str) -> Any:
    """The part of a response that a kind asks for; an empty or misshapen one is refused with the advice."""
    value = response.get(name) if isinstance(response, Mapping) else None
    if value is None or value in ("", [], {}):
        raise InvalidResponse(advice)
    return value
