"""Taking a quiz: begin an attempt, save each answer when it is given, hand in, and mark.

An attempt whose time is over is handed in with what was saved as soon as anybody looks at it; there is no clockwork.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from quizzes.kinds import grade
from quizzes.models import Attempt, Quiz, Response
from quizzes.services.errors import NotInThisAttempt
from quizzes.services.marking import Answer, Answers, close, locked, responses_of, still_open, store
from quizzes.services.opening import open_or_new
from readings.models import Course
from readings.permissions import Someone


@dataclass(frozen=True, slots=True)
class HandIn:
    """What came of handing in: the closed attempt, or why it is still open."""

    attempt: Attempt
    wrong: Mapping[int, str] = field(default_factory=dict)
    """By question id, what is wrong with an answer."""
    left: Sequence[int] = ()
    """Numbers of the questions still open."""


def attempt_start(*, quiz: Quiz, user: Someone) -> Attempt:
    """The student's open attempt, or a new one with the quiz's rules and questions as they are now."""
    for late in Attempt.objects.filter(quiz=quiz, enrolment__user_id=user.pk, submitted_at=None):
        attempt_close_if_due(attempt=late)
    return open_or_new(quiz, user)


def response_save(*, attempt: Attempt, question_id: int, answer: Answer | None) -> Response:
    """Stores one answer; None takes it back. An answer that does not fit the question raises InvalidResponse."""
    attempt_close_if_due(attempt=attempt)
    with transaction.atomic():
        still_open(attempt)
        response = attempt.responses.select_related("question").filter(question_id=question_id).first()
        if response is None:
            raise NotInThisAttempt("That question is not part of this attempt. Reload the page.")
        if answer is not None:
            grade(response.question.kind, response.question.data, answer)
        response.answer, response.saved_at = answer, timezone.now()
        response.save(update_fields=["answer", "saved_at"])
    return response


def responses_save(*, attempt: Attempt, answers: Answers) -> dict[int, str]:
    """Stores many answers by question id; those that do not fit are left out and returned with what is wrong."""
    attempt_close_if_due(attempt=attempt)
    with transaction.atomic():
        still_open(attempt)
        return store(responses_of(attempt), answers)


def attempt_hand_in(*, attempt: Attempt, answers: Answers, with_open: bool = False) -> HandIn:
    """Stores the answers of the whole form and marks them, unless one does not fit or, without ``with_open``, a
    question is still open. Handing in twice changes nothing."""
    attempt_close_if_due(attempt=attempt)
    with transaction.atomic():
        row = locked(attempt)
        if row.submitted_at:
            return HandIn(row)
        responses = responses_of(row)
        wrong = store(responses, answers)
        left = [] if with_open else [response.position for response in responses if response.answer is None]
        if not wrong and not left:
            close({row: responses})
        return HandIn(row, wrong, left)


@transaction.atomic
def attempt_submit(*, attempt: Attempt) -> Attempt:
    """Marks what was saved and closes the attempt; handing in twice changes nothing."""
    row = locked(attempt)
    if not row.submitted_at:
        close({row: responses_of(row)})
    return row


def attempt_close_if_due(*, attempt: Attempt) -> Attempt:
    """Hands in an attempt whose time is over, with what was saved; any other is returned as it is."""
    over = attempt.due_at is not None and attempt.due_at <= timezone.now()
    return attempt_submit(attempt=attempt) if over and not attempt.submitted_at else attempt


def attempts_close_due(*, course: Course) -> int:
    """Hands in every attempt of the course whose time is over, before its figures are shown; returns how many."""
    due = Attempt.objects.filter(quiz__course=course, submitted_at=None, due_at__lte=timezone.now())
    if not due.exists():  # No lock where there is nothing to write.
        return 0
    with transaction.atomic():
        rows = due.select_for_update(of=("self",)).prefetch_related(*RESPONSES)
        late = {attempt: list(attempt.responses.all()) for attempt in rows}
        close(late)
    return len(late)


RESPONSES = ("responses__question__options", "responses__question__pairs")
