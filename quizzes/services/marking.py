"""An attempt under its lock: storing answers, marking them, and closing it. To be called within a transaction."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import chain
from typing import Any

from django.db import transaction
from django.utils import timezone

from quizzes.kinds import InvalidResponse, grade
from quizzes.models import Attempt, Response
from quizzes.services.errors import AttemptOver
from quizzes.signals import attempt_submitted

Answer = Mapping[str, Any]
Answers = Mapping[int, Answer]
"""By question id."""


def close(attempts: Mapping[Attempt, list[Response]]) -> None:
    """Marks and closes attempts that are all still open, in two writes however many there are."""
    now = timezone.now()
    for attempt, responses in attempts.items():
        for response in responses:
            mark(response)
        attempt.points = sum(response.points or 0 for response in responses)
        attempt.max_points = sum(response.max_points for response in responses)
        attempt.submitted_at = min(filter(None, (now, attempt.due_at)))
        transaction.on_commit(partial(attempt_submitted.send, sender=Attempt, attempt=attempt), robust=True)
    Response.objects.bulk_update(chain.from_iterable(attempts.values()), ["points", "is_correct"])
    Attempt.objects.bulk_update(attempts, ["points", "max_points", "submitted_at"])


def store(responses: list[Response], answers: Answers) -> dict[int, str]:
    wrong: dict[int, str] = {}
    for response in responses:
        answer = answers.get(response.question_id)
        if answer is None or answer == response.answer:
            continue
        try:
            grade(response.question.kind, response.question.data, answer)
        except InvalidResponse as invalid:
            wrong[response.question_id] = str(invalid)
        else:
            response.answer, response.saved_at = dict(answer), timezone.now()
    Response.objects.bulk_update(responses, ["answer", "saved_at"])
    return wrong


def mark(response: Response) -> None:
    if response.answer is None:
        response.points, response.is_correct = 0, False
        return
    result = grade(response.question.kind, response.question.data, response.answer)
    response.points, response.is_correct = result.score * response.max_points, result.correct


def still_open(attempt: Attempt) -> None:
    if locked(attempt).submitted_at:
        raise AttemptOver("This attempt is handed in; its answers can no longer change.")


def responses_of(attempt: Attempt) -> list[Response]:
    rows = attempt.responses.select_related("question")
    return list(rows.prefetch_related("question__options", "question__pairs"))


def locked(attempt: Attempt) -> Attempt:
    """The row as it is now, held until the transaction ends."""
    return Attempt.objects.select_for_update().get(pk=attempt.pk)
