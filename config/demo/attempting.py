"""What the class answered in a quiz, marked by the same rule as everybody's answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from config.demo.moments import chance, last_seen
from config.demo.people import Person
from config.demo.reading import Members
from quizzes.models import Attempt, Question, Quiz, QuizItem, Response
from quizzes.services.marking import mark
from readings.models import BlockRead, Enrolment, Reading

ENOUGH = 1 / 3
"""The share of a text that one has read before the quiz."""
GOOD = 85
"""Per cent after which nobody tries again."""


@dataclass(slots=True)
class Try:
    """One attempt and its answers, before they are stored."""

    attempt: Attempt
    responses: list[Response]
    started_at: datetime


def attempts_make(quiz: Quiz, members: Members) -> None:
    """One or two attempts of those who have read enough; again for the same quiz adds nothing."""
    if quiz.attempts.filter(enrolment__user__is_demo=True).exists():
        return
    finished = finishing_moments(quiz.reading)
    items = list(quiz.items.select_related("question").prefetch_related("question__options", "question__pairs"))
    tries: list[Try] = []
    for person, enrolment in members:
        dice = chance("attempts", person.username, quiz.title)
        moment = finished.get(enrolment.pk)
        if moment and dice.random() < 0.25 + 0.75 * person.diligence:
            tries += tries_of(person, enrolment, quiz, items, moment, dice)
    tries_store(tries)


def finishing_moments(reading: Reading) -> dict[int, datetime]:
    """For each student who has read enough of the text, when the last paragraph was read."""
    least = reading.blocks.count() * ENOUGH
    reads: dict[int, list[datetime]] = {}
    for enrolment, moment in BlockRead.objects.filter(block__reading=reading).values_list("enrolment", "read_at"):
        reads.setdefault(enrolment, []).append(moment)
    return {enrolment: max(moments) for enrolment, moments in reads.items() if len(moments) >= least}


def tries_of(
    person: Person, enrolment: Enrolment, quiz: Quiz, items: Sequence[QuizItem], moment: datetime, dice: Random
) -> Iterator[Try]:
    """Another one after a bad first, sometimes, and with more luck."""
    skill = person.skill * dice.uniform(0.75, 1.15)
    for number in range(1, quiz.attempts_allowed + 1):
        moment += timedelta(hours=dice.uniform(0.5, 30))
        if moment > last_seen(person):
            return
        made = try_of(Attempt(quiz=quiz, enrolment=enrolment, number=number), items, moment, skill, dice)
        yield made
        if made.attempt.percent > GOOD or dice.random() > person.diligence:
            return
        skill = min(1.0, skill + 0.15)


def try_of(attempt: Attempt, items: Sequence[QuizItem], moment: datetime, skill: float, dice: Random) -> Try:
    end, responses = moment, []
    for position, item in enumerate(items, start=1):
        end += timedelta(seconds=dice.uniform(15, 80))
        response = Response(attempt=attempt, question=item.question, position=position, max_points=item.points)
        response.answer, response.saved_at = answer_to(item.question, skill, dice), end
        mark(response)
        responses.append(response)
    attempt.pass_mark, attempt.feedback = attempt.quiz.pass_mark, attempt.quiz.feedback
    attempt.points = sum(response.points or 0 for response in responses)
    attempt.max_points = sum(response.max_points for response in responses)
    attempt.submitted_at = end
    return Try(attempt, responses, moment)


def tries_store(tries: list[Try]) -> None:
    attempts = Attempt.objects.bulk_create(made.attempt for made in tries)
    for made in tries:
        made.attempt.started_at = made.started_at
    # Creating stamps the present moment; the demo happened before.
    Attempt.objects.bulk_update(attempts, ["started_at"])
    Response.objects.bulk_create(response for made in tries for response in made.responses)


def answer_to(question: Question, skill: float, dice: Random) -> dict[str, Any] | None:
    """The right answer as often as the person's skill says; None for a question left out."""
    right, data = dice.random() < skill, question.data
    if not right and dice.random() < 0.08:
        return None
    if entries := data["options"] or data["passages"]:
        return {"choice": dice.choice([entry["id"] for entry in entries if entry["correct"] is right])}
    if question.kind == "typed":
        return {"text": data["accepted"][0] if right else "I do not know"}
    if question.kind == "numeric":
        return {"value": str(data["value"] if right else round(2 * data["value"] + 1))}
    if question.kind == "matching":
        return {"pairs": data["pairs"] if right else mixed_up(data, dice)}
    if question.kind == "ordering":
        return {"order": data["order"] if right else dice.sample(data["order"], len(data["order"]))}
    return None


def mixed_up(data: dict[str, Any], dice: Random) -> dict[str, str]:
    """The first pair is right, of the others what comes."""
    responses = [entry["id"] for entry in data["responses"]]
    return {
        premise: answer if place == 0 else dice.choice(responses)
        for place, (premise, answer) in enumerate(data["pairs"].items())
    }
