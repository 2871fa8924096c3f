"""Match offices with their holders; some responses stay over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from quizzes.generation.distractors import last, other_names
from quizzes.generation.language.words import upper_first
from quizzes.generation.store import Store, distinct
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact, Level, Question

from .build import LETTERS, finished, spot
from .ordering import near
from .typed import returns

FEWEST, MOST, SPARE = 4, 5, 2


def items(store: Store) -> Iterator[Question]:
    """Matching questions of roles, for each document."""
    for source in store.sources:
        own = [fact for fact in store.facts if fact.document == source.index and fact.askable]
        described = [
            fact
            for fact in own
            if fact.relation in ("is held by", "describes")
            and fact.type == "person"
            and not tells(fact)
            and returns(fact, store)
        ]
        for lot in group(sorted(described, key=lambda fact: fact.lesser)):
            stem = f"Match each office or description with the one whom {source.says('names')} in it."
            yield from of_names(lot, stem, "understand", store)


def group(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Facts in lots of four or five, in each lot every answer once."""
    unique: list[Fact] = []
    for fact in facts:
        if all(fact.value != f.value and not near(fact.subject, f.subject) for f in unique):
            unique.append(fact)
    lots = [unique[n : n + MOST] for n in range(0, len(unique), MOST)]
    return [lot for lot in lots if len(lot) >= FEWEST]


def of_names(lot: list[Fact], stem: str, level: Level, store: Store) -> Iterator[Question]:
    """Offices on the left, those who hold them on the right."""
    names = {fact.value for fact in lot}
    spare = distinct(name for fact in lot for name, _ in other_names(fact, store) if name not in names)
    spare = [name for name in spare if not any(last(name) in known.split() for known in names)]
    if len(spare) >= SPARE:
        yield from question(lot, stem, level, {fact.subject: fact.value for fact in lot}, sorted(spare)[:SPARE], store)


def tells(fact: Fact) -> bool:
    """Whether a description shows whom it describes: by a pronoun, or because everybody knows who holds the office."""
    return bool(
        re.search(
            r"\b(?:he|she|his|her|him|son|daughter|wife|husband|father|mother)\b|(?i:foreign|prime) ?minister|minister of foreign",
            fact.subject,
        )
    )


def question(
    lot: list[Fact], stem: str, level: Level, answers: dict[str, str], spare: list[str], store: Store
) -> Iterator[Question]:
    """The question, when there is a response to spare."""
    if not spare or any(near(a.subject, b.subject) for a, b in combinations(lot, 2)):
        return
    responses = sorted({*answers.values(), *spare}, key=lambda text: (text.split()[-1], text))
    ids = {text: str(number) for number, text in enumerate(responses, 1)}
    source = store.source(lot[0])
    premises = [
        {
            "id": LETTERS[n],
            "text": fact.subject,
            "why": reason(fact, answers[fact.subject], source),
            "evidence": fact.evidence.to_dict(),
        }
        for n, fact in enumerate(shuffled(lot, store))
    ]
    data = {
        "premises": premises,
        "responses": [{"id": ids[text], "text": text} for text in responses],
        "pairs": {LETTERS[n]: ids[answers[fact.subject]] for n, fact in enumerate(shuffled(lot, store))},
    }
    first = lot[0]
    answer = "; ".join(f"{fact.subject} – {answers[fact.subject]} ({spot(fact, source)})" for fact in lot) + "."
    made = Question(
        "matching", first.pattern, level, stem, data, first.evidence, first.section, "", tuple(lot), document=first.document,
    )  # fmt: skip
    yield finished(made, source, answer)


def reason(fact: Fact, answer: str, source: Source) -> str:
    """Where the text says so."""
    return f"{upper_first(spot(fact, source))}, names {answer}."


def shuffled(lot: list[Fact], store: Store) -> list[Fact]:
    """The lot in an order that tells nothing: events come sorted by their dates."""
    shown = list(lot)
    store.chance("match", *(fact.subject for fact in lot)).shuffle(shown)
    return shown
