"""A Document's parts as rows of one reading; what the file no longer holds goes, what it still holds keeps its row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any

from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat
from django.utils.text import slugify

from readings import documents
from readings.models import Finding, Note, Reading, Reference, Section
from readings.selectors.document import sections_of
from readings.selectors.passages import Carrier, TextCarrier
from readings.selectors.revisions import blocks_of
from readings.selectors.sections import section_keys
from readings.services.importing_blocks import blocks_store
from readings.services.importing_fill import fill, save_all, words

SLUG_LENGTH = 60
MOST_FINDINGS = 5_000
"""More than anybody reads: a file that repeats one word a million times must not fill the database."""
RESERVED = {"about-this-text"}
"""Addresses beside those of the sections."""
SECTION_FIELDS = ("number", "title", "level", "matter", "role", "lines", "word_count")


def rows_store(reading: Reading, document: documents.Document, carrier: Carrier | None = None) -> None:
    """Makes the reading's rows those of the document; the carrier knows what became of the paragraphs, or their words
    tell it."""
    text_store(reading, document, carrier)
    apparatus_store(reading, document)
    reading.findings.all().delete()
    Finding.objects.bulk_create(finding_rows(reading, document.findings))


def apparatus_store(reading: Reading, document: documents.Document) -> None:
    """The same for notes and references, on which nothing else hangs."""
    reading.notes.all().delete()
    reading.references.all().delete()
    Note.objects.bulk_create(note_rows(reading, document.notes))
    Reference.objects.bulk_create(reference_rows(reading, document.references))


def text_store(reading: Reading, document: documents.Document, carrier: Carrier | None = None) -> None:
    """The same for sections and paragraphs alone; a change made on the desk leaves sections their keys."""
    old = sections_of(reading)
    kept = {section.id: section.id for section in old}
    if carrier is None:
        carrier = TextCarrier([block for part in old for block in part.blocks], blocks_of(document))
        kept = section_keys(old, document.sections, carrier)
    sections = sections_store(reading, document.sections, kept)
    blocks_store(reading, document.sections, sections, carrier)
    reading.sections.exclude(pk__in=[section.pk for section in sections.values()]).delete()


def sections_store(reading: Reading, parts: Sequence[documents.Section], kept: Mapping[str, str]) -> dict[str, Section]:
    """``kept`` are the new keys of sections by their old ones."""
    named = {row: kept.get(row.key, "") for row in reading.sections.all()}
    free_keys(reading, [row for row, key in named.items() if row.key != key])
    there = {key: row for row, key in named.items() if key}
    new = {part.id for part in parts}
    free_slugs(row for row, key in named.items() if key not in new)
    taken = {section.slug for key, section in there.items() if key in new} | RESERVED
    rows: dict[str, Section] = {}
    for position, part in enumerate(parts, start=1):
        row = there.get(part.id) or Section(reading=reading, key=part.id, slug=section_slug(part, position, taken))
        rows[part.id] = fill(row, key=part.id, position=position, **section_fields(part))
    save_all(Section, rows.values(), [*SECTION_FIELDS, "key", "position"])
    for part in parts:
        rows[part.id].parent = rows.get(part.parent or "")
    Section.objects.bulk_update(rows.values(), ["parent"], batch_size=500)
    return rows


def free_keys(reading: Reading, changed: Sequence[Section]) -> None:
    """Sections that change their key, or go, give it up first, so that no two have the same at any moment."""
    spare = Concat(Value("~"), Cast("pk", CharField()), output_field=CharField())
    reading.sections.filter(pk__in=[row.pk for row in changed]).update(key=spare)


def free_slugs(gone: Iterable[Section]) -> None:
    """Sections about to be deleted give up their slugs, so that an edited section keeps its address."""
    for section in gone:
        Section.objects.filter(pk=section.pk).update(slug=f"gone-{section.pk}")


def section_fields(part: documents.Section) -> dict[str, Any]:
    return {
        "number": part.number or "",
        "title": part.title or "",
        "level": part.level,
        "matter": part.matter,
        "role": part.role or "",
        "lines": list(part.lines),
        "word_count": sum(words(block.text) for block in part.blocks),
    }


def section_slug(part: documents.Section, position: int, taken: set[str]) -> str:
    """Readable and unique in the reading: "2-1-a-question-of-scope", with a count where it is taken."""
    # slugify would drop what parts two numbers, and 1996–2001 would become one.
    spaced = re.sub(r"[.–—/]", " ", f"{part.number or ''} {part.title or ''}")
    fallback = "opening" if position == 1 else f"part-{position}"
    return unused(shortened(slugify(spaced)) or fallback, taken)


def shortened(slug: str) -> str:
    """At most so long, and cut between words."""
    if len(slug) <= SLUG_LENGTH:
        return slug
    return slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]


def unused(name: str, taken: set[str]) -> str:
    """The name, or the name with the first number that makes it free; it is taken from then on."""
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    taken.add(free)
    return free


def note_rows(reading: Reading, notes: Iterable[documents.Note]) -> Iterable[Note]:
    taken: set[str] = set()
    for position, note in enumerate(notes, start=1):
        yield fill(
            Note(reading=reading),
            label=unused(note.label, taken),
            position=position,
            text=note.text,
            marks=[asdict(mark) for mark in note.marks],
            lines=list(note.lines),
            refers_to=note.refers_to or "",
        )


def reference_rows(reading: Reading, references: Iterable[documents.Reference]) -> Iterable[Reference]:
    taken: set[str] = set()
    for position, entry in enumerate(references, start=1):
        yield fill(
            Reference(reading=reading),
            key=unused(entry.id, taken),
            label=entry.label,
            position=position,
            text=entry.text,
            lines=list(entry.lines),
        )


def finding_rows(reading: Reading, findings: Iterable[documents.Finding]) -> Iterable[Finding]:
    for position, finding in enumerate(islice(findings, MOST_FINDINGS), start=1):
        yield fill(
            Finding(reading=reading),
            position=position,
            code=finding.code,
            action=finding.action,
            message=finding.message,
            lines=list(finding.lines),
            text=finding.text or "",
        )
