"""The data of question generation: what a passage says (Fact) and what is asked about it (Question)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Level = Literal["remember", "understand", "apply"]
Polarity = Literal["affirmed", "denied"]
Modality = Literal["stated", "attributed", "hedged"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage that decides a question: ``block.text[start:end] == quote``, counted in code points."""

    block: str
    start: int
    end: int
    quote: str

    def to_dict(self) -> dict[str, Any]:
        return {"block": self.block, "start": self.start, "end": self.end, "quote": self.quote}


@dataclass(frozen=True, slots=True)
class Fact:
    """What one passage says: a subject has a value in a relation, at a date, according to a source."""

    pattern: str
    """The file in ``facts/`` that found it."""
    subject: str
    relation: str
    value: str
    type: str
    """What kind of thing the value is: expansion, year, day, person, role, claim, number, clause …"""
    evidence: Evidence
    section: str
    document: int = 0
    """Which of the documents of this run says it."""
    date: str | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "stated"
    source: str | None = None
    """Who says it, where the passage credits someone."""
    askable: bool = True
    """False for words that serve as a wrong option only, because the question to them cannot be put."""
    lesser: bool = False
    """Right, but of a kind that mostly is a detail, leans on its page or is known: its questions belong to the reserve."""
    parts: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Further words of the passage that an item needs: the verb, its base form, the rest of the clause …"""


@dataclass(frozen=True, slots=True)
class Question:
    """A question bound to its passage; ``data`` is what ``quizzes.kinds`` checks and grades."""

    kind: str
    pattern: str
    level: Level
    stem: str
    data: Mapping[str, Any]
    evidence: Evidence
    section: str
    feedback: str
    facts: tuple[Fact, ...] = ()
    """What it asks about, so that no quiz asks the same twice."""
    used: tuple[Fact, ...] = ()
    """Facts that its wrong options are made of, where seeing those would help with a question about them."""
    document: int = 0
    lesser: bool = False
    """Right, but its options or its wording are of a kind that judges mostly would not publish unchanged."""
    id: str = ""
    score: float = 0.0
    soft_flaws: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The text of the right option; empty for kinds without one."""
        options = self.data.get("options") or self.data.get("passages") or ()
        return next((str(option["text"]) for option in options if option["correct"]), "")

    @property
    def distractors(self) -> tuple[str, ...]:
        """The texts of the wrong options."""
        options = self.data.get("options") or self.data.get("passages") or ()
        return tuple(str(option["text"]) for option in options if not option["correct"])

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON data; the kind's own part (options, pairs, order …) stands beside the rest."""
        return {
            "id": self.id,
            "kind": self.kind,
            "pattern": self.pattern,
            "level": self.level,
            "stem": self.stem,
            **self.data,
            "evidence": self.evidence.to_dict(),
            "section": self.section,
            "feedback": self.feedback,
            "score": round(self.score, 3),
            "soft_flaws": list(self.soft_flaws),
        }


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry as generation needs it."""

    head: str
    aliases: tuple[str, ...] = ()
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """The questions, best first, and how many candidates fell for which reason."""

    questions: tuple[Question, ...] = ()
    abstained: Mapping[str, int] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """The form that ``python -m quizzes.generation`` prints."""
        return {"questions": [question.to_dict() for question in self.questions], "abstained": dict(self.abstained)}
