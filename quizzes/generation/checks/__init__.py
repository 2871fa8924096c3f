"""Checks: one small function for each flaw; a hard flaw rejects a question, a soft one lowers its rank."""

from __future__ import annotations

from quizzes.generation.store import Store
from quizzes.generation.types import Question

from . import against, cues, form, grounding, reasons, stem, worth
from .flaw import Flaw

FLAWS: tuple[Flaw, ...] = (
    *form.FLAWS,
    *stem.FLAWS,
    *cues.FLAWS,
    *grounding.FLAWS,
    *against.FLAWS,
    *reasons.FLAWS,
    *worth.FLAWS,
)
"""Every flaw that is looked for, in the order of the list in the documentation."""


def hard_flaws(question: Question, store: Store) -> list[str]:
    """Codes of the flaws for which the question must not be shown."""
    return [flaw.code for flaw in FLAWS if flaw.hard and flaw.found(question, store)]


def soft_flaws(question: Question, store: Store) -> list[str]:
    """Codes of the flaws that cost the question some rank."""
    return [flaw.code for flaw in FLAWS if not flaw.hard and flaw.found(question, store)]
