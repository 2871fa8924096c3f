"""Whatever nonsense a client sends, the API answers in its shape and never with a fault of ours."""

from __future__ import annotations

import json

import pytest

from readings.models import Annotation
from tests.config.clients import browser
from tests.factories import make_question, make_quiz

HUGE = "9" * 30
VALUES = ["", "0", "-1", HUGE, "1e400", "NaN", "\x00", "'; --", "[]", "é💥", "x" * 3000]
C = "/api/v1/courses/caucasus/"
LISTS = {
    "/api/v1/courses/": ["page", "page_size"],
    f"{C}readings/": ["kind", "year", "language"],
    f"{C}glossary/": ["category", "search"],
    f"{C}quizzes/": ["reading"],
    f"{C}enrolments/": ["role", "is_active"],
    f"{C}grades/": ["quiz", "username", "which"],
    "/api/v1/annotations/": ["course", "reading", "section", "mine", "visibility"],
}


@pytest.mark.parametrize("address", LISTS)
def test_a_senseless_parameter_is_400_or_404_or_finds_nothing(ines, course, address):
    client = browser(ines)
    for name in LISTS[address]:
        for value in VALUES:
            response = client.get(address, {name: value})
            assert response.status_code in (200, 400, 404), (name, value)


@pytest.mark.parametrize("address", ["attempts/{}/", "annotations/{}/", "courses/caucasus/quizzes/{}/", "courses/{}/"])
def test_a_number_beyond_all_tables_is_404(sam, address):
    assert browser(sam).get("/api/v1/" + address.format(HUGE)).status_code == 404


BODIES = [
    None,
    [],
    {},
    "text",
    1,
    {"answer": {"choice": True}},
    {"answer": {"choice": "\x00"}},
    {"answer": {"pairs": []}},
    {"answer": {"pairs": {"a": {"b": 1}}}},
    {"blocks": [1, None]},
    {"blocks": ["b1"], "at": "\x00"},
    {"course": "caucasus", "reading": "bridges", "block": "b1", "start": 0, "end": 10**30},
    {"course": "caucasus", "reading": "bridges", "block": "b1", "start": 5, "end": 2},
    {"course": "caucasus", "reading": "bridges", "block": "b1", "start": 0, "end": 5, "comment": "\x00"},
    {"comment": 5, "colour": [], "visibility": {}},
]


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("put", "attempts/1/responses/1/"),
        ("put", f"attempts/1/responses/{HUGE}/"),
        ("post", "annotations/"),
        ("patch", "annotations/1/"),
        ("post", "courses/caucasus/readings/bridges/reads/"),
    ],
)
def test_a_senseless_body_is_refused_in_the_shape_of_errors(sam, course, reading, method, address):
    question = make_question(reading, pk=1, status="approved")
    rules = {"enrolment": sam.enrolments.get(), "pass_mark": 60, "feedback": "never"}
    attempt = make_quiz(course, question).attempts.create(pk=1, **rules)
    attempt.responses.create(question=question, position=1)
    place = {"reading": reading, "block": reading.blocks.first(), "start": 0, "end": 3, "quote": "The"}
    Annotation.objects.create(pk=1, author=sam, **place)
    client = browser(sam)
    for body in BODIES:
        response = getattr(client, method)(f"/api/v1/{address}", json.dumps(body), content_type="application/json")
        assert response.status_code < 500, body
        if response.status_code >= 400:
            assert set(response.json()["error"]) == {"code", "message", "fields"}, body
