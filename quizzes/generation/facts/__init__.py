"""Patterns: each file finds one kind of fact; ``PATTERNS`` lists them in the order in which they are tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from quizzes.generation.text.source import Source
from quizzes.generation.text.wording import in_full
from quizzes.generation.types import Evidence, Fact

from . import (
    acronym,
    argument,
    change,
    claim,
    dated,
    deed,
    definition,
    effect,
    enumeration,
    event,
    figure,
    founding,
    happening,
    membership,
    number,
    place,
    role,
    statement,
    superlative,
    table,
    term,
)

Pattern = Callable[[Source, Counter[str]], Iterator[Fact]]

PATTERNS: dict[str, Pattern] = {
    "acronym": acronym.find,
    "event": event.find,
    "happening": happening.find,
    "dated": dated.find,
    "founding": founding.find,
    "place": place.find,
    "role": role.find,
    "claim": claim.find,
    "argument": argument.find,
    "definition": definition.find,
    "number": number.find,
    "figure": figure.find,
    "change": change.find,
    "statement": statement.find,
    "term": term.find,
    "table": table.find,
    "membership": membership.find,
    "superlative": superlative.find,
    "enumeration": enumeration.find,
    "deed": deed.find,
    "effect": effect.find,
}
"""Name of the pattern → a function from a source (and a counter of refusals) to facts."""


def facts(source: Source, refused: Counter[str]) -> list[Fact]:
    """Every fact that any pattern finds in the source."""
    if not source.english:
        refused["the text is not in English"] += len(source.sentences)
        return []
    if source.damaged:
        refused["damaged text"] += len(source.damaged)
    found = each_happening_once(fact for find in PATTERNS.values() for fact in find(source, refused))
    return [told_in_full(fact, source) if fact.relation == "happened" else fact for fact in found]


def told_in_full(fact: Fact, source: Source) -> Fact:
    """The event with its names as they stand where nothing has been told before."""
    parts = {**fact.parts, "asked": in_full(fact.parts["asked"], source)}
    return replace(fact, subject=in_full(fact.subject, source), parts=parts)


def each_happening_once(found: Iterable[Fact]) -> Iterator[Fact]:
    """The facts without those that date the happening of a passage a second time, which another pattern told better."""
    dated: set[tuple[Evidence, str]] = set()
    for fact in found:
        told = (fact.evidence, fact.value)
        if fact.relation != "happened" or told not in dated:
            yield fact
        if fact.relation == "happened":
            dated.add(told)
