"""Item forms: each file turns facts into questions of one form; ``FORMS`` lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from quizzes.generation.store import Store
from quizzes.generation.types import Question

from . import (
    accounts,
    actors,
    argued,
    change,
    claims,
    dated,
    deeds,
    described,
    disputed,
    effects,
    expanded,
    figure,
    listed,
    matching,
    measured,
    number,
    numeric,
    ordering,
    outcomes,
    places,
    positions,
    said,
    sequence,
    sources,
    stances,
    tables,
    typed,
    who,
)

Form = Callable[[Store], Iterator[Question]]

FORMS: dict[str, Form] = {
    "dated": dated.items,
    "places": places.items,
    "who": who.items,
    "described": described.items,
    "claims": claims.items,
    "argued": argued.items,
    "said": said.items,
    "number": number.items,
    "figure": figure.items,
    "change": change.items,
    "measured": measured.items,
    "tables": tables.items,
    "matching": matching.items,
    "ordering": ordering.items,
    "sequence": sequence.items,
    "numeric": numeric.items,
    "expanded": expanded.items,
    "typed": typed.items,
    "deeds": deeds.items,
    "effects": effects.items,
    "outcomes": outcomes.items,
    "actors": actors.items,
    "listed": listed.items,
}
"""Name of the form → a function from the store of facts to questions."""

ACROSS: dict[str, Form] = {
    "sources": sources.items,
    "positions": positions.items,
    "stances": stances.items,
    "disputed": disputed.items,
    "accounts": accounts.items,
}
"""Forms that compare the documents of a course."""


def across(store: Store) -> list[Question]:
    """Every question that compares the documents."""
    return [question for form in ACROSS.values() for question in form(store)]


def items(store: Store, documents: Iterable[int] | None = None) -> list[Question]:
    """Every question that any form makes of the facts, one document after the other; of all when none are named."""
    return [
        question
        for own in map(store.only, range(len(store.sources)) if documents is None else documents)
        for form in FORMS.values()
        for question in form(own)
    ]
