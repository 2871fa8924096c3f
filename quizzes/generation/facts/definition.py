"""Descriptions of named things: "X, a mediation body set up in 1992," and "X – a network of roads –"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import balanced, trimmed
from quizzes.generation.language.lexicon import OFFICES, STATES
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.words import content, word_count
from quizzes.generation.names.people import is_person_name
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

_NAME = (
    r"(?P<name>(?:[Tt]he )?[“‘'\"]?[A-ZÀ-Ž][\w’'-]*(?: (?:of |the |for |and |on |in )*[A-ZÀ-Ž][\w’'-]*){0,7}[”’'\"]?)"
)
_SHORT = r"(?: \((?P<short>[A-Z][A-Za-z]{1,7})\))?"
_APPOSED = re.compile(
    rf"{_NAME}{_SHORT}(?:,| [–—-]) (?P<what>(?:an?|the (?:first|largest|only|main|second|most)) [a-z][^,;:()–—]{{12,150}}?)(?=,| [–—]|\.$|;)"
)
_IS = re.compile(rf"^{_NAME}{_SHORT} (?:is|was) (?P<what>an? [a-z][^;:()–—]{{12,150}}?)(?=,|\.$|;| [–—])")
_CLAUSE = re.compile(r"\b(?:who|which|that|whose|set up|founded|created|formed|designed|established) ")
SHORT, FEWEST_WORDS, MOST_WORDS, RETURNS = 15, 4, 20, 3
"""Who or what is named in fewer sentences is a detail, which only serves as a wrong option."""


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A description for each name that the text explains in passing."""
    seen: set[str] = set()
    for sentence in source.sentences:
        for pattern in (_APPOSED, _IS):
            for match in pattern.finditer(sentence.clean):
                name, what = match["name"].strip(), trimmed(match["what"])
                reason = "belongs to another noun" if inner(sentence.clean, match) else problem(name, what, source)
                if reason or what is None:
                    refused[f"definition: {reason}"] += 1
                elif name not in seen:
                    seen.add(name)
                    yield fact_of(name, what, sentence, source)


def inner(text: str, match: re.Match[str]) -> bool:
    """Whether the name only ends a longer phrase, "the governance of Africa – an organisation", to which the words belong."""
    before = text[: match.start("name")].rstrip()
    what = sort_of(match["name"], match["what"])
    return what == "body" and bool(re.search(r"\b(?:in|of|for|across|throughout|within)(?: the)?$", before))


def problem(name: str, what: str | None, source: Source) -> str | None:
    """Why a description is not fit to be asked about."""
    if what is None or not balanced(what) or not balanced(name):
        return "cut"
    if re.sub(r"^[Tt]he ", "", name) in STATES or not source.is_name(
        re.sub(r"^[Tt]he ", "", name).split()[0].strip("“‘'\"”")
    ):
        return "no name"
    if re.search(
        r"\b(?:move|position|view|fact|claim|situation|development|problem|step|process that|perception|departure|sign|result)\b",
        what[:40],
    ):
        return "comment, not description"
    if sort_of(name, what) is None:
        return "neither person, place nor body"
    if reason := pointing_outside(what):
        return reason
    return (
        None if FEWEST_WORDS <= word_count(what) <= MOST_WORDS and len(content(what)) >= 3 else "too short or too long"
    )


_PERSON = re.compile(
    rf"\b(?:{OFFICES}|aide|ally|analyst|commentator|oligarch|mogul|historian|scholar|politician|businessman|billionaire|journalist|writer|"
    r"general|officer|member|diplomat|activist|lawyer|economist|researcher|professor|philosopher|figure|deputy|son|wife|brother|novice|supporter)\b"
)
_PLACE = re.compile(
    r"\b(?:city|town|village|region|district|island|peninsula|river|enclave|exclave|province|port|capital|area|territory|settlement|mountain|lake|valley)\b"
)
_BODY = re.compile(
    r"\b(?:organization|organisation|body|agency|group|company|union|alliance|bloc|party|movement|institution|forum|association|bank|fund|council|mechanism|format|network|newspaper|station|channel|foundation|federation|community|corporation|committee)\b"
)


def sort_of(name: str, what: str) -> str | None:
    """Person, place, body or None, by the head of the description."""
    head = re.split(r" (?:of|that|which|who|in|near|from|for|to|by|with|aimed|linking|on) ", what)[0]
    if is_person_name(name.removeprefix("the ")) and _PERSON.search(head):
        return "person"
    return "place" if _PLACE.search(head) else "body" if _BODY.search(head) else None


def fact_of(name: str, what: str, sentence: Sentence, source: Source) -> Fact:
    """The fact that the text describes the name in these words."""
    return Fact(
        "definition",
        what,
        "describes",
        name,
        sort_of(name, what) or "",
        sentence.evidence,
        sentence.section.id,
        source.index,
        askable=returns(name, source),
        lesser=not tells(what, source),
    )


def tells(what: str, source: Source) -> bool:
    """Whether a description tells what somebody did, in a clause of its own and, in a longer text, in words of its topics; an epithet does not."""
    central = len(source.sentences) < SHORT or bool(content(what) & source.topics)
    return central and bool(_CLAUSE.search(what))


def returns(name: str, source: Source) -> bool:
    """Whether the text comes back to the name, or to its last word where that is a surname."""
    plain = re.sub(r"^[Tt]he ", "", name).strip("“”‘’'\"")
    short = re.compile(rf"\b{re.escape(plain.split()[-1] if is_person_name(plain) else plain)}\b")
    return sum(bool(short.search(sentence.clean)) for sentence in source.sentences) >= RETURNS
