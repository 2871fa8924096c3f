"""The files a reading was made from, one after another, and what was changed on the desk since."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from readings.models.reading import Reading


class Revision(models.Model):
    """One version of a reading's file, kept so that its lines can be shown and an older one brought back."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    data = models.BinaryField(editable=False, help_text="The file as it was uploaded.")
    lines = models.JSONField(
        default=list, editable=False, help_text="Number, text and place of a PDF's, DOCX's or EPUB's lines as read."
    )
    fingerprint = models.CharField(max_length=64)
    file_name = models.CharField(max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    findings = models.JSONField(default=dict, blank=True, help_text="How many findings of each action.")
    outcome = models.JSONField(default=dict, blank=True, help_text="What became of the paragraphs and annotations.")

    class Meta:
        ordering = ["reading", "-number"]
        constraints = [models.UniqueConstraint(fields=["reading", "number"], name="revision_number_once_per_reading")]

    def __str__(self) -> str:
        return f"Revision {self.number} of {self.reading_id}"


class Edit(models.Model):
    """One change made on the desk: done anew on every later parse, so that it outlives the next revision."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="edits")
    action = models.CharField(max_length=30, help_text="A name of readings.services.editing_actions.ACTIONS.")
    target = models.CharField(max_length=64, help_text="Key of the section or block, or label of the note.")
    values = models.JSONField(default=dict, blank=True)
    message = models.CharField(max_length=300, help_text="What was done, for people.")
    fits = models.BooleanField(default=True, help_text="Off: the present text no longer has what it changes.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["reading", "pk"]

    def __str__(self) -> str:
        return self.message
