"""What is wrong with a question as it stands in a form or in its rows, found by the generator's own checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from quizzes.generation import Term
from quizzes.generation.checks.flaw import Flaw
from quizzes.generation.recheck import Checker
from quizzes.kinds import check
from quizzes.models import Question
from readings.models import Reading
from readings.models import Term as GlossaryTerm
from readings.selectors.document import document_of

SAID_BY_THE_KIND = frozenset(["A1"])


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
    found = checker_of(question.reading).flaws(as_generated(question, data))
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


def checker_of(reading: Reading) -> Checker:
    return _checker(reading.pk, reading.revision, reading.imported_at)


@lru_cache(maxsize=4)
def _checker(reading_id: int, revision: int, imported_at: datetime) -> Checker:
    """Reading a long text takes a second; a reviewer edits many questions on one text."""
    reading = Reading.objects.get(pk=reading_id)
    return Checker(document_of(reading), glossary_of(reading))


def glossary_of(reading: Reading) -> tuple[Term, ...]:
    """The terms of the course, which tell generation what belongs together and what goes by several names."""
    terms = GlossaryTerm.objects.filter(course=reading.course_id).prefetch_related("aliases")
    return tuple(
        Term(term.head, tuple(alias.text for alias in term.aliases.all()), term.category or None) for term in terms
    )
