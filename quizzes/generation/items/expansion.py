"""What does CSTO stand for? The wrong expansions spell the same letters with other words of the document."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.generation.distractors import respelled
from quizzes.generation.store import Store
from quizzes.generation.types import Question

from .build import Option, choice


def items(store: Store) -> Iterator[Question]:
    """One question for each acronym."""
    for fact in store.of("acronym"):
        source = store.source(fact)
        order = store.chance("expansion", fact.subject)
        wrong = respelled(fact.value, order)
        yield choice(
            fact,
            f"What does the abbreviation {fact.subject} stand for?",
            Option(fact.value, f"The text spells {fact.subject} out as “{fact.value}”."),
            [
                Option(
                    text, f"The letters fit, but no body of that name is meant: {fact.subject} is the “{fact.value}”."
                )
                for text in wrong
            ],
            level="remember",
            source=source,
            order=order,
        )
