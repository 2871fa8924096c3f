"""A parsed document as rows: readings, sections, blocks, notes, references and what the parser found."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse

from readings.models.course import PACK_DIGEST, Course


class ReadingQuerySet(models.QuerySet["Reading"]):
    def published(self) -> ReadingQuerySet:
        return self.filter(is_published=True)


class Reading(models.Model):
    """A document in a course, with its source card and its revision."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="readings")
    slug = models.SlugField(max_length=80)
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=300)
    title_is_ours = models.BooleanField(
        default=False, help_text="The text's own title is lost; this one is a working title."
    )
    subtitle = models.CharField(max_length=300, blank=True)
    byline = models.CharField(max_length=300, blank=True, help_text="Authors or the body that speaks, as shown.")
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=12, default="en")
    metadata = models.JSONField(default=dict, blank=True, help_text="Every field of the document's metadata.")
    from_outside = models.JSONField(
        default=list, blank=True, help_text="Names of metadata fields that the text itself does not say."
    )
    outside_source = models.TextField(blank=True, help_text="Where the fields named above are known from.")
    abbreviations = models.JSONField(default=dict, blank=True, help_text="As the parser found them in the text.")
    perspective = models.CharField(max_length=120, blank=True)
    who_writes = models.TextField(blank=True)
    from_where = models.TextField(blank=True)
    for_whom = models.TextField(blank=True)
    what_to_mind = models.TextField(blank=True)
    rights = models.TextField(blank=True, help_text="What the text says about its rights.")
    sharing = models.TextField(blank=True, help_text="What this course may do with the text.")
    may_be_passed_on = models.BooleanField(
        default=False,
        help_text="The file itself may go into a course pack; otherwise a pack only knows it by fingerprint.",
    )
    revision = models.PositiveIntegerField(default=1)
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of the file.")
    file_name = models.CharField(max_length=200)
    is_published = models.BooleanField(default=True)
    pack_digest = models.CharField(max_length=64, blank=True, editable=False, help_text=PACK_DIGEST)
    imported_at = models.DateTimeField(auto_now=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["course", "slug"], name="reading_slug_once_per_course")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("readings:reading", args=[self.course.slug, self.slug])


class Section(models.Model):
    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="sections")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="children")
    key = models.CharField(max_length=64, help_text="The id in the parsed document.")
    slug = models.SlugField(max_length=80)
    position = models.PositiveIntegerField()
    number = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=300, blank=True, help_text="Empty for an opening without a heading.")
    level = models.PositiveSmallIntegerField(default=1)
    matter = models.CharField(max_length=12, default="body")
    role = models.CharField(max_length=40, blank=True)
    lines = models.JSONField(default=list, blank=True, help_text="Source lines of the heading.")
    word_count = models.PositiveIntegerField(default=0, help_text="Of its own blocks, without subsections.")

    class Meta:
        ordering = ["reading", "position"]
        constraints = [
            models.UniqueConstraint(fields=["reading", "key"], name="section_key_once_per_reading"),
            models.UniqueConstraint(fields=["reading", "slug"], name="section_slug_once_per_reading"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title or 'Opening'}".strip()


class Block(models.Model):
    """The unit that is read, annotated and asked about; ``number`` is printed in the gutter and makes it citable."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="blocks")
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="blocks")
    key = models.CharField(max_length=64, help_text="The id in the parsed document, made from the content.")
    position = models.PositiveIntegerField(help_text="Place in the whole reading.")
    number = models.PositiveIntegerField(help_text="Paragraph number shown to readers, from 1 in each reading.")
    kind = models.CharField(max_length=16)
    text = models.TextField()
    label = models.CharField(max_length=40, blank=True, help_text="A list item's bullet or number as printed.")
    marks = models.JSONField(
        default=list, blank=True, help_text="Ranges of the text: emphasis, links, notes, citations."
    )
    table = models.JSONField(null=True, blank=True, help_text="header, rows and caption of a table.")
    lines = models.JSONField(default=list, blank=True)
    page = models.CharField(max_length=20, blank=True)
    confidence = models.FloatField(default=1.0)
    word_count = models.PositiveIntegerField(default=0)
    is_askable = models.BooleanField(default=True, help_text="Off: no question is made from it.")

    class Meta:
        ordering = ["reading", "position"]
        constraints = [models.UniqueConstraint(fields=["reading", "key"], name="block_key_once_per_reading")]

    def __str__(self) -> str:
        return f"¶ {self.number}: {self.text[:60]}"

    def quote(self, start: int, end: int) -> str:
        return self.text[start:end]


class Note(models.Model):
    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="notes")
    label = models.CharField(max_length=80)
    position = models.PositiveIntegerField()
    text = models.TextField()
    marks = models.JSONField(default=list, blank=True)
    lines = models.JSONField(default=list, blank=True)
    refers_to = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["reading", "position"]
        constraints = [models.UniqueConstraint(fields=["reading", "label"], name="note_label_once_per_reading")]

    def __str__(self) -> str:
        return f"Note {self.label}"


class Reference(models.Model):
    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="references")
    key = models.CharField(max_length=120)
    label = models.CharField(max_length=200)
    position = models.PositiveIntegerField()
    text = models.TextField()
    lines = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["reading", "position"]
        constraints = [models.UniqueConstraint(fields=["reading", "key"], name="reference_key_once_per_reading")]

    def __str__(self) -> str:
        return self.label


class Finding(models.Model):
    """What the parser repaired, dropped, or left and shows to the instructor."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="findings")
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=60)
    action = models.CharField(max_length=10)
    message = models.TextField()
    lines = models.JSONField(default=list, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["reading", "position"]

    def __str__(self) -> str:
        return self.message

    def as_data(self) -> dict[str, Any]:
        return {"code": self.code, "action": self.action, "message": self.message, "lines": self.lines}
