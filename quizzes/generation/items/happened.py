"""Which of these took place in that year? The wrong events are others of the same document with another year."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.generation.language.dates import written
from quizzes.generation.language.lexicon import FAMOUS
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import Option, choice
from .dated import dwelt_on
from .ordering import left_over

WANTED = 3
SPAN = 40
"""Events of another age are told apart without the text."""


def items(store: Store) -> Iterator[Question]:
    """A question for each of the few events that the text dwells on and whose year no other event shares."""
    events = [fact for fact in store.of("event") if not FAMOUS.search(fact.subject)]
    for fact in dwelt_on(left_over(store), store):
        others = [
            other
            for other in events
            if other.document == fact.document
            and other.parts["form"] == fact.parts["form"]
            and abs(int(other.value[:4]) - int(fact.value[:4])) <= SPAN
        ]
        if sum(other.value[:4] == fact.value[:4] for other in others) > 1:
            continue
        wrong = chosen([other for other in others if other.value[:4] != fact.value[:4]], fact)
        if len(wrong) < WANTED:
            continue
        source = store.source(fact)
        yield choice(
            fact,
            f"According to {source.voice}, which of these events took place in {written(fact.value[:4])}?",
            Option(fact.subject, f"The passage dates it to {written(fact.value)}."),
            [Option(other.subject, f"{source.says('dates')} this to {written(other.value)}.") for other in wrong],
            level="remember",
            source=source,
            order=store.chance("happened", fact.subject),
        )


def chosen(others: list[Fact], fact: Fact) -> list[Fact]:
    """The other events nearest in length and time, one for each year."""

    def distance(other: Fact) -> tuple[int, str]:
        return abs(len(other.subject) - len(fact.subject)) + 2 * abs(
            int(other.value[:4]) - int(fact.value[:4])
        ), other.subject

    by_year: dict[str, Fact] = {}
    for other in sorted(others, key=distance):
        by_year.setdefault(other.value[:4], other)
    return list(by_year.values())[:WANTED]
