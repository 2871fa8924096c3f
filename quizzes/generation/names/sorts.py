"""What sort of person somebody is, by the words beside the name: an official, a man of business, a scholar."""

from __future__ import annotations

import re

SORTS = {
    "ruler": re.compile(
        r"\b(?:viceroys?|khedives?|sultans?|emirs?|shahs?|kings?|queens?|emperors?|empress|monarchs?|caliphs?|tsars?)\b",
        re.IGNORECASE,
    ),
    "official": re.compile(
        r"\b(?:minister|ministry|secretary|ambassador|speaker|envoy|negotiator|diplomat|deputy|aide|advis[eo]r|governor|mayor|"
        r"commissioner|official|representative|administration|spokes\w+|senator|lawmaker|officials|ministers|diplomats|politicians?)\b",
        re.IGNORECASE,
    ),
    "business": re.compile(
        r"\b(?:oligarchs?|business\w*|tycoons?|moguls?|billionaires?|bankers?|merchants?|magnates?|owner|entrepreneurs?|financiers?|"
        r"(?:managing|chief executive) \w+|industrialists?|traders?)\b",
        re.IGNORECASE,
    ),
    "soldier": re.compile(
        r"\b(?:general|commander|colonel|admiral|marshal|captain|officers?|generals)\b(?! secretary)", re.IGNORECASE
    ),
    "scholar": re.compile(
        r"\b(?:historian|scholars?|professor|economist|philosopher|analyst|commentator|researcher|expert|journalist|writers?|author)\b",
        re.IGNORECASE,
    ),
    "other": re.compile(
        r"\b(?:lawyers?|activists?|engineers?|priest|bishop|monk|novice|poet|doctor|missionary|opposition|dissident)\b",
        re.IGNORECASE,
    ),
}
"""Words that tell what somebody was."""
_NAME = r"[A-ZÀ-Ž][\w’'-]+ [A-ZÀ-Ž][\w’'-]+"
_OTHERS = re.compile(rf"(?:{_NAME}(?:, and |, | and ))+$")
"""Those who stand before in a row, "the bankers Pablo Vargas, Elena Ruiz and": all are bankers."""
_BEFORE, _BEHIND = 120, 90


def sorts(name: str, text: str) -> frozenset[str]:
    """Every sort to which a title before the name or a description behind it assigns the person."""
    beside = " ".join(
        f"{title(text[max(0, m.start() - _BEFORE) : m.start()])} {description(text[m.end() : m.end() + _BEHIND])}"
        for m in re.finditer(rf"\b{re.escape(name)}\b", text)
    )
    return frozenset(sort for sort, words in SORTS.items() if words.search(beside))


def title(before: str) -> str:
    """The words right before a name, or a row of names, that may be a title: no comma stands between, nor a small verb or preposition."""
    before = _OTHERS.sub("", before)
    return " ".join(re.split(r"[,.;:()“”]| (?:of|by|with|to|from|and|in|on|for|that|who|was|is) ", before)[-1].split())


def description(behind: str) -> str:
    """ ", a former minister who went into business,": the words behind a name that describe it."""
    match = re.match(r",? (?:\(|, )?(?:(?:who (?:was|is) )?(?:an?|the|its|then|former|once)) [^,.;)]+", behind)
    return match.group() if match else ""
