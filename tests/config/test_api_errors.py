"""Whatever goes wrong in the API, the answer has one shape."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client
from rest_framework.throttling import UserRateThrottle

from readings.api.courses import CourseList
from readings.models import Term
from tests.config.clients import browser


def error_of(response, status):
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/json"
    assert set(response.json()) == {"error"}
    error = response.json()["error"]
    assert set(error) == {"code", "message", "fields"}
    assert error["message"].endswith((".", "]"))
    return error


def test_nobody_gets_401_with_a_challenge(client, course):
    response = client.get("/api/v1/courses/")
    assert error_of(response, 401)["code"] == "not_authenticated"
    assert response["WWW-Authenticate"].startswith("Bearer")


def test_an_unknown_course_is_404(sam):
    assert error_of(browser(sam).get("/api/v1/courses/nowhere/"), 404)["code"] == "not_found"


def test_an_unknown_address_is_404_in_json(sam):
    error = error_of(browser(sam).get("/api/v1/nothing/here"), 404)
    assert "ends with a slash" in error["message"]


def test_an_unknown_address_tells_nobody_anything(client, db):
    error_of(client.get("/api/v1/nothing/here"), 401)


def test_a_wrong_method_is_405(sam):
    assert error_of(browser(sam).delete("/api/v1/courses/"), 405)["code"] == "method_not_allowed"


def test_a_wrong_filter_is_400_and_names_the_field(sam):
    error = error_of(browser(sam).get("/api/v1/courses/caucasus/readings/?year=soon"), 400)
    assert error["code"] == "invalid"
    assert list(error["fields"]) == ["year"]


def test_a_page_that_is_not_there_is_404(sam):
    assert error_of(browser(sam).get("/api/v1/courses/?page=99"), 404)["code"] == "not_found"


def test_a_post_without_csrf_token_is_403(sam):
    client = Client(enforce_csrf_checks=True)
    client.force_login(sam)
    assert error_of(client.post("/api/v1/courses/", {}, "application/json"), 403)["code"] == "permission_denied"


def test_too_many_requests_are_429_and_say_when_to_come_back(sam, monkeypatch):
    cache.clear()
    monkeypatch.setattr(UserRateThrottle, "rate", "1/min", raising=False)
    monkeypatch.setattr(CourseList, "throttle_classes", [UserRateThrottle])
    client = browser(sam)
    client.get("/api/v1/courses/")
    response = client.get("/api/v1/courses/")
    cache.clear()
    assert error_of(response, 429)["code"] == "throttled"
    assert int(response["Retry-After"]) > 0


def broken(*args, **kwargs):
    raise RuntimeError("a fault of ours")


def test_a_fault_of_ours_is_reported_and_answered_in_the_same_shape(sam, monkeypatch, caplog):
    monkeypatch.setattr(CourseList, "get_queryset", broken)
    client = Client(raise_request_exception=False)
    client.force_login(sam)
    error = error_of(client.get("/api/v1/courses/"), 500)
    assert error["code"] == "server_error"
    assert "a fault of ours" not in error["message"]
    assert "Unexpected error at /api/v1/courses/" in caplog.text


def test_a_fault_of_ours_stops_a_test(sam, monkeypatch):
    monkeypatch.setattr(CourseList, "get_queryset", broken)
    with pytest.raises(RuntimeError, match="a fault of ours"):
        browser(sam).get("/api/v1/courses/")


@pytest.mark.parametrize(("asked", "given"), [("3", 3), ("1000", 200), ("none", 50)])
def test_the_page_size_is_the_clients_choice_up_to_200(sam, course, asked, given):
    Term.objects.bulk_create(
        Term(course=course, slug=f"t{n}", head=f"Term {n}", definition="It is.") for n in range(210)
    )
    page = browser(sam).get(f"/api/v1/courses/caucasus/glossary/?page_size={asked}").json()
    assert page["count"] == 210
    assert len(page["results"]) == given
    assert page["next"]
