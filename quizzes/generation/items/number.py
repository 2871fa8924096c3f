"""How many, how much? The wrong numbers are others of the same unit in the document, else likely slips of the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.language.words import upper_first
from quizzes.generation.store import Store
from quizzes.generation.types import Question

from .build import Option, choice

FACTORS = (0.5, 0.6, 0.75, 1.25, 1.5, 2.0)


def items(store: Store) -> Iterator[Question]:
    """One question for each number."""
    for fact in store.of("number"):
        order = store.chance("number", fact.subject)
        source = store.source(fact)
        wrong = slips(fact.value, order.sample(FACTORS, len(FACTORS)))[:3]
        about = fact.parts["about"]
        lead = "According to " + source.voice + ", "
        hint = f"{about} " if about in ("about", "around", "approximately", "roughly", "an estimated") else ""
        stem = (
            f"{lead}{hint and 'roughly '}{fact.subject}?"
            if fact.subject.startswith("how")
            else f"{lead}{fact.subject}?"
        )
        yield choice(
            fact,
            upper_first(stem),
            Option(fact.value, "This is the number the passage gives.", rank=sortable(fact.value)),
            [Option(text, "The text does not give this number.", rank=sortable(text)) for text in wrong],
            level="remember",
            source=source,
            order=None,
        )


def slips(value: str, factors: list[float]) -> list[str]:
    """Numbers of the same shape and magnitude: as many digits that count, the same unit."""
    match = re.search(r"\d[\d,]*(?:\.\d+)?", value)
    if not match:
        return []
    number = float(match.group().replace(",", ""))
    percent = "%" in value or "cent" in value
    found: list[str] = []
    for factor in factors:
        text = value[: match.start()] + shaped(number * factor, match.group()) + value[match.end() :]
        if text != value and text not in found and not (percent and number * factor > 100):
            found.append(text)
    return found


def shaped(number: float, model: str) -> str:
    """The number with as many decimals and as round as the model."""
    decimals = len(model.split(".")[1]) if "." in model else 0
    zeros = len(model) - len(model.rstrip("0")) if not decimals else 0
    digits = model.replace(",", "")
    step = 10 ** min(zeros, max(len(digits) - 2, 0))
    rounded = round(number / step) * step if not decimals else round(number, decimals)
    return f"{rounded:,.{decimals}f}" if "," in model or rounded >= 10000 else f"{rounded:.{decimals}f}"


def sortable(value: str) -> str:
    """A number as a text that sorts like it."""
    match = re.search(r"\d[\d,]*(?:\.\d+)?", value)
    return f"{float(match.group().replace(',', '')) if match else 0:020.4f}"
