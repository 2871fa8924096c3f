"""Finds the row that an address names, among those its visitor may see; everything else is not found."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from quizzes.models import Attempt, Quiz
from quizzes.permissions import attempts_of, attempts_reviewable_by, quizzes_visible_to


def find_quiz(request: HttpRequest, course: str, quiz: int) -> Quiz:
    rows = quizzes_visible_to(request.user).select_related("course", "reading")
    return get_object_or_404(rows, course__slug=course, pk=quiz)


def find_own_attempt(request: HttpRequest, course: str, quiz: int, attempt: int) -> Attempt:
    rows = attempts_of(request.user).select_related("quiz__course", "enrolment")
    return get_object_or_404(rows, quiz__course__slug=course, quiz=quiz, pk=attempt)


def find_result(request: HttpRequest, course: str, quiz: int, attempt: int) -> Attempt:
    """One's own attempt, or any in a course one teaches."""
    rows = (attempts_of(request.user) | attempts_reviewable_by(request.user)).distinct()
    return get_object_or_404(
        rows.select_related("quiz__course", "enrolment__user"), quiz__course__slug=course, quiz=quiz, pk=attempt
    )
