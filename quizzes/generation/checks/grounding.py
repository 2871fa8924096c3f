"""Flaws of grounding (D): whether the passage says it, and says it of nothing else."""

from __future__ import annotations

import re

from quizzes.generation.language.clauses import hedged
from quizzes.generation.language.dates import dates
from quizzes.generation.language.lexicon import FAMOUS, FIELD_ACRONYMS
from quizzes.generation.language.words import content, norm
from quizzes.generation.store import Store
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.types import Evidence, Question

from .flaw import Flaw, hard, soft

LONG = 6
"""A value of more words may leave out asides of the passage, but not change the order of its words."""
_FUNCTIONAL = frozenset(["acronym", "event", "membership", "number", "role"])
_NAME = re.compile(r"[A-ZÀ-Ž][\w’'-]*(?: (?:(?:of|for) (?:the )?)?[A-ZÀ-Ž][\w’'-]*)+")
"""A name in full, which the passage may shorten: "Norwegian Cod Fund" to "the fund", a person to the surname."""
_RUMOUR = re.compile(
    r"\b(?:allegedly|reportedly|rumou?rs?|rumou?red|supposedly|is said to|are said to)\b", re.IGNORECASE
)


@hard("D1", "the passage does not say it")
def not_in_passage(question: Question, store: Store) -> bool:
    values = ((fact.evidence, fact.parts.get("in the passage", fact.value)) for fact in question.facts)
    return any(not says(*value) for value in values) or not exact(question.evidence, store)


def exact(evidence: Evidence, store: Store) -> bool:
    """Whether the offsets give back the quotation, letter for letter."""
    block = store.blocks.get(evidence.block)
    return block is not None and block.text[evidence.start : evidence.end] == evidence.quote


def says(evidence: Evidence, value: str) -> bool:
    """Whether the value occurs in the quotation, citations apart."""
    if any(date.iso == value for date in dates(evidence.quote)):
        return True
    clean = Sentence.cleaned(evidence.quote)
    if any(f" {norm(value)} " in f" {norm(text)} " for text in (evidence.quote, clean)):
        return True
    if _NAME.fullmatch(value):
        return f" {norm(value).split()[-1]} " in f" {norm(clean)} "
    return len(norm(value).split()) > LONG and in_order(norm(value).split(), norm(evidence.quote).split())


def in_order(words: list[str], text: list[str]) -> bool:
    """Whether the words occur in the text in this order."""
    rest = iter(text)
    return all(word in rest for word in words)


@hard("D2", "a wrong option is right too")
def second_right(question: Question, store: Store) -> bool:
    values = {value for fact in question.facts for value in store.values(fact.subject, fact.relation)}
    return any(norm(text) in values for text in question.distractors)


@hard("D3", "a wrong option stands in the passage")
def in_passage(question: Question, store: Store) -> bool:
    if question.pattern == "table":
        return False
    quote = f" {norm(question.evidence.quote)} "
    return any(f" {norm(text)} " in quote for text in question.distractors if text)


@hard("D4", "the text contradicts itself")
def contradicted(question: Question, store: Store) -> bool:
    return any(store.disputed(fact) for fact in question.facts if fact.pattern in _FUNCTIONAL)


@hard("D5", "the passage only reports a rumour")
def rumour(question: Question, store: Store) -> bool:
    if question.pattern == "claim":
        return False
    told = (fact.subject for fact in question.facts if question.kind == "matching")
    asked = " ".join([question.stem, question.key, *told])
    return any(_RUMOUR.search(fact.evidence.quote) and not _RUMOUR.search(asked) for fact in question.facts) or (
        question.pattern == "event" and any(hedged(fact.subject) for fact in question.facts)
    )


@soft("D7", "a detail of little weight")
def trivial(question: Question, store: Store) -> bool:
    if question.kind == "ordering" or question.pattern == "claim":
        return False  # it spans the text, or asks for what somebody holds
    words = frozenset(word for fact in question.facts for word in content(fact.subject))
    return bool(words) and sum(store.weight(word) >= 4 for word in words) < 0.34 * len(words)


@soft("D9", "common knowledge")
def well_known(question: Question, store: Store) -> bool:
    """Dates of famous events, acronyms of the field, and offices, which the news tell as well as the reading."""
    famous = question.pattern == "event" and bool(FAMOUS.search(f"{question.stem} {question.key}"))
    acronym = question.pattern == "acronym" and any(fact.subject in FIELD_ACRONYMS for fact in question.facts)
    return famous or acronym or (question.pattern, question.kind) == ("role", "multiple_choice")


FLAWS: tuple[Flaw, ...] = (not_in_passage, second_right, in_passage, contradicted, rumour, trivial, well_known)
