"""What the browser reports as read, and what it gets back."""

from __future__ import annotations

import pytest

from readings.models import BlockRead
from tests.config.clients import browser

READS = "/api/v1/courses/caucasus/readings/bridges/reads/"


def report(user, *blocks, **more):
    return browser(user).post(READS, {"blocks": list(blocks), **more}, content_type="application/json")


def test_a_report_answers_with_the_figures_to_show(sam, reading):
    response = report(sam, "b1", at="b2")
    assert response.json() == {"read": ["b1"], "percent": 42, "sections": ["s1"], "at": "b2"}
    assert browser(sam).get(READS).json() == response.json()


def test_unknown_blocks_are_passed_over(sam, reading):
    assert report(sam, "b77", at="b77").json() == {"read": [], "percent": 0, "sections": [], "at": None}


def test_only_students_are_recorded(ines, reading):
    assert report(ines, "b1").status_code == 403
    assert not BlockRead.objects.exists()


def test_a_reading_one_does_not_see_is_not_found(nora, sam, reading):
    assert report(nora, "b1").status_code == 404
    reading.is_published = False
    reading.save()
    assert report(sam, "b1").status_code == 404


@pytest.mark.parametrize("wrong", [{"blocks": "b1"}, {}, {"blocks": ["x"] * 201}, {"blocks": ["x" * 65]}])
def test_a_wrong_report_is_refused(sam, reading, wrong):
    response = browser(sam).post(READS, wrong, content_type="application/json")
    assert response.status_code == 400
    assert "blocks" in response.json()["error"]["fields"]


def test_a_report_needs_few_queries(sam, reading, django_assert_max_num_queries):
    client = browser(sam)
    with django_assert_max_num_queries(24):
        client.post(READS, {"blocks": ["b1", "b2", "b3"], "at": "b3"}, content_type="application/json")
