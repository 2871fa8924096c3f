"""Match each view with the author who holds it: views of several sources on one thing, and authors to spare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.states import spoken_of
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question
from quizzes.generation.viewpoints import plain, says_otherwise, views

from .build import LETTERS, finished
from .sources import bare, credited, named, placed

FEWEST, MOST, LOTS = 3, 4, 3
"""So many views in one question, each of another author; so many questions on one document."""
USES, SHARED = 2, 3
"""A view stands in so many questions at most; two views that name so many things alike may be one."""


def items(store: Store) -> Iterator[Question]:
    """Questions that each begin with a view of another document, so that every one has its own."""
    told: Counter[Fact] = Counter()
    found, known = views(store), named(store)
    for document in known if store.about is None else {store.about} & known.keys():
        made = 0
        for fact in sorted(found.get(document, ()), key=lambda fact: fact.lesser):
            if made < LOTS and (lot := companions(fact, found, told, store)):
                made += 1
                told.update(lot)
                yield question(lot, list(known), store)


def companions(fact: Fact, found: dict[int, list[Fact]], told: Counter[Fact], store: Store) -> list[Fact]:
    """The view and one of each of some other authors on what it names, which none of them shares; empty where too few.

    One author is left to spare. Of several views the one that was ``told`` least often.
    """
    order, names = store.chance("stances", fact.value), set(spoken_of(fact.value))
    lot, most = [fact], min(MOST, len(found) - 1)
    others = [document for document in found if document != fact.document]
    for document in order.sample(others, len(others)):
        fit = [
            other
            for other in found[document]
            if names & set(spoken_of(other.value))
            and told[other] < USES
            and all(tell_apart(other, one, store) for one in lot)
        ]
        if fit and len(lot) < most:
            lot.append(min(order.sample(fit, len(fit)), key=lambda other: (other.lesser, told[other])))
    return lot if len(lot) >= FEWEST else []


def tell_apart(one: Fact, other: Fact, store: Store) -> bool:
    """Whether neither author says what the other says, and the two views speak of different things besides."""
    shared = set(spoken_of(one.value)) & set(spoken_of(other.value))
    return (
        len(shared) < SHARED
        and says_otherwise(other.document, one, store)
        and says_otherwise(one.document, other, store)
    )


def question(lot: list[Fact], known: list[int], store: Store) -> Question:
    """Views on the left, all authors of the course on the right."""
    order = store.chance("stances shown", *(fact.value for fact in lot))
    own = [fact.document for fact in lot]
    spare = [number for number in known if number not in own]
    shown = [*own, *order.sample(spare, min(len(spare), 2))]
    responses = sorted({bare(store.sources[number]) for number in shown})
    ids = {text: str(place) for place, text in enumerate(responses, 1)}
    shuffled = order.sample(lot, len(lot))
    premises = [
        {
            "id": LETTERS[place],
            "text": f"{plain(fact)}.",
            "why": f"It is from {placed(fact, store)}.",
            "evidence": fact.evidence.to_dict(),
        }
        for place, fact in enumerate(shuffled)
    ]
    data = {
        "premises": premises,
        "responses": [{"id": ids[text], "text": text} for text in responses],
        "pairs": {LETTERS[place]: ids[bare(store.source(fact))] for place, fact in enumerate(shuffled)},
    }
    first = lot[0]
    made = Question(
        "matching", "sources", "apply", "Match every statement with whoever makes it; each name is used once at most.", data, first.evidence, first.section, "",
        tuple(credited(fact, store.source(fact)) for fact in lot), document=first.document,
    )  # fmt: skip
    told = "; ".join(f"“{plain(fact)}” is from {placed(fact, store)}" for fact in lot)
    return finished(made, store.source(first), f"{told}.")
