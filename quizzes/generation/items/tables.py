"""What a table shows: where a value is highest, when it fell most, in which year one column passed another, which words belong to which row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from quizzes.generation.facts.table import YEAR, approximate, number_in
from quizzes.generation.language.dates import dates
from quizzes.generation.language.measures import counted
from quizzes.generation.store import Store, by
from quizzes.generation.types import Fact, Question

from . import cells as words
from .build import Option, choice
from .milestones import first_beyond
from .series import KNOWN, Series, explained, ordered, series_of, table, whole

WANTED = 3
CELLS_PER_QUESTION, MOST, PER_SERIES, SHORT = 2, 4, 2, 4
"""A table gives one question to so many cells, so many at the most, and so many to one of several rows of values; a row of the last length gives one."""
FEWEST_RIVALS = 2
"""Where a value rose or fell most is asked only where it did so at least so many times besides."""
_WARS = (range(1914, 1919), range(1939, 1946))
"""In these years nearly everything fell."""
ONCE = frozenset(["exceed", "fall below", "part", "share", "ranked"])
"""Forms that a table has one question of."""
NEAR, ABOUT = 0.05, 0.2
"""Values that lie so near to each other are not compared; those that are only about right need more."""
CLEARLY, APART = 1.2, 0.15
"""The largest change must stand out by this factor; entries put in order must lie so far from their neighbours."""
SIZE = 4
STEADY = 0.75
"""So large a share of the steps of a row goes one way where its ends are guessed."""
SHARES = ((0.1, "about a tenth"), (0.25, "about a quarter"), (0.5, "about half"), (0.75, "about three quarters"))
FACTORS = (
    (1.5, "about one and a half times as large"),
    (2.0, "about twice as large"),
    (3.0, "about three times as large"),
    (4.0, "about four times as large"),
)
OPPOSED = [
    {"exports", "imports"}, {"births", "deaths"}, {"revenue", "expenditure"}, {"revenues", "expenditures"}, {"revenue", "spending"},
    {"production", "consumption"}, {"supply", "demand"}, {"immigration", "emigration"}, {"arrivals", "departures"}, {"inflows", "outflows"},
]  # fmt: skip
"""Counterparts, whose balance tells something."""
_BY_SIZE = re.compile(r"\b(?:wealth|incomes?|railways?|roads?)\b", re.IGNORECASE)
_NO_PARTS = re.compile(r"\b(?:total|figure|share|percentage|rate|average|growth|per)\b")
"""Measures whose values do not add up, or are sums themselves."""
EXACT = 0.03
"""So near a share must come to the plain one that stands for it."""


def items(store: Store) -> Iterator[Question]:
    """For each table as many questions as it carries, of different forms and on different columns, no answer twice."""
    tables = by(store.of("table"), lambda fact: (fact.document, fact.parts["block"]))
    called = Counter((cells[0].document, table(cells[0])) for cells in tables.values())
    for cells in tables.values():
        if called[cells[0].document, table(cells[0])] > 1:  # nobody could tell which one is meant
            continue
        most, asked = min(MOST, -(-len(cells) // CELLS_PER_QUESTION)), Counter[str]()
        columns = {fact.relation for fact in cells if fact.type == "number"}
        short = len({fact.subject for fact in cells}) <= SHORT
        each = MOST if len(columns) == 1 else 1 if short else PER_SERIES
        for made in candidates(cells, store):
            about, form = made.facts[0].subject, made.facts[0].relation
            key = f"answer: {made.key}" if made.kind == "multiple_choice" else ""
            if most and asked[about] < each and (asked[form] < 1 or form not in ONCE) and not (key and asked[key]):
                most -= 1
                asked.update((about, form, key))
                yield made


def candidates(cells: list[Fact], store: Store) -> Iterator[Question]:
    """Every question that the table could give: of each row of values another form first."""
    found = series_of(cells, store.source(cells[0]))
    forms: tuple[Callable[[Series, Store], Question | None], ...] = (
        swing, highest, milestone, ranking, part, lowest, share, counter_swing,
    )  # fmt: skip
    yield from filter(None, (crossing(one, other, store) for one, other in combinations(found, 2)))
    yield from words.items(cells, store)
    yield from filter(None, (moved(series, cells, store) or gained(series, cells, store) for series in found))
    for turn in range(len(forms)):
        for number, series in enumerate(found):
            if made := forms[(number + turn) % len(forms)](series, store):
                yield made


def highest(series: Series, store: Store) -> Question | None:
    """Where the value is highest."""
    return extreme(series, store, 1)


def lowest(series: Series, store: Store) -> Question | None:
    """Where the value is lowest."""
    return extreme(series, store, -1)


def extreme(series: Series, store: Store, sign: int) -> Question | None:
    """Where the value is highest or lowest; the wrong rows are the next ones, so that none may come too near."""
    ranked = sorted(series.cells, key=lambda fact: -sign * number_in(fact.value))
    first, wrong = ranked[0], ranked[1:]
    known = series.over == "entity" and (series.noun_asked in KNOWN or guessed(series))
    clear = len(wrong) >= WANTED and not near(first, wrong[0]) and number_in(first.value)
    if not clear or known or (series.over != "entity" and expected(series, first)):
        return None
    most = "highest" if sign > 0 else "lowest"
    key, *others = (Option(fact.subject, series.gives(fact), rank=rank_of(fact)) for fact in (first, *wrong))
    made = asked(series.extreme(most), key, others, told(series, most, first, store), first, store)
    return explained(made, f"The answer is “{key.text}”.", series.gives(first, *wrong[:WANTED]), first)


def guessed(series: Series) -> bool:
    """Whether the size of a country, or what all know of it, tells where the value is highest or lowest."""
    return series.noun in ("countries", "states") and bool(_BY_SIZE.search(series.measure.words))


def near(one: Fact, other: Fact) -> bool:
    """Whether two values are too close to be compared."""
    a, b = number_in(one.value), number_in(other.value)
    least = ABOUT if approximate(one.value) or approximate(other.value) else NEAR
    return abs(a - b) <= least * max(abs(a), abs(b))


def expected(series: Series, cell: Fact) -> bool:
    """Whether a cell at an end of a row that nearly only rises or falls is a good guess."""
    steps = [number_in(after.value) > number_in(before.value) for before, after in pairwise(series.cells)]
    steady = max(sum(steps), len(steps) - sum(steps)) >= STEADY * len(steps)
    return steady and cell in (series.cells[0], series.cells[-1])


def rank_of(fact: Fact) -> str:
    """What a row is sorted by: its date, where it is one."""
    found = dates(fact.subject)
    return found[0].iso if found else fact.subject


class Change:
    """How the value changes from one row to another."""

    def __init__(self, before: Fact, after: Fact) -> None:
        self.before, self.after = before, after
        self.by = number_in(after.value) - number_in(before.value)
        self.share = self.by / (abs(number_in(before.value)) or 1)

    def option(self, series: Series) -> Option:
        text = f"{self.before.subject} and {self.after.subject}"
        return Option(text, series.gives(self.before, self.after), rank=rank_of(self.before))


def swing(series: Series, store: Store) -> Question | None:
    """Between which neighbouring times a value rose or fell most; the wrong pairs are the other neighbours."""
    return of_swing(series, largest(series), store)


def counter_swing(series: Series, store: Store) -> Question | None:
    """The same for the other direction than the value's largest change has."""
    best = largest(series)
    return of_swing(series, largest(series, against=best), store) if best else None


def of_swing(series: Series, best: Change | None, store: Store) -> Question | None:
    """The question between which neighbouring times this change took place."""
    if best is None:
        return None
    verb = "rise" if best.by > 0 else "fall"
    wrong = [change for change in changes(series) if change.after is not best.after and below(change, best)]
    wrong.sort(key=lambda change: (change.by * best.by < 0, -abs(change.by)))
    if len(wrong) < WANTED:
        return None
    key, shown = best.option(series), [change.option(series) for change in wrong]
    rivals = sum(change.by * best.by > 0 for change in changes(series)) - 1
    if 0 < rivals < FEWEST_RIVALS or (best.by < 0 and in_war(best)):
        return None
    return asked(
        series.swing(f"{verb} most" if rivals else verb),
        key,
        shown,
        told(series, verb, best.after, store),
        best.after,
        store,
    )


def in_war(change: Change) -> bool:
    """Whether a change touches years of a world war, which everybody guesses."""
    years = [int(fact.subject[:4]) for fact in (change.before, change.after) if YEAR.match(fact.subject)]
    return any(max(years) in war for war in _WARS) if years else False


def changes(series: Series) -> list[Change]:
    """From each time to the next; none where the rows are no times or the values only about right."""
    exact = series.over == "time" and not any(approximate(fact.value) for fact in series.cells)
    return [Change(before, after) for before, after in pairwise(series.cells)] if exact else []


def largest(series: Series, *, against: Change | None = None) -> Change | None:
    """The largest change, of those against another one where that is named, when it stands out among those of its direction."""
    found = [change for change in changes(series) if against is None or change.by * against.by < 0]
    best = max(found, key=lambda change: abs(change.by), default=None)
    if best is None or not best.by:
        return None
    others = [change for change in found if change is not best and change.by * best.by > 0]
    clear = all(abs(best.by) >= CLEARLY * abs(other.by) for other in others)
    return best if clear else None


def below(change: Change, best: Change) -> bool:
    """Whether the change is no rival in proportion either."""
    return change.by * best.by <= 0 or abs(change.share) < abs(best.share)


def moved(series: Series, cells: list[Fact], store: Store) -> Question | None:
    """For which thing alone the value rose or fell from the first to the last of several years."""
    found = spans(series, cells)
    rises, falls = ([change for change in found if sign * change.share > NEAR] for sign in (1, -1))
    few, many, verb = (falls, rises, "fall") if len(falls) <= len(rises) else (rises, falls, "rise")
    return of_span(series, verb, few[0], many, store) if len(few) == 1 and len(many) >= WANTED else None


def gained(series: Series, cells: list[Fact], store: Store) -> Question | None:
    """For which thing the value rose or fell most from the first to the last of several years, in points and in proportion."""
    found = spans(series, cells)
    best = max(found, key=lambda change: abs(change.by), default=None)
    if best is None:
        return None
    rivals = sorted((c for c in found if c is not best and c.by * best.by > 0), key=lambda c: -abs(c.by))
    clear = all(abs(best.by) >= CLEARLY * abs(c.by) and abs(best.share) >= CLEARLY * abs(c.share) for c in rivals)
    verb = "rise most" if best.by > 0 else "fall most"
    return of_span(series, verb, best, rivals, store) if clear and len(rivals) >= WANTED else None


def spans(series: Series, cells: list[Fact]) -> list[Change]:
    """For each thing the change from the first to the last year; none where the years differ or values are only about right."""
    if series.over != "entity" or cells[0].parts["columns"] != "time":
        return []
    rows = by((fact for fact in cells if fact.type == "number"), lambda fact: fact.subject)
    found = [Change(rows[fact.subject][0], fact) for fact in series.cells if rows[fact.subject][0] != fact]
    one_span = len({change.before.relation for change in found}) == 1
    return found if one_span and not any(approximate(c.before.value) for c in found) else []


def of_span(series: Series, verb: str, key: Change, others: list[Change], store: Store) -> Question:
    """The question for which thing the value changed so from one year to another."""

    def option(change: Change) -> Option:
        values = " and ".join(
            f"{counted(f.value, series.unit)} for {f.relation}" for f in (change.before, change.after)
        )
        return Option(change.after.subject, f"The table gives {values}.")

    after = key.after
    stem = series.moved(verb, key.before.relation, after.relation)
    return asked(stem, option(key), list(map(option, others)), told(series, verb, after, store), after, store)


def milestone(series: Series, store: Store) -> Question | None:
    """When the value first rose above, or fell below, a round number; the wrong times are those next to it."""
    if series.over != "time" or any(approximate(fact.value) for fact in series.cells):
        return None
    found = first_beyond([fact.value for fact in series.cells], series.unit)
    if found is None:
        return None
    cell = series.cells[found.place]
    others = sorted(
        (place for place in range(len(series.cells)) if place != found.place),
        key=lambda place: (abs(place - found.place), place),
    )
    key, *wrong = (
        Option(series.cells[n].subject, series.gives(series.cells[n]), rank=rank_of(series.cells[n]))
        for n in (found.place, *others)
    )
    stem = series.first(found.verb, found.bound)
    made = asked(stem, key, wrong, told(series, found.verb, cell, store), cell, store)
    return explained(made, f"The answer is “{key.text}”.", series.gives(series.cells[found.place - 1], cell), cell)


def part(series: Series, store: Store) -> Question | None:
    """About what share of a total that the table gives one of the things has, where that is a plain share."""
    total = 0.0 if _NO_PARTS.search(series.measure.words) else number_in(series.cells[0].parts.get("total", ""))
    if series.over != "entity" or not total or abs(sum(map(value, series.cells)) - total) > EXACT * total:
        return None
    plain = ((fact, text) for fact in sorted(series.cells, key=value, reverse=True) for size, text in SHARES if abs(value(fact) / total - size) <= EXACT / 2)  # fmt: skip
    fact, right = next(plain, (None, ""))
    if fact is None:
        return None
    why = f"The table gives {counted(fact.value, series.unit)} of {counted(fact.parts['total'], series.unit)}."
    options = [
        Option(text, why if text == right else f"{why} That is {right}.", rank=str(n))
        for n, (_, text) in enumerate(SHARES)
    ]
    key = next(option for option in options if option.text == right)
    wrong = [option for option in options if option is not key]
    return asked(series.part(fact.subject), key, wrong, told(series, "part", fact, store), fact, store)


def value(fact: Fact) -> float:
    """The number of a cell."""
    return number_in(fact.value)


def share(series: Series, store: Store) -> Question | None:
    """By about what share the value changed most, when that is a plain one."""
    best = largest(series)
    if best is None:
        return None
    falls = best.by < 0
    plain = SHARES if falls else FACTORS
    size = abs(best.share) if falls else 1 + best.share
    key = next((text for value, text in plain if abs(value - size) <= EXACT * max(1, value)), None)
    if key is None:
        return None
    why = series.gives(best.before, best.after)
    options = [
        Option(text, why if text == key else f"{why} That is {key}.", rank=str(n)) for n, (_, text) in enumerate(plain)
    ]
    verb = "fall" if falls else "grow"
    return asked(
        series.share(verb, best.before.subject, best.after.subject),
        next(option for option in options if option.text == key),
        [option for option in options if option.text != key],
        told(series, "share", best.after, store),
        best.after,
        store,
    )


def crossing(one: Series, other: Series, store: Store) -> Question | None:
    """In which row a column lies above its counterpart, which it does in few of them."""
    if not one.same_sort(other) or not opposed(one, other):
        return None
    beside = {fact.subject: fact for fact in other.cells}
    rows = [(fact, beside[fact.subject]) for fact in one.cells if fact.subject in beside]
    rows = [(a, b) for a, b in rows if not near(a, b)]
    above = [(a, b) for a, b in rows if number_in(a.value) > number_in(b.value)]
    under = [(a, b) for a, b in rows if number_in(a.value) < number_in(b.value)]
    if len(above) > len(under):
        return crossing(other, one, store) if under else None
    if not above or len(under) < WANTED:
        return None

    def option(pair: tuple[Fact, Fact]) -> Option:
        values = f"{series_value(one, pair[0])} and {series_value(other, pair[1])}"
        return Option(pair[0].subject, f"The table gives {values}.", rank=rank_of(pair[0]))

    fact = replace(told(one, "above", above[0][0], store), subject=f"{one.measure.words} and {other.measure.words}")
    return asked(one.crossing(other.measure), option(above[0]), list(map(option, under)), fact, above[0][0], store)


def series_value(series: Series, fact: Fact) -> str:
    """A value with what it is a value of."""
    return f"{counted(fact.value, series.unit)} for {series.measure.words}"


def opposed(one: Series, other: Series) -> bool:
    """Whether the two measures are counterparts, whose balance tells something."""
    return {one.noun_asked, other.noun_asked} in OPPOSED


def ranking(series: Series, store: Store) -> Question | None:
    """Things or times put in the order of their values, which lie well apart and do not follow time."""
    known = series.over == "entity" and series.noun_asked in KNOWN
    if series.over == "order" or known or not series.noun:
        return None
    lot: list[Fact] = []
    ranked = sorted(series.cells, key=lambda fact: -number_in(fact.value))
    for fact in ranked[1:]:  # where it is highest is a question of its own
        if not lot or number_in(fact.value) < (1 - APART) * number_in(lot[-1].value):
            lot.append(fact)
    if len(lot) < SIZE or any(approximate(fact.value) for fact in lot[:SIZE]):
        return None
    lot = lot[:SIZE]
    if series.over == "time" and in_turn([series.cells.index(fact) for fact in lot]):
        return None
    made = ordered(series.ranking(), lot, told(series, "ranked", lot[0], store), series.gives, store)
    return explained(made, f"The order is: {'; '.join(f.subject for f in lot)}.", series.gives(*lot), lot[0])


def in_turn(places: list[int] | list[float]) -> bool:
    """Whether the numbers only go up or only go down."""
    return places in (sorted(places), sorted(places, reverse=True))


def told(series: Series, relation: str, cell: Fact, store: Store) -> Fact:
    """What the question asks for as a fact of its own: it rests on the whole table."""
    subject = f"{series.measure.words}{series.where}{series.when}"
    return replace(cell, subject=subject, relation=relation, evidence=whole(cell, store))


def asked(stem: str, key: Option, wrong: Sequence[Option], fact: Fact, cell: Fact, store: Store) -> Question:
    """The question, its feedback with the cells that decide it."""
    made = choice(fact, stem, key, wrong, level="apply", source=store.source(fact), order=None)
    return explained(made, f"The answer is “{key.text}”.", key.why, cell)
