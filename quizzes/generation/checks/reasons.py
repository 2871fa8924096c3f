"""Flaws of the reasons (E): what tells a student who chose a wrong option nothing, or cannot be read."""

from __future__ import annotations

import re

from quizzes.generation.language.words import tokens
from quizzes.generation.store import Store
from quizzes.generation.types import Question

from .flaw import Flaw, soft

SHORT = 4
"""Quoted words of fewer are a name or a term, not a sentence."""
_QUOTED = re.compile(r"“([^“”]*)”(?! ?, paragraph)")
_DANGLING = re.compile(
    r"(?:Its|Their|His|Her|He|She|They|These|Those|Such)\b|(?:This|That|It)\b(?! (?:is|was|were|means)\b)"
)
_EMPTY = re.compile(r"\bnothing of the kind\b|\banswer to another question\b|\band of another effect\b")
_PLACE = re.compile(
    r"\bparagraph \d|\b(?:text|passages?) (?:gives?|says?|dates?)\b|\btable\b|\bthe (?:text|passage) gives\b|“[^”]+”|\bNeither of the two\b"
)


@soft("E1", "a reason that is no help")
def unhelpful(question: Question, store: Store) -> bool:
    """Only of generated questions: a person gives reasons in her own way."""
    rows = [*question.data.get("options", ()), *question.data.get("passages", ())]
    return bool(question.pattern) and any(no_help(str(row.get("why", ""))) for row in rows)


def no_help(reason: str) -> str | None:
    """What is wrong with a reason; None when it helps."""
    if "\t" in reason or "\n" in reason:
        return "rows of a table"
    if reason.count("“") != reason.count("”") or reason.count('"') % 2:
        return "an open quotation"
    if match := _EMPTY.search(reason):
        return match.group()
    if match := next((quoted for quoted in _QUOTED.findall(reason) if fragment(quoted)), None):
        return f"a fragment: {match}"
    return None if _PLACE.search(reason) else "no place"


def fragment(quoted: str) -> bool:
    """Whether quoted words are no sentence that can be read by itself."""
    if len(tokens(quoted)) < SHORT:
        return False
    return quoted.rstrip().endswith((",", ";", ":")) or _DANGLING.match(quoted) is not None


FLAWS: tuple[Flaw, ...] = (unhelpful,)
