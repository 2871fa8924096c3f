"""Select the passage: which of these passages says what the stem asks for."""

from __future__ import annotations

from . import multiple_choice
from .base import Grade, Kind, QuestionData, Response


def check(data: QuestionData) -> list[str]:
    """Problems of ``{"passages": [{"id", "text", "correct", "why"}]}``: the rules of multiple choice hold."""
    return multiple_choice.check({"options": data.get("passages")})


def grade(data: QuestionData, response: Response) -> Grade:
    """Marks ``{"choice": id}``."""
    return multiple_choice.grade({"options": data["passages"]}, response)


KIND = Kind("select_passage", "Select the passage", check, grade)
