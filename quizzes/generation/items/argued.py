"""What does the author give as reason, set against, conclude? The wrong statements stand in the same text, tied to something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt

from quizzes.generation.amounts.quantities import head, opened
from quizzes.generation.language.statements import problem, statement
from quizzes.generation.language.words import content, upper_first, word_count
from quizzes.generation.store import Store
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact, Question

from .build import Option, choice, printed, spot

FEWEST = 2
LONGER, SHORTER = 1.3, 0.6
RIVAL, SAME = 1.0, 0.5
"""A wrong statement has at least this share of what the right one has in common with the first, and says less than that share of the same."""
APART = 2
"""Paragraphs nearer than that may go on with the argument."""
_ASKS = {
    "reason": "give as the reason why",
    "contrast": "set against the statement that",
    "conclusion": "conclude from the statement that",
    "example": "give as an example for the statement that",
    "support": "bring forward in support of the statement that",
}
_LINK = {
    "reason": "gives this as the reason",
    "contrast": "sets this against it",
    "conclusion": "draws this conclusion from it",
    "example": "gives this as an example",
    "support": "brings this forward in support of it",
}
_NO_LINK = {
    "reason": "as the reason for what is asked",
    "contrast": "to set it against the statement",
    "conclusion": "as a conclusion from the statement",
    "example": "as an example for the statement",
    "support": "in support of the statement",
}
_MORE = re.compile(r"[,;:]|\b(?:but|and (?:\w+ly )?(?:was|were|had|has|is|are|it|they)|which|who)\b")
"""What makes a clause too much for one question."""
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Statement:
    """A sentence of the text that can be read alone."""

    text: str
    place: int
    """The number of its paragraph."""
    section: str
    stems: frozenset[str]


def items(store: Store) -> Iterator[Question]:
    """One question for each tie between two statements that has rivals as near to the first one."""
    asked = store.of("argument")
    if not asked:
        return
    source = store.source(asked[0])
    places = {block.id: place for place, block in enumerate(b for s in source.document.sections for b in s.blocks)}
    pool = statements(source, places)
    for fact in asked:
        wrong = rivals(fact, places[fact.evidence.block], pool, store)
        if len(wrong) >= FEWEST:
            why = f"According to {source.voice}, why {clause}?" if (clause := turned(fact, source)) else ""
            made = choice(
                fact,
                why or f"Which of these {source.does} {_ASKS[fact.relation]} {source.inside(fact.subject)}?",
                Option(fact.value, f"{upper_first(spot(fact, source))}, {_LINK[fact.relation]}."),
                [Option(o.text, elsewhere(o, fact, source)) for o in wrong],
                level="understand",
                source=source,
                order=store.chance("argued", fact.subject),
            )
            yield replace(made, pattern="reason") if why else made


def elsewhere(other: Statement, fact: Fact, source: Source) -> str:
    """Where a statement stands that has nothing to do with what is asked, and which link it has not."""
    place = printed(other.section, other.place + 1, source) or "another place"
    return f"{upper_first(source.says('says'))} this in {place}, but not {_NO_LINK[fact.relation]}."


def turned(fact: Fact, source: Source) -> str:
    """The clause that has a reason, as it stands behind "why"; nothing where it cannot be turned round."""
    text, when, where, _ = opened(fact.subject)
    found = head(text) if fact.relation == "reason" and not _MORE.search(text) else None
    if found is None or (not found.aux and found.do != "did"):
        return ""
    place = f" {where}" if where else ""
    return f"{found.turned(source.inside, found.mid)}{place}{when}"


def statements(source: Source, places: dict[str, int]) -> list[Statement]:
    """Every sentence of the text that can be read alone."""
    told = ((sentence, statement(sentence.clean)) for sentence in source.sentences)
    return [
        Statement(text, places[sentence.block.id], sentence.section.id, content(text))
        for sentence, text in told
        if problem(text, sentence.clean) is None
    ]


def rivals(fact: Fact, place: int, pool: list[Statement], store: Store) -> list[Statement]:
    """Statements of other paragraphs that have as much in common with the first one as the right answer has."""
    about, key, words = content(fact.subject), content(fact.value), word_count(fact.value)
    least = RIVAL * weight(key & about, store)
    fit = [
        other
        for other in pool
        if abs(other.place - place) >= APART
        and SHORTER * words <= word_count(other.text) <= LONGER * words
        and bool(_DIGIT.search(other.text)) == bool(_DIGIT.search(fact.value))
        and other.stems & about
        and weight(other.stems & about, store) >= least
        and not alike(other.stems, key)
        and not alike(other.stems, about)
    ]

    def nearness(other: Statement) -> float:
        return weight(other.stems & (about | key), store) + 2 * (other.section == fact.section)

    chosen: list[Statement] = []
    for other in sorted(fit, key=lambda other: (-nearness(other), other.text)):
        if not any(alike(other.stems, known.stems) for known in chosen):
            chosen.append(other)
    return chosen


def alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two statements may come to the same."""
    return len(mine & theirs) >= SAME * min(len(mine), len(theirs))


def weight(words: frozenset[str], store: Store) -> float:
    """How much words have to say: the rare ones more."""
    return sum(1 / sqrt(1 + store.weight(word)) for word in words)
