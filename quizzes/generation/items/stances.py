"""Match each view with the author who holds it: views of several sources on one thing, and authors to spare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from quizzes.generation.language.states import spoken_of
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question
from quizzes.generation.views.topics import topics
from quizzes.generation.views.viewpoints import plain, says_otherwise, views

from .build import LETTERS, finished
from .sources import apart, bare, could_name, credited, named, placed

Told = dict[Fact, dict[str, str]]

FEWEST, MOST, LOTS = 3, 4, 3
"""So many views in one question, each of another author; so many questions on one document."""
USES, SHARED = 2, 3
"""A view stands in so many questions at most; two views that name so many things alike may be one."""


def items(store: Store) -> Iterator[Question]:
    """Questions that each begin with a view of another document, so that every one has its own: those on one thing first."""
    told: Counter[Fact] = Counter()
    found, known = views(store), named(store)
    on = {fact: on_what(fact, store) for own in found.values() for fact in own}
    for document in known if store.about is None else {store.about} & known.keys():
        own = sorted(found.get(document, ()), key=lambda fact: fact.lesser)
        lots = chain(
            (
                (lot, topic)
                for fact in own
                for topic, name in on[fact].items()
                if name and (lot := companions(fact, topic, on, told, store))
            ),
            ((lot, "") for fact in own if (lot := companions(fact, "", on, told, store))),
        )
        for lot, topic in islice(((lot, topic) for lot, topic in lots if belongs(lot, document, store)), LOTS):
            told.update(lot)
            yield question(lot, on[lot[0]].get(topic, ""), list(known), store)


def belongs(lot: list[Fact], document: int, store: Store) -> bool:
    """Whether it is this document on which the views are matched: every lot is asked for on one reading of the course only."""
    values = sorted(fact.value for fact in lot)
    return store.chance("the reading of", *values).choice(sorted(fact.document for fact in lot)) == document


def on_what(fact: Fact, store: Store) -> dict[str, str]:
    """What a view is on: key → name; states only behind the empty key, which all views share that name one alike."""
    return topics(fact.value, store.source(fact))


def companions(fact: Fact, topic: str, on: Told, told: Counter[Fact], store: Store) -> list[Fact]:
    """The view and one of each of some other authors on the topic, which none of them shares; empty where too few.

    Without a topic they only name a state or thing alike. One author is left to spare. Of several views the one that was
    ``told`` least often.
    """
    order, names = store.chance("stances", fact.value, topic), set(spoken_of(fact.value))
    documents = list(dict.fromkeys(other.document for other in on))
    lot, most = [fact], min(MOST, len(documents) - 1)
    if told[fact] >= USES:
        return []
    for document in order.sample(documents, len(documents)):
        fit = [
            other
            for other in on
            if other.document == document != fact.document
            and (on[other].get(topic) if topic else names & set(spoken_of(other.value)))
            and told[other] < USES
            and all(tell_apart(other, one, store, alike=bool(topic)) for one in lot)
        ]
        if fit and len(lot) < most:
            lot.append(min(order.sample(fit, len(fit)), key=lambda other: (other.lesser, told[other])))
    return lot if len(lot) >= FEWEST else []


def tell_apart(one: Fact, other: Fact, store: Store, *, alike: bool) -> bool:
    """Whether neither author says what the other says; views on different topics must not name too much alike besides."""
    shared = set(spoken_of(one.value)) & set(spoken_of(other.value))
    return (
        (alike or len(shared) < SHARED)
        and apart(store.source(one), store.source(other))
        and could_name(store.source(one), other, store)
        and could_name(store.source(other), one, store)
        and says_otherwise(other.document, one, store)
        and says_otherwise(one.document, other, store)
    )


def question(lot: list[Fact], topic: str, known: list[int], store: Store) -> Question:
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
    on = f" on {topic}" if topic else ""
    stem = f"Match every statement{on} with whoever makes it; each name is used once at most."
    made = Question(
        "matching", "sources", "apply", stem, data, first.evidence, first.section, "",
        tuple(credited(fact, store.source(fact)) for fact in lot), document=first.document, lesser=not topic,
    )  # fmt: skip
    told = "; ".join(f"“{plain(fact)}” is from {placed(fact, store)}" for fact in lot)
    return finished(made, store.source(first), f"{told}.")
