"""Taking a quiz: the page of questions, saving answers, handing in, and the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from quizzes.forms import answer_from
from quizzes.kinds import InvalidResponse
from quizzes.models import Attempt
from quizzes.selectors.asked import asked_in_attempt
from quizzes.selectors.attempts import shows_answers
from quizzes.selectors.quizzes import quiz_line
from quizzes.services.attempts import attempt_close_if_due, attempt_hand_in, response_save, responses_save
from quizzes.services.errors import AttemptOver, NotInThisAttempt
from quizzes.views.find import find_own_attempt, find_result
from readings.permissions import teaches


@require_GET
def attempt_show(request: HttpRequest, course: str, quiz: int, attempt: int) -> HttpResponse:
    found = attempt_close_if_due(attempt=find_own_attempt(request, course, quiz, attempt))
    if found.submitted_at:
        return to_result(course, quiz, attempt)
    return questions_page(request, found)


@require_POST
def answer_save(request: HttpRequest, course: str, quiz: int, attempt: int, question: int) -> HttpResponse:
    """Saves one answer as soon as it is given. Speaks JSON to the page's script, redirects to everybody else."""
    found = find_own_attempt(request, course, quiz, attempt)
    row = found.responses.select_related("question").filter(question=question).first()
    try:
        if row is None:
            raise NotInThisAttempt("That question is not part of this attempt. Reload the page.")
        response_save(attempt=found, question_id=question, answer=answer_from(request.POST, row.question))
    except AttemptOver as over:
        return refused(request, found, over, 409)
    except NotInThisAttempt as stranger:
        return refused(request, found, stranger, 404)
    except InvalidResponse as invalid:
        return refused(request, found, invalid, 400, {question: str(invalid)})
    if not wants_json(request):
        return redirect("quizzes:attempt", course, quiz, attempt)
    answered = found.responses.filter(answer__isnull=False).count()
    return JsonResponse({"saved": True, "answered": answered})


@require_POST
def answers_save(request: HttpRequest, course: str, quiz: int, attempt: int) -> HttpResponse:
    """The page's form without script: saves all answers that it holds."""
    found = find_own_attempt(request, course, quiz, attempt)
    try:
        wrong = responses_save(attempt=found, answers=answers_from(request, found))
    except AttemptOver as over:
        return refused(request, found, over, 409)
    if wrong:
        return questions_page(request, found, errors=wrong, status=400)
    messages.success(request, "Your answers are saved.")
    return redirect("quizzes:attempt", course, quiz, attempt)


@require_POST
def attempt_finish(request: HttpRequest, course: str, quiz: int, attempt: int) -> HttpResponse:
    """Saves what the form holds and marks it. Asks once more when questions are open; twice gives the result page."""
    found = find_own_attempt(request, course, quiz, attempt)
    answers = answers_from(request, found)
    done = attempt_hand_in(attempt=found, answers=answers, with_open="anyway" in request.POST)
    if done.wrong or done.left:
        return questions_page(request, found, errors=done.wrong, left=done.left, status=400 if done.wrong else 200)
    return to_result(course, quiz, attempt)


@require_GET
def result_show(request: HttpRequest, course: str, quiz: int, attempt: int) -> HttpResponse:
    found = attempt_close_if_due(attempt=find_result(request, course, quiz, attempt))
    own = found.enrolment.user_id == request.user.pk
    if not found.submitted_at:
        return redirect("quizzes:attempt" if own else "quizzes:quiz", course, quiz, *([attempt] if own else []))
    as_teacher = teaches(request.user, found.quiz.course)
    details = as_teacher or shows_answers(found)
    context = {
        "course": found.quiz.course,
        "quiz": found.quiz,
        "attempt": found,
        "own": own,
        "teaches": as_teacher,
        "details": details,
        "asked": asked_in_attempt(found, with_passages=details),
        "line": quiz_line(request.user, found.quiz) if own else None,
    }
    return render(request, "quizzes/attempt_result.html", context)


def questions_page(
    request: HttpRequest,
    attempt: Attempt,
    *,
    errors: Mapping[int, str] | None = None,
    left: Sequence[int] = (),
    status: int = 200,
) -> HttpResponse:
    rows = asked_in_attempt(attempt)
    context = {
        "course": attempt.quiz.course,
        "quiz": attempt.quiz,
        "attempt": attempt,
        "asked": rows,
        "answered": sum(row.answered for row in rows),
        "errors": errors or {},
        "left": left,
        "teaches": False,
        "now": timezone.now(),
    }
    return render(request, "quizzes/attempt_show.html", context, status=status)


def answers_from(request: HttpRequest, attempt: Attempt) -> dict[int, dict[str, Any]]:
    """What the form holds. An empty field takes nothing back, so that an old page in another tab cannot wipe out
    answers."""
    questions = [row.question for row in attempt.responses.select_related("question")]
    answers = {question.pk: answer_from(request.POST, question) for question in questions}
    return {question: answer for question, answer in answers.items() if answer is not None}


def refused(
    request: HttpRequest, attempt: Attempt, why: Exception, status: int, errors: Mapping[int, str] | None = None
) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"saved": False, "error": str(why)}, status=status)
    if status == 400:
        return questions_page(request, attempt, errors=errors, status=status)
    messages.warning(request, str(why))
    return redirect("quizzes:attempt", attempt.quiz.course.slug, attempt.quiz_id, attempt.pk)


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("accept", "").startswith("application/json")


def to_result(course: str, quiz: int, attempt: int) -> HttpResponse:
    return redirect("quizzes:result", course, quiz, attempt)
