"""Jobs that read uploaded files, at once or in a worker: each file once, none hurt by another, none lost with its worker."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from readings.models import Reading, Upload
from readings.models.upload import ABANDONED
from readings.services import importing_uploads
from readings.services.importing_uploads import BROKEN, CUT_OFF, GIVEN_UP, KNOWN, NOT_THEIRS, upload_create, upload_read
from readings.tasks import read_upload, upload_start
from tests.readings.admin.conftest import CommittingClient
from tests.readings.texts import BRIDGE, BRIDGE_REVISED

ROOT = Path(__file__).resolve().parents[2]
SENTENCE = "Line {} of the town's log tells how the water stood at the Tarn Bridge, and who measured it on that day. "
BACKENDS = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}


def work() -> None:
    """What ``manage.py db_worker`` finds in the queue is done; the worker's own signal handlers go with it."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)}
    try:
        call_command("db_worker", "--batch", "--no-startup-delay", "--interval=0", verbosity=0)
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


@pytest.fixture(params=list(BACKENDS))
def either(request, settings, transactional_db):
    """Does what waits in the queue, with each of the two backends. A worker drops a connection with an open transaction."""
    settings.TASKS = {"default": {"BACKEND": BACKENDS[request.param]}}
    settings.ZEAL_ALLOWLIST = [{"model": "*"}]  # several jobs in one request each ask for their own rows
    return work if request.param == "database" else lambda: None


@pytest.fixture
def queue(settings, transactional_db):
    settings.TASKS = {"default": {"BACKEND": BACKENDS["database"]}}


@pytest.fixture
def desk(ines):
    client = CommittingClient()
    client.force_login(ines)
    return client


@pytest.fixture
def waiting(course, ines):
    return upload_create(course=course, by=ines, file_name="bridge.md", data=BRIDGE.encode())


def send(desk: Client, course, **named: bytes) -> str:
    files = [SimpleUploadedFile(f"{name}.md", data) for name, data in named.items()]
    return desk.post(reverse("admin:readings_reading_add"), {"course": course.pk, "file": files})["Location"]


def left_half_read(upload: Upload, attempts: int = 1) -> Upload:
    """As a process leaves it that was killed some minutes ago."""
    long_ago = timezone.now() - ABANDONED - timedelta(seconds=1)
    Upload.objects.filter(pk=upload.pk).update(state="converting", attempts=attempts, changed_at=long_ago)
    return upload


def test_each_file_becomes_a_reading_and_a_broken_one_hurts_none(either, desk, course):
    address = send(desk, course, one=BRIDGE.encode(), broken=bytes(range(256)) * 40, three=BRIDGE_REVISED.encode())
    either()
    assert list(Upload.objects.values_list("state", flat=True)) == ["done", "failed", "done"]
    assert Reading.objects.filter(is_published=False).count() == 2
    html = desk.get(address).content.decode()
    assert "3 of 3" in html
    assert "The file is not text" in html


def test_a_file_that_is_read_leaves_its_bytes_to_the_revision(either, desk, course):
    send(desk, course, one=BRIDGE.encode())
    either()
    upload = Upload.objects.get()
    assert (bytes(upload.data), upload.document) == (b"", {})
    assert bytes(upload.made.revisions.get().data) == BRIDGE.encode()


def test_a_new_version_is_compared_by_the_same_job(either, desk, course):
    send(desk, course, one=BRIDGE.encode())
    either()
    address = reverse("admin:readings_reading_replace", args=[Reading.objects.get().pk])
    answer = desk.post(address, {"file": SimpleUploadedFile("b.md", BRIDGE_REVISED.encode())})
    either()
    assert "<b>2</b> gone" in desk.get(answer["Location"]).content.decode()
    desk.post(answer["Location"], {"decision": "accept"})
    assert Reading.objects.get().blocks.filter(text__startswith="A ferry").exists()
    assert Upload.objects.get(replaces__isnull=False).document == {}


def test_an_error_nobody_thought_of_is_said_and_the_next_file_is_tried(either, course, ines, settings):
    uploads = [upload_create(course=course, by=ines, file_name="x.md", data=b"Some words.") for _ in range(2)]
    settings.UPLOAD_MAX_BYTES = "no number"
    for upload in uploads:
        read_upload.enqueue(upload.pk)
    either()
    assert list(Upload.objects.values_list("state", "message")) == [("failed", BROKEN)] * 2


def test_with_a_queue_nothing_is_read_in_the_request_and_the_page_starts_nothing(queue, desk, course):
    html = desk.get(send(desk, course, one=BRIDGE.encode())).content.decode()
    assert 'data-state="waiting"' in html
    assert "data-starts" not in html
    assert "Read it" not in html


def test_a_file_queued_twice_is_read_once(queue, waiting, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        upload_start(waiting)
        upload_start(waiting)
    work()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == ("done", 1)
    assert Reading.objects.count() == 1


def test_a_job_starts_only_when_its_file_is_stored(waiting, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as begun:
        upload_start(waiting)
        assert not Reading.objects.exists()
    assert len(begun) == 1


def test_reading_twice_stores_one_reading(waiting):
    upload_read(pk=waiting.pk)
    upload_read(pk=waiting.pk)
    assert Reading.objects.get().revision == 1


def test_a_file_deleted_while_it_waits_is_no_error(db):
    read_upload.call(pk=0)


def test_who_stopped_teaching_the_course_imports_nothing(waiting, ines):
    ines.enrolments.all().delete()
    upload_read(pk=waiting.pk)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.message, bytes(waiting.data)) == ("failed", NOT_THEIRS, b"")
    assert not Reading.objects.exists()


def test_a_closed_account_imports_nothing(waiting, ines):
    ines.is_active = False
    ines.save()
    upload_read(pk=waiting.pk)
    assert not Reading.objects.exists()


def test_what_a_killed_worker_left_is_queued_again_by_the_page(queue, desk, waiting):
    left_half_read(waiting)
    html = desk.get(reverse("admin:readings_reading_uploads", args=[waiting.course.pk])).content.decode()
    assert CUT_OFF in html
    work()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == ("done", 2)
    assert CUT_OFF not in waiting.message


def test_what_a_stopped_server_left_waits_for_the_page_to_start_it(desk, waiting):
    left_half_read(waiting)
    html = desk.get(reverse("admin:readings_reading_uploads", args=[waiting.course.pk])).content.decode()
    assert "data-starts" in html
    assert 'data-key="waiting 1" data-state="waiting"' in html


def test_a_file_that_is_being_read_is_left_alone(desk, waiting):
    Upload.objects.filter(pk=waiting.pk).update(state="converting")
    desk.get(reverse("admin:readings_reading_uploads", args=[waiting.course.pk]))
    waiting.refresh_from_db()
    assert waiting.state == "converting"


def test_a_file_that_kills_its_reader_again_and_again_is_given_up(desk, waiting):
    left_half_read(waiting, attempts=3)
    html = desk.get(reverse("admin:readings_reading_uploads", args=[waiting.course.pk])).content.decode()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.message, bytes(waiting.data)) == ("failed", GIVEN_UP, b"")
    assert "1 of 1" in html


def test_a_slow_reader_whose_file_was_given_to_another_stores_nothing(waiting):
    slow = importing_uploads._claimed(waiting.pk)
    left_half_read(waiting)
    importing_uploads.uploads_put_back(uploads=Upload.objects.all())
    upload_read(pk=waiting.pk)
    with pytest.raises(importing_uploads.PutBack):
        importing_uploads._import(slow)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == ("done", 2)
    assert Reading.objects.count() == 1


def test_a_killed_reader_stored_all_or_nothing(course, ines, waiting):
    """The reading and the word that it is done are one transaction; a file known already is told, not stored again."""
    upload_read(pk=waiting.pk)
    again = upload_create(course=course, by=ines, file_name="again.md", data=BRIDGE.encode())
    upload_read(pk=again.pk)
    again.refresh_from_db()
    assert (again.made, again.message) == (Reading.objects.get(), KNOWN)


def test_a_queue_without_a_worker_is_named(queue, desk, waiting):
    address = reverse("admin:readings_reading_uploads", args=[waiting.course.pk])
    assert "no worker takes the files" not in desk.get(address).content.decode()
    Upload.objects.update(changed_at=timezone.now() - timedelta(minutes=2))
    html = desk.get(address).content.decode()
    assert "no worker takes the files" in html
    assert "Read it" in html


def test_the_page_takes_the_same_queries_however_much_is_done(desk, course, django_assert_max_num_queries):
    send(desk, course, **{f"f{n}": f"Text number {n}.".encode() for n in range(12)})
    with django_assert_max_num_queries(9):
        desk.get(reverse("admin:readings_reading_uploads", args=[course.pk]))


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="copies the database to a file and back")
def test_a_worker_killed_with_a_file_in_hand_loses_none(settings, course, ines, tmp_path):
    settings.TASKS = {"default": {"BACKEND": BACKENDS["database"]}}
    long = "\n\n".join(SENTENCE.format(n) * 3 for n in range(1200))
    for name, text in (("long.md", long), ("short.md", BRIDGE)):
        upload_start(upload_create(course=course, by=ines, file_name=name, data=text.encode()))
    kill_a_worker_that_converts(tmp_path / "site.sqlite3")
    assert list(Upload.objects.values_list("state", flat=True)) == ["converting", "waiting"]

    left_half_read(Upload.objects.first())
    for upload in importing_uploads.uploads_put_back(uploads=Upload.objects.all()):
        upload_start(upload)
    work()
    assert list(Upload.objects.values_list("state", "attempts")) == [("done", 2), ("done", 1)]
    assert Reading.objects.count() == 2


def kill_a_worker_that_converts(file: Path) -> None:
    """A real worker on a copy of the database, killed as soon as it has begun; its database is ours afterwards."""
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
    environment = {**os.environ, "DEBUG": "0", "SECRET_KEY": "k" * 60, "DATABASE_URL": f"sqlite:///{file}"}
    command = [sys.executable, "manage.py", "db_worker", "--no-startup-delay"]
    worker = subprocess.Popen(  # noqa: S603  our own command
        command, cwd=ROOT, env={**environment, "TASKS": "database"}, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        wait_until_converting(file)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
    with closing(sqlite3.connect(file)) as copy:
        copy.backup(connection.connection)


def wait_until_converting(file: Path) -> None:
    until = time.monotonic() + 60
    with closing(sqlite3.connect(file, timeout=20)) as copy:
        while time.monotonic() < until:
            if copy.execute("SELECT 1 FROM readings_upload WHERE state = 'converting'").fetchone():
                return
            time.sleep(0.02)
    raise AssertionError("The worker has taken no file.")
