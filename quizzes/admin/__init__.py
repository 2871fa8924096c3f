"""The desk's pages for questions, quizzes and progress; importing them registers them."""

from __future__ import annotations

from quizzes.admin.practice import PracticeRuleAdmin
from quizzes.admin.progress import StudentProgressAdmin
from quizzes.admin.question import QuestionAdmin
from quizzes.admin.quiz import QuizAdmin

__all__ = ["PracticeRuleAdmin", "QuestionAdmin", "QuizAdmin", "StudentProgressAdmin"]
