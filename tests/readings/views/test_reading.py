"""The overview of a reading."""

from __future__ import annotations

import pytest

from readings.models import BlockRead, Enrolment, ReadingPosition
from tests.config.clients import browser

READING = "/courses/caucasus/readings/bridges/"


@pytest.fixture
def described(reading):
    reading.who_writes = "A clerk of the town."
    reading.metadata = {"authors": [{"given": "Ada", "family": "Writer"}], "publisher": "Town Press"}
    reading.year = 1934
    reading.from_outside = ["year"]
    reading.save()
    return reading


def test_the_source_card_tells_the_text_from_what_is_known_from_outside(sam, described):
    page = browser(sam).get(READING).content.decode()
    assert "A clerk of the town." in page
    assert "Ada Writer" in page
    assert '1934 <span class="tag">known from outside</span>' in page
    assert page.count("known from outside") == 1


def test_a_reading_without_a_source_card_asks_its_questions(sam, reading):
    assert "Nobody has written a source card" in browser(sam).get(READING).content.decode()


def test_the_outline_shows_the_own_progress(sam, reading):
    BlockRead.objects.create(enrolment=Enrolment.objects.get(user=sam), block=reading.blocks.get(number=1))
    page = browser(sam).get(READING).content.decode()
    assert f'href="{READING}s1/"' in page
    assert "read ✓" in page
    assert "1 of 3 paragraphs read" in page


def test_one_begins_or_goes_on(sam, reading):
    client = browser(sam)
    assert "Begin to read" in client.get(READING).content.decode()
    seat = Enrolment.objects.get(user=sam)
    ReadingPosition.objects.create(enrolment=seat, reading=reading, block=reading.blocks.get(number=3))
    page = client.get(READING).content.decode()
    assert "Go on at paragraph 3" in page
    assert f"{READING}s2/#b3" in page


def test_a_teacher_has_no_progress_to_show(ines, reading):
    assert "paragraphs read" not in browser(ines).get(READING).content.decode()


def test_an_imported_reading_without_text_says_so(sam, reading):
    reading.sections.all().delete()
    assert "This reading has no text yet" in browser(sam).get(READING).content.decode()


def test_the_overview_needs_few_queries(sam, described, django_assert_max_num_queries):
    client = browser(sam)
    with django_assert_max_num_queries(10):
        client.get(READING)
