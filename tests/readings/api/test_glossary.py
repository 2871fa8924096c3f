"""The glossary in the API."""

from __future__ import annotations

import pytest

from readings.models import Alias, SourceDefinition, Term, TermOccurrence
from tests.config.clients import browser
from tests.factories import make_reading

GLOSSARY = "/api/v1/courses/caucasus/glossary/"


@pytest.fixture
def board(course):
    """A term with an acronym and a form in another script."""
    term = Term.objects.create(
        course=course, slug="bridge-board", head="Bridge Board", category="institution", definition="It keeps bridges."
    )
    term.aliases.create(text="BB", case_sensitive=True)
    term.aliases.create(text="Совет мостов", language="ru")
    return term


@pytest.fixture
def flood(course):
    return Term.objects.create(course=course, slug="flood", head="Flood", category="event", definition="Much water.")


def slugs(response):
    return [term["slug"] for term in response.json()["results"]]


def test_the_glossary_is_listed_by_head_with_all_forms(sam, flood, board):
    page = browser(sam).get(GLOSSARY)
    assert slugs(page) == ["bridge-board", "flood"]
    assert {form["text"] for form in page.json()["results"][0]["aliases"]} == {"BB", "Совет мостов"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"category": "Event"}, ["flood"]),
        ({"search": "bb"}, ["bridge-board"]),
        ({"search": "мостов"}, ["bridge-board"]),
        ({"search": "water"}, ["flood"]),
        ({"search": "board", "category": "event"}, []),
    ],
)
def test_the_glossary_can_be_searched_and_filtered(sam, board, flood, query, found):
    assert slugs(browser(sam).get(GLOSSARY, query)) == found


def test_a_term_tells_what_each_visible_source_says(sam, ines, course, board, flood, reading):
    board.see_also.add(flood)
    hidden = make_reading(course, "draft", is_published=False)
    for source in (reading, hidden):
        SourceDefinition.objects.create(term=board, reading=source, text="Founded in 1901.")
    data = browser(sam).get(f"{GLOSSARY}bridge-board/").json()
    assert data["see_also"] == ["flood"]
    assert data["source_definitions"] == [{"reading": "bridges", "text": "Founded in 1901."}]
    assert len(browser(ines).get(f"{GLOSSARY}bridge-board/").json()["source_definitions"]) == 2


def test_occurrences_name_the_place(sam, board, reading):
    block = reading.blocks.get(key="b3")
    TermOccurrence.objects.create(term=board, block=block, start=4, end=16)
    place = browser(sam).get(f"{GLOSSARY}bridge-board/occurrences/").json()["results"][0]
    assert place == {"reading": "bridges", "section": "s2", "block": "b3", "number": 3, "start": 4, "end": 16}


def test_occurrences_in_unpublished_readings_are_not_told_to_students(sam, board, reading):
    TermOccurrence.objects.create(term=board, block=reading.blocks.get(key="b3"), start=4, end=16)
    reading.is_published = False
    reading.save()
    assert browser(sam).get(f"{GLOSSARY}bridge-board/occurrences/").json()["count"] == 0


@pytest.mark.parametrize("address", ["", "bridge-board/", "bridge-board/occurrences/"])
def test_who_is_not_in_the_course_gets_404(olga, board, address):
    assert browser(olga).get(GLOSSARY + address).status_code == 404


def test_an_unknown_term_is_404(sam, course):
    assert browser(sam).get(f"{GLOSSARY}nothing/").status_code == 404
    assert browser(sam).get(f"{GLOSSARY}nothing/occurrences/").status_code == 404


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("", 6),  # session, person, course, count, terms, aliases
        ("t1/", 9),  # session, person, course, visibility, teaching, term, aliases, see also, source definitions
        ("t1/occurrences/", 8),  # … term, count, rows
    ],
)
def test_an_address_takes_the_same_number_of_queries_however_much_there_is(
    sam, course, reading, address, queries, django_assert_num_queries
):
    for number in range(1, 9):
        term = Term.objects.create(course=course, slug=f"t{number}", head=f"Term {number}", definition="It is.")
        Alias.objects.create(term=term, text=f"T{number}")
    for block in reading.blocks.all():
        TermOccurrence.objects.create(term=Term.objects.get(slug="t1"), block=block, start=0, end=3)
    client = browser(sam)
    with django_assert_num_queries(queries):
        assert client.get(GLOSSARY + address).status_code == 200
