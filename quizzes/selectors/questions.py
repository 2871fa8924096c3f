"""Questions as the review desk and the assembly of quizzes need them."""

from __future__ import annotations

from collections.abc import Iterable

from quizzes.generation.checks import FLAWS
from quizzes.models import Question
from readings.models import Reading

FLAW_NAMES = {flaw.code: flaw.name for flaw in FLAWS}


def flaw_names(codes: Iterable[str]) -> list[str]:
    """What the codes of the flaw list mean; a code of an older list stays as it is."""
    return [FLAW_NAMES.get(code, code) for code in codes]


def best_questions(reading: Reading, count: int) -> list[Question]:
    """The best approved questions, one from each section before a second from any, in the order of the text."""
    rows = reading.questions.askable().select_related("reading", "evidence_block").order_by("-score", "pk")
    taken_from: dict[int | None, int] = {}
    ranked = []
    for place, question in enumerate(rows):
        section = question.evidence_block.section_id if question.evidence_block else None
        taken_from[section] = taken_from.get(section, 0) + 1
        ranked.append((taken_from[section], place, question))
    chosen = [question for *_, question in sorted(ranked, key=lambda entry: entry[:2])[:count]]
    return sorted(chosen, key=lambda question: (place_in_text(question), question.pk))


def place_in_text(question: Question) -> int:
    return question.evidence_block.position if question.evidence_block else 0
