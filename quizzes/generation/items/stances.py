"""Match each view with the author who holds it: views of several sources on one thing, and authors to spare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.states import spoken_of
from quizzes.generation.language.words import content
from quizzes.generation.store import Store, by
from quizzes.generation.types import Fact, Question

from .build import LETTERS, finished
from .sources import bare, credited, named, says_otherwise, titled, view

FEWEST, MOST, LOTS = 3, 4, 3
"""So many views in one question, each of another author; so many questions on one document."""


def items(store: Store) -> Iterator[Question]:
    """Questions that each begin with a view of another document, so that every one has its own."""
    told: Counter[Fact] = Counter()
    views = [fact for fact in store.known("statement") if view(fact)]
    known, of_author = named(store), by(views, lambda fact: fact.document)
    for document in known:
        made = 0
        for fact in of_author.get(document, ()):
            if made < LOTS and (lot := companions(fact, of_author, told, store)):
                made += 1
                told.update(lot)
                yield question(lot, list(known), store)


def companions(fact: Fact, of_author: dict[int, list[Fact]], told: Counter[Fact], store: Store) -> list[Fact]:
    """The view and one of each of some other authors on what it names, which none of them shares; empty where too few.

    One author is left to spare. Of several views the one that was ``told`` least often.
    """
    order, names = store.chance("stances", fact.value), set(spoken_of(fact.value))
    lot, most = [fact], min(MOST, len(of_author) - 1)
    others = [document for document in of_author if document != fact.document]
    for document in order.sample(others, len(others)):
        fit = [
            other
            for other in of_author[document]
            if names & set(spoken_of(other.value)) and all(tell_apart(other, one, store) for one in lot)
        ]
        if fit and len(lot) < most:
            lot.append(min(order.sample(fit, len(fit)), key=lambda other: told[other]))
    return lot if len(lot) >= FEWEST else []


def tell_apart(one: Fact, other: Fact, store: Store) -> bool:
    """Whether neither author says what the other says."""
    return says_otherwise(other.document, content(one.value), store) and says_otherwise(
        one.document, content(other.value), store
    )


def question(lot: list[Fact], known: list[int], store: Store) -> Question:
    """Views on the left, all authors of the course on the right."""
    order = store.chance("stances shown", *(fact.value for fact in lot))
    own = [fact.document for fact in lot]
    spare = [number for number in known if number not in own]
    shown = [*own, *order.sample(spare, min(len(spare), 2))]
    responses = sorted({bare(store.sources[number]) for number in shown})
    ids = {text: str(place) for place, text in enumerate(responses, 1)}
    placed = order.sample(lot, len(lot))
    premises = [
        {
            "id": LETTERS[place],
            "text": f"{fact.value}.",
            "why": f"The passage is from {titled(store.source(fact))}.",
            "evidence": fact.evidence.to_dict(),
        }
        for place, fact in enumerate(placed)
    ]
    data = {
        "premises": premises,
        "responses": [{"id": ids[text], "text": text} for text in responses],
        "pairs": {LETTERS[place]: ids[bare(store.source(fact))] for place, fact in enumerate(placed)},
    }
    first = lot[0]
    made = Question(
        "matching", "sources", "apply", "Match every view with one of these authors.", data, first.evidence, first.section, "",
        tuple(credited(fact, store.source(fact)) for fact in lot), document=first.document,
    )  # fmt: skip
    told = "; ".join(f"“{fact.value}” – {bare(store.source(fact))}" for fact in lot)
    return finished(made, store.source(first), f"{told}.")
