"""How did it change? Four changes to choose from: the right one, another with one end in common, and both turned round."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.amounts.figures import exact, rounded
from quizzes.generation.conflicts import amount, unit
from quizzes.generation.language.words import word_count
from quizzes.generation.store import Store
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact, Question

from .amounts import LEAST_SHARE, MOST_SHARE, WHOLE, in_quote, shaped
from .build import Option, choice
from .number import length

TRIES, MOST_BEFORE_VERB = 12, 10
EASY_STEM, MOST_STEM = 28, 34
"""A question of more words than the first is stiff; more than the second no question has."""
_ROLE = r"the \w+ of \w+"
_IN_WHICH = re.compile(
    rf" in which (?:(?P<one>[\w -]+?) (?:was|were|is|are) (?P<role>{_ROLE})|(?P<first>{_ROLE}) (?:was|is) (?P<other>[A-Z]\w+))(?P<place> in (?:the )?[A-Z][\w ]+)?$"
)
LARGER, SMALLER, CLEARLY, LEAST_POINTS = (1.5, 2.2), (0.35, 0.6), 0.35, 3
"""The other change is larger or smaller by such a factor; its end lies off by that share of the right change, and by so many points."""
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def items(store: Store) -> Iterator[Question]:
    """One question for each change."""
    for fact in store.of("change"):
        source, chance = store.source(fact), store.chance("change", fact.subject)
        before, after = ends(fact)
        pair = next((pair for _ in range(TRIES) if (pair := others(before, after, fact, chance))), None)
        if pair is None:
            continue
        gave = f"the passage gives {told(fact)}"
        more = difference(before, after) > difference(*pair)
        wrong = [
            Option(moved(after, before, fact), f"It is the other way round: {gave}."),
            Option(moved(*pair, fact), f"It changed {'more' if more else 'less'} than that: {gave}."),
            Option(moved(*pair[::-1], fact), f"Neither direction nor size is right: {gave}."),
        ]
        asked = stem(fact, source)
        if length(asked, source) > MOST_STEM:
            continue
        key = Option(moved(before, after, fact), f"The passage gives {told(fact)}.")
        question = choice(fact, asked, key, wrong, level="understand", source=source, order=chance)
        yield replace(question, lesser=length(asked, source) > EASY_STEM)


def stem(fact: Fact, source: Source) -> str:
    """The question; a long name of what changed stands at its end, where no verb waits for it."""
    what, where, span = thing(fact), fact.parts["where"], fact.parts["span"]
    if where and where not in what:
        what = f"{what} {where}"
    if word_count(what) <= MOST_BEFORE_VERB:
        return f"According to {source.voice}, how did {what} change{span}?"
    return f"What change{span} {source.does} report in {what}?"


def thing(fact: Fact) -> str:
    """What changed, without a clause that opens with "in which": "schools in Oslo with Danish as the language of instruction"."""
    what, where = fact.parts["what"], fact.parts["where"]
    match = _IN_WHICH.search(what)
    if not match:
        return what
    place = match["place"] or (f" {where}" if where else "")
    return f"{what[: match.start()]}{place} with {match['one'] or match['other']} as {match['role'] or match['first']}"


def others(before: str, after: str, fact: Fact, chance: random.Random) -> tuple[str, str] | None:
    """A change in the same direction with one end in common with the right one, clearly larger or smaller than it."""
    early, larger = chance.random() < 0.5, chance.random() < 0.5
    kept, moving = (after, before) if early else (before, after)
    (stays, _), (goes, _) = amount(kept), amount(moving)
    found = _NUMBER.search(moving)
    if not found or stays == goes:
        return None
    by = (goes - stays) * chance.uniform(*(LARGER if larger else SMALLER))
    scale = goes / float(found.group().replace(",", ""))
    number = (stays + by) / scale
    most = MOST_SHARE if unit(moving) == "%" and max(stays, goes) <= WHOLE else float("inf")
    if not LEAST_SHARE / scale < number <= most:
        return None
    text = moving[: found.start()] + shaped(number, found.group(), chance) + moving[found.end() :]
    size = amount(text)[0]
    clear = abs(size - goes) >= CLEARLY * abs(goes - stays) and (size - stays) * (goes - stays) > 0
    told_apart = unit(moving) != "%" or abs(size - goes) >= LEAST_POINTS
    if not clear or not told_apart or in_quote(text, fact):
        return None
    return (text, after) if early else (before, text)


def ends(fact: Fact) -> tuple[str, str]:
    """The figures before and after, with two digits that count where one of them has more than anybody keeps in mind."""
    before, after = fact.parts["low"], fact.value
    return (rounded(before), rounded(after)) if exact(before) or exact(after) else (before, after)


def difference(one: str, other: str) -> float:
    """How far two figures lie apart."""
    return abs(amount(one)[0] - amount(other)[0])


def moved(before: str, after: str, fact: Fact) -> str:
    """ "a rise from 45 per cent to 78 per cent", "a fall from 200 to 120 ships"."""
    noun = fact.parts["noun"] and f" {fact.parts['noun']}"
    about = "about " if exact(fact.parts["low"]) or exact(fact.value) or is_rough(fact) else ""
    return (
        f"a {'rise' if amount(after)[0] > amount(before)[0] else 'fall'} from {about}{before} to {about}{after}{noun}"
    )


def is_rough(fact: Fact) -> bool:
    """Whether the passage gives either figure as about right."""
    either = "|".join(map(re.escape, (fact.parts["low"], fact.value)))
    return bool(
        re.search(rf"\b(?:about|around|some|roughly|nearly|almost|estimated) (?:{either})", fact.evidence.quote)
    )


def told(fact: Fact) -> str:
    """Both figures with their times."""
    since, until = fact.parts["since"], fact.parts["until"]
    if since and until:
        return f"{fact.parts['low']} for {since} and {fact.value} for {until}"
    return f"first {fact.parts['low']} and then {fact.value}"
