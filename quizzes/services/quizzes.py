"""Quizzes from approved questions: by hand, or the best ones of a reading over all its sections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from quizzes.models import Question, Quiz, QuizItem
from quizzes.selectors.questions import best_questions
from quizzes.services.errors import QuizNotReady
from quizzes.services.evidence import questions_recheck_evidence
from readings.models import Course, Reading


@transaction.atomic
def quiz_create_from_questions(
    *, course: Course, title: str, questions: Sequence[Question], reading: Reading | None = None, **rules: Any
) -> Quiz:
    """An unpublished quiz of the questions in their order, after the quizzes that the course has; ``rules`` are
    further fields of Quiz."""
    if any(question.status != Question.Status.APPROVED for question in questions):
        raise QuizNotReady("A quiz takes approved questions only. Review the drafts first.")
    if any(question.is_stale for question in questions):
        raise QuizNotReady("The passage of a question is no longer in its reading. Look at the question first.")
    if any(question.reading.course_id != course.pk for question in questions):
        raise QuizNotReady("A quiz takes questions on readings of its own course only.")
    last = course.quizzes.aggregate(last=Max("position"))["last"]
    quiz = Quiz(course=course, reading=reading, title=title, position=(last or 0) + 1, **rules)
    quiz.full_clean()
    quiz.save()
    QuizItem.objects.bulk_create(
        QuizItem(quiz=quiz, question=question, position=position) for position, question in enumerate(questions, 1)
    )
    return quiz


def quiz_assemble(*, reading: Reading, count: int = 10, title: str = "", **rules: Any) -> Quiz:
    """An unpublished quiz of the best approved questions on the reading, from as many sections as there are."""
    questions_recheck_evidence(questions=reading.questions.all())
    questions = best_questions(reading, count)
    if not questions:
        raise QuizNotReady(f"“{reading}” has no approved question yet. Review its drafts first.")
    return quiz_create_from_questions(
        course=reading.course, reading=reading, title=title or reading.title[:200], questions=questions, **rules
    )


def quiz_publish(*, quiz: Quiz) -> Quiz:
    """From now on the students see it; publishing twice changes nothing."""
    questions_recheck_evidence(questions=quiz.questions.all())
    if not quiz.questions.askable().exists():
        raise QuizNotReady("Add at least one approved question before you publish this quiz.")
    quiz.is_published = True
    quiz.save(update_fields=["is_published"])
    return quiz


def quiz_unpublish(*, quiz: Quiz) -> Quiz:
    """Students no longer see it; attempts already made stay."""
    quiz.is_published = False
    quiz.save(update_fields=["is_published"])
    return quiz
