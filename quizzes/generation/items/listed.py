"""Which of these does the author name in a list? The wrong options stand in other lists of the same document."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.generation.language.words import content, word_count
from quizzes.generation.store import Store, by
from quizzes.generation.types import Fact, Question

from .build import Option, choice

WANTED, LONGER = 3, 2
"""So many wrong options; a member may have so many words more or fewer than the right one."""


def items(store: Store) -> Iterator[Question]:
    """One question for each list."""
    lists = by(store.of("enumeration"), lambda fact: fact.subject)
    for own in lists.values():
        for fact in own:
            others = rivals(fact, [other for members in lists.values() if members is not own for other in members])
            if len(others) >= WANTED:
                yield question(fact, others, store)
                break


def rivals(fact: Fact, others: list[Fact]) -> list[Fact]:
    """Members of other lists that could stand in this one for all their form shows."""
    return [
        other
        for other in others
        if shape(other.value) == shape(fact.value)
        and abs(word_count(other.value) - word_count(fact.value)) <= LONGER
        and not content(other.subject) & content(fact.subject)
        and not content(other.value) & content(fact.value)
    ]


def shape(text: str) -> tuple[bool, str]:
    """Whether it opens with a capital, and its first word where that is grammar: "to", "a", "-ing"."""
    first = text.split()[0]
    grammar = first.casefold() if first.casefold() in ("to", "a", "an", "the") else "-ing" * first.endswith("ing")
    return first[:1].isupper(), grammar


def question(fact: Fact, others: list[Fact], store: Store) -> Question:
    """The question which member belongs to the list."""
    source = store.source(fact)
    return choice(
        fact,
        f"Which of these {source.does} name among {fact.subject}?",
        Option(fact.value, "The passage lists it."),
        [Option(other.value, f"{source.says('lists')} it among {other.subject}.") for other in others],
        level="remember",
        source=source,
        order=store.chance("listed", fact.subject, fact.value),
    )
