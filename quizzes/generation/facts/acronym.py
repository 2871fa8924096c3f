"""Acronyms and what they stand for: "Full Name (FN)" and "FN (Full Name)", each letter accounted for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.lexicon import UNIVERSAL_ACRONYMS
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

_BEFORE = re.compile(r"((?:[\w’'–-]+ ){1,9}[\w’'–-]+) \((?P<short>[A-Z][A-Za-z&]{1,7})\)")
_AFTER = re.compile(r"\b(?P<short>[A-Z]{2,8}) \((?P<long>[A-Z][\w’' –-]{6,80})\)")
_SMALL = frozenset(["of", "and", "the", "for", "in", "on", "to", "with", "de", "du", "des", "der", "&"])


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """An acronym fact for the first place that spells out each short form."""
    seen: set[str] = set()
    for sentence in source.sentences:
        for short, long in pairs(sentence.text):
            if short in seen:
                continue
            seen.add(short)
            if short in UNIVERSAL_ACRONYMS:
                refused["acronym that everybody knows"] += 1
                continue
            if re.search(r"\b(?:Republic|Kingdom|Federation|Emirates) of\b|\bPeople['’]s Republic\b", long):
                refused["acronym of a state"] += 1
                continue
            if source.bodies[short] < 2:
                refused["acronym used only once"] += 1
                continue
            yield Fact(
                "acronym", short, "stands for", long, "expansion", sentence.evidence, sentence.section.id, source.index
            )


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """Each (short, long) of the text whose letters agree."""
    if "(" not in text:
        return
    for match in _BEFORE.finditer(text):
        if is_short(match["short"]) and (long := ending_that_spells(match.group(1).split(), match["short"])):
            yield match["short"], long
    for match in _AFTER.finditer(text):
        words = match["long"].split()
        if spells(words, match["short"]):
            yield match["short"], " ".join(words)


def is_short(text: str) -> bool:
    return sum(c.isupper() for c in text) >= 2 and len(text) <= 8


def ending_that_spells(words: list[str], short: str) -> str | None:
    """The shortest run of words before the bracket that spells the short form."""
    for size in range(2, len(words) + 1):
        tail = words[-size:]
        if tail[0].casefold() not in _SMALL and tail[0][:1].isupper() and spells(tail, short):
            return re.sub(r"['’]s$", "", " ".join(tail))
    return None


def spells(words: list[str], short: str) -> bool:
    """Whether the initials of the words, small words optional, are the letters of the short form."""
    letters = "".join(c for c in short if c.isalpha()).casefold()
    parts = [part for word in words for part in re.split(r"[-–]", word) if part]
    big = "".join(p[0] for p in parts if p.casefold() not in _SMALL).casefold()
    every = "".join(p[0] for p in parts).casefold()
    joined = "".join(w[0] for w in words if w.casefold() not in _SMALL).casefold()
    if letters.endswith("s") and short.endswith("s") and not short.isupper():
        return False
    return letters in (big, every, joined) and all(p[0].isupper() for p in words if p.casefold() not in _SMALL)
