"""Files on their way in: each uploaded file is a row that is read on its own, and a new version waits to be accepted."""

from __future__ import annotations

import zlib
from datetime import timedelta
from pathlib import PurePath

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models import Count, Max, QuerySet
from django.utils import timezone

from readings import documents
from readings.models import Course, Edit, Reading, Upload
from readings.services.importing import fingerprint_of, reading_import, reading_known
from readings.services.revisions import text_compare

ABANDONED = timedelta(minutes=5)
"""A file that is being read for longer was given up by a stopped server, and may be read again."""
FORGOTTEN = timedelta(days=7)


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


def upload_read(*, upload: Upload) -> Upload:
    """Reads a waiting file: a new one becomes a reading that students do not see yet, a new version is compared."""
    if not _claimed(upload):
        upload.refresh_from_db()
        return upload
    try:
        _compare(upload) if upload.replaces else _import(upload)
    except documents.DocumentError as error:
        upload.state, upload.message = Upload.State.FAILED, str(error)
    except Exception:
        upload.state = Upload.State.FAILED
        upload.message = "The file could not be read. Try again; if it happens again, tell whoever runs this site."
        upload.save()
        raise
    if upload.state != Upload.State.COMPARED:
        upload.data = b""
    upload.save()
    return upload


def upload_accept(*, upload: Upload, by: AbstractUser) -> Reading:
    """The new version takes the place of the present text. Raises Overtaken, and compares anew, if that is another."""
    try:
        return _accepted(upload, by)
    except Overtaken:
        if upload.replaces and upload.state == Upload.State.COMPARED:
            upload.replaces.refresh_from_db()
            _compare(upload)
            upload.save()
        raise


@transaction.atomic
def _accepted(upload: Upload, by: AbstractUser) -> Reading:
    row = Upload.objects.select_for_update(of=("self",)).select_related("replaces__course").get(pk=upload.pk)
    old = row.replaces
    if old is None or row.state != Upload.State.COMPARED or row.against != stamp(old):
        raise Overtaken
    data = bytes(row.data)
    reading = reading_import(course=old.course, data=data, name=row.file_name, slug=old.slug, again=True, by=by)
    reading.revisions.filter(number=reading.revision).update(outcome=row.outcome)
    row.state, row.made, row.data = Upload.State.DONE, reading, b""
    row.save()
    return reading


def uploads_listed(course: Course, by: AbstractUser) -> QuerySet[Upload]:
    """The person's own files of a course, newest last, without their bytes."""
    return Upload.objects.filter(course=course, by=by, replaces=None).select_related("made").defer("data")


def stamp(reading: Reading) -> int:
    """Another number as soon as the text or the desk's changes are others."""
    newest = Edit.objects.filter(reading=reading).aggregate(newest=Max("pk"), count=Count("pk"))
    return zlib.crc32(f"{reading.revision} {newest}".encode()) >> 1


def _claimed(upload: Upload) -> bool:
    """Whether it is ours to read: nobody else is at it, in this process or another."""
    rows = Upload.objects.filter(pk=upload.pk)
    given_up = rows.filter(state=Upload.State.PARSING, changed_at__lt=timezone.now() - ABANDONED)
    now = {"state": Upload.State.PARSING, "changed_at": timezone.now()}
    return bool(rows.filter(state=Upload.State.WAITING).update(**now) or given_up.update(**now))


def _import(upload: Upload) -> None:
    data = bytes(upload.data)
    is_new = reading_known(upload.course, "", fingerprint_of(data)) is None
    about = {"title": upload.title} if upload.title else None
    reading = reading_import(course=upload.course, data=data, name=upload.file_name, about=about, by=upload.by)
    if is_new:
        reading.is_published = False
        reading.save(update_fields=["is_published"])
    else:
        upload.message = "The course has this file already."
    upload.made, upload.state = reading, Upload.State.DONE


def _compare(upload: Upload) -> None:
    reading = upload.replaces
    document = documents.parse(bytes(upload.data), upload.file_name, limit=settings.UPLOAD_MAX_BYTES)
    upload.outcome = text_compare(reading, document).as_data()  # type: ignore[arg-type]
    upload.against, upload.state = stamp(reading), Upload.State.COMPARED  # type: ignore[arg-type]
