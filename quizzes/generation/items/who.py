"""Who did it, who is described? The wrong names are others of the same kind in the same part of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.distractors import other_names
from quizzes.generation.language.lexicon import STATES
from quizzes.generation.source import Source
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Level, Question

from .build import Option, choice

_WHICH = {"person": "Who", "state": "Which state", "body": "Which body", "document": "Which document"}
_WHOM = {"person": "Whom", "place": "Which place", "body": "Which body", "document": "Which document"}


def items(store: Store) -> Iterator[Question]:
    """One question for each deed and description whose holder has a name; offices are matched."""
    for fact in store.of("membership", "superlative", "deed", "definition"):
        if fact.type == "group" or (fact.type == "state" and STATES.get(fact.value, fact.value) != fact.value):
            continue
        if fact.pattern == "deed" and fact.type == "state":
            continue  # which of four states did it, most people guess
        stem, level = asked(fact, store.source(fact))
        wrong = other_names(fact, store)
        yield choice(
            fact,
            stem,
            Option(bare_name(fact.value, fact), "This is whom the passage names."),
            [Option(bare_name(name, fact), why) for name, why in wrong],
            level=level,
            source=store.source(fact),
            order=store.chance("who", fact.subject),
        )


def bare_name(name: str, fact: Fact) -> str:
    """The name as an option: bodies without their article, since lists of names are."""
    return re.sub(r"^[Tt]he ", "", name) if fact.type == "body" else name


def asked(fact: Fact, source: Source) -> tuple[str, Level]:
    """The stem and its level."""
    voice = source.voice
    if fact.pattern == "definition":
        return f"{_WHOM.get(fact.type, 'What')} {source.does} describe as {fact.subject}?", "understand"
    return f"{_WHICH[fact.type]}, according to {voice}, {fact.subject}?", "remember"
