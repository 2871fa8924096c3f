"""A file on its way in: uploaded, not yet a reading, and nothing but this row until it is accepted."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from readings.models.course import Course
from readings.models.reading import Reading


class Upload(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        PARSING = "parsing", "Being read"
        COMPARED = "compared", "Ready to compare"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="uploads")
    replaces = models.ForeignKey(
        Reading, on_delete=models.CASCADE, null=True, blank=True, related_name="uploads", help_text="Of a new version."
    )
    made = models.ForeignKey(Reading, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="uploads")
    file_name = models.CharField(max_length=200)
    title = models.CharField(max_length=300, blank=True)
    data = models.BinaryField(editable=False, help_text="Emptied as soon as it is done.")
    size = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    message = models.TextField(blank=True, help_text="Why it failed, and what to do.")
    outcome = models.JSONField(default=dict, blank=True, help_text="Of a new version: what accepting it would change.")
    against = models.PositiveIntegerField(
        default=0, help_text="Stamp of the text that the new version was compared with."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.file_name
