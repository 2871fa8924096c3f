"""Short forms that not everybody knows, spelled out in a question where the text spells them out."""

from __future__ import annotations

import re
from dataclasses import replace

from .language.lexicon import FIELD_ACRONYMS, UNIVERSAL_ACRONYMS
from .language.words import norm, word_count
from .store import Store
from .types import Question

_LISTS = ("options", "premises", "items")
"""What is told in words of the question; a passage stays as the text has it."""
_SAID = frozenset(["acronym", "table"])
"""Patterns that ask for the long name, or show the words of a table."""
FEWEST_WORDS = 5
"""From so many words on an option is a statement; a name alone stays as short as the names beside it."""

UNITS = {"bcm": "billion cubic metres", "mcm": "million cubic metres", "mbd": "million barrels a day"}
"""Units of the trade, which no text need spell out."""
_UNIT = re.compile(rf"\b(?<!\()({'|'.join(UNITS)})\b")


def spelled_out(question: Question, store: Store) -> Question:
    """The question with "the Herring Assurance Fund (HAF)" where it first says "the HAF"."""
    question = replace(question, stem=_UNIT.sub(lambda unit: f"{UNITS[unit[1]]} ({unit[1]})", question.stem, count=1))
    known = {} if question.pattern in _SAID else expansions(question, store)
    if not known:
        return question
    stem = expanded(question.stem, known)
    left = {short: long for short, long in known.items() if norm(long) not in norm(stem)}
    data = {
        name: [row | {"text": statement(str(row["text"]), left)} for row in rows] if name in _LISTS else rows
        for name, rows in question.data.items()
    }
    return replace(question, stem=stem, data=data)


def expansions(question: Question, store: Store) -> dict[str, str]:
    """Each short form that the text of the question spells out in one way only, and nobody need know."""
    found: dict[str, set[str]] = {}
    for fact in store.known("acronym"):
        if fact.document == question.document and fact.subject not in UNIVERSAL_ACRONYMS | FIELD_ACRONYMS:
            found.setdefault(fact.subject, set()).add(fact.value)
    return {short: next(iter(long)) for short, long in found.items() if len(long) == 1}


def statement(text: str, known: dict[str, str]) -> str:
    """An option with its short forms spelled out, unless it is a name."""
    return expanded(text, known) if word_count(text) >= FEWEST_WORDS else text


def expanded(text: str, known: dict[str, str]) -> str:
    """The words with each short form spelled out where "the" stands before it; what is itself part of a longer name stays."""
    for short, long in known.items():
        if short in text and norm(long) not in norm(text):
            text = first_expanded(text, short, long)
    return text


def first_expanded(text: str, short: str, long: str) -> str:
    """The words with the first such short form spelled out; a possessive has no room for the short form itself."""
    match = re.search(rf"\b[Tt]he (?P<short>{re.escape(short)})(?P<owner>['’]s)?\b(?! [A-Z(])", text)
    if match is None:
        return text
    return f"{text[: match.start('short')]}{long}{match['owner'] or f' ({short})'}{text[match.end() :]}"
