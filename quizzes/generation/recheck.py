"""Checks a question that a person edited or wrote by the same list of flaws that generated ones must pass.

desk = Checker(documents, glossary)     # reads the texts once, then answers at once
for flaw in desk.flaws(question, about=0): flaw.code, flaw.name, flaw.hard
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from readings.documents.types import Document

from .checks import FLAWS
from .checks.flaw import Flaw
from .language.words import norm
from .pipeline import store_of
from .types import Evidence, Fact, Question, Term

NOT_DATA = frozenset(
    ["id", "kind", "pattern", "level", "stem", "evidence", "section", "feedback", "score", "soft_flaws"]
)


class Checker:
    """A document, or several of a course, ready to check questions about them."""

    def __init__(self, documents: Document | Sequence[Document], glossary: Sequence[Term] = ()) -> None:
        several = [documents] if isinstance(documents, Document) else documents
        self.store = store_of(several, glossary, Counter())

    def flaws(self, question: Mapping[str, Any], about: int = 0) -> list[Flaw]:
        """A question as ``Question.to_dict`` gives it in, the flaws out, hard ones first; ``about`` which document it is."""
        row = self.question(question, about)
        found = [flaw for flaw in FLAWS if flaw.found(row, self.store)]
        return sorted(found, key=lambda flaw: not flaw.hard)

    def question(self, data: Mapping[str, Any], about: int) -> Question:
        row = Question(
            kind=data["kind"],
            pattern=data["pattern"],
            level=data["level"],
            stem=data["stem"],
            data={name: value for name, value in data.items() if name not in NOT_DATA},
            evidence=Evidence(**data["evidence"]),
            section=data["section"],
            feedback=data["feedback"],
            document=about,
        )
        return replace(row, facts=self.facts(row))

    def facts(self, row: Question) -> tuple[Fact, ...]:
        """What the pattern found in the passage, if it is what the question asks for."""
        here = [
            fact
            for fact in self.store.known(row.pattern)
            if fact.document == row.document and overlap(fact.evidence, row.evidence)
        ]
        return tuple(fact for fact in here if norm(fact.value) == norm(row.key))[:1]


def overlap(one: Evidence, other: Evidence) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end


def recheck(question: Mapping[str, Any], document: Document, glossary: Sequence[Term] = ()) -> list[Flaw]:
    """The flaws of one question; for several on the same document keep a Checker."""
    return Checker(document, glossary).flaws(question)
