"""Put events in order: four dated events of a document, their dates hidden, at least a year apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import LETTERS, finished

SIZE, LOTS = 4, 4
SPAN = 20
"""An event so many years from the middle one would be the first or last at sight."""


def items(store: Store) -> Iterator[Question]:
    """Ordering questions for each document that dates enough events."""
    for source in store.sources:
        events = [
            fact
            for fact in store.of("event")
            if fact.document == source.index and not re.search(r"\d{4}", fact.subject)
        ]
        for lot in islice(lots(events), LOTS):
            yield question(lot, store)


def lots(events: list[Fact]) -> Iterator[list[Fact]]:
    """Sets of four events of different years, each event in one set, spread over the time told."""
    ordered = sorted(events, key=lambda fact: fact.value)
    middle = ordered[len(ordered) // 2] if ordered else None
    left = [fact for fact in ordered if middle and abs(int(fact.value[:4]) - int(middle.value[:4])) <= SPAN]
    while True:
        years: dict[str, Fact] = {}
        for fact in left:
            years.setdefault(fact.value[:4], fact)
        if len(years) < SIZE:
            return
        chain = list(years.values())
        step = (len(chain) - 1) / (SIZE - 1)
        lot = [chain[round(n * step)] for n in range(SIZE)]
        yield lot
        left = [fact for fact in left if fact not in lot]


def question(lot: list[Fact], store: Store) -> Question:
    """The events shuffled, with their right order."""
    source = store.source(lot[0])
    shown = list(lot)
    store.chance("order", *(fact.subject for fact in lot)).shuffle(shown)
    ids = {fact.subject: LETTERS[n] for n, fact in enumerate(shown)}
    items_shown = [
        {
            "id": ids[fact.subject],
            "text": fact.subject,
            "why": f"Dated to {fact.value[:4]}.",
            "evidence": fact.evidence.to_dict(),
        }
        for fact in shown
    ]
    data = {"items": items_shown, "order": [ids[fact.subject] for fact in lot]}
    stem = f"Put these events in chronological order, earliest first, as {source.says('dates')} them."
    made = Question(
        "ordering",
        "event",
        "apply",
        stem,
        data,
        lot[0].evidence,
        lot[0].section,
        "",
        tuple(lot),
        document=lot[0].document,
    )
    answer = "The order is: " + "; ".join(f"{fact.subject} ({fact.value[:4]})" for fact in lot) + "."
    return finished(made, source, answer)
