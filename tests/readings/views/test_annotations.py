"""Annotating without script: the form for a paragraph, and one's own list."""

from __future__ import annotations

import pytest

from readings.models import Annotation
from tests.config.clients import browser
from tests.factories import make_member

COURSE = "/courses/caucasus/"
PARAGRAPH = f"{COURSE}readings/bridges/annotate/b2/"
ENTERED = {"comment": "Which flood?", "colour": "b", "visibility": "class"}


@pytest.fixture
def note(sam, reading):
    block = reading.blocks.get(number=1)
    return Annotation.objects.create(
        reading=reading, block=block, author=sam, start=4, end=15, quote="Tarn Bridge", comment="Mine <b>alone</b>"
    )


def test_a_whole_paragraph_is_annotated_by_a_form(sam, reading):
    client = browser(sam)
    assert "The flood of 1930" in client.get(PARAGRAPH).content.decode()
    response = client.post(PARAGRAPH, ENTERED)
    assert response["Location"] == f"{COURSE}readings/bridges/s2/#b2"
    made = Annotation.objects.get()
    assert (made.quote, made.comment, made.colour, made.visibility) == (
        "The flood of 1930 took one arch.",
        "Which flood?",
        "b",
        "class",
    )


def test_a_form_with_a_wrong_value_is_shown_again(sam, reading):
    response = browser(sam).post(PARAGRAPH, {**ENTERED, "visibility": "world"})
    assert response.status_code == 200
    assert "not one of the available choices" in response.content.decode()
    assert not Annotation.objects.exists()


def test_a_paragraph_of_another_course_is_not_found(nora, sam, reading):
    assert browser(nora).post(PARAGRAPH, ENTERED).status_code == 404
    assert browser(sam).get(PARAGRAPH.replace("b2", "b77")).status_code == 404


def test_the_list_shows_the_own_only_and_escapes_them(sam, course, note):
    html = browser(sam).get(f"{COURSE}notes/").content.decode()
    assert "Mine &lt;b&gt;alone&lt;/b&gt;" in html
    assert "Tarn Bridge" in html
    kim = make_member("kim", course)
    note.visibility = "class"
    note.save()
    assert "You have not annotated anything yet" in browser(kim).get(f"{COURSE}notes/").content.decode()


def test_an_annotation_whose_passage_was_lost_is_still_listed(sam, note):
    Annotation.objects.filter(pk=note.pk).update(block=None, state="detached")
    html = browser(sam).get(f"{COURSE}notes/").content.decode()
    assert "Passage no longer found" in html
    assert browser(sam).get(f"{COURSE}notes/{note.pk}/").status_code == 200


def test_an_own_annotation_is_changed_and_deleted(sam, note):
    client = browser(sam)
    assert "Mine" in client.get(f"{COURSE}notes/{note.pk}/").content.decode()
    client.post(f"{COURSE}notes/{note.pk}/", ENTERED)
    note.refresh_from_db()
    assert note.comment == "Which flood?"
    client.post(f"{COURSE}notes/{note.pk}/delete/")
    assert not Annotation.objects.exists()


def test_a_link_deletes_nothing(sam, note):
    assert browser(sam).get(f"{COURSE}notes/{note.pk}/delete/").status_code == 405


def test_nobody_else_changes_or_deletes_an_annotation(ines, course, note):
    Annotation.objects.filter(pk=note.pk).update(visibility="class")
    for person in (ines, make_member("kim", course)):
        assert browser(person).post(f"{COURSE}notes/{note.pk}/", ENTERED).status_code == 404
        assert browser(person).post(f"{COURSE}notes/{note.pk}/delete/").status_code == 404
    assert Annotation.objects.get().comment == "Mine <b>alone</b>"


def test_more_annotations_need_no_more_queries(sam, reading, django_assert_max_num_queries):
    block = reading.blocks.get(number=1)
    for i in range(20):
        Annotation.objects.create(reading=reading, block=block, author=sam, start=i, end=i + 2, quote="x")
    client = browser(sam)
    with django_assert_max_num_queries(6):
        client.get(f"{COURSE}notes/")
