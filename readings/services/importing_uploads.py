"""Files on their way in: each uploaded file is a row that a job reads, and a new version waits to be accepted."""

from __future__ import annotations

import zlib
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models import Count, F, Max, QuerySet
from django.utils import timezone

from readings import documents
from readings.models import Course, Edit, Reading, Upload
from readings.permissions import teaches
from readings.services.importing import course_lock, fingerprint_of, reading_import, reading_known, reading_store
from readings.services.revisions import text_compare

FORGOTTEN = timedelta(days=7)
MOST_ATTEMPTS = 3
KNOWN = "The course has this file already."
BROKEN = "The file could not be read. Try again; if it happens again, tell whoever runs this site."
GIVEN_UP = (
    f"The reading of this file was cut off {MOST_ATTEMPTS} times, perhaps because it needs too much memory. "
    "Split it, or send the text alone."
)
CUT_OFF = "The reading of this file was cut off; it is tried again."
EMPTIED: dict[str, Any] = {"data": b"", "document": {}}
NOT_THEIRS = "You do not teach this course any more, so nothing was imported."


class PutBack(Exception):
    """The file is no longer ours to read: it was given up, or deleted, and somebody else may be at it."""


class Overtaken(ValueError):
    def __init__(self) -> None:
        super().__init__(
            "The reading has changed since this file was compared. Look at the new comparison, then accept."
        )


@transaction.atomic
def upload_create(
    *, course: Course, by: AbstractUser, file_name: str, data: bytes, title: str = "", replaces: Reading | None = None
) -> Upload:
    """The file as it came, waiting to be read. What was uploaded in the course and forgotten goes."""
    Upload.objects.filter(course=course, changed_at__lt=timezone.now() - FORGOTTEN).delete()
    return Upload.objects.create(
        course=course,
        by=by,
        replaces=replaces,
        file_name=PurePath(file_name).name[-200:],
        title=title,
        data=data,
        size=len(data),
    )


def upload_read(*, pk: int) -> None:
    """Reads a waiting file: a new one becomes a reading that students do not see yet, a new version is compared.

    Safe to be called twice, or by two processes at once: only one of them reads, and one reading comes of it."""
    upload = _claimed(pk)
    if upload is None:
        return
    try:
        if not (upload.by.is_active and teaches(upload.by, upload.course)):
            _fail(upload, NOT_THEIRS)
        elif upload.replaces:
            _compare(upload)
        else:
            _import(upload)
    except PutBack:
        return
    except documents.DocumentError as error:
        _fail(upload, str(error))
    except Exception:
        _fail(upload, BROKEN)
        raise


def uploads_put_back(*, uploads: QuerySet[Upload]) -> list[Upload]:
    """What a stopped process left half read waits again, and is returned; what stopped it too often is given up."""
    left = list(uploads.abandoned().defer(*Upload.LARGE))  # type: ignore[attr-defined]
    for upload in left:
        if upload.attempts >= MOST_ATTEMPTS:
            _fail(upload, GIVEN_UP)
        else:
            with suppress(PutBack):
                _set(upload, state=Upload.State.WAITING, message=CUT_OFF)
    return [upload for upload in left if upload.state == Upload.State.WAITING]


def upload_accept(*, upload: Upload, by: AbstractUser) -> Reading:
    """The new version takes the place of the present text. Raises Overtaken, and compares anew, if that is another."""
    try:
        return _accepted(upload, by)
    except Overtaken:
        if upload.replaces and upload.state == Upload.State.COMPARED:
            Upload.objects.filter(pk=upload.pk, state=Upload.State.COMPARED).update(**_comparison(upload))
        raise


@transaction.atomic
def _accepted(upload: Upload, by: AbstractUser) -> Reading:
    row = Upload.objects.select_for_update(of=("self",)).select_related("replaces__course").get(pk=upload.pk)
    old = row.replaces
    if old is None or row.state != Upload.State.COMPARED or row.against != stamp(old):
        raise Overtaken
    document, data = documents.Document.from_dict(row.document), bytes(row.data)
    reading = reading_store(course=old.course, document=document, data=data, name=row.file_name, slug=old.slug, by=by)
    reading.revisions.filter(number=reading.revision).update(outcome=row.outcome)
    _set(row, state=Upload.State.DONE, made=reading, **EMPTIED)
    return reading


def stamp(reading: Reading) -> int:
    """Another number as soon as the text or the desk's changes are others."""
    newest = Edit.objects.filter(reading=reading).aggregate(newest=Max("pk"), count=Count("pk"))
    return zlib.crc32(f"{reading.revision} {newest}".encode()) >> 1


def _claimed(pk: int) -> Upload | None:
    """The file, if it waits and nobody else takes it, in this process or another."""
    waiting = Upload.objects.filter(pk=pk, state=Upload.State.WAITING)
    now = {"state": Upload.State.CONVERTING, "message": "", "changed_at": timezone.now()}
    if not waiting.update(attempts=F("attempts") + 1, **now):
        return None
    return Upload.objects.select_related("course", "by", "replaces").filter(pk=pk).first()


def _set(upload: Upload, **fields: Any) -> None:
    """Writes, if the row stands as we know it; raises PutBack if it has been taken from us."""
    ours = Upload.objects.filter(pk=upload.pk, state=upload.state, attempts=upload.attempts)
    if not ours.update(**fields, changed_at=timezone.now()):
        raise PutBack
    for name, value in fields.items():
        setattr(upload, name, value)


def _fail(upload: Upload, message: str) -> None:
    with suppress(PutBack):
        _set(upload, state=Upload.State.FAILED, message=message, **EMPTIED)


def _converted(upload: Upload) -> documents.Document:
    return documents.parse(bytes(upload.data), upload.file_name, limit=settings.UPLOAD_MAX_BYTES)


def _import(upload: Upload) -> None:
    """Converting takes long and locks nothing. What is stored, and that it is, become true together."""
    text: dict[str, Any] = {
        "course": upload.course,
        "data": bytes(upload.data),
        "name": upload.file_name,
        "about": {"title": upload.title} if upload.title else None,
        "by": upload.by,
    }
    known = partial(reading_known, upload.course, "", fingerprint_of(text["data"]))
    document = None if known() else _converted(upload)
    _set(upload, state=Upload.State.STORING)
    with transaction.atomic():
        course_lock(upload.course)
        if known():
            made, message = reading_import(**text), KNOWN
        else:
            made = reading_store(document=document or _converted(upload), **text)
            made.is_published = False
            made.save(update_fields=["is_published"])
            message = _summary(made)
        _set(upload, state=Upload.State.DONE, made=made, message=message, **EMPTIED)


def _summary(reading: Reading) -> str:
    sections, paragraphs = _number(reading.sections.count(), "section"), _number(reading.blocks.count(), "paragraph")
    flagged = reading.findings.filter(action="flagged").count()
    look = f"{_number(flagged, 'place')} to look at" if flagged else "nothing in doubt"
    return f"“{reading}” has {sections} and {paragraphs}; {look}."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _compare(upload: Upload) -> None:
    document = _converted(upload).to_dict()
    _set(upload, state=Upload.State.COMPARING, document=document)
    _set(upload, state=Upload.State.COMPARED, **_comparison(upload))


def _comparison(upload: Upload) -> dict[str, Any]:
    """With which text the new version was compared, and what accepting it would change."""
    reading = Reading.objects.get(pk=upload.replaces_id)
    against = stamp(reading)
    outcome = text_compare(reading, documents.Document.from_dict(upload.document)).as_data()
    return {"against": against, "outcome": outcome}
