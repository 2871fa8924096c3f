"""Which statement agrees with the text? The wrong ones make a word of other statements on the same topic its opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.language.lexicon import FAMOUS, STATES
from quizzes.generation.language.twist import families, opposite
from quizzes.generation.language.words import content
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import Option, choice, evenly

FEWEST, WANTED = 2, 3


Twist = tuple[str, str]
"""A false version and why it is false."""


def items(store: Store) -> Iterator[Question]:
    """One question for each statement; every second one that can be turned round is kept for wrong options."""
    turned = {fact: twist for fact in kept_back(store) if (twist := turned_round(fact, store))}
    for fact in store.of("statement"):
        if fact in turned:
            continue
        source = store.source(fact)
        on_topic = [
            other
            for other in turned
            if other.document == fact.document and unlike(other, fact) and speaks_of(turned[other][0], fact.subject)
        ]
        if len(on_topic) < FEWEST:
            continue
        wrong = evenly(fact.value, on_topic, lambda other: other.value)[:WANTED]
        made = choice(
            fact,
            f"Which of these statements about {source.with_article(fact.subject)} agrees with {source.account}?",
            Option(fact.value, "The passage says so."),
            [Option(*turned[other]) for other in wrong],
            level="understand",
            source=source,
            order=store.chance("stated", fact.value),
        )
        yield replace(made, used=tuple(wrong))


def kept_back(store: Store) -> list[Fact]:
    """Every second statement that can be turned round: they make the wrong options and are not asked about."""
    return [fact for fact in store.of("statement") if turned_round(fact, store)][::2]


def speaks_of(text: str, topic: str) -> bool:
    """Whether the turned statement still names the topic."""
    if " and " in topic and topic.split(" and ")[0] in STATES:
        return set(topic.split(" and ")) <= set(families(text))
    return re.search(rf"\b{re.escape(topic)}\b", text) is not None


def unlike(other: Fact, fact: Fact) -> bool:
    """Whether the two statements come from different paragraphs and say different things."""
    shared = content(other.value) & content(fact.value)
    return other.evidence.block != fact.evidence.block and len(shared) < 0.5 * len(content(fact.value))


def turned_round(fact: Fact, store: Store) -> Twist | None:
    """The statement with a word made its opposite, which the text then contradicts; nothing less would make it false."""
    odd = None if FAMOUS.search(fact.value) else opposite(fact.value)
    source = store.source(fact)
    return (odd[0], f"{source.says('writes')} “{odd[1]}”, not “{odd[2]}”: “{fact.value}.”") if odd else None
