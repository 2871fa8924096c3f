"""Type the number: only where the passage gives one number plainly, with its unit beside the field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.conflicts import unit
from quizzes.generation.language.dates import DATE
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import finished
from .number import stem, telling

ROUGHLY = frozenset(["about", "around", "some", "approximately", "roughly", "nearly", "almost", "an estimated"])
"""Words that round a number; others, such as "more than", leave open which number is right."""
MOST_DIGITS = 3
SHARE = 0.05
"""A rounded number may be missed by no more than this share of it."""
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_PERIOD = re.compile(r"\b(?:1[5-9]|20)\d\d[–/-]\d{2,4}\b")
_SCALE = re.compile(r"thousand|million|billion|trillion")


def items(store: Store) -> Iterator[Question]:
    """One question for each number that is sure."""
    for fact in telling(store.of("number"), store):
        if not plain(fact.value) or not sure(fact):
            continue
        source, about = store.source(fact), fact.parts["about"]
        data = {"value": number_of(fact.value), "tolerance": tolerance(fact.value, about), "unit": unit_of(fact.value)}
        made = Question(
            "numeric", "number", "remember", stem(fact, source), data,
            fact.evidence, fact.section, "", (fact,), document=fact.document,
        )  # fmt: skip
        yield finished(made, source, f"The passage gives {fact.value}.")


def plain(value: str) -> bool:
    """Whether the number has so few digits that count that one can be asked to remember it."""
    return number_of(value) >= 1 and len("".join(re.findall(r"\d", value)).strip("0")) <= MOST_DIGITS


def sure(fact: Fact) -> bool:
    """Whether the passage gives the number of one thing: it is the only one there, or the question says of which date it is."""
    words, passage = fact.parts["about"].casefold(), fact.evidence.quote
    numbers = _NUMBER.findall(DATE.sub("", _PERIOD.sub("", passage)))
    told = numbers.count(_NUMBER.findall(fact.value)[0]) == 1
    placed = len(numbers) == 1 or bool(DATE.search(fact.subject) or _PERIOD.search(fact.subject))
    return (not words or words in ROUGHLY) and told and placed and fact.polarity == "affirmed"


def number_of(value: str) -> float:
    """The number as it stands before its scale: 3.2 for "3.2 million"."""
    match = _NUMBER.search(value)
    number = float(match.group().replace(",", "")) if match else 0.0
    return int(number) if number.is_integer() else number


def unit_of(value: str) -> str:
    """What stands beside the field: "million", "per cent", "million $"."""
    scale = _SCALE.search(value)
    sign = "per cent" if unit(value) == "%" else unit(value)
    return " ".join(part for part in (scale.group() if scale else "", sign) if part)


def tolerance(value: str, about: str) -> float:
    """Nothing for a whole number; half a unit for decimals; for a rounded one half its last step, but not much of it."""
    digits = number_of(value)
    if isinstance(digits, float):
        return 0.5 if digits >= 1 / SHARE else 0.05
    if not about:
        return 0
    text = str(digits)
    step = 10 ** (len(text) - len(text.rstrip("0"))) if digits else 0
    return min(step / 2, SHARE * digits)
