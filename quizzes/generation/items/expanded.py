"""What does a short form stand for? The wrong names have the same initials: another kind of body, or another purpose."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.generation.distractors import swaps
from quizzes.generation.language.words import upper_first
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import SHOWN, Option, choice, spot
from .typed import own_form, uses

CENTRAL, MOST = 5, 2
"""In so many paragraphs a body is named that is central to its text; so many of them one text is asked for."""


def items(store: Store) -> Iterator[Question]:
    """A question for each central body whose name can be varied without another initial."""
    facts = [fact for fact in store.of("acronym") if own_form(fact, store) and uses(fact, store) >= CENTRAL]
    for fact in [fact for fact in facts if len(varied(fact, store)) == SHOWN][:MOST]:
        source = store.source(fact)
        place = upper_first(spot(fact, source))
        yield choice(
            fact,
            f"According to {source.voice}, what does the short form {fact.subject} stand for?",
            Option(fact.value, f"{place}, spells it out so."),
            [Option(name, f"{place}, spells it out as “{fact.value}”.") for name in varied(fact, store)],
            level="remember",
            source=source,
            order=store.chance("expanded", fact.subject),
        )


def varied(fact: Fact, store: Store) -> list[str]:
    """Three other names: one word exchanged in three ways, or two words in each way; no word tells the right name then."""
    words, chance = fact.value.split(), store.chance("varied", fact.subject)
    others = {place: found for place, word in enumerate(words) if (found := swaps(word, words))}
    for found in others.values():
        chance.shuffle(found)
    if len(others) > 1:
        one, two = list(others)[-2:]
        first, second = (exchanged(words, place, others[place][0]) for place in (one, two))
        return [" ".join(name) for name in (first, second, exchanged(first, two, others[two][0]))]
    return [" ".join(exchanged(words, place, other)) for place, found in others.items() for other in found[:SHOWN]]


def exchanged(words: list[str], place: int, other: str) -> list[str]:
    """The words with another one at the place."""
    return [*words[:place], other, *words[place + 1 :]]
