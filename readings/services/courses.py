"""Loads a course pack, part by part: the course, each reading, the glossary. A second load changes what has changed.

What the pack says of a course, a reading or a term is written when its entry is new or differs from the one loaded
last; so whatever an instructor edited in the admin stays until the pack itself says something new.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.db import transaction

from readings.models import Course, Edit, Reading
from readings.services.importing import reading_describe, reading_import
from readings.services.importing_fill import fill
from readings.services.packs import Entry, Pack

COURSE_FIELDS = ("title", "subtitle", "summary", "language", "licence")


@transaction.atomic
def course_load(*, pack: Pack) -> Course:
    """The pack's course, made or brought up to date; join code and enrolments are never touched."""
    course = Course.objects.filter(slug=pack.course.slug).first() or Course(slug=pack.course.slug)
    if course.pack_digest != pack.course.digest:
        given = {name: pack.course.data[name] for name in COURSE_FIELDS if name in pack.course.data}
        fill(course, pack_digest=pack.course.digest, **given).save()
    return course


def reading_load(
    *, course: Course, entry: Entry, position: int, data: bytes, name: str, again: bool = False
) -> Reading:
    """One reading of a pack from its text. Raises a DocumentError where the text cannot be read.

    In two transactions, so that no lock is held while the text is parsed; after the first alone the next load would
    see an entry without digest and finish the work.
    """
    there = reading_there(course, entry)
    news = there is None or there.pack_digest != entry.digest
    about = entry.data if news else None
    reading = reading_import(course=course, data=data, name=name, slug=entry.slug, about=about, again=again)
    if news and not reading.edits.exists() and entry.data.get("edits"):
        edits_load(reading, entry)
        reading = reading_import(course=course, data=data, name=name, slug=entry.slug, again=True)
    if there is None:
        reading.is_published = entry.data.get("published", True)
        reading.blocks.filter(key__in=entry.data.get("not_asked", ())).update(is_askable=False)
        reading.may_be_passed_on = "file" in entry.data
    return placed(reading, entry, position) if news else reading


def edits_load(reading: Reading, entry: Entry) -> None:
    """The changes that were made on the desk where the pack was exported; parsing the text makes them again."""
    Edit.objects.bulk_create(
        fill(
            Edit(reading=reading),
            action=edit.get("action", ""),
            target=edit.get("target", ""),
            values=dict(edit.get("values", {})),
            message=edit.get("message", ""),
        )
        for edit in entry.data["edits"]
    )


def reading_refresh(*, course: Course, entry: Entry, position: int) -> Reading | None:
    """The reading as it is in the course, without its file at hand: only what is known about it may have changed.
    None where the course does not have it."""
    reading = reading_there(course, entry)
    if reading and reading.pack_digest != entry.digest:
        placed(reading_describe(reading=reading, about=entry.data), entry, position)
    return reading


def reading_there(course: Course, entry: Entry) -> Reading | None:
    return Reading.objects.filter(course=course, slug=entry.slug).first()


def placed(reading: Reading, entry: Entry, position: int) -> Reading:
    reading.pack_digest, reading.position = entry.digest, position
    reading.save()
    return reading


def documents_known(*, pack: Pack, folder: Path) -> dict[str, Path]:
    """The files anywhere in a folder that the pack asks for, by fingerprint; their names do not matter."""
    wanted = {entry.fingerprint for entry in pack.readings if entry.fingerprint}
    found = {file_fingerprint(path): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {fingerprint: path for fingerprint, path in found.items() if fingerprint in wanted}


def file_fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
