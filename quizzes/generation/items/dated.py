"""When did it happen? The wrong dates are those of other events of the same document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.distractors import other_dates
from quizzes.generation.language.dates import written
from quizzes.generation.language.words import content
from quizzes.generation.source import Source
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import Option, choice, lower_first
from .ordering import left_over

MOST = 2
"""More single years of one text are trivia."""
_DETAIL = re.compile(
    r"\b(?:telephon\w*|phone|conversation|foundation stone|congratulat\w*|visit\w*|resign\w*|met|meet|meets|meeting|protest\w*|"
    r"inaugurat\w*|appoint\w*|interview\w*|speech|spoke|announce\w*|ask|invite\w*)\b"
)
"""Happenings whose date nobody needs to know."""


def items(store: Store) -> Iterator[Question]:
    """A question for each of the few dated events that the text dwells on; month and day are details."""
    for fact in dwelt_on(left_over(store), store):
        date = fact.value[:4]
        source = store.source(fact)
        others = other_dates(fact, store, "year")
        if not all(other in source.dates["year"] for other in others):
            continue
        yield choice(
            fact,
            asked(fact, source),
            Option(date, f"The text dates it to {written(fact.value)}.", rank=date),
            [Option(other, why_not(other, fact, store), rank=other) for other in others],
            level="remember",
            source=source,
            order=None,
        )


def dwelt_on(events: list[Fact], store: Store) -> list[Fact]:
    """The events to whose words the text returns most, no details."""
    fit = [
        fact
        for fact in events
        if fact.parts["form"] == "clause" and not _DETAIL.search(fact.parts["asked"] or fact.subject)
    ]
    return sorted(fit, key=lambda fact: -returns(fact, store))[:MOST]


def returns(fact: Fact, store: Store) -> float:
    """In how many sentences the words of an event stand, on average."""
    words = content(fact.subject)
    return sum(min(store.weight(word), 12) for word in words) / max(len(words), 1)


def asked(fact: Fact, source: Source) -> str:
    """The stem; a statement that cannot be turned round is quoted."""
    if fact.parts["asked"]:
        return f"In which year {fact.parts['asked']}?"
    return f"In which year {source.does} say that {source.inside(fact.subject)}?"


def why_not(date: str, fact: Fact, store: Store) -> str:
    """What the text dates to a wrong date, where the store knows it."""
    other = next((o for o in store.of("event") if o.document == fact.document and o.value[: len(date)] == date), None)
    told = f": {lower_first(other.subject)}" if other else ""
    if date not in store.source(fact).dates["year"]:
        return "The text gives no such date."
    return f"The text dates something else to {written(date)}{told}."
