"""What an attempt may show to the student who made it."""

from __future__ import annotations

from quizzes.models import Attempt, Quiz


def shows_answers(attempt: Attempt) -> bool:
    """Whether right answers, reasons and passages may be seen, by the rule in force when the attempt began."""
    if attempt.submitted_at is None:
        return False
    if attempt.feedback == Quiz.Feedback.AFTER_CLOSE:
        return attempt.quiz.is_closed
    return attempt.feedback == Quiz.Feedback.AFTER_SUBMIT
