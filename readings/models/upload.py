"""A file on its way in: uploaded, not yet a reading, and nothing but this row until it is accepted."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from readings.models.course import Course
from readings.models.reading import Reading

ABANDONED = timedelta(minutes=5)
"""A file that has been at one step for longer was given up by a process that is gone; a conversion ends before."""


class UploadQuerySet(models.QuerySet["Upload"]):
    def abandoned(self) -> UploadQuerySet:
        """Those that a stopped server or a killed worker left half read."""
        return self.filter(state__in=Upload.RUNNING, changed_at__lt=timezone.now() - ABANDONED)


class Upload(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        CONVERTING = "converting", "Converting"
        STORING = "storing", "Storing"
        COMPARING = "comparing", "Comparing"
        COMPARED = "compared", "Compared"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"

    RUNNING = (State.CONVERTING, State.STORING, State.COMPARING)
    SETTLED = (State.COMPARED, State.DONE, State.FAILED)
    LARGE = ("data", "document", "outcome")
    STEPS = 3
    STEPS_DONE = {State.WAITING: 0, State.CONVERTING: 1, State.STORING: 2, State.COMPARING: 2}

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
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0, help_text="How often a process began to read it.")
    message = models.TextField(blank=True, help_text="What came of it, or why it failed and what to do.")
    document = models.JSONField(default=dict, blank=True, help_text="Of a new version: the converted file.")
    outcome = models.JSONField(default=dict, blank=True, help_text="Of a new version: what accepting it would change.")
    against = models.PositiveIntegerField(
        default=0, help_text="Stamp of the text that the new version was compared with."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_settled(self) -> bool:
        return self.state in self.SETTLED

    @property
    def steps_done(self) -> int:
        """Of ``STEPS``: a file waits, is converted, and then stored or compared."""
        return self.STEPS_DONE.get(self.State(self.state), self.STEPS)
