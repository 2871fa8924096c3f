"""How many, how much, what share? The wrong figures are others of the same unit in the document, else made ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from quizzes.generation.conflicts import amount
from quizzes.generation.language.words import content, upper_first
from quizzes.generation.source import Source
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .amounts import WANTED, shown, sortable, wrong
from .build import Option, choice

FEWEST, WORDS_EACH = 4, 800
"""A text may be asked for so many figures at least, and for one more for so many words."""
RETURNS, SHORT, OFTEN = 3, 15, 0.2
"""The text returns to a word that stands in so many sentences, a short text in fewer; so large a share of a question's words must be such."""
_ASKING = content("how many much what share percentage sum high large level")
_STATES, MOST_STATES = re.compile(r"how many (?:\w+ )?(?:states|countries|nations|governments)\b"), 195
PRESENT = re.compile(r"\b(?:is|are|does|do|has|have)\b")


def items(store: Store) -> Iterator[Question]:
    """One question for each figure of what a text returns to."""
    told = store.of("number", "figure")
    for fact in telling(store.of("number"), store):
        source = store.source(fact)
        options = wrong(fact, told, source, store.chance("number", fact.subject), partial(possible, fact))
        if len(options) >= WANTED:
            key = Option(shown(fact.value), f"The passage gives {given(fact)}.", rank=sortable(fact.value))
            yield choice(fact, stem(fact, source), key, options, level="remember", source=source, order=None)


def possible(fact: Fact, text: str) -> bool:
    """Whether there can be so many: the world has no more states than that."""
    return not _STATES.search(fact.subject) or amount(text)[0] <= MOST_STATES


def given(fact: Fact) -> str:
    """The figure as the passage gives it: "about 1,200"."""
    return f"{fact.parts.get('about', '')} {shown(fact.value)}".strip()


def stem(fact: Fact, source: Source) -> str:
    """The question, with whom to credit; what is asked in the present is dated by the text."""
    teller = fact.parts.get("teller") or f"{source.voice}{source.writing.removesuffix(',') if present(fact) else ''}"
    average = "on average" if fact.parts.get("average") else ""
    credit = ", ".join(part for part in (fact.parts.get("where", ""), f"according to {teller}", average) if part)
    return upper_first(f"{credit}, {roughly(fact)}{fact.parts.get('asked', fact.subject)}?")


def present(fact: Fact) -> bool:
    return bool(PRESENT.search(fact.subject))


def roughly(fact: Fact) -> str:
    """A word that says that the passage rounds."""
    return "roughly " if fact.parts.get("about") and fact.subject.startswith(("how ", "what share")) else ""


def telling(facts: list[Fact], store: Store) -> list[Fact]:
    """The facts about what the text returns to, no value twice, of those it returns to most."""
    different = {fact.value: fact for fact in reversed(facts) if dwells(fact, store)}
    words = sum(len(sentence.text.split()) for source in store.sources for sentence in source.sentences)
    most = max(FEWEST, words // WORDS_EACH)
    best = sorted(different.values(), key=lambda fact: -weight(fact, store))[:most]
    return [fact for fact in facts if fact in best]


def weight(fact: Fact, store: Store) -> float:
    """How large a share of the fact's words the text returns to."""
    words = {word for word in content(fact.subject) - _ASKING if not word.isdigit()}
    sentences = sum(len(source.sentences) for source in store.sources)
    often = min(RETURNS, 1 + sentences // SHORT)
    return sum(store.weight(word) >= often for word in words) / max(1, len(words))


def dwells(fact: Fact, store: Store, share: float = OFTEN) -> bool:
    """Whether the text returns to what the fact is about."""
    return weight(fact, store) >= share
