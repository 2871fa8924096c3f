"""The tables of questions, quizzes and attempts. Import the public names from here only."""

from __future__ import annotations

from quizzes.models.attempt import Attempt, Response
from quizzes.models.decision import ReviewDecision
from quizzes.models.practice import PracticeRule
from quizzes.models.progress import StudentProgress
from quizzes.models.question import Option, Pair, Question
from quizzes.models.quiz import Quiz, QuizItem

__all__ = [
    "Attempt", "Option", "Pair", "PracticeRule", "Question", "Quiz", "QuizItem", "Response", "ReviewDecision", "StudentProgress",
]  # fmt: skip
