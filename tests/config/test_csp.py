"""Every page comes with a strict content security policy, and holds nothing that the policy would stop."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from django.core.cache import cache

from readings.models import Term
from tests.config.clients import browser
from tests.factories import make_question, make_quiz

STRANGER = [
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/inactive/",
    "/accounts/confirm-email/",
    "/accounts/confirm-email/no-such-key/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/1-abc/",
    "/accounts/password/reset/key/done/",
    "/api/v1/docs/",
    "/nowhere/",
]
STUDENT = [
    "/",
    "/join/",
    "/accounts/me/",
    "/accounts/me/delete/",
    "/accounts/email/",
    "/accounts/logout/",
    "/accounts/password/change/",
    "/accounts/reauthenticate/",
    "/courses/caucasus/",
    "/courses/caucasus/glossary/",
    "/courses/caucasus/glossary/flood/",
    "/courses/caucasus/notes/",
    "/courses/caucasus/readings/bridges/",
    "/courses/caucasus/readings/bridges/s1/",
    "/courses/caucasus/readings/bridges/about-this-text/",
    "/courses/caucasus/quizzes/1/",
    "/courses/caucasus/quizzes/1/attempts/1/",
    "/courses/caucasus/quizzes/1/attempts/2/result/",
    "/courses/caucasus/progress/",
    "/courses/elsewhere/",
]
INSTRUCTOR = [
    "/",
    "/courses/caucasus/",
    "/courses/caucasus/readings/bridges/s1/",
    "/courses/caucasus/quizzes/1/preview/",
    "/admin/",
    "/admin/readings/course/",
    "/admin/readings/reading/",
    "/admin/readings/reading/add/",
    "/admin/readings/enrolment/",
    "/admin/readings/term/",
    "/admin/readings/annotation/",
    "/admin/readings/fault/",
    "/admin/quizzes/question/",
    "/admin/quizzes/quiz/",
    "/admin/quizzes/quiz/add/",
    "/admin/quizzes/studentprogress/",
]


class Inline(HTMLParser):
    """Collects what a strict policy stops: script and style in the page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        data = given.get("type") in ("application/json", "text/template")
        if tag == "style" or (tag == "script" and "src" not in given and not data):
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name == "style" or name.startswith(("on", "hx-on", "hx-vals")):
                self.found.append(f"<{tag} {name}={value!r}>")
            if name in ("href", "src", "action") and (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"<{tag} {name}={value!r}>")


def assert_strict(response):
    directives = dict(part.strip().partition(" ")[::2] for part in response["Content-Security-Policy"].split(";"))
    assert directives["default-src"] == "'none'"
    assert all(source == "'self'" or source.startswith("'nonce-") for source in directives["script-src"].split())
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "*" not in response["Content-Security-Policy"]
    assert "http" not in response["Content-Security-Policy"]
    assert (directives["object-src"], directives["base-uri"]) == ("'none'", "'none'")
    page = Inline()
    page.feed(response.content.decode())
    assert page.found == []


@pytest.fixture
def filled(course, reading, sam):
    Term.objects.create(course=course, slug="flood", head="Flood", definition="Much water.")
    question = make_question(reading, status="approved")
    quiz = make_quiz(course, question, pk=1)
    enrolment = sam.enrolments.get()
    rules = {"enrolment": enrolment, "pass_mark": 60, "feedback": "after_submit"}
    quiz.attempts.create(pk=2, number=1, submitted_at=quiz.course.created_at, max_points=1, **rules)
    quiz.attempts.create(pk=1, number=2, **rules)
    for attempt in quiz.attempts.all():
        attempt.responses.create(question=question, position=1, points=0, is_correct=False)


@pytest.mark.parametrize("address", STRANGER)
def test_pages_for_strangers_are_strict(client, db, address):
    response = client.get(address)
    assert response.status_code in (200, 404)
    assert_strict(response)


@pytest.mark.parametrize("address", STUDENT)
def test_pages_for_students_are_strict(filled, olga, sam, address):
    response = browser(sam).get(address, follow=True)
    assert response.status_code in (200, 404)
    assert_strict(response)


@pytest.mark.parametrize("address", INSTRUCTOR)
def test_pages_for_instructors_are_strict(filled, ines, address):
    response = browser(ines).get(address, follow=True)
    assert response.status_code == 200
    assert_strict(response)


def test_refusals_are_strict_too(client, sam):
    assert_strict(client.post("/accounts/login/", {"login": "sam", "password": "wrong"}))
    for _ in range(8):
        locked = client.post("/accounts/login/", {"login": "sam", "password": "wrong"})
    assert locked.status_code == 429
    assert_strict(locked)


def test_too_many_requests_get_a_page_of_ours(client, sam, settings):
    cache.clear()
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    for _ in range(2):
        response = client.post("/accounts/login/", {"login": "sam", "password": "wrong"})
    cache.clear()
    assert response.status_code == 429
    assert "Too many requests" in response.content.decode()
    assert_strict(response)
