"""A person's range in a block, with a comment and who may see it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from readings.models.reading import Block, Reading


class Annotation(models.Model):
    class Visibility(models.TextChoices):
        PRIVATE = "private", "Only me"
        CLASS = "class", "The class"

    class State(models.TextChoices):
        ATTACHED = "attached", "At its place"
        MOVED = "moved", "Moved, please check"
        DETACHED = "detached", "Passage no longer found"

    class Colour(models.TextChoices):
        A = "a", "Yellow"
        B = "b", "Green"

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="annotations")
    block = models.ForeignKey(Block, on_delete=models.SET_NULL, null=True, blank=True, related_name="annotations")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="annotations")
    start = models.PositiveIntegerField(help_text="In code points of the block's text.")
    end = models.PositiveIntegerField()
    quote = models.TextField(help_text="The words themselves, to find them again after a re-import.")
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    comment = models.TextField(blank=True, max_length=5000)
    colour = models.CharField(max_length=1, choices=Colour, default=Colour.A)
    visibility = models.CharField(max_length=8, choices=Visibility, default=Visibility.PRIVATE)
    state = models.CharField(max_length=8, choices=State, default=State.ATTACHED, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["block__position", "start", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="annotation_not_empty")
        ]

    def __str__(self) -> str:
        return f"{self.author}: {self.quote[:60]}"

    @property
    def passage(self) -> str:
        """The words at its place now; those it was made on, where it has none."""
        return self.block.quote(self.start, self.end) if self.block else self.quote
