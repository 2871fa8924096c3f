"""The glossary of a course, and where its terms occur."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from readings.models.course import PACK_DIGEST, Course
from readings.models.reading import Block, Reading


class Term(models.Model):
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="terms")
    slug = models.SlugField(max_length=80)
    head = models.CharField(max_length=120)
    category = models.CharField(max_length=40, blank=True)
    definition = models.TextField()
    sources = models.TextField(blank=True, help_text="Who says so, where the point is contested.")
    see_also = models.ManyToManyField("self", blank=True)
    pack_digest = models.CharField(max_length=64, blank=True, editable=False, help_text=PACK_DIGEST)

    class Meta:
        ordering = ["head"]
        constraints = [models.UniqueConstraint(fields=["course", "slug"], name="term_slug_once_per_course")]

    def __str__(self) -> str:
        return self.head

    def get_absolute_url(self) -> str:
        return reverse("readings:term", args=[self.course.slug, self.slug])


class Alias(models.Model):
    """Another form of a term: a spelling, an acronym, or the name in another script."""

    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=160)
    language = models.CharField(max_length=12, blank=True, help_text="Set for a form in another language or script.")
    case_sensitive = models.BooleanField(default=False, help_text="On for acronyms: CIS is not cis.")

    class Meta:
        ordering = ["term", "text"]
        verbose_name_plural = "aliases"
        constraints = [models.UniqueConstraint(fields=["term", "text"], name="alias_once_per_term")]

    def __str__(self) -> str:
        return self.text


class SourceDefinition(models.Model):
    """What one reading calls, dates or counts a term: put side by side, they make the sources comparable."""

    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="source_definitions")
    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="term_definitions")
    text = models.TextField(help_text="In our own words.")

    class Meta:
        ordering = ["term", "reading__position"]
        constraints = [models.UniqueConstraint(fields=["term", "reading"], name="source_definition_once_per_reading")]

    def __str__(self) -> str:
        return f"{self.term} in {self.reading}"


class TermOccurrence(models.Model):
    """One place where a term stands; the index is rebuilt whenever a reading or the glossary changes."""

    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="occurrences")
    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="term_occurrences")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["block", "start"]
        constraints = [
            models.UniqueConstraint(fields=["block", "start"], name="term_occurrence_once_per_place"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="term_occurrence_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.term} at {self.start}"
