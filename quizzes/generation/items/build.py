"""Putting a multiple-choice question together: options with ids and reasons, feedback that names the place."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quizzes.generation import alternatives
from quizzes.generation.checks.reasons import no_help
from quizzes.generation.language.words import norm, word_count
from quizzes.generation.text.source import Source
from quizzes.generation.types import Evidence, Fact, Level, Question

LETTERS = "abcdefgh"
_DOCUMENT_NUMBERS = re.compile(r"\s*\(\d{1,3}(?:(?:[-–]|, )\d{1,3})*\)")
"""Numbers of documents in an edition, "(152, 153)", which nobody can look up from a question."""
_PLACE = re.compile(r"[( ](“[^”]*”, paragraph \d+)(?:\)|$|\b)")
_RUNNING = re.compile(r"\[\d+\]|^(?:\S+ ){11,}\S+\.$")
"""Titles that are no names of a section: a running sentence, or one with the mark of a note."""
SHOWN = 3
"""So many wrong options a question has."""


@dataclass(frozen=True, slots=True)
class Option:
    """The text of an option and why it is right or wrong."""

    text: str
    why: str
    correct: bool = False
    rank: str = ""
    """What ordered options (dates, numbers) are sorted by."""


def choice(
    fact: Fact,
    stem: str,
    key: Option,
    wrong: Sequence[Option],
    *,
    level: Level,
    source: Source,
    order: random.Random | None,
) -> Question:
    """A multiple-choice question; without a generator for the order the options are sorted by rank.

    Of the wrong options, best first, three are shown; the others are kept for a reviewer who wants another one. One
    whose reason helps nobody gives way to the next one.
    """
    wrong = (
        explained(wrong) if order is None else sorted(explained(wrong), key=lambda option: bool(no_help(option.why)))
    )
    options = [replace(key, correct=True), *wrong[:SHOWN]]
    if order is None:
        options.sort(key=lambda option: option.rank or option.text)
    else:
        order.shuffle(options)
    rows = [
        {"id": LETTERS[place], "text": option.text, "correct": option.correct, "why": option.why}
        for place, option in enumerate(options)
    ]
    question = Question(
        "multiple_choice",
        fact.pattern,
        level,
        stem,
        {"options": rows, **kept({"text": option.text, "why": option.why} for option in wrong[SHOWN:])},
        fact.evidence,
        fact.section,
        "",
        (fact,),
        document=fact.document,
    )
    return finished(question, source, f"The answer is “{key.text}”.")


def explained(wrong: Sequence[Option]) -> list[Option]:
    """The wrong options, those shown with a reason that helps: one that does not gives way to where the option stands."""
    return [replace(o, why=elsewhere(o)) if no_help(o.why) and elsewhere(o) else o for o in wrong]


def elsewhere(option: Option) -> str:
    """That the option stands only in another place, and which; nothing where its reason tells no place."""
    place = _PLACE.search(option.why)
    return f"In this text “{option.text}” stands only in another place: {place[1]}." if place else ""


def kept(spare: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Further wrong options as a part of a question's data; nothing where there are none."""
    options = list(spare)
    return {alternatives.NAME: options} if options else {}


def finished(question: Question, source: Source, answer: str) -> Question:
    """The question with its id and its feedback."""
    feedback = f"{answer} {place_of(question.evidence, question.section, source)}: “{quoted(question.evidence.quote)}”"
    shown = {name: value for name, value in question.data.items() if name != alternatives.NAME}
    return replace(question, id=identity(question.kind, question.stem, shown), feedback=feedback)


def quoted(text: str) -> str:
    """A passage as it is shown: without the numbers of documents."""
    return _DOCUMENT_NUMBERS.sub("", text)


def place_of(evidence: Evidence, section_id: str, source: Source) -> str:
    """Where the passage stands: "See Introduction, paragraph 3"."""
    place = where(evidence, section_id, source)
    return f"See {place}" if place else "See the passage"


def spot(fact: Fact, source: Source) -> str:
    """Where a fact stands: "“Introduction”, paragraph 3"."""
    return where(fact.evidence, fact.section, source) or "another passage"


def where(evidence: Evidence, section_id: str, source: Source) -> str:
    """Section and number of the paragraph, as it is printed beside it; empty when the section is unknown."""
    return printed(section_id, source.numbers.get(evidence.block, 0), source)


def printed(section_id: str, number: int, source: Source) -> str:
    """Title of a section and number of a paragraph; empty when the section is unknown."""
    for section in source.document.sections:
        if section.id == section_id:
            if _RUNNING.search(section.title or ""):
                return f"paragraph {number}"
            title = " ".join(part for part in (section.number, section.title) if part) or "the opening"
            return f"“{title.rstrip('.')}”, paragraph {number}"
    return ""


def identity(*parts: Any) -> str:
    """A short id from the content."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]


def evenly(text: str, others: Sequence[Fact], words: Callable[[Fact], str]) -> list[Fact]:
    """The others nearest in length to the text, none twice: length must not give the key away."""
    shortest = word_count(text) / 1.25 if word_count(text) >= 4 else 0
    fit = {norm(words(other)): other for other in others if norm(words(other)) != norm(text)}
    ranked = sorted(fit.values(), key=lambda other: (abs(word_count(words(other)) - word_count(text)), words(other)))
    longest = [other for other in ranked if word_count(words(other)) >= shortest]
    return [*longest[:1], *[other for other in ranked if other not in longest[:1]]]
