"""Who joined, who is the first of its kind, who holds the office? The name is typed, so that no weak wrong option can give it away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.distractors import last, pool, tied
from quizzes.generation.language.known import FAMED_PERSONS
from quizzes.generation.language.lexicon import STATES
from quizzes.generation.language.states import families
from quizzes.generation.language.words import bag, content, tokens
from quizzes.generation.store import Store, distinct
from quizzes.generation.types import Fact, Question

from .typed import aliases, bearers, names_of, question, returns

_WHO = {"person": "Who", "state": "Which state", "body": "Which body"}
RETURNS = 3
"""A body that fewer sentences name is a detail."""
_PLURAL = re.compile(r"(?:are|were|have|do)\b")
_BODIES = bag(
    """organization organisation union group council committee commission agency party bank fund assembly
    university institute center centre foundation association federation league congress corporation company board academy society
    bureau office senate forum alliance community commonwealth conference"""
)
"""Nouns for those who can act; a war, a treaty or a corridor cannot, and a ministry goes by too many names."""
_STATES = {
    "United States": ["United States of America", "USA", "US"],
    "United Kingdom": ["UK", "Britain", "Great Britain"],
    "Russia": ["Russian Federation"],
    "Turkey": ["Türkiye"],
    "Soviet Union": ["USSR"],
    "United Arab Emirates": ["UAE"],
}
"""Other names of states; a seat of government is no right answer to "Which state"."""


def items(store: Store) -> Iterator[Question]:
    """A question for each joining, superlative or office of which no other actor of the text comes into question."""
    for fact in store.of("membership", "superlative", "role"):
        accepted = names(fact, store)
        if accepted and fits(fact, accepted[0]) and sole(fact, accepted[0], store):
            made = question(fact, f"{asked(fact, store)} Type the name: ____", accepted, "remember", store)
            yield replace(made, lesser=not matters(fact, store))


def asked(fact: Fact, store: Store) -> str:
    """The stem."""
    source = store.source(fact)
    if fact.pattern == "role":
        return f"Whom {source.does} name as {fact.subject}?"
    return f"{_WHO[fact.type]}, according to {source.voice}, {fact.subject}?"


def matters(fact: Fact, store: Store) -> bool:
    """Whether the text comes back to the body in which somebody holds an office, and not everybody knows the holder."""
    source = store.source(fact)
    named = [word for word in tokens(fact.subject) if source.is_name(word)]
    return fact.pattern != "role" or (
        fact.value not in FAMED_PERSONS and bool(named) and all(source.often(word) >= RETURNS for word in named)
    )


def fits(fact: Fact, name: str) -> bool:
    """Whether the words do not name the actor and stand alone, and a verb in the plural has no single actor."""
    named = content(name) & content(fact.subject) or name in families(fact.subject)
    return not named and not _PLURAL.match(fact.subject)


def sole(fact: Fact, name: str, store: Store) -> bool:
    """Whether no sentence brings another actor of the kind, whom the question does not name, together with what is asked."""
    source, words = store.source(fact), content(fact.subject)
    others = [other for other in pool(fact, source) if last(other) != last(name) and not content(last(other)) & words]
    return not any(tied(other, words, source) for other in others)


def names(fact: Fact, store: Store) -> list[str]:
    """What may be typed; nothing where the actor has no proper name."""
    plain = re.sub(r"^[Tt]he ", "", fact.value)
    if fact.type == "state":
        state = STATES[plain]
        return distinct([state, *_STATES.get(state, []), *([plain] if plain != state else [])])
    if fact.type == "person":
        full = store.source(fact).named.persons.get(fact.value, fact.value)
        sure = " " in fact.value or len(bearers(last(full), store.source(fact))) == 1
        return names_of(replace(fact, value=full), store) if " " in full and sure and returns(fact, store) else []
    spelled = {fact.subject: fact.value for fact in store.known("acronym")}
    forms = [plain, *(form for pair in spelled.items() if plain in pair for form in pair), *aliases(plain, store)]
    return distinct(forms) if any(content(form) & _STEMS for form in forms) else []


_STEMS = frozenset(stem for word in _BODIES for stem in content(word))
