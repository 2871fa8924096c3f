"""Who opens what: every address of the site is closed to strangers, and the API decides by one table."""

from __future__ import annotations

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from readings.models import Annotation, Term
from tests.config.clients import browser, lms
from tests.factories import make_member, make_question, make_quiz

#: What answers a stranger with 200, and nothing else may.
OPEN = {
    "accounts/login/": "the way in",
    "accounts/signup/": "the way in",
    "accounts/inactive/": "says that an account is switched off",
    "accounts/confirm-email/": "says that a link was sent",
    "accounts/confirm-email/(?P<key>[-:\\w]+)/$": "the link in an e-mail",
    "accounts/password/reset/": "the way back in",
    "accounts/password/reset/done/": "says that a link was sent",
    "accounts/password/reset/key/done/": "says that the password is changed",
    "accounts/password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "the link in an e-mail",
    "api/v1/schema/": "describes the API and holds no data",
    "api/v1/docs/": "describes the API and holds no data",
}
WAYS_IN = ("/accounts/", "/admin/login/")
CLOSED = {301, 302, 401, 403, 404, 405}


def patterns(resolver, prefix=""):
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern).removeprefix("^")
        if isinstance(entry, URLResolver):
            yield from patterns(entry, route)
        elif isinstance(entry, URLPattern):
            yield route


def example(route):
    """An address that the route matches."""
    address = re.sub(r"\(\?P<key>.*?\)(?=/)", "abc", route)
    address = re.sub(r"\(\?P<\w+>(?:[^()]|\([^()]*\))*\)", "1", address)
    address = re.sub(r"<int:\w+>", "1", address)
    address = re.sub(r"<(\w+:)?\w+>", "caucasus", address)
    return "/" + address.replace("^", "").replace("$", "").replace("\\", "").replace("\\Z", "")


ROUTES = sorted(set(patterns(get_resolver())))


def test_there_are_routes_to_look_at():
    assert len(ROUTES) > 50


@pytest.mark.parametrize("route", ROUTES)
def test_a_stranger_gets_in_nowhere_but_where_the_list_says(client, course, reading, route):
    response = client.get(example(route))
    if route in OPEN:
        assert response.status_code in {200, 302}
    else:
        assert response.status_code in CLOSED, f"{example(route)} is open to everybody"
    if response.status_code in (301, 302):
        assert response["Location"] == "/" or response["Location"].startswith(WAYS_IN)


@pytest.mark.parametrize("route", sorted(OPEN))
def test_the_list_has_no_address_that_is_gone(route):
    assert route in ROUTES


C = "/api/v1/courses/"
#: address: status for instructor, assistant, student, another course's instructor, nobody's student, and an LMS.
TABLE = {
    C: (200, 200, 200, 200, 200, 403),
    f"{C}caucasus/": (200, 200, 200, 404, 404, 403),
    f"{C}caucasus/readings/": (200, 200, 200, 404, 404, 403),
    f"{C}caucasus/readings/bridges/": (200, 200, 200, 404, 404, 403),
    f"{C}caucasus/readings/bridges/sections/": (200, 200, 200, 404, 404, 403),
    f"{C}caucasus/readings/bridges/sections/s1/": (200, 200, 200, 404, 404, 403),
    f"{C}caucasus/readings/bridges/reads/": (403, 403, 200, 404, 404, 403),
    "/api/v1/annotations/": (200, 200, 200, 200, 200, 403),
    "/api/v1/annotations/1/": (200, 200, 200, 404, 404, 403),
    f"{C}caucasus/glossary/": (200, 200, 200, 404, 404, 403),
    f"{C}caucasus/glossary/flood/": (200, 200, 200, 404, 404, 403),
    f"{C}caucasus/glossary/flood/occurrences/": (200, 200, 200, 404, 404, 403),
    f"{C}caucasus/quizzes/": (200, 200, 200, 404, 404, 403),
    f"{C}caucasus/quizzes/1/": (200, 200, 200, 404, 404, 403),
    f"{C}caucasus/quizzes/1/attempts/": (200, 200, 200, 404, 404, 403),
    "/api/v1/attempts/1/": (404, 404, 200, 404, 404, 403),
    f"{C}caucasus/progress/me/": (404, 404, 200, 404, 404, 403),
    f"{C}caucasus/enrolments/": (200, 200, 403, 404, 404, 200),
    f"{C}caucasus/progress/": (200, 200, 403, 404, 404, 200),
    f"{C}caucasus/grades/": (200, 200, 403, 404, 404, 200),
    "/api/v1/nothing/": (404, 404, 404, 404, 404, 403),
}


@pytest.fixture
def filled(course, reading, sam):
    Term.objects.create(course=course, slug="flood", head="Flood", definition="Much water.")
    quiz = make_quiz(course, make_question(reading, status="approved"), pk=1)
    Annotation.objects.create(
        pk=1, reading=reading, block=reading.blocks.first(), author=sam, start=0, end=3, quote="The", visibility="class"
    )
    quiz.attempts.create(pk=1, enrolment=sam.enrolments.get(), pass_mark=60, feedback="never")


@pytest.mark.parametrize("address", TABLE)
def test_the_api_answers_each_role_as_the_table_says(address, filled, course, ines, sam, olga, nora):
    people = [ines, make_member("adam", course, role="assistant"), sam, olga, nora]
    clients = [*map(browser, people), lms(ines, "enrolments progress grades")]
    assert tuple(client.get(address).status_code for client in clients) == TABLE[address]


#: Addresses of the API that the table cannot ask with GET, or that are open.
BESIDES = {
    "/api/v1/": "every other address",
    "/api/v1/schema/": "open",
    "/api/v1/docs/": "open",
    "/api/v1/attempts/1/responses/1/": "PUT, below",
    "/api/v1/attempts/1/submit/": "POST, below",
}


def test_the_table_has_every_address_of_the_api():
    known = {example(route) for route in ROUTES if route.startswith("api/v1/")}
    told = {re.sub(r"/(bridges|s1|flood)(?=/)", "/caucasus", address) for address in TABLE}
    assert known - told == set(BESIDES)


@pytest.mark.parametrize("scope", ["enrolments", "progress", "grades"])
def test_a_scope_opens_its_own_address_and_no_other(filled, ines, scope):
    client = lms(ines, scope)
    opened = {address for address in TABLE if client.get(address).status_code != 403}
    assert opened == {f"{C}caucasus/{scope}/"}


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("post", f"{C}caucasus/quizzes/1/attempts/"),
        ("put", "/api/v1/attempts/1/responses/1/"),
        ("post", "/api/v1/attempts/1/submit/"),
        ("post", f"{C}caucasus/readings/bridges/reads/"),
        ("post", "/api/v1/annotations/"),
        ("patch", "/api/v1/annotations/1/"),
        ("delete", "/api/v1/annotations/1/"),
        ("post", f"{C}caucasus/enrolments/"),
        ("delete", f"{C}caucasus/grades/"),
    ],
)
def test_a_token_writes_nothing(filled, ines, sam, method, address):
    for owner in (ines, sam):
        client = lms(owner, "enrolments progress grades")
        response = getattr(client, method)(address, {}, content_type="application/json")
        assert response.status_code in (403, 405)
