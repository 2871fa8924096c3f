"""Quizzes of the demo: the teacher's own questions, and generated ones, of which she has approved the best."""

from __future__ import annotations

from math import ceil

from config.accounts.models import User
from config.demo.writing import questions_write
from quizzes.kinds import check
from quizzes.models import Question, Quiz
from quizzes.services.generation import questions_generate
from quizzes.services.questions import question_approve
from quizzes.services.quizzes import quiz_assemble, quiz_publish
from readings.models import Reading

GENERATED, IN_QUIZ, FEWEST, ENOUGH = 14, 8, 3, 5
LEFT = 2
"""The last drafts of a short text, which wait in the review queue."""
BESIDE = 2
"""The most generated questions that are approved beside written ones."""
APPROVED = 0.65
"""The share of the drafts without flaws that the teacher has approved; the others wait in the review queue."""


def quiz_make(reading: Reading, teacher: User) -> Quiz | None:
    """The reading's published quiz, made if it has none; None where the text gives too few questions."""
    if quiz := reading.quizzes.published().first():
        return quiz
    questions_generate(reading=reading, count=GENERATED)
    written = questions_write(reading, teacher)
    drafts = drafts_best_first(reading)
    for draft in drafts[: how_many(drafts, beside_written=bool(written))]:
        question_approve(question=draft, by=teacher)
    if reading.questions.approved().count() < FEWEST:
        return None
    return quiz_publish(quiz=quiz_assemble(reading=reading, count=IN_QUIZ))


def drafts_best_first(reading: Reading) -> list[Question]:
    """Those without flaws before all others."""
    rows = reading.questions.drafts().prefetch_related("options", "pairs").order_by("-score", "pk")
    return sorted((row for row in rows if not check(row.kind, row.data)), key=lambda row: bool(row.soft_flaws))


def how_many(drafts: list[Question], beside_written: bool) -> int:
    """How many of the drafts the teacher has approved; a short text's last drafts are left to review, too."""
    spared = len(drafts) - LEFT
    if beside_written:
        return max(0, min(BESIDE, spared))
    flawless = sum(not row.soft_flaws for row in drafts)
    return max(FEWEST, min(ENOUGH, spared), ceil(APPROVED * flawless))
