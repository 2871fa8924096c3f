"""What a student has read: paragraphs that were on screen long enough, and the place to resume."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils import timezone

from readings.models.course import Enrolment
from readings.models.reading import Block, Reading


def now() -> datetime:
    """Asks the clock when a row is made, so that a test can set it."""
    return timezone.now()


class BlockRead(models.Model):
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="blocks_read")
    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="reads")
    read_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enrolment", "block"], name="block_read_once")]

    def __str__(self) -> str:
        return f"{self.enrolment_id} read {self.block_id}"


class ReadingPosition(models.Model):
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="positions")
    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="positions")
    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enrolment", "reading"], name="position_once_per_reading")]

    def __str__(self) -> str:
        return f"{self.enrolment_id} at {self.block_id}"
