"""A reader's word that something is wrong with a passage, for the instructor to look at."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from readings.models.reading import Block, Reading


class Fault(models.Model):
    class State(models.TextChoices):
        OPEN = "open", "Open"
        DONE = "done", "Done"

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="faults")
    block = models.ForeignKey(Block, on_delete=models.SET_NULL, null=True, blank=True, related_name="faults")
    passage = models.TextField(blank=True, help_text="The paragraph's opening words when it was reported.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="faults")
    text = models.TextField("what is wrong", max_length=2000)
    state = models.CharField(max_length=4, choices=State, default=State.OPEN)
    answer = models.TextField(blank=True, max_length=2000, help_text="Shown to the person who reported it.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.text[:80]
