"""What is first of its kind: "Georgia is the largest transit state of the region", "Lima was the oldest port of Peru"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import balanced, trimmed
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.words import bare, word_count
from quizzes.generation.names.people import PERSON
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

_FIRST = re.compile(
    rf"^(?:(?:In|By|Until) [^,]{{4,30}}, )?(?P<who>{PERSON}|(?:The )?[A-ZÀ-Ž][\w’'-]*(?: (?:of |the |for |and )*[A-ZÀ-Ž][\w’'-]*){{0,5}}) "
    r"(?P<be>is|was|became|remains|remained|has become) (?P<what>(?:\w+ ?[’']s |the )(?:second[- ]|third[- ])?"
    r"(?:largest|biggest|oldest|longest|richest|poorest|smallest|strongest|most \w+|first) [^;:–—]+)$"
)
_WHERE = re.compile(r"\b(?:in|of|on|to|from) (?:\w+ )?(?:\w+ )?[A-ZÀ-Ž]|['’]s ")
FEWEST_WORDS, MOST_WORDS = 5, 22


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A fact for each named state, body or person that is first of its kind somewhere."""
    for sentence in source.sentences:
        match = _FIRST.match(bare(sentence.clean).rstrip(" ."))
        if not match:
            continue
        what, kind = trimmed(match["what"]), source.named.kind(match["who"])
        reason = "no actor" if kind not in ("state", "body", "person") else problem(what)
        if reason:
            refused[f"superlative: {reason}"] += 1
        else:
            yield Fact(
                "superlative", f"{match['be']} {what}", "is said of", match["who"], kind or "", sentence.evidence,
                sentence.section.id, source.index, modality="attributed",
            )  # fmt: skip


def problem(what: str | None) -> str | None:
    """Why a superlative is not fit to be asked about: a first among what?"""
    if what is None or not balanced(what):
        return "cut"
    if not _WHERE.search(what):
        return "of what is not said"
    if reason := pointing_outside(f"Xanadu is {what}"):
        return reason
    return None if FEWEST_WORDS <= word_count(what) <= MOST_WORDS else "too short or too long"
