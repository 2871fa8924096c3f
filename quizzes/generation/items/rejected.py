"""Which statement contradicts the text? One is turned round, the others stand in the text as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.store import Store
from quizzes.generation.types import Question

from .build import Option, choice, evenly, place_of
from .stated import kept_back, speaks_of, turned_round, unlike

WANTED = 3


def items(store: Store) -> Iterator[Question]:
    """One question for each statement kept back that can be turned round without leaving its topic."""
    kept = kept_back(store)
    told = [fact for fact in store.of("statement") if fact not in kept]
    for fact in kept:
        source = store.source(fact)
        true = [
            other
            for other in told
            if other.document == fact.document and other.subject == fact.subject and unlike(other, fact)
        ]
        turned = turned_round(fact, store)
        if turned is None or not speaks_of(turned[0], fact.subject):
            continue
        wrong = evenly(fact.value, true, lambda other: other.value)[:WANTED]
        made = choice(
            fact,
            f"Which of these statements about {source.with_article(fact.subject)} contradicts {source.account}?",
            Option(*turned),
            [Option(o.value, f"The text says so. {place_of(o.evidence, o.section, source)}.") for o in wrong],
            level="apply",
            source=source,
            order=store.chance("rejected", fact.value),
        )
        yield replace(made, used=tuple(wrong))
