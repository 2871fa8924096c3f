"""Two clicks at once: one attempt, one mark. On PostgreSQL, where two writers really run side by side."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from quizzes.models import Attempt, Question
from quizzes.services.attempts import attempt_start, attempt_submit
from quizzes.services.errors import QuestionNotChangeable
from quizzes.services.questions import question_edit
from quizzes.signals import attempt_submitted
from tests.factories import make_question, make_quiz

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time"),
]


def at_once(work: Callable[[], Any], times: int = 4) -> list[Any]:
    """The results of the same work done by several threads that start together; an error is a result too."""
    barrier = Barrier(times)

    def run() -> Any:
        connection.ensure_connection()
        barrier.wait(timeout=10)
        try:
            return work()
        except QuestionNotChangeable as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return [job.result() for job in [pool.submit(run) for _ in range(times)]]


def test_several_clicks_begin_one_attempt(course, reading, sam):
    quiz = make_quiz(course, make_question(reading, status="approved"))
    attempts = at_once(lambda: attempt_start(quiz=quiz, user=sam))
    assert {attempt.pk for attempt in attempts} == {Attempt.objects.get().pk}


def test_several_clicks_hand_in_once(course, reading, sam):
    told = []

    def listener(attempt, **kwargs):
        told.append(attempt.pk)

    attempt = attempt_start(quiz=make_quiz(course, make_question(reading, status="approved")), user=sam)
    attempt_submitted.connect(listener)
    at_once(lambda: attempt_submit(attempt=attempt))
    attempt_submitted.disconnect(listener)
    assert told == [attempt.pk]


def test_several_edits_make_one_next_version(reading, ines):
    old = make_question(reading, status="approved")
    options = [{"text": text, "correct": text == "a"} for text in "abc"]
    results = at_once(lambda: question_edit(question=old, by=ines, fields={}, options=options))
    assert sum(isinstance(result, Question) for result in results) == 1
    assert Question.objects.count() == 2
