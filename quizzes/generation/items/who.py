"""Who is described? The wrong names are others of the same kind, whom the same document describes otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.language.known import FAMED_PERSONS
from quizzes.generation.language.words import upper_first
from quizzes.generation.store import Store
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact, Question

from .build import Option, choice, spot
from .described import fits

FEWEST = 2
_WHOM = {"person": "Whom", "place": "Which place", "body": "Which body"}


def items(store: Store) -> Iterator[Question]:
    """One question for each description of what has a name, where the text describes two others of the kind."""
    for fact in store.of("definition"):
        source = store.source(fact)
        wrong = [other for other in store.known("definition") if fits(other, fact, store) and not famed(other)]
        if len(wrong) >= FEWEST and not famed(fact):
            yield choice(
                fact,
                asked(fact, source),
                Option(bare_name(fact.value, fact), f"{upper_first(spot(fact, source))}, describes {fact.value} so."),
                [Option(bare_name(other.value, other), told(other, source)) for other in wrong],
                level="understand",
                source=source,
                order=store.chance("who", fact.subject),
            )


def famed(fact: Fact) -> bool:
    """Whether everybody knows the person."""
    return fact.value in FAMED_PERSONS


def told(other: Fact, source: Source) -> str:
    """How the text describes another instead."""
    return f"{upper_first(source.says('describes'))} {other.value} as {other.subject} ({spot(other, source)})."


def bare_name(name: str, fact: Fact) -> str:
    """The name as an option: bodies without their article, since lists of names are."""
    return re.sub(r"^[Tt]he ", "", name) if fact.type == "body" else name


def asked(fact: Fact, source: Source) -> str:
    """The stem, which typed answers share."""
    return f"{_WHOM.get(fact.type, 'What')} {source.does} describe as {fact.subject}?"
