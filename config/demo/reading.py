"""How far the demo people have read, paragraph by paragraph, and where they stopped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from config.demo.moments import begin_of, chance, last_seen, minutes_for
from config.demo.people import Person
from readings.models import Block, BlockRead, Enrolment, Reading, ReadingPosition
from readings.selectors.progress import blocks_that_count

Members = Sequence[tuple[Person, Enrolment]]
SITTING = 25
"""Paragraphs after which most people stop for the day."""


def reads_make(reading: Reading, members: Members, opening: datetime) -> None:
    """Paragraphs read in sittings over some days; again for the same reading adds nothing."""
    blocks = list(blocks_that_count().filter(reading=reading).order_by("position"))
    if not blocks or BlockRead.objects.filter(block__reading=reading, enrolment__user__is_demo=True).exists():
        return
    reads: list[BlockRead] = []
    for person, enrolment in members:
        reads += reads_of(person, enrolment, blocks, opening, chance("reads", person.username, reading.slug))
    BlockRead.objects.bulk_create(reads, batch_size=1000)
    positions_make(reading, reads)


def reads_of(
    person: Person, enrolment: Enrolment, blocks: list[Block], opening: datetime, dice: Random
) -> list[BlockRead]:
    moment, reads = begin_of(person, opening, dice), []
    for count, block in enumerate(blocks[: how_many(person, len(blocks), dice)], start=1):
        moment += minutes_for(block.word_count, dice)
        if count % SITTING == 0:
            moment += timedelta(hours=dice.uniform(4, 40))
        if moment > last_seen(person):
            break
        reads.append(BlockRead(enrolment=enrolment, block=block, read_at=moment))
    return reads


def how_many(person: Person, total: int, dice: Random) -> int:
    """Most people finish what they begin or stop early; few stop just before the end."""
    share = person.diligence * dice.uniform(0.75, 1.25)
    return total if share > 0.85 else round(total * share)


def positions_make(reading: Reading, reads: list[BlockRead]) -> None:
    last = {read.enrolment_id: read for read in reads}
    rows = ReadingPosition.objects.bulk_create(
        ReadingPosition(enrolment_id=enrolment, reading=reading, block_id=read.block_id)
        for enrolment, read in last.items()
    )
    for row in rows:
        row.updated_at = last[row.enrolment_id].read_at
    # An update sets the moment as it is given; a save would write now.
    ReadingPosition.objects.bulk_update(rows, ["updated_at"], batch_size=200)
