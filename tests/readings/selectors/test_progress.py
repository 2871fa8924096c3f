"""A student's own figures."""

from __future__ import annotations

import pytest

from readings.models import BlockRead, Enrolment
from readings.selectors.progress import Progress, progress_by_reading, progress_by_section, reading_state
from tests.factories import make_member


@pytest.fixture
def seat(sam, course):
    return Enrolment.objects.get(user=sam, course=course)


def mark(seat, reading, *keys):
    for block in reading.blocks.filter(key__in=keys):
        BlockRead.objects.create(enrolment=seat, block=block)


def test_paragraphs_are_counted_and_words_make_the_percentage(seat, reading):
    mark(seat, reading, "b1", "b2")
    own = progress_by_reading(seat.pk, [reading])[reading.pk]
    assert (own.done, own.total) == (2, 3)
    assert own.percent == own.words_done * 100 // sum(block.word_count for block in reading.blocks.all())


def test_what_others_read_is_not_counted(seat, reading, course):
    kim = Enrolment.objects.get(user=make_member("kim", course))
    mark(kim, reading, "b1", "b2", "b3")
    assert progress_by_reading(seat.pk, [reading])[reading.pk].done == 0


def test_who_has_no_seat_has_read_nothing(reading):
    assert progress_by_reading(None, [reading])[reading.pk] == Progress(0, 3, 0, 26)


def test_notes_and_bibliography_are_not_to_be_read_through(seat, reading):
    reading.sections.filter(slug="s2").update(matter="bibliography")
    assert progress_by_reading(seat.pk, [reading])[reading.pk].total == 1


def test_each_section_has_its_own_figures(seat, reading):
    mark(seat, reading, "b1")
    first, second = reading.sections.all()
    own = progress_by_section(seat.pk, reading)
    assert own[first.pk].is_complete
    assert not own[second.pk].is_complete


def test_the_reader_page_gets_all_figures_in_one_piece(seat, reading):
    mark(seat, reading, "b1")
    assert reading_state(seat.pk, reading) == {"read": ["b1"], "percent": 42, "sections": ["s1"], "at": None}


def test_a_hundred_per_cent_means_that_nothing_is_left():
    assert Progress(999, 1000, 9_999, 10_000).percent == 99
    assert Progress().percent == 0
    assert not Progress().is_complete
