"""The glossary, a term with its places, and the card that opens over the text."""

from __future__ import annotations

import pytest

from readings.models import SourceDefinition, Term, TermOccurrence
from readings.views.glossary import PLACES_ON_A_PAGE
from tests.config.clients import browser
from tests.factories import make_reading, make_section

GLOSSARY = "/courses/caucasus/glossary/"


@pytest.fixture
def bridge(course, reading):
    term = Term.objects.create(
        course=course, slug="bridge", head="Tarn Bridge", category="place", definition="It spans."
    )
    term.aliases.create(text="Мост", language="ru")
    block = reading.blocks.get(number=1)
    TermOccurrence.objects.create(term=term, block=block, start=4, end=15)
    return term


def page(user, address=""):
    return browser(user).get(f"{GLOSSARY}{address}").content.decode()


def test_terms_stand_under_their_letters_with_the_number_of_places(sam, bridge):
    html = page(sam)
    assert ">T</h2>" in html
    assert "1 place" in html


def test_a_term_is_found_by_another_form(sam, bridge):
    assert "Tarn Bridge" in page(sam, "?q=мост")
    assert "Nothing found for “arch”" in page(sam, "?q=arch")


def test_a_course_without_terms_says_so(sam):
    assert "This course has no glossary yet" in page(sam)


def test_a_term_shows_each_place_in_its_context(sam, bridge):
    html = page(sam, "bridge/")
    assert "The <mark>Tarn Bridge</mark> was opened in 1902." in html
    assert 'href="/courses/caucasus/readings/bridges/s1/#b1"' in html
    assert '<span lang="ru">Мост</span>' in html


def test_what_the_sources_say_stands_side_by_side(sam, bridge, reading):
    SourceDefinition.objects.create(term=bridge, reading=reading, text="Calls it the Old Bridge.")
    assert "Calls it the Old Bridge." in page(sam, "bridge/")


def test_places_in_unpublished_readings_are_for_teachers(sam, ines, course, bridge):
    draft = make_reading(course, slug="draft", title="A draft reading", is_published=False)
    SourceDefinition.objects.create(term=bridge, reading=draft, text="Said in the draft.")
    TermOccurrence.objects.create(term=bridge, block=draft.blocks.get(number=1), start=4, end=15)
    for address in ("bridge/", "bridge/card/"):
        assert "A draft reading" not in page(sam, address)
        assert "2 places" not in page(sam, address)
        assert "2 places" in page(ines, address)
    assert "Said in the draft." not in page(sam, "bridge/")


def test_a_term_without_places_says_so(sam, bridge):
    bridge.occurrences.all().delete()
    assert "stands in no reading" in page(sam, "bridge/")


def test_the_card_is_small_and_private(sam, bridge):
    response = browser(sam).get(f"{GLOSSARY}bridge/card/")
    assert "<html" not in response.content.decode()
    assert "all 1 place" in response.content.decode()
    assert "private" in response["Cache-Control"]


def test_a_term_of_another_course_is_not_found(sam, olga, bridge):
    assert browser(olga).get(f"{GLOSSARY}bridge/").status_code == 404
    assert browser(sam).get(f"{GLOSSARY}arch/").status_code == 404


def test_places_come_in_pages_and_need_few_queries(sam, bridge, reading, django_assert_max_num_queries):
    section = make_section(reading, 3, "More", *["Tarn Bridge again."] * (PLACES_ON_A_PAGE + 5))
    for block in section.blocks.all():
        TermOccurrence.objects.create(term=bridge, block=block, start=0, end=11)
    client = browser(sam)
    with django_assert_max_num_queries(10):
        html = client.get(f"{GLOSSARY}bridge/").content.decode()
    assert "Page 1 of 2" in html
    assert html.count("<mark>") == PLACES_ON_A_PAGE


def test_more_terms_need_no_more_queries(sam, course, django_assert_max_num_queries):
    for i in range(30):
        term = Term.objects.create(course=course, slug=f"t{i}", head=f"Term {i}", definition="It is.")
        term.aliases.create(text=f"T{i}")
    client = browser(sam)
    with django_assert_max_num_queries(6):
        client.get(GLOSSARY)
