"""What a table says in words: its rows on the left, the cells of one column on the right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from quizzes.generation.language.dates import dates
from quizzes.generation.language.lexicon import FIELD_ACRONYMS, STATES, UNIVERSAL_ACRONYMS
from quizzes.generation.language.measures import names_something, plain, singular_of
from quizzes.generation.language.words import bag, content, norm, word_count
from quizzes.generation.store import Store, by
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact, Question

from .matching import question
from .series import KNOWN, explained, ordered, table, whole

FEWEST, MOST, SPARE, MOST_WORDS, MOST_HEAD = 3, 5, 2, 24, 5
_BARE = re.compile(r"(?:yes|no|none|partly|partial|full|high|medium|low|x|✓|\+|-)", re.IGNORECASE)
"""Cells that several rows could share."""
_SEVERAL = re.compile(r";|,[^|,]+,")
"""Several things in one cell."""
SIZE = 4
_EVENTS = bag("events incidents milestones developments clashes attacks battles steps decisions measures")
_COUNTED = re.compile(r"\d$|^\W{0,3}\d")
_KNOWN = re.compile(
    rf"\b(?:{'|'.join(KNOWN)}|president|prime minister|leader|head of|continent|region)\b", re.IGNORECASE
)
"""Heads below which stands what the news or a map tell as well."""


def items(cells: list[Fact], store: Store) -> Iterator[Question]:
    """A matching for each column of words that tells its rows apart."""
    columns = by((fact for fact in cells if fact.type == "text"), lambda fact: fact.relation)
    for head, column in columns.items():
        fit = [fact for fact in column if not content(fact.subject) & content(fact.value) and clear(fact)]
        if fits(head, column) and len(fit) >= FEWEST:
            yield from (chronology(column, store) if tells_events(column) else matched(head, fit, column, store))


def clear(fact: Fact) -> bool:
    """Whether both cells of a pair say one thing, in words that need no key to short forms."""
    told = f"{fact.subject} | {fact.value}"
    short = [form for form in re.findall(r"\b[A-Z]{2,6}\b", told) if form not in UNIVERSAL_ACRONYMS | FIELD_ACRONYMS]
    return not short and not _SEVERAL.search(told) and not re.match(r"\(", fact.subject)


def fits(head: str, column: list[Fact]) -> bool:
    """Whether each cell can belong to its own row only, and is not known without the table."""
    texts = [norm(fact.value) for fact in column]
    return (
        column[0].parts["rows"] != "order"
        and not _KNOWN.search(head)
        and not any(fact.value in STATES for fact in column)
        and not any(_BARE.fullmatch(fact.value) or word_count(fact.value) > MOST_WORDS for fact in column)
        and not any(f" {a} " in f" {b} " or f" {b} " in f" {a} " for a, b in combinations(texts, 2))
        and (not any(_COUNTED.search(fact.value) for fact in column) or dated(column))
    )


def dated(column: list[Fact]) -> bool:
    """Whether things, not times, are given dates."""
    return column[0].parts["rows"] == "entity" and all(dates(fact.value) for fact in column)


def tells_events(column: list[Fact]) -> bool:
    """Whether the rows are events, and the cells the days or years of each."""
    return dated(column) and column[0].parts["noun"].split(" ")[-1] in _EVENTS


def chronology(column: list[Fact], store: Store) -> Iterator[Question]:
    """The events in the order of their dates, spread over the time that the table tells of."""
    when = {date(fact): fact for fact in column if not re.search(r"\d{4}", fact.subject)}
    days = sorted(when)
    if len(days) < SIZE:
        return
    lot = [when[days[round(n * (len(days) - 1) / (SIZE - 1))]] for n in range(SIZE)]
    fact = replace(lot[0], subject=f"order of {table(lot[0])}", relation="chronology", evidence=whole(lot[0], store))
    stem = f"Put these {column[0].parts['noun']} in chronological order, earliest first, as dated in {table(lot[0])}."
    made = ordered(stem, lot, fact, lambda row: f"Dated to {row.value}.", store)
    told = "; ".join(f"{row.subject} ({row.value})" for row in lot)
    yield explained(made, "", f"The order is: {told}.", lot[0])


def date(fact: Fact) -> str:
    """The date of an event as it sorts."""
    return dates(fact.value)[0].iso


def matched(head: str, fit: list[Fact], column: list[Fact], store: Store) -> Iterator[Question]:
    """The rows and their cells, with one or two cells that belong to other rows."""
    usable = len([fact for fact in column if clear(fact)])
    spared = SPARE if usable > MOST else 1
    lot = fit[: min(MOST, usable - spared)]
    if len(lot) < FEWEST:
        return
    spare = [fact.value for fact in column if fact not in lot and clear(fact)][:SPARE]
    stem = f"Match each {row_of(fit[0])} with {named(head, store.source(fit[0]))} {table(fit[0])}."
    answers = {fact.subject: fact.value for fact in lot}
    for made in question(lot, stem, "understand", answers, spare, store):
        rows = [
            {**premise, "why": f"The table gives “{answers[premise['text']]}” for {premise['text']}."}
            for premise in made.data["premises"]
        ]
        told = "; ".join(f"{label} – {value}" for label, value in answers.items())
        yield replace(
            made,
            data={**made.data, "premises": rows},
            evidence=whole(lot[0], store),
            feedback=f"The pairs are: {told}. See {table(lot[0])}.",
        )


def row_of(fact: Fact) -> str:
    """What one row is: "country", "year", or just "entry"."""
    noun = fact.parts["noun"] or fact.parts["row"]
    return singular_of(noun) if re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+){0,2}", noun) else "entry"


def named(head: str, source: Source) -> str:
    """ "its flag, as given in", or, where the head is no plain noun, what stands below it."""
    words = source.inside(plain(head))
    simple = re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)*", words) and len(words.split()) <= MOST_HEAD
    return f"its {words}, as given in" if simple and names_something(words) else f"its entry under “{plain(head)}” in"
