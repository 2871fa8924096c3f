"""The start page of a quiz, the start of an attempt, and the teachers' preview."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from quizzes.models import Attempt, Quiz
from quizzes.permissions import attempts_of
from quizzes.selectors.asked import asked_in_quiz
from quizzes.selectors.quizzes import quiz_line
from quizzes.services.attempts import attempt_close_if_due, attempt_start
from quizzes.services.errors import QuizError
from quizzes.views.find import find_quiz
from readings.permissions import courses_taught_by, teaches


@require_GET
def quiz_show(request: HttpRequest, course: str, quiz: int) -> HttpResponse:
    return start_page(request, find_quiz(request, course, quiz))


@require_POST
def quiz_start(request: HttpRequest, course: str, quiz: int) -> HttpResponse:
    found = find_quiz(request, course, quiz)
    try:
        attempt = attempt_start(quiz=found, user=request.user)
    except QuizError as refusal:
        return start_page(request, found, refusal=str(refusal), status=403)
    return redirect("quizzes:attempt", course, quiz, attempt.pk)


@require_GET
def quiz_preview(request: HttpRequest, course: str, quiz: int) -> HttpResponse:
    """All questions with their answers and passages; nothing is recorded."""
    found = find_quiz(request, course, quiz)
    get_object_or_404(courses_taught_by(request.user), pk=found.course_id)
    context = {"course": found.course, "quiz": found, "asked": asked_in_quiz(found), "teaches": True, "preview": True}
    return render(request, "quizzes/quiz_preview.html", context)


def start_page(request: HttpRequest, quiz: Quiz, refusal: str = "", status: int = 200) -> HttpResponse:
    for attempt in unfinished(request, quiz):
        attempt_close_if_due(attempt=attempt)
    context = {
        "course": quiz.course,
        "quiz": quiz,
        "line": quiz_line(request.user, quiz),
        "size": quiz.questions.askable().count(),
        "refusal": refusal,
        "teaches": teaches(request.user, quiz.course),
    }
    return render(request, "quizzes/quiz_show.html", context, status=status)


def unfinished(request: HttpRequest, quiz: Quiz) -> list[Attempt]:
    return list(attempts_of(request.user).filter(quiz=quiz, submitted_at=None))
