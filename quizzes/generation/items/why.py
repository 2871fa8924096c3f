"""Why did it happen, what was it for, what led to it? The wrong answers explain other things in the same document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.distractors import tied
from quizzes.generation.language.words import content, tokens, upper_first
from quizzes.generation.source import Source
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import Option, choice, evenly, lower_first

WANTED = 3


def items(store: Store) -> Iterator[Question]:
    """One question for each explanation."""
    for fact in store.of("reason", "effect"):
        source = store.source(fact)
        wrong = evenly(fact.value, list(others(fact, store)), lambda other: other.value)[:WANTED]
        yield choice(
            fact,
            asked(fact, source),
            Option(said(fact), "The passage gives this explanation."),
            [Option(said(o, fact.type), f"{source.says('says')} this of something else: {o.subject}.") for o in wrong],
            level="understand",
            source=source,
            order=store.chance("why", fact.subject),
        )


def asked(fact: Fact, source: Source) -> str:
    """The stem."""
    if fact.pattern == "effect":
        return f"What, according to {source.voice}, {fact.subject}?"
    if fact.type == "to":
        return (
            f"For what purpose, according to {source.voice}, {fact.parts['asked']}?"
            if fact.parts["asked"]
            else f"What purpose {source.does} see in the fact that {lower_first(fact.subject)}?"
        )
    if fact.parts["asked"]:
        return f"Why, according to {source.voice}, {fact.parts['asked']}?"
    return f"What reason {source.does} give for the fact that {lower_first(fact.subject)}?"


def said(fact: Fact, kind: str = "") -> str:
    """An explanation as an option, all of one question in the same form."""
    if (kind or fact.type) == "to":
        value = fact.value.removeprefix("to ")
        return f"To {value}"
    if fact.type == "because":
        return f"Because {fact.value}"
    return upper_first(fact.value) if fact.type == "thing" else f"Because of {lower_first(fact.value)}"


def others(fact: Fact, store: Store) -> Iterator[Fact]:
    """Explanations of the same form of other things; for purposes also the aims of actors."""
    same = {"because": ("because",), "because of": ("because of",), "to": ("to", "aim"), "thing": ("thing",)}[fact.type]
    words = content(fact.subject)
    for other in (*store.known("reason", "effect", "aim"), *(things(store) if fact.type == "thing" else ())):
        apart = other.document == fact.document and other.type in same and other.evidence.block != fact.evidence.block
        if (
            apart
            and not tied_words(other.value, words, store, fact)
            and not (names_of(other.value) & names_of(fact.value))
        ):
            yield other


def names_of(text: str) -> set[str]:
    """The names in an explanation: two explanations that share one may come to the same."""
    return {re.sub(r"['’]s$", "", word) for word in tokens(text)[1:] if word[:1].isupper()}


def things(store: Store) -> list[Fact]:
    """Named happenings, which can be taken for the cause of something."""
    return [
        replace(event, type="thing", value=event.subject)
        for event in store.of("event")
        if event.parts["form"] == "phrase"
    ]


def tied_words(value: str, words: frozenset[str], store: Store, fact: Fact) -> bool:
    """Whether the explanation speaks of what is to be explained."""
    shared = content(value) & words
    return len(shared) >= 0.5 * max(len(content(value)), 1) or tied(value, words, store.source(fact))
