"""Offices and descriptions of persons: "N N, the head of X," and "Russian Defence Minister N N"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.lexicon import ADJECTIVES, OFFICES, STATES
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.names.people import PERSON, is_person_name, without_starter
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

_OF = r"(?: (?:of|for|to|in|at) (?:the )?[A-ZÀ-Ž][\w’'.-]*(?:(?: (?:of|for|and|the|in|to|on))* [A-ZÀ-Ž][\w’'.-]*)*(?:['’]s? [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)?)"
_AFTER = re.compile(
    rf"(?P<name>{PERSON}),? (?:\(|, )?(?:(?:who (?:was|is|served as) )?(?:the |a |an )?)(?P<role>(?:(?:former|then|ex-?|\w+-born|late|first|deputy|senior|top|longtime) )*"
    rf"(?:(?:{'|'.join(map(re.escape, ADJECTIVES))}) )?(?i:{OFFICES}|aide|adviser|ally|analyst|commentator|oligarch|historian|scholar)\b{_OF})(?=[,.;) ])"
)
_APPOSED = re.compile(r", (?:the |a |an |its |then |former |who )?")
_NATION = "|".join(
    sorted(
        (re.escape(n) for n in (*ADJECTIVES, *(f"{s}'s" for s in STATES), *(f"{s}’s" for s in STATES), "Kremlin")),
        key=len,
        reverse=True,
    )
)
_BEFORE = re.compile(
    rf"\b(?P<role>(?:(?:former|then|ex-) )?(?:{_NATION}) (?:[A-Z][\w-]+ ){{0,3}}?(?i:{OFFICES}|political analyst|analyst)(?: of [A-Z]\w+(?: [A-Z]\w+)*)?) (?P<name>{PERSON})"
)
_KNOWN = re.compile(
    r"^(?:(?:\w+|North \w+|South \w+)(?:['’]s)? )?(?:president|prime minister|king|emperor|leader|speaker)(?: of \w+(?: \w+)?)?$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)
"""Who speaks for a ministry is in the news, and no matter of a reading."""
_UNSURE = re.compile(r"\b(?:alleged|supposed|self-\w+|acting|would-be|candidate)\b", re.IGNORECASE)


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A role for each person the text gives one to; heads of state are left out, everybody knows them."""
    seen: set[tuple[str, str]] = set()
    for sentence in source.sentences:
        for name, role in roles(sentence.clean):
            reason = problem(name, role)
            if reason:
                refused[f"role: {reason}"] += 1
            elif (name, role) not in seen:
                seen.add((name, role))
                yield fact_of(name, role, sentence, source)


def roles(text: str) -> Iterator[tuple[str, str]]:
    """Each (name, role) of the text."""
    for match in _AFTER.finditer(text):
        between = text[match.end("name") : match.start("role")]
        if _APPOSED.match(between) or between.startswith(" ("):
            yield without_starter(match["name"]), match["role"].strip()
    for match in _BEFORE.finditer(text):
        yield re.sub(r"['’]s$", "", match["name"]), match["role"].strip()


def problem(name: str, role: str) -> str | None:
    """Why a role is not fit to be asked about."""
    if not is_person_name(name):
        return "no person"
    if _KNOWN.match(role) or _SPEAKS.search(role):
        return "known to everybody"
    if _UNSURE.search(role):
        return "not certain"
    return pointing_outside(role)


def fact_of(name: str, role: str, sentence: Sentence, source: Source) -> Fact:
    """The fact that the text names the person in the role."""
    return Fact("role", role, "is held by", name, "person", sentence.evidence, sentence.section.id, source.index)
