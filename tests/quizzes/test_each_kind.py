"""Typed answers, numbers and passages: asked, saved, marked and shown, on pages and in the API."""

from __future__ import annotations

import pytest
from django.urls import reverse

from quizzes.generation import Evidence
from quizzes.generation import Question as Made
from quizzes.models import Question
from quizzes.services.attempts import attempt_start, attempt_submit
from quizzes.services.generation import store
from tests.factories import make_quiz
from tests.quizzes.rows import make_numeric, make_passages, make_typed

MAKERS = [make_typed, make_numeric, make_passages]


def answers(question):
    """A right and a wrong answer as a form field holds them."""
    if question.kind == "select_passage":
        return [str(question.options.get(is_correct=right).pk) for right in (True,)] + [
            str(question.options.filter(is_correct=False).first().pk)
        ]
    return {"typed": ["bridge board", "The Mayor"], "numeric": ["3.0", "4"]}[question.kind]


@pytest.fixture(params=MAKERS, ids=lambda maker: maker.__name__)
def attempt(request, course, reading, sam, client):
    client.force_login(sam)
    return attempt_start(quiz=make_quiz(course, request.param(reading)), user=sam)


def address(name, attempt, *more):
    return reverse(f"quizzes:{name}", args=[attempt.quiz.course.slug, attempt.quiz_id, attempt.pk, *more])


@pytest.mark.parametrize("right", [True, False])
def test_an_answer_is_saved_marked_and_shown(client, attempt, right):
    question = attempt.responses.get().question
    given = answers(question)[not right]
    saved = client.post(
        address("answer", attempt, question.pk), {f"q{question.pk}": given}, HTTP_ACCEPT="application/json"
    )
    assert saved.json()["saved"]
    assert given in client.get(address("attempt", attempt)).content.decode()
    client.post(address("submit", attempt), {f"q{question.pk}": given})
    attempt.refresh_from_db()
    assert attempt.percent == (100 if right else 0)
    page = client.get(address("result", attempt)).content.decode()
    assert ("Your answer, right" if right else "Your answer, wrong") in page
    assert ("Right answer" in page) is not right


def test_the_page_gives_no_answer_away(client, attempt):
    page = client.get(address("attempt", attempt)).content.decode()
    assert "Right answer" not in page
    assert "The Bridge Board</" not in page
    assert 'type="text" value="3"' not in page


def test_no_number_is_told_to_type_one(client, course, reading, sam):
    client.force_login(sam)
    question = make_numeric(reading)
    attempt = attempt_start(quiz=make_quiz(course, question), user=sam)
    page = client.post(address("submit", attempt), {f"q{question.pk}": "three"}).content.decode()
    assert "Type a number" in page


def test_the_api_asks_saves_and_tells_what_was_right(client, attempt):
    question = attempt.responses.get().question
    name = {"typed": "text", "numeric": "value"}.get(question.kind, "choice")
    right = answers(question)[0]
    url = f"/api/v1/attempts/{attempt.pk}/"
    asked = client.get(url).json()["questions"][0]["question"]
    assert len(asked["passages"]) == (3 if question.kind == "select_passage" else 0)
    assert asked["unit"] == ("arches" if question.kind == "numeric" else "")
    saved = client.put(
        f"{url}responses/{question.pk}/",
        {"answer": {name: right}},
        content_type="application/json",
    )
    assert saved.json()["answer"] == {name: right}
    attempt_submit(attempt=attempt)
    result = client.get(url).json()["questions"][0]["result"]
    assert result["is_correct"]
    assert list(result["right_answer"]) == [name]


@pytest.mark.parametrize("maker", MAKERS)
def test_teachers_see_the_key_in_the_preview(client, course, reading, ines, maker):
    client.force_login(ines)
    quiz = make_quiz(course, maker(reading))
    page = client.get(reverse("quizzes:preview", args=[course.slug, quiz.pk])).content.decode()
    assert "Right answer" in page
    assert "Your answer" not in page


def test_passages_lead_to_their_paragraphs_in_the_result_only(client, course, reading, sam):
    client.force_login(sam)
    attempt = attempt_start(quiz=make_quiz(course, make_passages(reading)), user=sam)
    place = f"#{reading.blocks.last().key}"
    assert place not in client.get(address("attempt", attempt)).content.decode()
    attempt_submit(attempt=attempt)
    assert place in client.get(address("result", attempt)).content.decode()


@pytest.mark.parametrize("maker", MAKERS)
def test_what_was_generated_comes_back_from_the_rows(reading, maker):
    data = without_ids(maker(reading, status="draft").data)
    block = reading.blocks.first()
    evidence = Evidence(block.key, 0, 35, block.text[:35])
    kept = {name: value for name, value in data.items() if value not in ([], {})}
    for place, entry in enumerate(kept.get("passages", ())):
        entry |= {"id": str(place), "block": reading.blocks.get(text=entry["text"]).key}
    made = Made("typed" if "accepted" in kept else "numeric" if "value" in kept else "select_passage",
                "event", "apply", "Who?", kept, evidence, "s1", "", id="made")  # fmt: skip
    assert store(reading, [made], {row.key: row for row in reading.blocks.all()}, {}).created == 1
    stored = Question.objects.get(generated_key="made")
    assert without_ids(stored.data) == without_ids(data)
    assert all(
        option.block and option.block.text == option.text for option in stored.options.filter(text__contains=".")
    )


def without_ids(data):
    return {**data, "passages": [{**entry, "id": "", "block": ""} for entry in data["passages"]]}
