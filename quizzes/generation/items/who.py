"""Who is described? The wrong names are others of the same kind in the same part of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.alternatives import MOST
from quizzes.generation.distractors import other_names
from quizzes.generation.source import Source
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import SHOWN, Option, choice

_WHOM = {"person": "Whom", "place": "Which place", "body": "Which body"}


def items(store: Store) -> Iterator[Question]:
    """One question for each description of what has a name, where three others of the kind stand near it."""
    for fact in store.of("definition"):
        source, wrong = store.source(fact), other_names(fact, store, SHOWN + MOST)
        if len(wrong) >= SHOWN:
            yield choice(
                fact,
                asked(fact, source),
                Option(bare_name(fact.value, fact), "This is whom the passage names."),
                [Option(bare_name(name, fact), why) for name, why in wrong],
                level="understand",
                source=source,
                order=store.chance("who", fact.subject),
            )


def bare_name(name: str, fact: Fact) -> str:
    """The name as an option: bodies without their article, since lists of names are."""
    return re.sub(r"^[Tt]he ", "", name) if fact.type == "body" else name


def asked(fact: Fact, source: Source) -> str:
    """The stem, which typed answers share."""
    return f"{_WHOM.get(fact.type, 'What')} {source.does} describe as {fact.subject}?"
