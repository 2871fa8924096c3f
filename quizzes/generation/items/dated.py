"""When did it happen? The wrong dates are those of other events of the same document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.distractors import other_dates
from quizzes.generation.language.dates import written
from quizzes.generation.language.lexicon import FAMOUS
from quizzes.generation.source import Source
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import Option, choice, lower_first

_DETAIL = re.compile(
    r"\b(?:telephon\w*|phone|conversation|foundation stone|congratulat\w*|visit\w*|resign\w*|met|meet|meets|meeting|protest\w*|"
    r"inaugurat\w*|appoint\w*|interview\w*|speech|spoke|announce\w*|ask|invite\w*)\b"
)
"""Happenings whose date nobody needs to know."""


def items(store: Store) -> Iterator[Question]:
    """One question for each dated event that is no detail; month and day are details too."""
    for fact in store.of("event"):
        if _DETAIL.search(fact.parts["asked"] or fact.subject) or FAMOUS.search(fact.subject):
            continue
        date = fact.value[:4]
        source = store.source(fact)
        yield choice(
            fact,
            asked(fact, source),
            Option(date, f"The text dates it to {written(fact.value)}.", rank=date),
            [Option(other, why_not(other, fact, store), rank=other) for other in other_dates(fact, store, "year")],
            level="remember",
            source=source,
            order=None,
        )


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
