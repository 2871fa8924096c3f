"""Where did it happen? The wrong towns are others of the text, in which something else took place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.facts.place import HELD
from quizzes.generation.language.lexicon import STATES
from quizzes.generation.language.states import families
from quizzes.generation.language.towns import towns_of
from quizzes.generation.language.words import content, norm, upper_first
from quizzes.generation.store import Store
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact, Question

from .build import Option, choice, quoted, spot, where
from .ordering import matters

MOST, FEWEST, OPTIONS, SEATS, TIED, WEIGHT = 2, 3, 8, 2, 0.6, 1.3
"""More places of one text are trivia; so many wrong towns there must be, none tied to what happened by a sentence with such a share of its words."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MET = re.compile(r"^did .* meet$|\bmeeting\b")
"""Somebody met: of less worth than what was signed, decided or founded."""


def items(store: Store) -> Iterator[Question]:
    """A question for each happening whose town can be told from three others only by reading."""
    asked: list[Fact] = []
    for fact in sorted(store.of("place"), key=lambda fact: bool(_MET.search(fact.parts["asked"]))):
        source = store.source(fact)
        if (
            len(asked) >= MOST
            or given_away(fact, source)
            or not clear(fact, source)
            or not matters(fact, store, WEIGHT)
        ):
            continue
        wrong = others(fact, store)
        if len(wrong) >= FEWEST and not any(fact.value == known.value for known in asked):
            asked.append(fact)
            yield question(fact, wrong, store)


def question(fact: Fact, wrong: list[str], store: Store) -> Question:
    """The question for the town."""
    source, date = store.source(fact), fact.parts["when"]
    when = f" in {date}" if date else ""
    made = choice(
        fact,
        f"Where, according to {source.voice}, {fact.parts['asked']}{when}?",
        Option(fact.value, f"So {source.says('tells')} it ({spot(fact, source)})."),
        [Option(town, told_of(town, source)) for town in wrong[:OPTIONS]],
        level="remember",
        source=source,
        order=store.chance("places", fact.subject),
    )
    return replace(made, pattern="place", lesser=bool(_MET.search(fact.parts["asked"])))


def given_away(fact: Fact, source: Source) -> bool:
    """Whether the question holds the town's name or its country, or the whole text is about that."""
    land, title = fact.parts["land"], source.document.metadata.title or ""
    named = re.search(rf"\b{re.escape(norm(fact.value)[:5])}", norm(fact.subject))
    return bool(named) or (bool(land) and land in fact.subject) or STATES.get(fact.value, "") in families(title)


def clear(fact: Fact, source: Source) -> bool:
    """Whether the question can mean one happening only: it has a date, or the text tells of no other so like it."""
    if fact.parts["when"] or _YEAR.search(fact.subject):
        return True
    words = content(fact.subject)
    return sum(len(words & stems) >= TIED * len(words) for stems in source.contents) < 2


def others(fact: Fact, store: Store) -> list[str]:
    """Towns of the text that have nothing to do with it, those first in which the text lets something happen.

    Where the question names the town's country, it must name those of two others as well.
    """
    source, words = store.source(fact), content(fact.subject)
    passage, told = f" {norm(fact.evidence.quote)} ", families(fact.subject)
    fit = [
        town
        for town in towns_of(source)
        if f" {norm(town)} " not in passage and town != fact.value and not source.together(town, words, TIED)
    ]
    seats = [town for town in fit if STATES.get(town) in told]
    if STATES.get(fact.value) in told:
        return [*seats, *(town for town in fit if town not in seats)] if len(seats) >= SEATS else []
    return [town for town in fit if town not in seats]


def told_of(town: str, source: Source) -> str:
    """What the text tells of another town: what took place there, else any whole sentence with its name."""
    named = re.compile(rf"\b{re.escape(town)}\b")
    there = re.compile(rf"\b(?:[Ii]n|[Aa]t) {re.escape(town)}\b")
    found = [
        s
        for s in source.sentences
        if town in s.clean
        and named.search(s.clean)
        and s.text.count("“") == s.text.count("”")
        and s.text.count('"') % 2 == 0
    ]
    if not found:
        return f"{upper_first(source.says('tells'))} nothing of the kind of {town}."

    def happens_elsewhere(sentence: Sentence) -> tuple[bool, bool, int]:
        here = there.search(sentence.clean) is not None
        return not (here and HELD.search(sentence.clean)), not here, len(sentence.text)

    sentence = min(found, key=happens_elsewhere)
    told = next((part for part in sentence.text.split("; ") if named.search(part)), sentence.text)
    does = "names" if happens_elsewhere(sentence)[0] else "tells"
    what = f"{town} in another matter" if does == "names" else f"of something else in {town}"
    place = where(sentence.evidence, sentence.section.id, source)
    return f"{upper_first(source.says(does))} {what}: “{quoted(told)}” ({place})."
