"""What is wrong with a question as it stands in a form or in its rows, found by the generator's own checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from quizzes.generation import Term
from quizzes.generation.checks.flaw import Flaw
from quizzes.generation.recheck import Checker
from quizzes.kinds import check
from quizzes.models import Question
from quizzes.selectors.course import readings_behind
from readings.models import Reading
from readings.models import Term as GlossaryTerm
from readings.selectors.document import document_of

SAID_BY_THE_KIND = frozenset(["A1"])

FindFlaws = Callable[[Mapping[str, Any]], list[Flaw]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer is told about a question before it is saved."""

    problems: list[str] = field(default_factory=list)
    """It cannot be asked before these are mended."""
    flaws: list[Flaw] = field(default_factory=list)
    """It can be asked, but is not good; hard ones first."""

    @property
    def codes(self) -> list[str]:
        return [flaw.code for flaw in self.flaws]


def verdict_on(question: Question, data: Mapping[str, Any]) -> Verdict:
    """The question need not be saved; ``data`` is what its kind checks."""
    problems = check(question.kind, data)
    if problems or not question.stem.strip():
        return Verdict(problems)
    return Verdict(flaws=flaws_of(question, data))


def flaws_of(question: Question, data: Mapping[str, Any]) -> list[Flaw]:
    found = flaw_finder(question, data)(data)
    unbound = "" if question.evidence_block else "D1"  # without a passage nothing can be said about it
    return [flaw for flaw in found if flaw.code not in (*SAID_BY_THE_KIND, unbound)]


def as_generated(question: Question, data: Mapping[str, Any]) -> dict[str, Any]:
    """The form in which the generator knows a question."""
    block = question.evidence_block
    return {
        **{name: value for name, value in data.items() if value not in ([], {})},
        "kind": question.kind,
        "pattern": question.pattern,
        "level": question.level,
        "stem": question.stem,
        "feedback": question.feedback,
        "section": block.section.key if block else "",
        "evidence": {
            "block": block.key if block else "",
            "start": question.evidence_start,
            "end": question.evidence_end,
            "quote": question.evidence_quote,
        },
    }


def flaw_finder(question: Question, data: Mapping[str, Any]) -> FindFlaws:
    """Tells the flaws of the question with this or other data, in the light of the readings that it was made from."""
    readings = readings_behind(question, data)
    states = tuple((reading.pk, reading.revision, reading.imported_at) for reading in readings)
    checker, about = _checker(states, glossary_of(question.reading)), readings.index(question.reading)
    return lambda changed: checker.flaws(as_generated(question, changed), about)


@lru_cache(maxsize=8)
def _checker(states: tuple[tuple[int, int, datetime], ...], glossary: tuple[Term, ...]) -> Checker:
    """Reading the texts takes seconds; a reviewer edits many questions on them. Any change of a text makes another state."""
    readings = Reading.objects.in_bulk([state[0] for state in states])
    return Checker([document_of(readings[state[0]]) for state in states], glossary)


def glossary_of(reading: Reading) -> tuple[Term, ...]:
    """The terms of the course, which tell generation what belongs together and what goes by several names."""
    terms = GlossaryTerm.objects.filter(course=reading.course_id).prefetch_related("aliases")
    return tuple(
        Term(term.head, tuple(alias.text for alias in term.aliases.all()), term.category or None) for term in terms
    )
