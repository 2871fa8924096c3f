"""Quizzes of the demo: generated questions, of which the teacher has approved the best."""

from __future__ import annotations

from math import ceil

from config.accounts.models import User
from quizzes.kinds import check
from quizzes.models import Question, Quiz
from quizzes.services.generation import questions_generate
from quizzes.services.questions import question_approve
from quizzes.services.quizzes import quiz_assemble, quiz_publish
from readings.models import Reading

GENERATED, IN_QUIZ, FEWEST, ENOUGH = 14, 8, 3, 5
APPROVED = 0.65
"""The share of the drafts without flaws that the teacher has approved; the others wait in the review queue."""


def quiz_make(reading: Reading, teacher: User) -> Quiz | None:
    """The reading's published quiz, made if it has none; None where the text gives too few questions."""
    if quiz := reading.quizzes.published().first():
        return quiz
    questions_generate(reading=reading, count=GENERATED)
    for draft in worth_approving(reading):
        question_approve(question=draft, by=teacher)
    if reading.questions.approved().count() < FEWEST:
        return None
    return quiz_publish(quiz=quiz_assemble(reading=reading, count=IN_QUIZ))


def worth_approving(reading: Reading) -> list[Question]:
    """The best drafts, those without flaws first; a short text's last drafts are left to review, too."""
    rows = reading.questions.drafts().prefetch_related("options", "pairs").order_by("-score", "pk")
    drafts = sorted((row for row in rows if not check(row.kind, row.data)), key=lambda row: bool(row.soft_flaws))
    flawless = sum(not row.soft_flaws for row in drafts)
    return drafts[: max(FEWEST, min(ENOUGH, len(drafts) - 2), ceil(APPROVED * flawless))]
