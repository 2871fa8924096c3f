"""How many, how much, what share? The wrong figures are others of the same unit in the document, else made ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from quizzes.generation.amounts.figures import DIGITS, dated, fraction
from quizzes.generation.amounts.notable import PRESENT, in_present
from quizzes.generation.amounts.quantities import POLL, TIME
from quizzes.generation.conflicts import amount
from quizzes.generation.language.words import content, upper_first
from quizzes.generation.store import Store
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact, Question

from .amounts import WANTED, as_given, made, shown, sortable, wrong
from .build import Option, choice

EASY_STEM, MOST_STEM = 28, 32
"""A question of more words than the first is stiff; more than the second no question has."""
NAMELESS = "the text"
"""What a question calls a text without author and title, so that nobody knows which is meant."""
FEWEST, WORDS_EACH = 4, 500
"""A text may be asked for so many figures at least, and for one more for so many words."""
RETURNS, SHORT, OFTEN = 3, 15, 0.2
"""The text returns to a word that stands in so many sentences, a short text in fewer; so large a share of a question's words must be such."""
_ASKING = content("how many much what share percentage sum high large level")
_OF_ALL = re.compile(rf"how many of the (?P<all>(?:{DIGITS})(?: (?:million|billion|thousand))?)")
_STATES, MOST_STATES = re.compile(r"how many (?:\w+ )?(?:states|countries|nations|governments)\b"), 195
_ASKS = re.compile(r"\bhow (?:many|much|large|high)\b|\bwhat (?:share|percentage|sum|was|were|is|are)\b")
_WAS = re.compile(r"\b(?:was|were|is|are)$")


def items(store: Store) -> Iterator[Question]:
    """One question for each figure of what a text returns to that has good wrong ones on either side."""
    for fact in telling(store.of("number"), store):
        source = store.source(fact)
        if options := choices(fact, store):
            key = Option(
                shown(in_numerals(fact).value),
                f"The passage gives {as_given(fact)}.",
                rank=sortable(in_numerals(fact).value),
            )
            asked = stem(fact, source)
            question = choice(fact, asked, key, options, level="remember", source=source, order=None)
            yield replace(question, lesser=stiff(asked, source))


def length(asked: str, source: Source) -> int:
    """How many words a question has, a title in it counted as one."""
    return len(asked.replace(source.voice, "Xanadu").split())


def stiff(asked: str, source: Source) -> bool:
    """Whether a question is longer than one likes to read, or cannot say which text it is on."""
    return length(asked, source) > EASY_STEM or source.voice == NAMELESS


def choices(fact: Fact, store: Store) -> list[Option]:
    """The wrong figures for a fact; none where they would be too few, or could lie on one side of the right one only."""
    fact, chance = in_numerals(fact), store.chance("number", fact.subject)
    found = wrong(fact, store.of("number", "figure"), store.source(fact), chance, partial(possible, fact))
    return found if len(found) >= WANTED and between(fact, store) else []


def in_numerals(fact: Fact) -> Fact:
    """The fact with its figure in numerals and rounded, as the options show it."""
    numeral = fact.parts.get("numeral")
    return replace(fact, value=numeral, parts={**fact.parts, "given": fact.value}) if numeral else fact


def between(fact: Fact, store: Store) -> bool:
    """Whether there can be smaller and larger figures beside that of the fact."""
    chance = store.chance("sides", fact.subject)
    return bool(fraction(fact.value)) or all(made(fact.value, 1, chance, smaller=smaller) for smaller in (True, False))


def possible(fact: Fact, text: str) -> bool:
    """Whether there can be so many: the world has no more states than that, and a part is smaller than the whole."""
    most = _OF_ALL.search(fact.subject)
    if most and amount(text)[0] >= amount(most["all"])[0]:
        return False
    return not _STATES.search(fact.subject) or amount(text)[0] <= MOST_STATES


def stem(fact: Fact, source: Source) -> str:
    """The question, with whom to credit; what is asked in the present is dated by the text."""
    teller = fact.parts.get("teller") or f"{source.voice}{source.writing.removesuffix(',') if present(fact) else ''}"
    where = fact.parts.get("where", "")
    if POLL.search(where) and not fact.parts.get("teller"):
        return f"{upper_first(where)} cited by {source.voice}, {worded(fact, placed=True)}?"
    return f"According to {teller}, {worded(fact)}?"


def worded(fact: Fact, *, placed: bool = False) -> str:
    """The question itself, with its place, and with what the passage says of how sure the figure is."""
    asked = fact.parts.get("asked", fact.subject)
    if fact.parts.get("average"):
        asked = before_time(asked, "on average")
    if (where := fact.parts.get("where")) and not placed:
        asked = before_time(asked, where) if where.startswith("in ") and not POLL.search(where) else f"{where}, {asked}"
    roughly = fact.parts.get("about") or fact.parts.get("rounded")
    return _ASKS.sub(approximated, asked, count=1) if roughly else asked


def approximated(asks: re.Match[str]) -> str:
    """ "roughly how many", "what, roughly, was the"."""
    words = asks.group()
    return f"what, roughly, {words.removeprefix('what ')}" if _WAS.search(words) else f"roughly {words}"


def before_time(asked: str, words: str) -> str:
    """The question with further words at its end, before the time that it names there."""
    time = re.search(rf" {TIME}$", asked)
    return f"{asked[: time.start()]} {words}{time.group()}" if time else f"{asked} {words}"


def present(fact: Fact) -> bool:
    return bool(PRESENT.search(fact.subject)) or (not dated(fact.subject) and in_present(fact.subject))


def telling(facts: list[Fact], store: Store) -> list[Fact]:
    """The facts about what the text returns to, no value twice, of those it returns to most."""
    short = [fact for fact in facts if length(stem(fact, store.source(fact)), store.source(fact)) <= MOST_STEM]
    short.sort(key=lambda fact: fact.lesser)
    different = {fact.value: fact for fact in reversed(short) if dwells(fact, store)}
    words = sum(len(sentence.text.split()) for source in store.sources for sentence in source.sentences)
    most = max(FEWEST, words // WORDS_EACH)
    best = sorted(different.values(), key=lambda fact: (fact.lesser, -weight(fact, store)))[:most]
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
