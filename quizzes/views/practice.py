"""Practice at the end of a page of the text: answer, get help, try again. Nothing is recorded.

Works as a page of its own; the page of the text fetches its parts with ``?part=1``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from quizzes.forms import answer_from
from quizzes.kinds import Grade, InvalidResponse, grade
from quizzes.models import Question, Response
from quizzes.selectors.asked import Asked, asked
from quizzes.selectors.hints import Hint, hint_for
from quizzes.selectors.practice import Practice, practice_of
from quizzes.services.evidence import questions_recheck_evidence
from readings.models import Reading, Section
from readings.selectors.courses import Seat, seat_with_reading


@dataclass(frozen=True, slots=True)
class Tried:
    """A practice question as it stands after an answer, or before the first."""

    item: Asked
    grade: Grade | None = None
    hint: Hint | None = None
    wrong: str = ""
    """What is wrong with the answer as such: nothing chosen, no number."""
    is_over: bool = False
    """Whether right answer and passage are shown."""
    tries: int = 0
    """Answers that were wrong."""


@require_http_methods(["GET", "POST"])
def practice_show(request: HttpRequest, course: str, reading: str, section: str) -> HttpResponse:
    seat, text = reading_or_404(request, course, reading)
    questions_recheck_evidence(questions=text.questions.all())
    try:
        practice = practice_of(text, section, seat)
    except Section.DoesNotExist:
        raise Http404("This reading has no such section.") from None
    tried = [one(request, number, question) for number, question in enumerate(practice.questions, 1)]
    context = {"course": seat.course, "teaches": seat.teaches, "reading": text, "section": practice.section}
    if "part" in request.GET:
        return part(request, practice, tried, context)
    return render(request, "quizzes/practice_show.html", {**context, "tried": tried})


def reading_or_404(request: HttpRequest, course: str, reading: str) -> tuple[Seat, Reading]:
    try:
        return seat_with_reading(request.user, course, reading)
    except Reading.DoesNotExist:
        raise Http404("No such reading in your courses.") from None


def part(request: HttpRequest, practice: Practice, tried: list[Tried], context: dict[str, Any]) -> HttpResponse:
    """All questions for the page of the text, or the one that was answered; nothing where there are none."""
    answered = [entry for entry in tried if is_answered(request, entry.item.question)]
    if not practice.questions:
        return HttpResponse(status=204)
    template = "quizzes/_practice_question.html" if answered else "quizzes/_practice.html"
    return render(request, template, {**context, "tried": tried, "entry": answered[0] if answered else None})


def is_answered(request: HttpRequest, question: Question) -> bool:
    return request.POST.get("question") == str(question.pk)


def one(request: HttpRequest, number: int, question: Question) -> Tried:
    """The question as it was, or what came of the answer to it: right, a hint after the first miss, all after the
    second or when asked for."""
    if not is_answered(request, question):
        return Tried(asked(question, number))
    answer = answer_from(request.POST, question)
    tries = int("1" in request.POST.get("tries", ""))
    give_up = "show" in request.POST
    try:
        mark = grade(question.kind, question.data, answer or {})
    except InvalidResponse as invalid:
        if not give_up:
            return Tried(asked(question, number, Response(answer=answer)), wrong=str(invalid), tries=tries)
        mark = Grade(0, correct=False)
    given = Response(question=question, answer=answer, is_correct=mark.correct)
    if mark.correct or give_up or tries:
        return Tried(asked(question, number, given, with_passage=True), mark, is_over=True)
    return Tried(asked(question, number, given), mark, hint_for(question), tries=1)
