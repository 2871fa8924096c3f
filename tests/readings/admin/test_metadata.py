"""The metadata stand on the preview: what was found and where, what is missing, and what the instructor puts right."""

from __future__ import annotations

import pytest
from django.urls import reverse

from readings.models import Reading
from readings.selectors.metadata import metadata_shown
from readings.services.importing import reading_import

PAPER = """\
The ferry of Tarn

By Ada Orr and Ben Poe

Tarn Town Institute

7 March 2019

Introduction

The ferry of Tarn was rowed by two men, and it carried twelve people at a time across the river until the bridge was
opened in 1902 and nobody needed it any longer.

Another paragraph stands here on its own, and it tells of the toll house on the left bank in the year 1955.
"""


@pytest.fixture
def paper(course) -> Reading:
    return reading_import(course=course, data=PAPER.encode(), name="ferry.txt")


def address(reading: Reading) -> str:
    return reverse("admin:readings_reading_preview", args=[reading.pk])


def form(reading: Reading, **values: str) -> dict[str, str]:
    known = {"title": reading.title, "authors": "Orr, Ada\nPoe, Ben", "date": "2019-03-07", "year": "2019"}
    return {"metadata": "1", "language": "en", "corporate_author": "Tarn Town Institute", **known, **values}


def test_each_field_says_where_it_was_found(paper):
    places = {name: [line.place for line in field.lines] for name, field in metadata_shown(paper).items()}
    assert places["title"] == ["line 1"]
    assert places["authors"] == ["line 3"]
    assert places["date"] == ["line 7"]
    assert places["year"] == ["line 7"]


def test_what_the_text_does_not_say_is_named(desk, paper):
    html = desk.get(address(paper)).content.decode()
    assert "The text does not say: " in html
    assert "ISBN, DOI" in html
    assert "Missing in the text." in html
    assert '<span class="line">line 3</span> By Ada Orr and Ben Poe' in html


def test_what_the_text_says_is_corrected_without_saying_from_where(desk, paper):
    reply = desk.post(address(paper), form(paper, authors="Orr, Ada"))
    assert reply.status_code == 302
    paper.refresh_from_db()
    assert (paper.byline, paper.metadata["authors"]) == ("Ada Orr", [{"given": "Ada", "family": "Orr"}])
    assert paper.from_outside == []


def test_what_the_text_does_not_say_needs_a_source_and_is_marked(desk, paper):
    entered = form(paper, publisher="Varda Press")
    html = desk.post(address(paper), entered).content.decode()
    assert "The text does not say this: publisher. Say where you know it from." in html
    assert "Varda Press" in html
    desk.post(address(paper), {**entered, "known_from": "The catalogue of the town library."})
    paper.refresh_from_db()
    assert (paper.metadata["publisher"], paper.from_outside) == ("Varda Press", ["publisher"])
    desk.post(address(paper), {**form(paper), "known_from": ""})
    paper.refresh_from_db()
    assert (paper.metadata["publisher"], paper.from_outside) == (None, [])


@pytest.mark.parametrize(("name", "value"), [("date", "7 March"), ("year", "19"), ("title", " "), ("language", "")])
def test_what_cannot_be_is_told_at_its_field_and_nothing_is_kept(desk, paper, name, value):
    html = desk.post(address(paper), form(paper, subtitle="Other", **{name: value})).content.decode()
    assert f'id="id_metadata_{name}_error"' in html
    paper.refresh_from_db()
    assert paper.subtitle == ""


def test_keeping_the_form_as_it_is_changes_nothing(desk, paper):
    paper.refresh_from_db()
    before = (paper.title, paper.byline, paper.year, paper.metadata)
    shown = desk.get(address(paper)).context["metadata"]
    entered = {field.name: field.value() or "" for field, _ in shown if field.name != "title_is_ours"}
    desk.post(address(paper), {"metadata": "1", **entered})
    paper.refresh_from_db()
    assert (paper.title, paper.byline, paper.year) == before[:3]
    assert {name: value for name, value in paper.metadata.items() if value} == {
        name: value for name, value in before[3].items() if value
    }


def test_what_was_corrected_stays_in_the_next_version(desk, paper):
    desk.post(address(paper), form(paper, title="The ferry of Tarn, corrected", known_from="The cover."))
    reading_import(course=paper.course, data=f"{PAPER}\n".encode(), name="ferry.txt", slug=paper.slug)
    paper.refresh_from_db()
    assert (paper.title, paper.revision) == ("The ferry of Tarn, corrected", 2)
