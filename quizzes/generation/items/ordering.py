"""Put events in order: dated events of a document, their dates hidden, of different years, or of different months where the text tells of few years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from quizzes.generation.language.dates import written
from quizzes.generation.language.lexicon import FAMOUS
from quizzes.generation.language.words import content
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import LETTERS, finished

SIZE, LOTS = 4, 3
"""So many events, five where the fifth would be left over; so many orderings of a document."""
YEAR, MONTH = 4, 7
"""Length of a date that is exact to the year, or to the month."""
GAP = 25
"""An event so many years from its neighbour would be the first or last at sight."""
_TELLS = re.compile(
    r"\d{4}|\b(?:first|second|third|fourth|last|final|again|renew\w*|re-?\w+ed|also|further|another|former|then|successor|"
    r"succeed\w*|ended|began|resum\w*|original\w*|initial\w*|death|died|born)\b",
    re.IGNORECASE,
)
"""Wording from which the place in the order can be deduced."""


def items(store: Store) -> Iterator[Question]:
    """Ordering questions for each document that dates enough events."""
    for source in store.sources:
        for lot in orderings(source.index, store):
            yield question(lot, store)


def orderings(document: int, store: Store) -> list[list[Fact]]:
    """The sets of events of a document that are asked for in order."""
    events = [fact for fact in store.of("event") if fact.document == document and not _TELLS.search(fact.subject)]
    months = [fact for fact in events if len(fact.value) >= MONTH]
    return list(islice(lots(events, YEAR), LOTS)) or list(islice(lots(months, MONTH), 1))


def left_over(store: Store) -> list[Fact]:
    """Events that no ordering holds, so that they can be asked about alone; those known to everybody apart."""
    held = [fact for source in store.sources for lot in orderings(source.index, store) for fact in lot]
    return [
        fact
        for fact in store.of("event")
        if not FAMOUS.search(fact.subject)
        and not any(fact == known or near(fact.subject, known.subject) for known in held)
    ]


def lots(events: list[Fact], exact: int = YEAR) -> Iterator[list[Fact]]:
    """Sets of events of different years or months, each event in one set, spread over the time told; one famous event at most."""
    left = together(sorted(events, key=lambda fact: fact.value))
    while True:
        chain = one_each(left, exact)
        if len(chain) < SIZE:
            return
        size = SIZE + (len(chain) % SIZE > 0)
        step = (len(chain) - 1) / (size - 1)
        lot = [chain[round(n * step)] for n in range(size)]
        yield lot
        left = [fact for fact in left if fact not in lot and not any(near(fact.subject, used.subject) for used in lot)]


def together(ordered: list[Fact]) -> list[Fact]:
    """The longest run of events none of which lies far from the one before."""
    runs: list[list[Fact]] = []
    for fact in ordered:
        if runs and int(fact.value[:4]) - int(runs[-1][-1].value[:4]) <= GAP:
            runs[-1].append(fact)
        else:
            runs.append([fact])
    return max(runs, key=len, default=[])


def one_each(events: list[Fact], exact: int) -> list[Fact]:
    """The events in order, one of each year or month, clauses before names, none told twice, and a famous one only to make up the number."""
    famous = [fact for fact in events if FAMOUS.search(fact.subject)]
    found: dict[str, Fact] = {}
    for fact in sorted(events, key=lambda fact: (fact in famous, fact.parts["form"] == "phrase")):
        if fact in famous and (len(found) >= SIZE or any(known in famous for known in found.values())):
            continue
        if not any(near(fact.subject, other.subject) for other in found.values()):
            found.setdefault(fact.value[:exact], fact)
    return sorted(found.values(), key=lambda fact: fact.value)


def near(one: str, other: str) -> bool:
    """Whether two events are one, or too much alike to be told apart."""
    mine, theirs = content(one), content(other)
    return len(mine & theirs) > 0.5 * min(len(mine), len(theirs))


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
            "why": f"Dated to {written(fact.value)}.",
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
    answer = "The order is: " + "; ".join(f"{fact.subject} ({written(fact.value)})" for fact in lot) + "."
    return finished(made, source, answer)
