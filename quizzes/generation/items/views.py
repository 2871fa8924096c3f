"""Which view does the author report of somebody? The wrong ones are what the author says in the own name on the same topic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.distractors import tied
from quizzes.generation.language.clauses import balanced
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.states import families
from quizzes.generation.language.words import content, tokens, upper_first, word_count
from quizzes.generation.source import Source
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import Option, choice
from .claims import VIEWS, name_of, noun, tense

FEWEST, WANTED = 2, 3
FEWEST_WORDS, MOST_WORDS = 6, 26
SHORTER, LONGER = 0.7, 1.3
"""A wrong view is at least and at most so many times as long as the right one."""
_ON = re.compile(
    r"(?:, (?:in particular|especially|considering|even|thereby|given|as|or that|and that|because|since)\b| – ).*$"
)
_HOLDER = re.compile(r"^(?:it|they|he|she)\b", re.IGNORECASE)
_CREDITS = re.compile(
    r"\b(?:argu|claim|believ|assert|contend|insist|thought|think|view|perce|accord|fear|hop|expect|warn|suggest|consider|discuss|report|said|says|saw|see|aware)\w*\b"
)
"""In a sentence of the author these show that it may be somebody else's view."""
_HOLDS = re.compile(
    r"\b(?:is|are|will|would|can|could|may|might|must|should|has|have|does|do|remains?|needs?|depends?|serves?|shows?)\b"
)
"""A statement that one can hold tells more than what happened."""


def items(store: Store) -> Iterator[Question]:
    """One question for each view whose like the author states often enough."""
    stated = [fact for fact in store.known("statement") if own(fact)]
    for fact in store.known("claim"):
        view = told(fact)
        if not view:
            continue
        source = store.source(fact)
        wrong = chosen([s for s in stated if could_be(s, view, fact, source)], view)
        if len(wrong) < FEWEST or not set(families(view)) <= {state for s in wrong for state in families(s.value)}:
            continue  # a state that only the right one names would give it away
        made = choice(
            replace(fact, subject=view),
            stem(fact, source),
            Option(view, f"The passage reports it of {name_of(fact)}."),
            [Option(s.value, f"{source.says('says')} so without ascribing it to {name_of(fact)}.") for s in wrong],
            level="understand",
            source=source,
            order=store.chance("views", view),
        )
        yield replace(made, used=tuple(wrong))


def stem(fact: Fact, source: Source) -> str:
    kind = "views" if noun(fact) in VIEWS else "statements"
    return f"Which of these {kind} {source.does} attribute to {name_of(fact)}?"


def told(fact: Fact) -> str:
    """The view as a sentence of its own, its holder named; empty where it cannot stand so."""
    if fact.relation != "claimed":
        return ""
    view = _ON.sub("", _HOLDER.sub(name_of(fact), fact.subject)).rstrip(" .,")
    sound = balanced(view) and not re.search(r"[“”\"\[\]:;?]|…", view)
    fits = FEWEST_WORDS <= word_count(view) <= MOST_WORDS and len(content(view)) >= 4
    return upper_first(view) if sound and fits and not pointing_outside(f"says that {view}") else ""


def own(statement: Fact) -> bool:
    """Whether the author states it plainly, as one can hold a view: no report of others, no event, no figure."""
    text = statement.value
    return bool(_HOLDS.search(text)) and not _CREDITS.search(statement.evidence.quote) and not re.search(r"\d", text)


def could_be(statement: Fact, view: str, fact: Fact, source: Source) -> bool:
    """Whether a statement could be the holder's view for all its words show, but is told elsewhere and of nobody."""
    mine, theirs = content(view), content(statement.value)
    words = word_count(view)
    return (
        statement.document == fact.document
        and statement.evidence.block != fact.evidence.block
        and SHORTER * words <= word_count(statement.value) <= LONGER * words
        and bool(mine & theirs)
        and len(mine & theirs) < 0.5 * min(len(mine), len(theirs))
        and not {tense(view), tense(statement.value)} >= {"past", "present"}
        and named(view) == named(statement.value)
        and next(iter(families(statement.value)), "") != next(iter(families(name_of(fact))), "-")
        and not tied(name_of(fact), theirs, source)
    )


def named(text: str) -> bool:
    """Whether a state or another name stands in it."""
    return any(word[0].isupper() for word in tokens(text)[1:])


def chosen(pool: list[Fact], view: str) -> list[Fact]:
    """Those that share most with the view, none much like another."""
    about = content(view)
    found: list[Fact] = []
    for fact in sorted(pool, key=lambda s: (-len(content(s.value) & about), s.value)):
        mine = content(fact.value)
        if len(found) < WANTED and all(len(mine & content(f.value)) < 0.5 * len(mine) for f in found):
            found.append(fact)
    return found
