"""Who says it, who did it, who is described? The wrong names are others of the same kind in the same document."""

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
    """One question for each claim, role, deed and description whose holder has a name."""
    for fact in store.of("claim", "role", "membership", "superlative", "deed", "definition"):
        if fact.pattern == "role" and (" of " not in fact.subject or "minister" in fact.subject.casefold()):
            continue  # a minister is better matched than asked for alone
        if fact.type == "group" or (fact.type == "state" and STATES.get(fact.value, fact.value) != fact.value):
            continue
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
    if fact.relation == "said":
        return f"According to {voice}, who said: “{fact.subject.rstrip('.')}”?", "understand"
    if fact.relation == "cited":
        return f"Which work {source.does} cite for the statement that {source.inside(fact.subject)}?", "understand"
    if fact.relation == "claimed":
        return f"Who, according to {voice}, holds that {source.inside(fact.subject)}?", "understand"
    if fact.pattern == "role":
        return f"Whom {source.does}{source.writing} name as {fact.subject}?", "remember"
    if fact.pattern == "definition":
        return f"{_WHOM.get(fact.type, 'What')} {source.does} describe as {fact.subject}?", "understand"
    return f"{_WHICH[fact.type]}, according to {voice}, {fact.subject}?", "remember"
