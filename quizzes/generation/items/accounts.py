"""Order of accounts: events of one thread that different authors tell of, put in the order in which they took place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from quizzes.generation.language.dates import written
from quizzes.generation.language.lexicon import STATES
from quizzes.generation.language.words import listed
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import LETTERS, finished, place_of, spot
from .ordering import YEAR, actors, lots, mixed, tellable, telling, told_by, whole_events, wide_lots
from .sources import credited, named

LOTS = 4
"""So many orderings of a course."""


def items(store: Store) -> Iterator[Question]:
    """Ordering questions over events of at least two authors."""
    known = named(store)
    undisputed = (fact for document in known for fact in telling(document, store) if not store.disputed(fact))
    events = whole_events(list(undisputed), store)
    threaded = (lot for lot in lots(events, store, frozenset(STATES.values())) if of_one_matter(lot, store))
    best = list(islice(filter(of_several, threaded), LOTS))
    yield from (question(lot, store) for lot in best)
    told = [fact for document in known for fact in tellable(document, store) if not store.disputed(fact)]
    left = [fact for fact in told if not any(told_by(fact, lot) for lot in best)]
    spare = islice(wide_lots(left, YEAR, fewest_texts=2), LOTS - len(best))
    yield from (replace(question(lot, store), lesser=True) for lot in spare)


def of_several(lot: list[Fact]) -> bool:
    """Whether two texts or more tell of the events, each of two or more."""
    told = Counter(fact.document for fact in lot)
    return len(told) > 1 and min(told.values()) > 1


def of_one_matter(lot: list[Fact], store: Store) -> bool:
    """Whether a name that is no state's stands in all events, or two states' names do."""
    shared = set.intersection(*(actors(fact) for fact in lot))
    return len(shared) > 1 or not shared <= STATES.keys()


def question(lot: list[Fact], store: Store) -> Question:
    """The events shuffled, each with its author and its passage."""
    shown = mixed(lot, store.chance("accounts", *(fact.subject for fact in lot)))
    ids = {fact: LETTERS[n] for n, fact in enumerate(shown)}
    rows = [
        {
            "id": ids[fact],
            "text": f"{fact.subject} ({store.source(fact).voice})",
            "why": reason(fact, store),
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
    told = "; ".join(
        f"{fact.subject} ({written(fact.value)}, {store.source(fact).voice}, {spot(fact, store.source(fact))})"
        for fact in lot
    )
    return finished(made, store.source(first), f"The order is: {told}.")


def reason(fact: Fact, store: Store) -> str:
    """Whose date it is, and where it stands."""
    source = store.source(fact)
    told = f"{source.says('dates')} it to {written(fact.value)}"
    return f"{told[:1].upper()}{told[1:]}. {place_of(fact.evidence, fact.section, source)}."
