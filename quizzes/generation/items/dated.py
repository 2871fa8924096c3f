"""In which year did it happen? The year is typed, so that it need not be told from three others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.language.dates import written
from quizzes.generation.language.words import content
from quizzes.generation.source import Source
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import finished
from .ordering import left_over

MOST = 3
"""More single years of one text are trivia."""
_DETAIL = re.compile(
    r"\b(?:telephon\w*|phone|conversation|foundation stone|congratulat\w*|visit\w*|resign\w*|met|meet|meets|meeting|protest\w*|"
    r"inaugurat\w*|appoint\w*|interview\w*|speech|spoke|announce\w*|ask|invite\w*|occur\w*|coincid\w*)\b"
)
"""Happenings whose date nobody needs to know."""


def items(store: Store) -> Iterator[Question]:
    """A question for each of the few dated events that the text dwells on; month and day are details."""
    for fact in dwelt_on(left_over(store), store):
        source = store.source(fact)
        made = Question(
            "numeric", "event", "remember", asked(fact, source), {"value": int(fact.value[:4]), "tolerance": 0, "unit": ""},
            fact.evidence, fact.section, "", (fact,), document=fact.document,
        )  # fmt: skip
        yield finished(made, source, f"The text dates it to {written(fact.value)}.")


def dwelt_on(events: list[Fact], store: Store) -> list[Fact]:
    """The events to whose words the text returns most, whole clauses first, no details."""
    fit = [fact for fact in events if not _DETAIL.search(fact.parts["asked"] or fact.subject)]
    return sorted(fit, key=lambda fact: (fact.parts["form"] == "phrase", -returns(fact, store)))[:MOST]


def returns(fact: Fact, store: Store) -> float:
    """In how many sentences the words of an event stand, on average."""
    words = content(fact.subject)
    return sum(min(store.weight(word), 12) for word in words) / max(len(words), 1)


def asked(fact: Fact, source: Source) -> str:
    """The stem; a statement that cannot be turned round is quoted."""
    if fact.parts["asked"]:
        return f"In which year {fact.parts['asked']}?"
    return f"In which year {source.does} say that {source.inside(fact.subject)}?"
