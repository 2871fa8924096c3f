"""Who joined or left a body: "Armenia joined the EAEU in 2015", "when Peru withdrew from the Andean Pact in 1983"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import hedged
from quizzes.generation.language.dates import dates
from quizzes.generation.language.lexicon import STATES
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

_STATE = "|".join(sorted(map(re.escape, STATES), key=len, reverse=True))
_NAMED = re.compile(rf"\b(?:{_STATE})\b")
_BODY = r"(?P<body>(?:the )?(?:[A-Z]{2,8}|[A-ZÀ-Ž][\w’'-]*(?: (?:of |the |for |and )*[A-ZÀ-Ž][\w’'-]*)+))"
_JOINED = re.compile(
    rf"(?<!and )\b(?P<state>{_STATE}) (?:officially |formally |also |finally )?"
    rf"(?P<verb>joined|left|acceded to|withdrew from|became a (?:full )?member of|was admitted to|was expelled from) {_BODY}"
    r"(?: \([A-Z]{2,8}\))? (?P<when>in (?:[A-Z][a-z]+ )?(?P<year>\d{4}))\b(?![-–/])"
)


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A fact for each state that is said to have joined or left a named body in a year: then nobody else is meant."""
    for sentence in source.sentences:
        for match in _JOINED.finditer(sentence.clean):
            if source.named.kind(match["body"]) != "body" and not match["body"].removeprefix("the ").isupper():
                refused["membership: no body"] += 1
            elif hedged(sentence.clean) or not dates(match["when"]) or others(source, match):
                refused["membership: not certain"] += 1
            else:
                told = f"{match['verb']} {match['body']} {match['when']}"
                yield Fact(
                    "membership", told, "was done by", STATES[match["state"]], "state", sentence.evidence,
                    sentence.section.id, source.index, date=match["year"],
                )  # fmt: skip


def others(source: Source, match: re.Match[str]) -> bool:
    """Whether the text tells the same of two states: they cannot be told apart by it."""
    body = match["body"]
    same = re.compile(rf"{re.escape(body)} in (?:[A-Z][a-z]+ )?{match['year']}")
    clauses = (
        re.split(r"[.;]", s.clean[: told.start()])[-1]
        for s in source.sentences
        if body in s.clean
        for told in same.finditer(s.clean)
    )
    return len({STATES[first.group()] for clause in clauses if (first := _NAMED.search(clause))}) > 1
