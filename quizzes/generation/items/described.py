"""How is somebody described? The wrong descriptions are those of others of the same text."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.generation.distractors import last, tied
from quizzes.generation.language.words import content, upper_first
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import SHOWN, Option, choice, evenly, spot


def items(store: Store) -> Iterator[Question]:
    """One question for each person or body to whom the text returns, where it describes three others of the kind."""
    for fact in store.of("definition"):
        others = [other for other in store.known("definition") if fits(other, fact, store)]
        wrong = evenly(fact.subject, others, lambda other: other.subject)
        if len(wrong) >= SHOWN:
            yield question(fact, wrong, store)


def fits(other: Fact, fact: Fact, store: Store) -> bool:
    """Whether a description is another's of the kind, and neither names this one nor holds of it."""
    words = content(other.subject)
    return (
        (other.document, other.type) == (fact.document, fact.type)
        and last(other.value) != last(fact.value)
        and not content(fact.value) & words
        and not content(other.value) & content(fact.subject)
        and not tied(fact.value, words, store.source(fact))
    )


def question(fact: Fact, wrong: list[Fact], store: Store) -> Question:
    """The question, each wrong description with the one to whom it belongs."""
    source = store.source(fact)
    return choice(
        fact,
        f"How {source.does} describe {fact.value}?",
        Option(fact.subject, f"{upper_first(spot(fact, source))}, describes {fact.value} so."),
        [Option(o.subject, f"{upper_first(spot(o, source))}, describes {o.value} so.") for o in wrong],
        level="understand",
        source=source,
        order=store.chance("described", fact.value),
    )
