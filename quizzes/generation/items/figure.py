"""Which figure belongs in the gap? The wrong ones are others of the same unit from the text, else likely slips."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.conflicts import amount, same_number
from quizzes.generation.language.words import content
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import Option, choice
from .number import FACTORS, slips, sortable

MOST = 3
"""More figures of one text are details."""
RETURNS, OFTEN = 4, 0.34
"""The text returns to a word that stands in so many sentences; so large a share of a sentence's words must be such."""
WANTED, NEAR, APART = 3, 4.0, 1.15
"""So many wrong figures; no farther than this factor from the right one; no two closer than that factor."""


def items(store: Store) -> Iterator[Question]:
    """One question for each of the figures of a document that say most: of change, of a share, of money."""
    facts = store.of("figure")
    for fact in telling(facts, store):
        source, order = store.source(fact), store.chance("figure", fact.subject)
        told = [
            other.value
            for other in facts
            if other.document == fact.document and other.evidence.block != fact.evidence.block
        ]
        made = slips(fact.value, order.sample(FACTORS, len(FACTORS)))
        below = order.randrange(WANTED + 1)
        wrong = chosen(fact, [*told, *made], below)
        if len(wrong) < WANTED:
            continue
        yield choice(
            fact,
            f"Which figure fills the gap, according to {source.voice}: “{fact.subject}”?",
            Option(fact.value, "This is the figure that the passage gives.", rank=sortable(fact.value)),
            [Option(text, why_not(text, told), rank=sortable(text)) for text in wrong],
            level="remember",
            source=source,
            order=None,
        )


def telling(facts: list[Fact], store: Store) -> list[Fact]:
    """At most so many figures of what the text returns to, none twice; of a change before shares, sums before mere counts."""

    def rank(fact: Fact) -> tuple[bool, bool, bool]:
        return not (fact.parts["before"] and fact.parts["way"]), not fact.parts["unit"], not fact.parts["dated"]

    different = {fact.value: fact for fact in reversed(facts) if dwells(fact, store)}
    return sorted(different.values(), key=lambda fact: (rank(fact), facts.index(fact)))[:MOST]


def dwells(fact: Fact, store: Store) -> bool:
    """Whether the text returns to what the sentence speaks of."""
    words = content(fact.subject)
    return sum(store.weight(word) >= RETURNS for word in words) >= OFTEN * len(words)


def why_not(text: str, told: list[str]) -> str:
    return "The text gives this figure for something else." if text in told else "The text gives no such figure here."


def chosen(fact: Fact, pool: list[str], below: int) -> list[str]:
    """Up to three figures that could stand in the gap, told apart at sight; so many of them smaller, where there are."""
    fit: list[str] = []
    for text in pool:
        if fits(text, fact) and all(apart(text, known) for known in (*fit, fact.value)):
            fit.append(text)
    smaller = [text for text in fit if amount(text)[0] < amount(fact.value)[0]]
    larger = [text for text in fit if text not in smaller]
    mixed = [*smaller[:below], *larger[: WANTED - below]]
    return [*mixed, *(text for text in fit if text not in mixed)][:WANTED]


def fits(text: str, fact: Fact) -> bool:
    """Whether the figure has the form and about the size of the right one, and does not go against the sentence."""
    value, right = amount(text)[0], amount(fact.value)[0]
    if shape(text) != shape(fact.value) or not right / NEAR <= value <= right * NEAR or same_number(text, fact.value):
        return False
    if re.search(rf"(?<![\d.,]){re.escape(text)}(?![\d])", fact.evidence.quote):
        return False
    bound = amount(fact.parts["before"])[0]
    return not bound or not fact.parts["way"] or (value > bound) == (fact.parts["way"] == "up")


def shape(text: str) -> str:
    """The figure with its digits made equal: "$3.2 million" and "$6.1 million" have one shape."""
    return re.sub(r"\d[\d,]*", "0", re.sub(r"\d[\d,]*\.(\d+)", lambda match: "0." + "0" * len(match[1]), text))


def apart(one: str, other: str) -> bool:
    """Whether two figures differ enough to be told apart."""
    low, high = sorted((amount(one)[0], amount(other)[0]))
    return low > 0 and high / low >= APART
