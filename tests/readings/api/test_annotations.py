"""Annotations in the API: who sees, makes, changes and deletes them."""

from __future__ import annotations

import pytest

from readings.models import Annotation
from tests.config.clients import browser
from tests.factories import make_member

ALL = "/api/v1/annotations/"
NEW = {"course": "caucasus", "reading": "bridges", "block": "b1", "start": 4, "end": 15, "comment": "Why there?"}


def make(user, **fields):
    return browser(user).post(ALL, {**NEW, **fields}, content_type="application/json")


def listed(user, **query):
    return [row["comment"] for row in browser(user).get(ALL, query).json()["results"]]


@pytest.fixture
def kim(course):
    return make_member("kim", course)


def test_an_annotation_comes_back_as_the_page_draws_it(sam, reading):
    response = make(sam, colour="b")
    assert response.status_code == 201
    data = response.json()
    assert data.pop("id")
    assert data.pop("created_at")
    assert data.pop("updated_at")
    assert data == {
        "course": "caucasus",
        "reading": "bridges",
        "section": "s1",
        "block": "b1",
        "number": 1,
        "start": 4,
        "end": 15,
        "quote": "Tarn Bridge",
        "comment": "Why there?",
        "colour": "b",
        "visibility": "private",
        "state": "attached",
        "author": {"name": "sam", "is_me": True, "teaches": False},
    }


def test_a_private_annotation_is_its_authors_alone(sam, kim, ines, reading):
    made = make(sam).json()
    assert listed(sam) == ["Why there?"]
    for other in (kim, ines):
        assert listed(other) == []
        assert browser(other).get(f"{ALL}{made['id']}/").status_code == 404


def test_a_shared_one_is_seen_by_the_class_and_by_nobody_else(sam, kim, ines, nora, olga, reading):
    make(sam, visibility="class")
    assert listed(kim) == listed(ines) == ["Why there?"]
    assert listed(nora) == listed(olga) == []


def test_who_teaches_is_marked(ines, sam, reading):
    make(ines, visibility="class")
    assert browser(sam).get(ALL).json()["results"][0]["author"] == {"name": "ines", "is_me": False, "teaches": True}


def test_the_list_is_narrowed_to_a_page_of_the_text(sam, reading):
    make(sam, comment="first")
    make(sam, comment="second", block="b2")
    place = {"course": "caucasus", "reading": "bridges"}
    assert listed(sam, **place) == ["first", "second"]
    assert listed(sam, **place, section="s2") == ["second"]
    assert listed(sam, **place, section="s77") == []
    assert listed(sam, course="elsewhere") == []
    assert listed(sam, section="s2") == []


def test_the_own_ones_can_be_told_from_those_of_others(sam, kim, reading):
    make(sam, comment="of Sam", visibility="class")
    make(kim, comment="of Kim", visibility="class")
    assert listed(sam, mine="true") == ["of Sam"]
    assert listed(sam, mine="false") == ["of Kim"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": 15, "end": 4},
        {"end": 4_000},
        {"start": -1},
        {"colour": "pink"},
        {"comment": "x" * 5_001},
        {"end": None},
    ],
)
def test_wrong_values_are_refused_by_field(sam, reading, wrong):
    response = make(sam, **wrong)
    assert response.status_code == 400
    assert response.json()["error"]["fields"]
    assert not Annotation.objects.exists()


@pytest.mark.parametrize("wrong", [{"course": "elsewhere"}, {"reading": "none"}, {"block": "b77"}])
def test_a_foreign_place_is_not_found(sam, olga, reading, wrong):
    assert make(sam, **wrong).status_code == 404


def test_nobody_annotates_in_a_course_one_is_not_in(nora, reading):
    assert make(nora).status_code == 404


def test_only_the_author_changes_and_deletes(sam, kim, ines, reading):
    address = f"{ALL}{make(sam, visibility='class').json()['id']}/"
    for other in (kim, ines):
        change = browser(other).patch(address, {"comment": "mine now"}, content_type="application/json")
        assert change.status_code == 403
        assert browser(other).delete(address).status_code == 403
    change = browser(sam).patch(address, {"comment": "Changed"}, content_type="application/json")
    assert (change.json()["comment"], change.json()["visibility"]) == ("Changed", "class")
    assert browser(sam).delete(address).status_code == 204
    assert not Annotation.objects.exists()


def test_the_place_of_an_annotation_cannot_be_changed(sam, reading):
    address = f"{ALL}{make(sam).json()['id']}/"
    browser(sam).patch(address, {"start": 0, "quote": "Else"}, content_type="application/json")
    assert Annotation.objects.get().quote == "Tarn Bridge"
    assert browser(sam).put(address, NEW, content_type="application/json").status_code == 405


def test_more_annotations_need_no_more_queries(sam, kim, reading, django_assert_max_num_queries):
    for start in range(20):
        make(kim, start=start, end=start + 3, visibility="class")
    client = browser(sam)
    with django_assert_max_num_queries(7):
        assert client.get(ALL, {"course": "caucasus"}).json()["count"] == 20
