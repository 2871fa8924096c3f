"""Which figure belongs in the gap? For sentences that no shorter question can be made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from quizzes.generation.conflicts import amount
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .amounts import WANTED, sortable, wrong
from .build import Option, choice
from .number import dwells

MOST, OFTEN = 3, 0.28
"""More figures of one text are details; a sentence needs a larger share of words that return than a question does."""


def items(store: Store) -> Iterator[Question]:
    """One question for each of the figures of a document that say most: of change, of a share, of money."""
    facts, told = store.of("figure"), store.of("number", "figure")
    for fact in telling(facts, store):
        source = store.source(fact)
        options = wrong(fact, told, source, store.chance("figure", fact.subject), partial(fits, fact))
        if len(options) < WANTED:
            continue
        yield choice(
            fact,
            f"Which figure fills the gap, according to {source.voice}: “{fact.subject}”?",
            Option(fact.value, f"The passage gives {fact.value}.", rank=sortable(fact.value)),
            options,
            level="remember",
            source=source,
            order=None,
        )


def telling(facts: list[Fact], store: Store) -> list[Fact]:
    """At most so many figures of what the text returns to, none twice; of a change before shares, sums before mere counts."""

    def rank(fact: Fact) -> tuple[bool, bool, bool]:
        return not (fact.parts["before"] and fact.parts["way"]), not fact.parts["unit"], not fact.parts["dated"]

    different = {fact.value: fact for fact in reversed(facts) if dwells(fact, store, OFTEN)}
    return sorted(different.values(), key=lambda fact: (rank(fact), facts.index(fact)))[:MOST]


def fits(fact: Fact, text: str) -> bool:
    """Whether the figure does not go against the sentence, which may rise or fall from another one."""
    bound = amount(fact.parts["before"])[0]
    return not bound or not fact.parts["way"] or (amount(text)[0] > bound) == (fact.parts["way"] == "up")
