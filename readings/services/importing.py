"""From a file to a reading: parse it, store its rows, and say what came of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from readings import documents
from readings.models import Course, Reading
from readings.services.glossary import glossary_index_rebuild
from readings.services.importing_about import about_apply
from readings.services.importing_rows import shortened, unused
from readings.services.revisions import revision_complete, revision_keep, text_replace


def fingerprint_of(data: bytes) -> str:
    """The SHA-256 of a file's bytes, by which a document is known whatever its name."""
    return hashlib.sha256(data).hexdigest()


def reading_import(
    *,
    course: Course,
    data: bytes,
    name: str,
    slug: str = "",
    about: Mapping[str, Any] | None = None,
    again: bool = False,
    by: AbstractUser | None = None,
) -> Reading:
    """The file as a reading of the course, found again by ``slug`` or, without one, by the file's fingerprint.

    The same file a second time changes no row of the text, unless ``again`` asks to parse it anew; another file under
    the same slug is the next revision, in which what was changed on the desk is done anew. ``about`` is what is known besides the text (the keys of a course pack's
    reading) and wins over it. Raises a DocumentError, and stores nothing, where the file cannot become a reading.
    """
    fingerprint = fingerprint_of(data)
    there = reading_known(course, slug, fingerprint)
    if there and there.fingerprint == fingerprint and not again:
        revision_complete(there, data)
        return reading_describe(reading=there, about=about) if about else there
    document = documents.parse(data, name, limit=settings.UPLOAD_MAX_BYTES)
    return reading_store(course=course, document=document, data=data, name=name, slug=slug, about=about, by=by)


@transaction.atomic
def reading_store(
    *,
    course: Course,
    document: documents.Document,
    data: bytes,
    name: str,
    slug: str = "",
    about: Mapping[str, Any] | None = None,
    by: AbstractUser | None = None,
) -> Reading:
    """The parsed file as the rows of a reading, which is found again as ``reading_import`` finds it."""
    course_lock(course)
    fingerprint = fingerprint_of(data)
    there = reading_known(course, slug, fingerprint)
    reading = reading_fill(there or reading_new(course, slug, document, name), document, about or {})
    reading.revision += bool(there and there.fingerprint != fingerprint)
    reading.fingerprint, reading.file_name = fingerprint, PurePath(name).name[-200:]
    reading.save()
    text_replace(reading, document)
    revision_keep(reading, document, data, by)
    glossary_index_rebuild(course=course, reading=reading)
    return reading


def course_lock(course: Course) -> None:
    """Until the transaction ends nobody else stores a text of the course, so that one file sent twice is one reading."""
    list(Course.objects.select_for_update(no_key=True).filter(pk=course.pk))


def reading_known(course: Course, slug: str, fingerprint: str) -> Reading | None:
    named = {"slug": slug} if slug else {"fingerprint": fingerprint}
    return Reading.objects.filter(course=course, **named).first()


def reading_new(course: Course, slug: str, document: documents.Document, name: str) -> Reading:
    """Unsaved, at the end of the course, with an address made from its title."""
    taken = set(course.readings.values_list("slug", flat=True))
    title = document.metadata.title or PurePath(name).stem
    readable = shortened(slugify(title)) or "reading"
    last = course.readings.aggregate(last=Max("position"))["last"] or 0
    return Reading(course=course, slug=slug or unused(readable, taken), position=last + 1, title=title[:300])


def reading_describe(*, reading: Reading, about: Mapping[str, Any]) -> Reading:
    """What is known about the text, anew; the text itself stays."""
    about_apply(reading, reading.metadata, about)
    reading.save()
    return reading


def reading_fill(reading: Reading, document: documents.Document, about: Mapping[str, Any]) -> Reading:
    """What the text says of itself, then what is known besides; what an instructor wrote stays on a new revision."""
    found = document.to_dict()
    reading.abbreviations = found["abbreviations"]
    if reading.pk is None or about:
        about_apply(reading, found["metadata"], about)
    return reading
