"""In which year did it happen? The year is typed, so that it need not be told from three others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from quizzes.generation.language.dates import written
from quizzes.generation.language.lexicon import FAMOUS
from quizzes.generation.language.renown import dated_by_all
from quizzes.generation.language.turning import turning
from quizzes.generation.language.words import word_count
from quizzes.generation.store import Store
from quizzes.generation.text.source import Source
from quizzes.generation.text.wording import unexplained
from quizzes.generation.types import Fact, Question

from .build import finished
from .ordering import OFFICE, another_like, is_detail, left_over, matters, returned_to, weight

MOST, WEIGHT, YEARS, LONG = 5, 1.3, 4, 24
"""More single years of one text are trivia, and so is what it hardly returns to, which makes a lesser question at most; a text of fewer years gives the answer away.
An event told in more words is no plain one."""
OFTEN, CROWD = 2, 0.5
"""The year that the text names so many times as often as any other is tried first; so is one near which more than such a share of its dates lie."""
_OF_WHAT = re.compile(
    r"(?:The |An? )?(?:[A-ZÀ-Ž][\w’'-]+ )+(?:[Pp]rocess|[Ff]ormat|[Pp]latform|[Tt]alks|[Pp]lan) (?:was|were) \w+$"
)
"""Talks that are known by the name of a town: there may be others."""
_TOLD = re.compile(r"(?:1[5-9]|20)\d\d|\b(?:died|born|wedding|married)\b")
"""Wording that gives the year away, and what concerns one life only."""


def items(store: Store) -> Iterator[Question]:
    """A question for each of the dated events that the text dwells on; month and day are details."""
    for fact in dwelt_on(store.of("event"), store):
        source = store.source(fact)
        made = Question(
            "numeric", "event", "remember", asked(fact, source),
            {"value": int(fact.value[:4]), "tolerance": 0, "unit": ""},
            fact.evidence, fact.section, "", (fact,), document=fact.document,
        )  # fmt: skip
        told = f"{source.says('dates')[:1].upper()}{source.says('dates')[1:]} this to {written(fact.value)}."
        yield replace(finished(made, source, told), lesser=lesser(fact, store))


def dwelt_on(events: Iterable[Fact], store: Store) -> list[Fact]:
    """The events to whose words the text returns most, no details, besides those that an ordering holds as well; as many lesser ones."""
    fit = [fact for fact in events if worth_a_year(fact, store) and not another_like(fact, store.source(fact))]
    ordered = sorted(fit, key=lambda fact: -weight(fact, store))
    held, alone = parted([fact for fact in ordered if not lesser(fact, store)], store)
    return alone[:MOST] + held + [fact for fact in ordered if lesser(fact, store)][:MOST]


def parted(events: list[Fact], store: Store) -> tuple[list[Fact], list[Fact]]:
    """The events that an ordering holds, which a quiz with that ordering does not ask for again, and the others."""
    alone = left_over(store)
    return [fact for fact in events if fact not in alone], [fact for fact in events if fact in alone]


def worth_a_year(fact: Fact, store: Store) -> bool:
    """Whether the year of an event can be asked at all: something began, changed or ended, and nothing gives the year away."""
    source = store.source(fact)
    return (
        turning(fact.subject)
        and not _TOLD.search(fact.subject)
        and not FAMOUS.search(fact.subject)
        and not is_detail(fact)
        and not unexplained(fact.subject, source)
        and matters(fact, store, 1)
        and not expected(fact, source)
    )


def lesser(fact: Fact, store: Store) -> bool:
    """Whether an event is known to everybody, or the text hardly returns to it, names it in passing or judges it."""
    passing = not matters(fact, store, WEIGHT) or not returned_to(fact, store)
    slight = word_count(fact.subject) > LONG or bool(OFFICE.search(fact.subject))
    return passing or slight or fact.lesser or dated_by_all(fact.subject) or bool(_OF_WHAT.match(fact.subject))


def expected(fact: Fact, source: Source) -> bool:
    """Whether one would try its year first: the text was written in it, or tells of hardly any other, or of it far more often."""
    years = source.dates["year"]
    written_in = str(source.document.metadata.year or source.document.metadata.date or "")[:4]
    year = fact.value[:4]
    often = len(years.get(year, ())) >= OFTEN * max((len(years[other]) for other in years if other != year), default=0)
    return len(years) < YEARS or year == written_in or often or crowded(int(year), years)


def crowded(year: int, years: Mapping[str, Collection[str]]) -> bool:
    """Whether most of what the text dates lies in the year or beside it: then the year is easily hit."""
    near = sum(len(blocks) for other, blocks in years.items() if abs(int(other) - year) <= 1)
    return near > CROWD * sum(map(len, years.values()))


def asked(fact: Fact, source: Source) -> str:
    """The stem; a statement that cannot be turned round is quoted."""
    if fact.parts["asked"]:
        return f"According to {source.voice}, in which year {fact.parts['asked']}?"
    return f"In which year {source.does} say that {source.inside(fact.subject)}?"
