"""Whether two values of one slot can both be right: a month lies in its year, a round number may stand for an exact one."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from quizzes.generation.names.aliases import Aliases

from .types import Fact

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SLIP = 2
"""So many letters apart, two names are spellings of one."""


def agree(one: Fact, other: Fact, aliases: Aliases) -> bool:
    """Whether both facts can hold at once."""
    if one.type == "number":
        return same_number(one.value, other.value)
    if one.relation == "happened":
        return one.value.startswith(other.value) or other.value.startswith(one.value)
    first, second = aliases.key(one.value), aliases.key(other.value)
    if f" {first} " in f" {second} " or f" {second} " in f" {first} ":
        return True
    return not re.search(r"\d", first + second) and Levenshtein.distance(first, second) <= SLIP


def same_number(one: str, other: str) -> bool:
    """Whether one number is the other, or what the other is when rounded; numbers in different units say nothing of each other."""
    if unit(one) != unit(other):
        return True
    (a, step_a), (b, step_b) = amount(one), amount(other)
    return abs(a - b) <= max(step_a, step_b) / 2


@lru_cache(maxsize=4096)
def amount(text: str) -> tuple[float, float]:
    """The number of a text, scaled, and the step it is rounded to: "3.2 million" as (3200000, 100000)."""
    match = _NUMBER.search(text)
    if not match:
        return 0.0, 0.0
    digits = match.group().replace(",", "")
    scale = next((size for word, size in _SCALES.items() if word in text.casefold()), 1.0)
    whole, _, decimals = digits.partition(".")
    step = 10.0 ** (-len(decimals) if decimals else len(whole) - len(whole.rstrip("0") or "0"))
    return float(digits) * scale, step * scale


def unit(text: str) -> str:
    """What is counted: per cent, a currency, or nothing but the number."""
    if "%" in text or "cent" in text:
        return "%"
    return next((sign for sign in "$€£" if sign in text), "")
