"""Across sources: what an author says of something, among what others say of the same thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.language.words import content, word_count
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question
from quizzes.generation.views.topics import expects, foreign, topics
from quizzes.generation.views.viewpoints import plain, views

from .build import SHOWN, Option, choice
from .sources import apart, credited, fair, named, of_title, placed, stands_out

Told = dict[Fact, dict[str, str]]

FEWEST, USES = 2, 2
"""So many others must speak of the thing; a statement stands among the wrong options so often."""
TYPE = "position"
"""What kind of thing is asked for: not whose a statement is, but what it says."""


def items(store: Store) -> Iterator[Question]:
    """For each view on something that other authors judge too: what does its author say of it?"""
    found, known, shown = views(store), named(store), Counter[Fact]()
    told = {fact: topics(fact.value, store.source(fact)) for own in found.values() for fact in own}
    for document in known if store.about is None else {store.about} & known.keys():
        for fact in found.get(document, ()):
            pool = [o for n in known if apart_from(fact, n, store) for o in found.get(n, ()) if shown[o] < USES]
            topic, wrong = rivals(fact, pool, told, store)
            if topic and wrong:
                shown.update(wrong[:SHOWN])
                yield question(fact, topic, wrong, store)


def apart_from(fact: Fact, other: int, store: Store) -> bool:
    """Whether a document is of other authors than the statement."""
    return other != fact.document and apart(store.sources[other], store.source(fact))


def rivals(fact: Fact, pool: list[Fact], told: Told, store: Store) -> tuple[str, list[Fact]]:
    """The topic, and what others say on it: the narrowest topic of the statement on which others say enough."""
    asked = {key for key, topic in told[fact].items() if topic}
    fit = [o for o in pool if asked & told[o].keys() and fair(o, fact, store)]
    choices = (
        (topic, ranked([o for o in fit if key in told[o]], fact, topic, store))
        for key, topic in told[fact].items()
        if topic
    )
    return next(((topic, wrong) for topic, wrong in choices if len(wrong) >= FEWEST), ("", []))


def ranked(fit: list[Fact], fact: Fact, topic: str, store: Store) -> list[Fact]:
    """Statements of others, the nearest in words first, those of one author not before one of each; none that give the key away."""
    source, had, found = store.source(fact), Counter[int](), []
    echo = content(" ".join(filter(str.islower, topic.split()))) & content(fact.value)
    for other in sorted(fit, key=lambda other: unlike(other, fact, echo)):
        found.append((had[other.document], other))
        had[other.document] += 1
    wrong = [other for _, other in sorted(found, key=lambda pair: pair[0])]
    shown = wrong[:SHOWN]
    alone = bool(echo.difference(*(content(other.value) for other in shown)))
    return [] if alone or of_title(fact, shown, source) or stands_out(fact, shown, store) else wrong


def unlike(other: Fact, fact: Fact, echo: frozenset[str]) -> tuple[int, bool, int, int]:
    """How far a statement is from another: in words of the topic that the stem repeats, in worth, in length, in other words."""
    length = abs(word_count(other.value) - word_count(fact.value)) // 3
    words = content(other.value)
    return -len(echo & words), other.lesser, length, -len(words & content(fact.value))


def as_all_write(topic: str, shown: list[str]) -> str:
    """The topic as all the statements write it: "Orne" where some have "Old Orne" and others "Old-Orne"."""
    last = re.split(r"[ -]", topic)[-1]
    common = foreign(last) and all(re.search(rf"\b{re.escape(last)}\b", text) for text in shown)
    return topic if not common or all(topic in text for text in shown) else last


def question(fact: Fact, topic: str, wrong: list[Fact], store: Store) -> Question:
    """What does the author say of it, or expect of it?"""
    source = store.source(fact)
    does = "expect of" if all(expects(one.value) for one in (fact, *wrong[:SHOWN])) else "say about"
    made = choice(
        replace(credited(fact, source), type=TYPE),
        f"What {source.does} {does} {as_all_write(topic, [one.value for one in (fact, *wrong[:SHOWN])])}?",
        Option(plain(fact), f"It is from {placed(fact, store)}."),
        [Option(plain(other), f"It is from {placed(other, store)}.") for other in wrong],
        level="understand",
        source=source,
        order=store.chance("position", fact.value),
    )
    return replace(made, lesser=any(o.lesser for o in (fact, *wrong[:SHOWN])))
