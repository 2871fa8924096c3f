"""What a question has in store for its reviewer is shown to no student, on no page and by no address."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from quizzes.models import Question
from quizzes.services.attempts import attempt_start, attempt_submit
from quizzes.services.generation import questions_generate
from tests.factories import make_question, make_quiz
from tests.quizzes.generation.test_alternatives import HEADER, MORE
from tests.quizzes.rows import make_passages

SECRET = {"text": "Kept for the reviewer", "why": "Only the reviewer reads this."}


@pytest.fixture(params=[make_question, make_passages], ids=lambda maker: maker.__name__)
def question(request, reading):
    question = request.param(reading, status="approved")
    question.extra = {"alternatives": [SECRET]}
    question.save()
    return question


def assert_hidden(reply):
    assert reply.status_code == 200
    for text in (*SECRET.values(), "alternatives"):
        assert text not in reply.content.decode()


def test_students_see_it_neither_before_nor_after_they_hand_in(client, sam, course, question):
    client.force_login(sam)
    quiz = make_quiz(course, question)
    attempt = attempt_start(quiz=quiz, user=sam)
    page = [course.slug, quiz.pk, attempt.pk]
    assert_hidden(client.get(reverse("quizzes:attempt", args=page)))
    assert_hidden(client.get(f"/api/v1/attempts/{attempt.pk}/"))
    attempt_submit(attempt=attempt)
    assert_hidden(client.get(reverse("quizzes:result", args=page)))
    assert_hidden(client.get(f"/api/v1/attempts/{attempt.pk}/"))
    assert_hidden(client.get(reverse("account_data")))


def test_practice_and_preview_do_not_show_it(client, sam, ines, course, question):
    client.force_login(sam)
    practice = reverse("quizzes:practice", args=[course.slug, question.reading.slug, "s1"])
    assert_hidden(client.get(practice))
    for tries in (0, 1):
        assert_hidden(client.post(practice, {"question": question.pk, "tries": tries}))
    quiz = make_quiz(course, question)
    client.force_login(ines)
    assert_hidden(client.get(reverse("quizzes:preview", args=[course.slug, quiz.pk])))
    assert_hidden(client.get(f"/api/v1/courses/{course.slug}/quizzes/{quiz.pk}/"))


def test_generation_stores_it_beside_the_options_and_a_second_run_adds_nothing(reading):
    block = reading.blocks.get(number=2)
    block.kind, block.table = "table", {"header": HEADER, "rows": MORE, "caption": "Table 2: Ships in Bergen."}
    block.text = "\n".join("\t".join(row) for row in (HEADER, *MORE))
    block.save()
    assert questions_generate(reading=reading).created
    question = Question.objects.filter(extra__has_key="alternatives").first()
    shown = {option.text for option in question.options.all()}
    assert len(shown) == 4
    kept = question.extra["alternatives"]
    assert kept
    assert not shown & {option["text"] for option in kept}
    assert json.dumps(kept)
    assert questions_generate(reading=reading).created == 0
