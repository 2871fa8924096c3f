"""Terms and what the text says they mean: "geopolitics can be defined as …", "secondary data refers to …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import balanced, is_subject, shortened
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.words import bare, content, tokens, word_count
from quizzes.generation.sentences import Sentence
from quizzes.generation.source import Source
from quizzes.generation.types import Fact

_MEANS = (
    r"can be defined as|is defined as|may be defined as|refers to|consists of|consists in|denotes|is understood as|can be understood as|"
    r"can be described as|is characterized by|is characterised by|is based on|relies on|means|is known as|is a (?:form|kind|type|theory|concept|method|policy|strategy|doctrine|school|process|state|situation) (?:of|that|in|which)"
)
_TERM = re.compile(
    rf"^(?P<term>(?:The |A |An )?[A-ZÀ-Ž“‘'\"]?[\w“”‘’'\"-]+(?: [\w“”‘’'\"-]+){{0,5}}?) (?P<means>(?:\w+ly )?(?:{_MEANS})\b.*)$"
)
FEWEST_WORDS, MOST_WORDS = 6, 28


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A meaning for each term that a sentence opens with."""
    for sentence in source.sentences:
        match = _TERM.match(re.sub(r"\s*\([^()]*\)", "", bare(sentence.clean)).rstrip(" ."))
        if not match:
            continue
        means = shortened(match["means"], MOST_WORDS)
        reason = problem(match["term"], means, source)
        if reason:
            refused[f"term: {reason}"] += 1
        else:
            yield fact_of(match["term"], means, sentence, source)


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
