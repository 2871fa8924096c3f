"""Match figures of one text with what they measure; two figures of the same unit stay over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizzes.generation.conflicts import amount
from quizzes.generation.language.words import content, upper_first
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .amounts import apart, given, made, shape, sortable
from .build import LETTERS, finished
from .number import dwells, present, worded

FEWEST, MOST, SPARE, RANGE, ALIKE = 4, 5, 2, 20.0, 0.75
"""Figures of one lot lie within this factor of each other: size alone must not tell them."""


def items(store: Store) -> Iterator[Question]:
    """A matching of figures for each unit of which a text gives enough."""
    facts = [
        fact
        for fact in store.of("number")
        if amount(fact.value)[0] and dwells(fact, store) and not present(fact) and not fact.parts["teller"]
    ]
    for document in dict.fromkeys(fact.document for fact in facts):
        own = sorted((fact for fact in facts if fact.document == document), key=lambda fact: fact.lesser)
        for form in dict.fromkeys(kind(fact) for fact in own):
            lot = together([fact for fact in own if kind(fact) == form])
            if len(lot) >= FEWEST:
                yield from question(lot, own, store)


def kind(fact: Fact) -> str:
    """What a figure must share with the others of its lot."""
    return f"{fact.parts['unit'] or shape(fact.value)} {fact.subject.split()[0]}"


def together(facts: Sequence[Fact]) -> list[Fact]:
    """Up to five figures of different things that lie apart, but not too far."""
    lot: list[Fact] = []
    for fact in facts:
        fits = all(
            apart(fact.value, other.value)
            and shape(fact.value) == shape(other.value)
            and max(amount(fact.value)[0], amount(other.value)[0])
            <= RANGE * min(amount(fact.value)[0], amount(other.value)[0])
            and not alike(fact.subject, other.subject)
            for other in lot
        )
        if fits and len(lot) < MOST:
            lot.append(fact)
    return lot


def premise(fact: Fact) -> str:
    """The question that a figure answers."""
    return f"{upper_first(worded(fact))}?"


def alike(one: str, other: str) -> bool:
    """Whether two questions can hardly be told apart."""
    mine, theirs = content(one), content(other)
    return len(mine & theirs) > ALIKE * min(len(mine), len(theirs))


def question(lot: list[Fact], own: Sequence[Fact], store: Store) -> Iterator[Question]:
    """Questions on the left, figures on the right."""
    source, chance = store.source(lot[0]), store.chance("measured", *(fact.subject for fact in lot))
    values = [fact.value for fact in lot]
    pool = [text for value in values for smaller in (True, False) for text in made(value, 1, chance, smaller=smaller)]
    chance.shuffle(pool)
    spare: list[str] = []
    for text in pool:
        if (
            len(spare) < SPARE
            and all(apart(text, value) for value in (*values, *spare))
            and not any(text in fact.evidence.quote for fact in lot)
        ):
            spare.append(text)
    if len(spare) < SPARE:
        return
    responses = sorted([*values, *spare], key=sortable)
    ids = {text: str(number) for number, text in enumerate(responses, 1)}
    shown = list(lot)
    chance.shuffle(shown)
    premises = [
        {
            "id": LETTERS[n],
            "text": premise(fact),
            "why": f"The passage gives {given(fact)}.",
            "evidence": fact.evidence.to_dict(),
        }
        for n, fact in enumerate(shown)
    ]
    data = {
        "premises": premises,
        "responses": [{"id": ids[text], "text": text} for text in responses],
        "pairs": {LETTERS[n]: ids[fact.value] for n, fact in enumerate(shown)},
    }
    stem = f"Match each question with the figure that {source.says('gives')} for it."
    answer = "; ".join(f"{premise(fact)} {fact.value}" for fact in lot) + "."
    first = lot[0]
    matching = Question(
        "matching", "number", "apply", stem, data, first.evidence, first.section, "", tuple(lot), document=first.document,
    )  # fmt: skip
    yield finished(matching, source, answer)
