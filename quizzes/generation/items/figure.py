"""Which figure belongs in the gap? For sentences that no shorter question can be made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .amounts import WANTED, given, sortable, wrong
from .build import Option, choice
from .number import NAMELESS, dwells, length

MOST, OFTEN, MOST_STEM = 3, 0.28, 30
"""More figures of one text are details, and more words no question has; a sentence needs a larger share of words that return than a question does."""


def items(store: Store) -> Iterator[Question]:
    """One question for each of the figures of a document that say most."""
    told = store.of("number", "figure")
    for fact in telling(store.of("figure"), store):
        source = store.source(fact)
        options = wrong(fact, told, source, store.chance("figure", fact.subject))
        stem = f"Which figure fills the gap, according to {source.voice}: “{fact.subject}”?"
        if len(options) >= WANTED and length(stem, source) <= MOST_STEM:
            key = Option(fact.value, f"The passage gives {given(fact)}.", rank=sortable(fact.value))
            question = choice(fact, stem, key, options, level="remember", source=source, order=None)
            yield replace(question, lesser=source.voice == NAMELESS)


def telling(facts: list[Fact], store: Store) -> list[Fact]:
    """At most so many figures of what the text returns to, none twice; shares and sums before mere counts."""
    different = {
        fact.value: fact
        for fact in sorted(facts, key=lambda fact: fact.lesser, reverse=True)
        if dwells(fact, store, OFTEN)
    }
    return sorted(different.values(), key=lambda fact: (fact.lesser, not fact.parts["unit"], facts.index(fact)))[:MOST]
