"""What the table shows: where a value is highest, and which cell belongs to which row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from quizzes.generation.facts.table import number_in
from quizzes.generation.language.dates import dates
from quizzes.generation.store import Store
from quizzes.generation.types import Evidence, Fact, Question

from .build import Option, choice
from .matching import question

WANTED, MOST, FEWEST = 3, 4, 3
CLEARLY = 1.2
"""The largest change must stand out by this factor."""
_OVER_TIME = frozenset(["year", "years", "fiscal year", "school year", "period"])
"""Heads of a first column whose rows tell of the same thing at several times."""
_COUNTED = re.compile(r"\d$")
"""Cells that all end so are numbered, which rises with time by itself."""
_SUMMED = re.compile(r"\b(?:cumulative|running total|to date)\b", re.IGNORECASE)
"""A column that adds up is highest in its last row."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[–/-]\d{2,4})?")


def items(store: Store) -> Iterator[Question]:
    """For each column of numbers where it is highest and lowest, for each column of words a matching."""
    columns = sorted(store.of("table"), key=lambda fact: (fact.document, fact.parts["block"], fact.relation))
    stepped: set[str] = set()
    for (_, block, _), cells in groupby(columns, key=lambda fact: (fact.document, fact.parts["block"], fact.relation)):
        column = list(cells)
        if len(column) < FEWEST:
            continue
        if _SUMMED.search(column[0].relation):
            continue
        if column[0].type == "number":
            yield from extremes(column, store)
            if block not in stepped and (found := steps(column, store)):
                stepped.add(block)
                yield found
        else:
            yield from pairs(column, store)


def extremes(column: list[Fact], store: Store) -> Iterator[Question]:
    """Where the value is highest and where lowest; the wrong rows are the next ones."""
    ranked = sorted(column, key=lambda fact: number_in(fact.value))
    for order, word in ((ranked[::-1], "highest"), (ranked, "lowest")):
        first, source = order[0], store.source(order[0])
        if number_in(order[0].value) == number_in(order[1].value):
            continue
        where = "In" if first.parts["row"].casefold() == "year" else "For"
        stem = f"{where} which {first.parts['row'].casefold()} is “{first.relation}” {word} in {first.parts['table']}?"
        made = choice(
            first,
            stem,
            Option(first.subject, f"The table gives {first.value}.", rank=rank_of(first)),
            [
                Option(o.subject, f"The table gives {o.value}, not the {word} value.", rank=rank_of(o))
                for o in order[1 : WANTED + 1]
            ],
            level="apply",
            source=source,
            order=None,
        )
        yield replace(made, evidence=whole(first, store))


def rank_of(fact: Fact) -> str:
    """What a row is sorted by: its date, where it is one."""
    found = dates(fact.subject)
    return found[0].iso if found else fact.subject


def steps(column: list[Fact], store: Store) -> Question | None:
    """Between which neighbouring years a value changed most; the wrong pairs are the other neighbours."""
    first, source = column[0], store.source(column[0])
    years = first.parts["row"].casefold() in _OVER_TIME and all(_YEAR.fullmatch(fact.subject) for fact in column)
    if not years or len(column) <= WANTED:
        return None
    changes = [(abs(number_in(b.value) - number_in(a.value)), a, b) for a, b in pairwise(column)]
    ranked = sorted(changes, key=lambda change: -change[0])[: WANTED + 1]
    if ranked[0][0] < CLEARLY * ranked[1][0]:
        return None
    made = choice(
        first,
        f"Between which two of the years listed did “{first.relation}” change most in {first.parts['table']}?",
        told(ranked[0]),
        [told(change) for change in ranked[1:]],
        level="apply",
        source=source,
        order=None,
    )
    return replace(made, evidence=whole(first, store), feedback=compared(made, ranked[0][1], ranked[0][2]))


def compared(made: Question, *rows: Fact) -> str:
    """The answer with the rows that show it."""
    return f"The answer is “{made.key}”. The table gives: {'; '.join(fact.evidence.quote for fact in rows)}.".replace(
        "\t", ", "
    )


def told(change: tuple[float, Fact, Fact]) -> Option:
    """The years of a change as an option, with the values."""
    _, before, after = change
    return Option(
        f"{before.subject} and {after.subject}",
        f"The table gives {before.value} and {after.value}.",
        rank=before.subject,
    )


def whole(fact: Fact, store: Store) -> Evidence:
    """The whole table: a comparison rests on all of its rows."""
    text = store.blocks[fact.evidence.block].text
    return Evidence(fact.evidence.block, 0, len(text), text)


def pairs(column: list[Fact], store: Store) -> Iterator[Question]:
    """Rows on the left, cells on the right; one cell at least stays over."""
    if len(column) <= FEWEST or all(_COUNTED.search(fact.value) for fact in column):
        return
    lot = column[: min(MOST, len(column) - 1)]
    first = column[0]
    stem = f"Match each {first.parts['row'].casefold()} with its “{first.relation}” in {first.parts['table']}."
    spare = [fact.value for fact in column[len(lot) :]][:2]
    yield from question(lot, stem, "understand", {fact.subject: fact.value for fact in lot}, spare, store)
