"""What the table shows: where a value is highest, and which cell belongs to which row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from quizzes.generation.facts.table import number_in
from quizzes.generation.store import Store
from quizzes.generation.types import Evidence, Fact, Question

from .build import Option, choice
from .matching import question

WANTED, MOST, FEWEST = 3, 4, 3


def items(store: Store) -> Iterator[Question]:
    """For each column of numbers where it is highest and lowest, for each column of words a matching."""
    columns = sorted(store.of("table"), key=lambda fact: (fact.document, fact.parts["block"], fact.relation))
    for (_, _, _), cells in groupby(columns, key=lambda fact: (fact.document, fact.parts["block"], fact.relation)):
        column = list(cells)
        if len(column) < FEWEST:
            continue
        if column[0].type == "number":
            yield from extremes(column, store)
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
            Option(first.subject, f"The table gives {first.value}.", rank=first.subject),
            [
                Option(o.subject, f"The table gives {o.value}, not the {word} value.", rank=o.subject)
                for o in order[1 : WANTED + 1]
            ],
            level="apply",
            source=source,
            order=None,
        )
        yield replace(made, evidence=whole(first, store))


def whole(fact: Fact, store: Store) -> Evidence:
    """The whole table: a comparison rests on all of its rows."""
    text = store.blocks[fact.evidence.block].text
    return Evidence(fact.evidence.block, 0, len(text), text)


def pairs(column: list[Fact], store: Store) -> Iterator[Question]:
    """Rows on the left, cells on the right; one cell at least stays over."""
    if len(column) <= FEWEST:
        return
    lot = column[: min(MOST, len(column) - 1)]
    first = column[0]
    stem = f"Match each {first.parts['row'].casefold()} with its “{first.relation}” in {first.parts['table']}."
    spare = [fact.value for fact in column[len(lot) :]][:2]
    yield from question(lot, stem, "understand", {fact.subject: fact.value for fact in lot}, spare, store)
