"""What readers report about a text, for the instructor to look at."""

from __future__ import annotations

from django.db import transaction

from readings.models import Fault, Reading
from readings.permissions import Someone

MOST_OPEN = 20
OPENING = 200


class FaultError(ValueError):
    """Something the reader can put right; the message says how."""


@transaction.atomic
def fault_report(*, reading: Reading, by: Someone, paragraph: int, text: str) -> Fault:
    """A fault in the paragraph with this number; the same one reported twice is one."""
    block = reading.blocks.filter(number=paragraph).first()
    if block is None:
        raise FaultError(f"There is no paragraph {paragraph} in this reading. Its number stands beside it.")
    own = Fault.objects.filter(reading=reading, by=by.pk, state=Fault.State.OPEN)
    if known := own.filter(block=block, text=text).first():
        return known
    if own.count() >= MOST_OPEN:
        raise FaultError(f"You have reported {MOST_OPEN} faults that nobody has looked at yet. Wait for an answer.")
    return Fault.objects.create(reading=reading, block=block, passage=block.text[:OPENING], by=by, text=text)
