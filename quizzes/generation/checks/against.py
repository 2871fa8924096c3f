"""Flaws that show when a question is held against the whole text: words it does not use, runs of words it does, numbers gone stale."""

from __future__ import annotations

import re

from quizzes.generation.checks.form import value_of
from quizzes.generation.language.dates import dates
from quizzes.generation.language.words import content, norm, word_count
from quizzes.generation.store import Store
from quizzes.generation.types import Question

from .flaw import Flaw, hard, soft

RUN = 5
"""So many words in a row are remembered as they stand."""
STATEMENT = 4
"""From so many words on an option says something; a shorter one names something."""
_PRESENT = re.compile(r"\b(?:is|are|does|do|has|have)\b")


@soft("C10", "a wrong option speaks another language than the text")
def foreign_words(question: Question, store: Store) -> bool:
    if question.pattern in ("acronym", "change") or word_count(question.key) < STATEMENT:
        return False
    return any(unseen(text, store) > max(1, unseen(question.key, store)) for text in question.distractors)


def unseen(text: str, store: Store) -> int:
    """How many content words of the option the course never uses."""
    return sum(store.weight(word) == 0 for word in content(text))


@soft("C11", "only the right option stands in the text word for word")
def verbatim(question: Question, store: Store) -> bool:
    if not runs(question.key) & runs(question.evidence.quote):
        return False
    source = store.sources[question.document]
    told = (
        source.together(words, content(words), 1.0)
        for text in question.distractors
        for words in map(" ".join, runs(text))
    )
    return bool(question.distractors) and not any(told)


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of five words."""
    words = norm(text).split()
    return frozenset(tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


@soft("D6", "a wrong option that the text never names")
def never_named(question: Question, store: Store) -> bool:
    if question.pattern in ("acronym", "sources", "table"):
        return False
    names = [text for text in question.distractors if word_count(text) < STATEMENT and value_of(text) is None]
    return any(
        text not in store.glossary_names and not any(store.weight(word) for word in content(text)) for text in names
    )


@hard("D10", "an office or a number of today without its date")
def stale(question: Question, store: Store) -> bool:
    if question.kind != "multiple_choice" or question.pattern not in ("number", "role"):
        return False
    return bool(_PRESENT.search(question.stem)) and not dates(question.stem) and "/" not in question.stem


FLAWS: tuple[Flaw, ...] = (foreign_words, verbatim, never_named, stale)
