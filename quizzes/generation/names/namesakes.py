"""Surnames that two persons of a text share: alone, such a name does not say who is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizzes.generation.language.lexicon import ADJECTIVES, OFFICES, STATES
from quizzes.generation.language.words import FUNCTION_WORDS
from quizzes.generation.names.people import Names, surname_of

_FORENAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-ž’-]+"
_NO_FORENAME = re.compile(
    rf"(?i:{OFFICES}|minister|mr|mrs|ms|dr|prof|sir|lord|lady|general|colonel|senator|secretary|state|shah|sultan|king|queen|family|era)"
)
_KIN = re.compile(
    rf"\b(?:his|her) (?:[a-z]+ )?(?:son|daughter|brother|sister|wife|husband|father|mother|nephew|cousin),? ({_FORENAME})\b(?! [A-ZÀ-Ž])"
)
NEAR = 200


def shared_surnames(text: str, named: Names) -> frozenset[str]:
    """The surnames that stand behind two forenames, or whose bearer has a relative named by forename only."""
    surnames = sorted({surname_of(person) for person in named.persons.values()} - named.single.keys())
    if not surnames:
        return frozenset()
    owners: dict[str, set[str]] = {}
    listed = "|".join(map(re.escape, surnames))
    for match in re.finditer(rf"\b({_FORENAME}) ({listed})\b", text):
        if is_forename(match[1]):
            owners.setdefault(match[2], set()).add(match[1])
    for match in _KIN.finditer(text):
        for surname in re.findall(rf"\b(?:{listed})\b", text[max(0, match.start() - NEAR) : match.start()])[-1:]:
            owners.setdefault(surname, set()).add(match[1])
    return frozenset(surname for surname, forenames in owners.items() if len(forenames) > 1)


def is_forename(word: str) -> bool:
    """Whether a capitalised word before a surname can be a forename."""
    known = word.casefold() in FUNCTION_WORDS or word in STATES or word in ADJECTIVES
    return not (known or _NO_FORENAME.fullmatch(word))


def alone(surname: str, text: str) -> re.Match[str] | None:
    """The first place where the surname stands without a forename."""
    for match in re.finditer(rf"(?<![\w’-])(?:({_FORENAME}) )?{re.escape(surname)}\b(?! [A-ZÀ-Ž][a-zà-ž])", text):
        if match[1] is None or not is_forename(match[1]):
            return match
    return None


def unclear(text: str, surnames: Iterable[str]) -> str | None:
    """The surname in the text that could be another person's."""
    return next((surname for surname in surnames if surname in text and alone(surname, text)), None)


def full_names(surname: str, text: str) -> set[str]:
    """The persons of that surname whom the text names in full."""
    found = re.findall(rf"\b({_FORENAME}) {re.escape(surname)}\b", text)
    return {f"{forename} {surname}" for forename in found if is_forename(forename)}
