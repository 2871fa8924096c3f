"""Which of these events came first, or last? Events of a document near each other in time, their dates hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.language.renown import renowned
from quizzes.generation.language.words import word_count
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import Option, choice
from .ordering import KNOWN, implied, left_over, near, tellable, telling, threads, tied, topics, when, whole_events

SIZE, MOST = 4, 2
"""Options of a question; questions of a document."""
SPAN = 12
"""Events further apart are told apart without the text."""


def items(store: Store) -> Iterator[Question]:
    """Questions about events that no ordering holds."""
    free = left_over(store)
    for source in store.sources:
        left = whole_events([fact for fact in telling(source.index, store) if fact in free], store)
        spare = [fact for fact in tellable(source.index, store) if fact in free]
        for number in range(MOST):
            rows = (row(thread, number) for thread in threads(left, store, topics(source.index, store)))
            lot, last = next((found for found in rows if found[0]), ([], False))
            lesser = not lot or not tied(lot[:SIZE])
            if not lot:
                lot, last = row(spare, number, wide=True)
            if not lot:
                break
            yield replace(question(lot, store, last=last), lesser=lesser)
            left = [fact for fact in left if fact not in lot[:SIZE]]
            spare = [fact for fact in spare if fact not in lot[:SIZE]]


def row(events: list[Fact], number: int, *, wide: bool = False) -> tuple[list[Fact], bool]:
    """The key and at least three events that all came later, or all earlier; the two sides are tried in turn.

    In a wide row everybody may be able to date the events, as may be in a lesser question.
    """
    ordered = sorted(events, key=lambda fact: fact.value)
    for last in (number % 2 == 1, number % 2 == 0):
        for key in ordered if not last else reversed(ordered):
            if not (wide or told_here(key)):
                continue
            others = [
                other
                for other in ordered
                if before(*((other, key) if last else (key, other)))
                and abs(int(other.value[:4]) - int(key.value[:4])) <= SPAN
                and not near(key.subject, other.subject)
                and not implied(key.subject, other.subject)
            ]
            chosen = unlike(sorted(others, key=lambda other: closeness(key, other)))
            known = sum(not told_here(fact) for fact in chosen[: SIZE - 1])
            if len(chosen) >= SIZE - 1 and (wide or known <= KNOWN):
                return [key, *chosen], last
    return [], False


def told_here(fact: Fact) -> bool:
    """Whether only the text dates the event."""
    return not renowned(fact.subject)


def before(one: Fact, other: Fact) -> bool:
    """Whether one date lies before another, however exact they are."""
    return one.value < other.value and not other.value.startswith(one.value)


def closeness(key: Fact, other: Fact) -> tuple[int, int]:
    """Near in time first, then of like length."""
    return abs(int(other.value[:4]) - int(key.value[:4])), abs(word_count(other.subject) - word_count(key.subject))


def unlike(events: list[Fact]) -> list[Fact]:
    """The events without those that say nearly the same as one before them, or begin or end it."""
    found: list[Fact] = []
    for fact in events:
        if not any(near(fact.subject, known.subject) or implied(fact.subject, known.subject) for known in found):
            found.append(fact)
    return found


def question(lot: list[Fact], store: Store, *, last: bool) -> Question:
    """Which of these came first, or last."""
    key, *others = lot
    source = store.source(key)

    def option(fact: Fact) -> Option:
        return Option(fact.subject, when(fact, source))

    stem = f"Which of these events came {'last' if last else 'first'}, according to {source.voice}?"
    made = choice(
        key, stem, option(key), [option(other) for other in others],
        level="apply", source=source, order=store.chance("sequence", key.subject),
    )  # fmt: skip
    return replace(made, pattern="sequence", facts=tuple(lot[:SIZE]))
