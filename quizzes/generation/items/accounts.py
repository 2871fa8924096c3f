"""Order of accounts: events that different authors tell of, put in the order in which they took place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.language.words import content, listed
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import LETTERS, finished
from .ordering import YEAR, lots
from .sources import credited, named

LOTS, SAME = 4, 0.5
"""Two events that share so many words may be one, told twice."""


def items(store: Store) -> Iterator[Question]:
    """Ordering questions over events of at least two authors."""
    known = named(store)
    events = [
        fact
        for fact in store.of("event")
        if fact.document in known and not re.search(r"\d{4}", fact.subject) and not store.disputed(fact)
    ]
    made = 0
    for lot in lots(mixed(events), YEAR):
        if made < LOTS and len({known[fact.document] for fact in lot}) > 1 and distinct_events(lot):
            made += 1
            yield question(lot, store)


def mixed(events: list[Fact]) -> list[Fact]:
    """For each year one event of each author in turn, so that a set does not come from one text alone."""
    turn: dict[int, int] = {}
    placed = []
    for fact in events:
        placed.append((turn.get(fact.document, 0), fact.document, fact))
        turn[fact.document] = turn.get(fact.document, 0) + 1
    return [fact for _, _, fact in sorted(placed, key=lambda entry: entry[:2])]


def distinct_events(lot: list[Fact]) -> bool:
    """Whether no two of the events look like one."""
    words = [content(fact.subject) for fact in lot]
    return all(
        len(one & other) < SAME * min(len(one), len(other)) for n, one in enumerate(words) for other in words[:n]
    )


def question(lot: list[Fact], store: Store) -> Question:
    """The events shuffled, each with its author and its passage."""
    shown = list(lot)
    store.chance("accounts", *(fact.subject for fact in lot)).shuffle(shown)
    ids = {fact: LETTERS[n] for n, fact in enumerate(shown)}
    rows = [
        {
            "id": ids[fact],
            "text": f"{fact.subject} ({store.source(fact).voice})",
            "why": f"{store.source(fact).says('dates')} it to {fact.value[:4]}.",
            "evidence": fact.evidence.to_dict(),
        }
        for fact in shown
    ]
    first, told_by = lot[0], listed(sorted({store.source(fact).voice for fact in lot}))
    made = Question(
        "ordering", "sources", "apply",
        f"Put these events in chronological order, earliest first, as {told_by} date them.",
        {"items": rows, "order": [ids[fact] for fact in lot]},
        first.evidence, first.section, "", tuple(credited(fact, store.source(fact)) for fact in lot), document=first.document,
    )  # fmt: skip
    told = "; ".join(f"{fact.subject} ({fact.value[:4]}, {store.source(fact).voice})" for fact in lot)
    return finished(made, store.source(first), f"The order is: {told}.")
