"""Match claims with those who made them, offices with their holders, events with their years; some responses stay over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from quizzes.generation.distractors import last, other_dates, other_names
from quizzes.generation.language.dates import written
from quizzes.generation.language.twist import families
from quizzes.generation.language.words import content
from quizzes.generation.store import Store, distinct
from quizzes.generation.types import Fact, Level, Question

from .build import LETTERS, finished

FEWEST, MOST, SPARE, LOTS = 3, 4, 2, 6
PAST = {"Soviet Union", "Yugoslavia", "Ottoman Empire"}
"""States of the past, which nobody takes for an actor of today."""


def items(store: Store) -> Iterator[Question]:
    """Matching questions of claims, of roles and of dated events, for each document."""
    for source in store.sources:
        own = [fact for fact in store.facts if fact.document == source.index and fact.askable]
        forms: tuple[tuple[tuple[str, ...], Level, str], ...] = (
            (
                ("is held by", "describes"),
                "understand",
                f"Match each office or description with the one whom {source.says('names')} in it.",
            ),
        )
        for relations, level, stem in forms:
            for lot in group([fact for fact in own if fact.relation in relations and fact.type == "person"]):
                yield from of_names(lot, stem, level, store)
        yield from of_actors(
            own,
            f"Match each statement with the state of which {source.says('says')} it; a state may be used more than once.",
            store,
        )
        yield from of_years(
            group([fact for fact in own if fact.pattern == "event"]),
            f"Match each event with the year in which it took place, according to {source.voice}.",
            store,
        )


def group(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Facts in lots of three or four, in each lot every answer once; years count for whole dates."""
    unique: list[Fact] = []
    for fact in facts:
        key = fact.value[:4] if fact.pattern == "event" else fact.value
        if all(key not in (f.value, f.value[:4]) and fact.subject != f.subject for f in unique):
            unique.append(fact)
    lots = [unique[n : n + MOST] for n in range(0, len(unique), MOST)]
    return [lot for lot in lots if len(lot) >= FEWEST]


def of_names(lot: list[Fact], stem: str, level: Level, store: Store) -> Iterator[Question]:
    """Statements or offices on the left, those to whom they belong on the right."""
    names = {fact.value for fact in lot}
    spare = distinct(name for fact in lot for name, _ in other_names(fact, store) if name not in names)
    spare = [name for name in spare if not any(last(name) in known.split() for known in names)]
    yield from question(lot, stem, level, {fact.subject: fact.value for fact in lot}, sorted(spare)[:SPARE], store)


def of_actors(facts: Sequence[Fact], stem: str, store: Store) -> Iterator[Question]:
    """What is said of states on the left, the states on the right; a state may be the answer twice."""
    deeds = [fact for fact in facts if fact.pattern == "deed" and fact.type == "state"]
    for _ in range(LOTS):
        lot = taking_turns(deeds)
        if len(lot) < FEWEST or len({fact.parts["actor"] for fact in lot}) < 2:
            return
        actors = {fact.parts["actor"] for fact in lot}
        often = store.sources[lot[0].document].named.states.most_common(8)
        spare = [name for name, _ in often if name not in actors | PAST]
        answers = {f"… {fact.subject}": fact.parts["actor"] for fact in lot}
        shown = [replace(fact, subject=f"… {fact.subject}") for fact in lot]
        yield from question(shown, stem, "apply", answers, spare[: max(SPARE, 5 - len(actors))], store)
        deeds = [fact for fact in deeds if fact not in lot]


def taking_turns(deeds: Sequence[Fact]) -> list[Fact]:
    """Up to four statements, each next one of the actor that has had the fewest, none that names its own actor."""
    lot: list[Fact] = []
    left = [fact for fact in deeds if fact.parts["actor"] not in families(fact.subject) and not gives_away(fact)]
    while left and len(lot) < MOST:
        left = [fact for fact in left if not any(near(fact.subject, known.subject) for known in lot)] or left[:0]
        if not left:
            break
        had = Counter(fact.parts["actor"] for fact in lot)
        fact = min(left, key=lambda fact: had[fact.parts["actor"]])
        if had[fact.parts["actor"]] >= 2:
            break
        lot.append(fact)
        left.remove(fact)
    return lot


def of_years(lots: list[list[Fact]], stem: str, store: Store) -> Iterator[Question]:
    """Events on the left, years on the right."""
    for lot in lots:
        years = {fact.value[:4] for fact in lot}
        spare = [iso for fact in lot for iso in other_dates(fact, store, "year") if iso not in years]
        answers = {fact.subject: written(fact.value[:4]) for fact in lot}
        yield from question(lot, stem, "understand", answers, distinct(spare)[:SPARE], store)


def near(one: str, other: str) -> bool:
    """Whether two premises say much the same."""
    mine, theirs = content(one), content(other)
    return len(mine & theirs) > 0.5 * min(len(mine), len(theirs))


def gives_away(fact: Fact) -> bool:
    """Whether a premise names so many other states that few are left to choose from."""
    return len([state for state in families(fact.subject) if state != fact.parts["actor"]]) > 1


def question(
    lot: list[Fact], stem: str, level: Level, answers: dict[str, str], spare: list[str], store: Store
) -> Iterator[Question]:
    """The question, when there is a response to spare."""
    if not spare or any(near(a.subject, b.subject) for a, b in combinations(lot, 2)):
        return
    responses = sorted({*answers.values(), *spare}, key=lambda text: text.split()[-1])
    ids = {text: str(number) for number, text in enumerate(responses, 1)}
    premises = [
        {
            "id": LETTERS[n],
            "text": fact.subject,
            "why": f"The passage names {answers[fact.subject]}.",
            "evidence": fact.evidence.to_dict(),
        }
        for n, fact in enumerate(lot)
    ]
    data = {
        "premises": premises,
        "responses": [{"id": ids[text], "text": text} for text in responses],
        "pairs": {LETTERS[n]: ids[answers[fact.subject]] for n, fact in enumerate(lot)},
    }
    first = lot[0]
    answer = "; ".join(f"{fact.subject} – {answers[fact.subject]}" for fact in lot) + "."
    made = Question(
        "matching",
        first.pattern,
        level,
        stem,
        data,
        first.evidence,
        first.section,
        "",
        tuple(lot),
        document=first.document,
    )
    yield finished(made, store.source(first), answer)
