"""Numeric answer: a number that may miss the right one by a tolerance."""

from __future__ import annotations

import math
import re
from typing import Any

from .base import Grade, InvalidResponse, Kind, QuestionData, Response, answer_of


def check(data: QuestionData) -> list[str]:
    """Problems of ``{"value": number, "tolerance": number, "unit": text}``."""
    problems = []
    if not is_number(data.get("value")):
        problems.append("Give the right value as a number.")
    if not is_number(data.get("tolerance", 0)) or data.get("tolerance", 0) < 0:
        problems.append("The tolerance must be zero or more.")
    return problems


def grade(data: QuestionData, response: Response) -> Grade:
    """Marks ``{"value": number or text}``; “1,960” and “1 960” are read as 1960, a decimal point as such."""
    given = read(answer_of(response, "value", "Type a number."))
    right = abs(given - data["value"]) <= data.get("tolerance", 0) + 1e-9
    return Grade.of({"value": right})


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def read(value: Any) -> float:
    """A number from what was typed."""
    if is_number(value):
        return float(value)
    digits = re.sub(r"(?<=\d)[,\s](?=\d{3}(?!\d))", "", str(value).strip().rstrip("%").strip())
    if not re.fullmatch(r"[-+−]?\d{1,15}(\.\d{1,9})?", digits):
        raise InvalidResponse("Type a number, for instance 1960 or 12.5.")
    return float(digits.replace("−", "-"))


KIND = Kind("numeric", "Number", check, grade)
