"""Readings and their text in the API."""

from __future__ import annotations

import pytest

from tests.config.clients import browser
from tests.factories import make_reading, make_section

READINGS = "/api/v1/courses/caucasus/readings/"


def test_the_list_tells_who_speaks_and_how_long_it_is(sam, reading):
    reading.sections.update(word_count=10)
    entry = browser(sam).get(READINGS).json()["results"][0]
    assert (entry["slug"], entry["title"], entry["byline"]) == ("bridges", "Bridges of Tarn", "A. Writer")
    assert (entry["section_count"], entry["word_count"]) == (2, 20)


def test_the_list_can_be_filtered(sam, course, reading):
    make_reading(course, "floods", year=1930, kind="thesis")
    found = browser(sam).get(READINGS, {"year": 1930, "kind": "thesis"}).json()["results"]
    assert [entry["slug"] for entry in found] == ["floods"]


def test_an_unpublished_reading_is_for_those_who_teach(sam, ines, course):
    make_reading(course, is_published=False)
    assert browser(sam).get(READINGS).json()["count"] == 0
    assert browser(sam).get(f"{READINGS}bridges/").status_code == 404
    assert browser(sam).get(f"{READINGS}bridges/sections/").status_code == 404
    assert browser(ines).get(f"{READINGS}bridges/").json()["is_published"] is False


def test_a_reading_has_its_metadata_source_card_and_outline(sam, reading):
    reading.metadata, reading.who_writes, reading.from_outside = {"year": 1999}, "An engineer.", ["year"]
    reading.save()
    part = make_section(reading, 3, "Below")
    part.parent = reading.sections.get(slug="s2")
    part.save()
    data = browser(sam).get(f"{READINGS}bridges/").json()
    assert data["metadata"] == {"year": 1999}
    assert data["from_outside"] == ["year"]
    assert data["source_card"]["who_writes"] == "An engineer."
    assert [(s["slug"], s["title"], s["parent"]) for s in data["outline"]] == [
        ("s1", "Opening the bridge", None),
        ("s2", "After the flood", None),
        ("s3", "Below", "s2"),
    ]


def test_a_section_has_its_blocks_with_marks_and_the_notes_marked_in_them(sam, reading):
    reading.notes.create(label="2", position=1, text="Marked nowhere.")
    data = browser(sam).get(f"{READINGS}bridges/sections/s1/").json()
    block = data["blocks"][0]
    assert block["text"] == "The Tarn Bridge was opened in 1902. It has three arches."
    assert block["marks"] == [{"kind": "note", "start": 35, "end": 35, "target": "1"}]
    assert (block["id"], block["number"], block["table"]) == ("b1", 1, None)
    assert [note["label"] for note in data["notes"]] == ["1"]


def test_a_section_has_the_references_that_its_blocks_and_notes_cite(sam, reading):
    for key in ("mason", "ferry", "unused"):
        reading.references.create(key=key, label=key, position=0, text=f"{key}, a book.")
    reading.blocks.filter(key="b1").update(
        marks=[
            {"kind": "note", "start": 35, "end": 35, "target": "1"},
            {"kind": "citation", "start": 4, "end": 8, "target": "mason"},
            {"kind": "citation", "start": 9, "end": 10, "target": None},
        ]
    )
    reading.notes.update(marks=[{"kind": "citation", "start": 0, "end": 4, "target": "ferry"}])
    data = browser(sam).get(f"{READINGS}bridges/sections/s1/").json()
    assert {entry["key"] for entry in data["references"]} == {"mason", "ferry"}


def test_a_table_comes_with_its_header_rows_and_caption(sam, reading):
    table = {"header": ["Bridge", "Year"], "rows": [["Tarn", "1902"], ["Ford", ""]], "caption": None}
    reading.blocks.filter(key="b1").update(kind="table", table=table)
    assert browser(sam).get(f"{READINGS}bridges/sections/s1/").json()["blocks"][0]["table"] == table


def test_an_unknown_section_is_404(sam, reading):
    assert browser(sam).get(f"{READINGS}bridges/sections/s9/").status_code == 404


@pytest.mark.parametrize("address", ["", "bridges/", "bridges/sections/", "bridges/sections/s1/"])
def test_who_is_not_in_the_course_gets_404(olga, nora, reading, address):
    assert browser(olga).get(READINGS + address).status_code == 404
    assert browser(nora).get(READINGS + address).status_code == 404


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("", 7),  # session, person, course, its visibility, teaching, count, rows
        ("bridges/", 7),  # … reading, outline
        ("bridges/sections/", 8),  # … reading, count, sections
        ("bridges/sections/s1/", 10),  # … reading, section, blocks, notes, references
    ],
)
def test_an_address_takes_the_same_number_of_queries_however_much_there_is(
    sam, course, reading, address, queries, django_assert_num_queries
):
    for number in range(3, 9):
        make_section(reading, number, f"Part {number}", "One paragraph.", "Another one.")
        make_reading(course, f"reading-{number}")
    client = browser(sam)
    with django_assert_num_queries(queries):
        assert client.get(READINGS + address).status_code == 200
