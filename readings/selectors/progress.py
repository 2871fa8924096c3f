"""A student's own reading in figures: what was read of what there is, by reading and by section."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet, Sum

from readings.models import Block, BlockRead, Reading, ReadingPosition
from readings.selectors.outline import outline_of

APPARATUS = ("notes", "bibliography")
"""Matter that is consulted, not read through; it counts neither as read nor as missing."""


@dataclass(frozen=True, slots=True)
class Progress:
    done: int = 0
    total: int = 0
    """Paragraphs; the words are what the percentage goes by."""
    words_done: int = 0
    words: int = 0

    def __add__(self, other: Progress) -> Progress:
        return Progress(
            self.done + other.done,
            self.total + other.total,
            self.words_done + other.words_done,
            self.words + other.words,
        )

    @property
    def percent(self) -> int:
        """The share of words, rounded down, so that 100 means that nothing is left."""
        return self.words_done * 100 // self.words if self.words else 0

    @property
    def is_complete(self) -> bool:
        return 0 < self.total <= self.done


def blocks_that_count() -> QuerySet[Block]:
    return Block.objects.exclude(section__matter__in=APPARATUS)


def progress_by_course(enrolments: Mapping[int, int | None]) -> dict[int, Progress]:
    """For each course, given with the person's enrolment in it, the progress through its published readings."""
    blocks = blocks_that_count().filter(reading__course__in=enrolments, reading__is_published=True)
    return _progress(blocks, [enrolment for enrolment in enrolments.values() if enrolment], "reading__course_id")


def progress_by_reading(enrolment_id: int | None, readings: Iterable[Reading]) -> dict[int, Progress]:
    """For each reading its progress; nothing done for a person who is not a student."""
    blocks = blocks_that_count().filter(reading__in=[reading.pk for reading in readings])
    return _progress(blocks, _one(enrolment_id), "reading_id")


def progress_by_section(enrolment_id: int | None, reading: Reading) -> dict[int, Progress]:
    """For each section its own paragraphs, without those of its subsections."""
    return _progress(blocks_that_count().filter(reading=reading), _one(enrolment_id), "section_id")


def keys_read(enrolment_id: int, reading: Reading) -> list[str]:
    """The keys of the blocks that count as read, for the browser to draw."""
    reads = BlockRead.objects.filter(enrolment_id=enrolment_id, block__reading=reading)
    return list(reads.order_by("block__position").values_list("block__key", flat=True))


def reading_state(enrolment_id: int, reading: Reading) -> dict[str, Any]:
    """All that the reader page shows of a student's progress, in one piece of plain data."""
    own = progress_by_section(enrolment_id, reading)
    outline = outline_of(reading)
    read = [entry.section.slug for entry in outline.entries if entry.sum_of(own, Progress()).is_complete]
    position = positions_by_reading(enrolment_id, [reading]).get(reading.pk)
    return {
        "read": keys_read(enrolment_id, reading),
        "percent": sum(own.values(), Progress()).percent,
        "sections": read,
        "at": position.block.key if position else None,
    }


def positions_by_reading(enrolment_id: int | None, readings: Iterable[Reading]) -> dict[int, ReadingPosition]:
    """Where the student stopped in each reading that was opened, the block with its section at hand."""
    rows = ReadingPosition.objects.filter(enrolment_id=enrolment_id, reading__in=[reading.pk for reading in readings])
    return {row.reading_id: row for row in rows.select_related("block__section")}


def _one(enrolment_id: int | None) -> list[int]:
    return [enrolment_id] if enrolment_id else []


def _progress(blocks: QuerySet[Block], enrolments: list[int], by: str) -> dict[int, Progress]:
    blocks = blocks.order_by()
    there = _sums(blocks, by)
    done = _sums(blocks.filter(reads__enrolment__in=enrolments), by) if enrolments else {}
    return {key: Progress(*_paired(done.get(key, (0, 0)), total)) for key, total in there.items()}


def _sums(blocks: QuerySet[Block], by: str) -> dict[int, tuple[int, int]]:
    rows = blocks.values_list(by).annotate(paragraphs=Count("pk"), total_words=Sum("word_count"))
    return {key: (paragraphs, words) for key, paragraphs, words in rows}


def _paired(done: tuple[int, int], total: tuple[int, int]) -> tuple[int, int, int, int]:
    return done[0], total[0], done[1], total[1]
