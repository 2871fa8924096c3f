"""Terms and what the text says they mean: "geopolitics can be defined as …", "secondary data refers to …", "by rent we mean …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import balanced, is_subject, shortened, trimmed
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.words import bare, content, tokens, upper_first, word_count
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

_MEANS = (
    r"can be defined as|is defined as|may be defined as|refers to|consists of|consists in|denotes|is understood as|can be understood as|"
    r"can be described as|is characterized by|is characterised by|is based on|relies on|means(?! that)|is a (?:form|kind|type|theory|concept|method|policy|strategy|doctrine|school|process|state|situation) (?:of|that|in|which)"
)
_TERM = re.compile(
    rf"^(?P<term>(?:The |A |An )?[A-ZÀ-Ž“‘'\"]?[\w“”‘’'\"-]+(?: [\w“”‘’'\"-]+){{0,5}}?) (?P<means>(?:\w+ly )?(?:{_MEANS})\b.*)$"
)
_EXPLAINED = re.compile(
    r"\b(?:the|an?) (?P<term>[a-z-]+(?: (?!is\b|are\b|was\b|were\b|that\b|which\b|and\b|by\b)[a-z-]+){0,4}), (?P<means>(?:defined|understood) as (?:the|an?|that|those) [^;:]+)$"
)
"""A term that its sentence explains by the way: "strategic culture, defined as …"."""
_BY_IT = re.compile(
    r"^By [“‘'\"]?(?P<term>[\w’'-]+(?: [\w’'-]+){0,4}?)[”’'\"]?,? (?:I|we|he|she|they|[A-Z]\w+) (?:means?|meant|understands?|understood) (?P<means>.+)$"
)
_CALLED = re.compile(
    r"^(?P<thing>[A-Z][^,;:]{8,90}?) (?P<be>is|are|was|were) (?:also |often |commonly |widely |sometimes |usually |generally )?"
    r"(?P<verb>known as|called|termed|dubbed|referred to as|nicknamed) (?P<term>(?:the |an? )?(?:[“\"‘'][^”\"’']{3,40}[”\"’'](?: [a-z]+)?|[a-z]+(?: [a-z]+){1,3}))(?=$|,|;)"
)
"""A thing and the name that it has: "planning all at once is known as “waterfall” development"."""
_CLAUSE = re.compile(r"\b(?:that|which|who|what|it|they|there|this|these)\b")
FEWEST_NAMED, MOST_NAMED = 3, 14
_OUR = re.compile(r"^that (?=part of |kind of |sort of )")
FEWEST_WORDS, MOST_WORDS = 6, 28


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A meaning for each term that a sentence opens with."""
    for sentence in source.sentences:
        text = re.sub(r"\s*\([^()]*\)", "", bare(sentence.clean)).rstrip(" .")
        if (named := _CALLED.match(text)) and unfit(named, source) is None:
            yield called(named, sentence, source)
        found = told(text)
        if not found:
            continue
        term, means = found[0], shortened(found[1], MOST_WORDS)
        reason = problem(term, means, source)
        if reason:
            refused[f"term: {reason}"] += 1
        else:
            yield fact_of(term, means, sentence, source)


def unfit(named: re.Match[str], source: Source) -> str | None:
    """Why a name for a thing cannot be asked for: the thing leans on its page, or has the name in it."""
    thing = named["thing"]
    if (
        not balanced(named["term"])
        or content(named["term"]) & content(thing)
        or any(map(source.is_name, tokens(named["term"])))
    ):
        return "no term"
    if not FEWEST_NAMED <= word_count(thing) <= MOST_NAMED or _CLAUSE.search(thing):
        return "too short or too long"
    return pointing_outside(thing)


def called(named: re.Match[str], sentence: Sentence, source: Source) -> Fact:
    """The fact that a thing has this name in the text."""
    asked = f"{named['be']} {source.inside(named['thing'])} {named['verb']}"
    term = re.sub(r"^(?:the|an?) ", "", named["term"])
    general = not any(map(source.is_name, tokens(sentence.clean)[1:]))
    return Fact(
        "term", asked, "is called", term, "name", sentence.evidence, sentence.section.id, source.index, lesser=general
    )  # fmt: skip


def told(text: str) -> tuple[str, str] | None:
    """The term that the sentence explains, and what it says of it as a predicate."""
    if match := _TERM.match(text):
        return match["term"], match["means"]
    if match := _BY_IT.match(text):
        return upper_first(match["term"]), f"means {_OUR.sub('', match['means'])}"
    if match := _EXPLAINED.search(text):
        means = trimmed(match["means"]) or ""
        return upper_first(match["term"]), f"can be {means}"
    return None


def problem(term: str, means: str, source: Source) -> str | None:
    """Why a meaning is not fit to be asked about."""
    if not is_subject(term) or not balanced(term) or not balanced(means):
        return "no term"
    if any(source.is_name(word) for word in tokens(term)[1:]):
        return "a name, no term"
    if reason := pointing_outside(term) or pointing_outside(
        re.sub(r"\b(?:its|it|their|they)\b", "X's", f"Xanadu {means}"), general=True
    ):
        return reason
    fits = FEWEST_WORDS <= word_count(means) <= MOST_WORDS and len(content(means)) >= 4
    return None if fits else "too short or too long"


def fact_of(term: str, means: str, sentence: Sentence, source: Source) -> Fact:
    """The fact that the text explains the term so."""
    return Fact(
        "term",
        means,
        "is the meaning of",
        term,
        "term",
        sentence.evidence,
        sentence.section.id,
        source.index,
        parts={"actor": term},
    )
