"""Owners see which annotations moved with a corrected text or lost their place, and settle each of them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from readings.models import Annotation
from readings.services.importing import reading_import
from tests.readings.services.test_importing import annotate, block, revise
from tests.readings.texts import BRIDGE


@pytest.fixture
def moved(course, sam):
    reading = reading_import(course=course, data=BRIDGE.encode(), name="bridge.md")
    note = annotate(block(reading, "opened in 1902"), sam, "three arches of grey stone")
    revise(reading, BRIDGE.replace("grey stone", "gray stone"))
    note.refresh_from_db()
    return note


@pytest.fixture
def lost(moved):
    Annotation.objects.update(state="detached", block=None)
    moved.refresh_from_db()
    return moved


@pytest.fixture
def student(client, sam):
    client.force_login(sam)
    return client


def page(name: str, note: Annotation) -> str:
    return reverse(f"readings:note-{name}", args=[note.reading.course.slug, note.pk])


def notes(client, note: Annotation) -> str:
    return client.get(reverse("readings:notes", args=[note.reading.course.slug])).content.decode()


def test_a_moved_annotation_asks_to_be_checked_and_shows_both_wordings(student, moved):
    html = notes(student, moved)
    assert "please check" in html
    assert "three arches of grey stone" in html
    assert "three arches of gray stone" in html


def test_a_confirmed_place_has_the_new_words(student, moved):
    student.post(page("confirm", moved))
    moved.refresh_from_db()
    assert (moved.state, moved.quote) == ("attached", "three arches of gray stone")
    assert moved.prefix.endswith("It has ")
    assert "please check" not in notes(student, moved)


def test_a_lost_annotation_is_shown_with_its_words(student, lost):
    html = notes(student, lost)
    assert "lost its passage" in html
    assert "three arches of grey stone" in html
    student.post(page("confirm", lost))
    lost.refresh_from_db()
    assert lost.state == "detached"


def test_a_lost_annotation_is_put_on_words_of_the_text(student, lost):
    assert student.get(page("place", lost)).status_code == 200
    student.post(page("place", lost), {"words": " gray stone "})
    lost.refresh_from_db()
    assert (lost.state, lost.quote, lost.passage) == ("attached", "gray stone", "gray stone")


@pytest.mark.parametrize(
    ("words", "said"),
    [("no such words", "not in the reading"), ("the", "more than once"), ("", "This field is required")],
)
def test_words_that_name_no_one_place_are_a_form_error(student, lost, words, said):
    assert said in student.post(page("place", lost), {"words": words}).content.decode()
    lost.refresh_from_db()
    assert lost.state == "detached"


@pytest.mark.parametrize("name", ["confirm", "place"])
def test_nobody_else_settles_it(client, ines, moved, name):
    client.force_login(ines)
    assert client.post(page(name, moved), {"words": "gray stone"}).status_code == 404
    moved.refresh_from_db()
    assert moved.state == "moved"
