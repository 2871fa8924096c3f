"""What counts as read, and what does not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from readings.models import BlockRead, Enrolment, ReadingPosition
from readings.services.progress import FIRST_REPORT, LONGEST_BLOCK, WORDS_PER_SECOND, blocks_mark_read
from tests.factories import make_course, make_reading

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def move(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr("django.utils.timezone.now", lambda: clock.now)
    return clock


@pytest.fixture
def seat(sam, course):
    return Enrolment.objects.get(user=sam, course=course)


def read(seat):
    return sorted(BlockRead.objects.filter(enrolment=seat).values_list("block__key", flat=True))


def test_reported_paragraphs_count_once_however_often_they_are_reported(seat, reading):
    assert blocks_mark_read(enrolment=seat, reading=reading, block_keys=["b1", "b2"]) == ["b1", "b2"]
    assert blocks_mark_read(enrolment=seat, reading=reading, block_keys=["b2"]) == ["b2"]
    assert read(seat) == ["b1", "b2"]


def test_keys_of_other_readings_are_passed_over(seat, reading):
    other = make_reading(make_course(slug="other"), slug="other")
    other.blocks.filter(key="b1").update(key="foreign")
    assert blocks_mark_read(enrolment=seat, reading=reading, block_keys=["foreign", "nonsense"]) == []
    assert read(seat) == []


def test_the_place_to_resume_is_kept_and_moved(seat, reading):
    for key in ("b1", "b3", "foreign"):
        blocks_mark_read(enrolment=seat, reading=reading, block_keys=[], at=key)
    assert ReadingPosition.objects.get(enrolment=seat).block.key == "b3"


def test_nobody_reads_faster_than_the_time_since_the_last_report(seat, reading, clock):
    reading.blocks.update(word_count=LONGEST_BLOCK)
    blocks_mark_read(enrolment=seat, reading=reading, block_keys=["b1"])
    clock.move(5)
    assert blocks_mark_read(enrolment=seat, reading=reading, block_keys=["b1", "b2"]) == ["b1"]
    clock.move(LONGEST_BLOCK / WORDS_PER_SECOND)
    assert blocks_mark_read(enrolment=seat, reading=reading, block_keys=["b2"]) == ["b2"]


def test_the_first_report_is_given_a_minute(seat, reading):
    reading.blocks.update(word_count=LONGEST_BLOCK)
    allowed = int(FIRST_REPORT.total_seconds()) * WORDS_PER_SECOND // LONGEST_BLOCK
    assert allowed >= 3
    assert blocks_mark_read(enrolment=seat, reading=reading, block_keys=["b1", "b2", "b3"]) == ["b1", "b2", "b3"]


def test_a_very_long_paragraph_can_be_read_too(seat, reading, clock):
    reading.blocks.update(word_count=5_000)
    blocks_mark_read(enrolment=seat, reading=reading, block_keys=["b1"])
    clock.move(12)
    assert blocks_mark_read(enrolment=seat, reading=reading, block_keys=["b2"]) == ["b2"]
