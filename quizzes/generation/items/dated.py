"""In which year did it happen? The year is typed, so that it need not be told from three others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.language.dates import written
from quizzes.generation.language.renown import own_names, renowned
from quizzes.generation.source import Source
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import finished
from .ordering import left_over, matters, tellable, telling, weight

MOST, WEIGHT, LESS, YEARS, SHORT = 2, 5.5, 3, 4, 15
"""More single years of one text are trivia, and so is what it hardly returns to, which makes a lesser question at most; a text of fewer years gives the answer away."""
_TURN = re.compile(
    r"\b(?:founded|established|created|set up|formed|launched|initiated|signed|(?<!was )(?<!were )concluded|adopted|ratified|passed|joined|acceded|left|withdrew|collapsed|"
    r"dissolved|abolished|shut down|repealed|agreed|into force|imposed|lifted|banned|nationali[sz]ed|privati[sz]ed|annexed|occupied|cancel\w*|merged|"
    r"split|introduced|sold|bought|ceded|opened|closed|built|recogni[sz]ed|entered|seized)\b"
)
"""What begins, changes or ends something lasting; the year of anything else is a detail, and so is that of a treaty named in passing."""


def items(store: Store) -> Iterator[Question]:
    """A question for each of the few dated events that the text dwells on; month and day are details."""
    for fact in dwelt_on(left_over(store), store):
        source = store.source(fact)
        made = Question(
            "numeric", "event", "remember", asked(fact, source),
            {"value": int(fact.value[:4]), "tolerance": 0, "unit": ""},
            fact.evidence, fact.section, "", (fact,), document=fact.document,
        )  # fmt: skip
        told = f"{source.says('dates')[:1].upper()}{source.says('dates')[1:]} this to {written(fact.value)}."
        yield replace(finished(made, source, told), lesser=lesser(fact, store))


def dwelt_on(events: list[Fact], store: Store) -> list[Fact]:
    """The events to whose words the text returns most, no details; as many lesser ones."""
    told = [fact for source in store.sources for fact in tellable(source.index, store)]
    fit = [
        fact
        for fact in events
        if matters(fact, store, LESS)
        and _TURN.search(fact.subject)
        and fact in told
        and not expected(fact, store.source(fact))
    ]
    ordered = sorted(fit, key=lambda fact: -weight(fact, store))
    best = [fact for fact in ordered if not lesser(fact, store)][:MOST]
    return best + [fact for fact in ordered if lesser(fact, store)][:MOST]


def lesser(fact: Fact, store: Store) -> bool:
    """Whether an event is known to everybody, or the text hardly returns to it, names it in passing or judges it."""
    passing = not matters(fact, store, WEIGHT) or not returned_to(fact, store)
    return passing or renowned(fact.subject) or fact not in telling(fact.document, store)


def returned_to(fact: Fact, store: Store) -> bool:
    """Whether more than one sentence holds each name of an event; a short text need not say all twice."""
    source = store.source(fact)
    return len(source.sentences) < SHORT or all(source.often(name) > 1 for name in own_names(fact.subject))


def expected(fact: Fact, source: Source) -> bool:
    """Whether one would try its year first: the text was written in it, or tells of hardly any other, or of none more often."""
    years = source.dates["year"]
    written_in = str(source.document.metadata.year or source.document.metadata.date or "")[:4]
    year = fact.value[:4]
    often = len(years.get(year, ())) > max((len(years[other]) for other in years if other != year), default=0)
    return len(years) < YEARS or year == written_in or often


def asked(fact: Fact, source: Source) -> str:
    """The stem; a statement that cannot be turned round is quoted."""
    if fact.parts["asked"]:
        return f"According to {source.voice}, in which year {fact.parts['asked']}?"
    return f"In which year {source.does} say that {source.inside(fact.subject)}?"
