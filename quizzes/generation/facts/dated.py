"""Dated statements: a sentence that opens or ends with its only date, and without it tells what happened then."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import hedged
from quizzes.generation.language.dates import Date, dates
from quizzes.generation.language.verbs import AUXILIARIES, FINITE
from quizzes.generation.language.words import bare, content, tokens, upper_first, word_count
from quizzes.generation.sentences import Sentence
from quizzes.generation.source import Source
from quizzes.generation.types import Fact

from .statement import problem as refused_statement
from .statement import statement

_OPENS = re.compile(r"^(?:In|On|As early as|As late as)(?: the)?(?: (?:early|late))? $")
_ENDS = re.compile(r",? (?:in|on) $")
_LATER = re.compile(
    r"\b(?:had|has|have|will|would|is|are|remains?|continues?|still|since|until|after|before|once|while)\b"
)
"""Words that lead away from the one moment that the date names."""
MOST_WORDS = 22


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """An event fact for each such sentence."""
    for sentence in source.sentences:
        text = statement(sentence)
        found = dates(text)
        told = without(text, found[0]) if len(found) == 1 and len(dates(bare(sentence.clean))) == 1 else None
        if told is None:
            continue
        reason = problem(told, source)
        if reason:
            refused[f"dated: {reason}"] += 1
        else:
            yield fact_of(told, found[0], sentence, source)


def without(text: str, date: Date) -> str | None:
    """The statement without the date at its start or end; None when the date stands inside."""
    after = re.match(r",? (?=[\w“\"‘'£$])", text[date.end :])
    if _OPENS.match(text[: date.start]) and after:
        return upper_first(text[date.end + after.end() :])
    ends = _ENDS.search(text[: date.start])
    return text[: ends.start()] if ends and date.end == len(text) else None


def problem(told: str, source: Source) -> str | None:
    """Why a statement is not fit to be dated: it does not stand alone, or tells of more than one moment."""
    if reason := refused_statement(told):
        return reason
    if hedged(told) or _LATER.search(told):
        return "more than one moment"
    if sum(is_verb(word) for word in told.split()) > 1 and ", " in told:
        return "more than one happening"
    if not any(map(source.is_name, tokens(told))) or len(content(told)) < 4:
        return "too little said"
    return None if word_count(told) <= MOST_WORDS else "too short or too long"


def is_verb(word: str) -> bool:
    return word in AUXILIARIES or (word in FINITE and FINITE[word].form == "past")


def fact_of(told: str, date: Date, sentence: Sentence, source: Source) -> Fact:
    """The fact that this happened on the date."""
    return Fact(
        "event", told, "happened", date.iso, date.exactness, sentence.evidence, sentence.section.id, source.index, date=date.iso,
        parts={"asked": "", "form": "clause"},
    )  # fmt: skip
