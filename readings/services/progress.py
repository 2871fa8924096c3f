"""Keeping what a student has read: paragraphs that the browser reports as really read, and the place to resume."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from readings.models import Block, BlockRead, Enrolment, Reading, ReadingPosition

WORDS_PER_SECOND = 25
"""Three times a fast reader: above it a report is not reading but scrolling, or a script."""
LONGEST_BLOCK = 300
"""No paragraph takes more of the allowance than twelve seconds of it, as long as the browser waits at most."""
FIRST_REPORT = timedelta(seconds=60)
LONGEST_PAUSE = timedelta(minutes=5)


@transaction.atomic
def blocks_mark_read(
    *, enrolment: Enrolment, reading: Reading, block_keys: Iterable[str], at: str | None = None
) -> list[str]:
    """Records the blocks as read, ``at`` as the place to resume, and returns the keys that count as read by now.

    Keys that are not of this reading are passed over, and a second report changes nothing. Nobody reads faster than
    the time since the report before allows: what is too much is left out, and may be reported again.
    """
    blocks = reading.blocks.filter(key__in=set(block_keys)).order_by("position")
    known = set(enrolment.blocks_read.filter(block__in=blocks).values_list("block_id", flat=True))
    fresh = _plausible([block for block in blocks if block.pk not in known], _allowance(enrolment, reading))
    rows = [BlockRead(enrolment=enrolment, block=block) for block in fresh]
    BlockRead.objects.bulk_create(rows, ignore_conflicts=True)
    _keep_position(enrolment, reading, at)
    counted = known | {block.pk for block in fresh}
    return [block.key for block in blocks if block.pk in counted]


def _allowance(enrolment: Enrolment, reading: Reading) -> int:
    """Words that could have been read since the last paragraph that was counted."""
    last: datetime | None = enrolment.blocks_read.filter(block__reading=reading).aggregate(last=Max("read_at"))["last"]
    pause = min(timezone.now() - last, LONGEST_PAUSE) if last else FIRST_REPORT
    return int(pause.total_seconds() * WORDS_PER_SECOND)


def _plausible(blocks: list[Block], allowance: int) -> list[Block]:
    kept = []
    for block in blocks:
        allowance -= min(block.word_count, LONGEST_BLOCK)
        if allowance < 0:
            break
        kept.append(block)
    return kept


def _keep_position(enrolment: Enrolment, reading: Reading, key: str | None) -> None:
    block = reading.blocks.filter(key=key).first() if key else None
    if block:
        ReadingPosition.objects.update_or_create(enrolment=enrolment, reading=reading, defaults={"block": block})
