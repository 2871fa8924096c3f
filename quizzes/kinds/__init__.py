"""Question kinds: what makes a question of each kind valid, and how a response to it is marked.

problems = check("multiple_choice", data)      # [] when the question can be asked
mark = grade("multiple_choice", data, {"choice": "b"})
"""

from __future__ import annotations

from . import matching, multiple_choice, numeric, ordering, select_passage, typed
from .base import Grade, InvalidResponse, Kind, QuestionData, Response, UnknownKind

KINDS: dict[str, Kind] = {
    module.KIND.name: module.KIND for module in (multiple_choice, matching, ordering, typed, numeric, select_passage)
}

__all__ = ["KINDS", "Grade", "InvalidResponse", "Kind", "UnknownKind", "check", "grade", "kind_named"]


def kind_named(name: str) -> Kind:
    """The kind of that name; raises UnknownKind."""
    try:
        return KINDS[name]
    except KeyError:
        raise UnknownKind(f"There is no question kind “{name}”. Known kinds: {', '.join(KINDS)}.") from None


def check(kind: str, data: QuestionData) -> list[str]:
    """Question data in, a list of problems out; empty when the question can be asked."""
    return kind_named(kind).check(data)


def grade(kind: str, data: QuestionData, response: Response) -> Grade:
    """Question data and a response in, the mark out; raises InvalidResponse."""
    return kind_named(kind).grade(data, response)
