"""Jobs, and how they begin: at once in the process that asks, or in a worker, as the setting TASKS says."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task, task_backends
from django_tasks.backends.immediate import ImmediateBackend

from readings.models import Upload
from readings.services.importing_uploads import upload_read


@task()
def read_upload(pk: int) -> None:
    upload_read(pk=pk)


def upload_start(upload: Upload) -> None:
    """Has the file read as soon as its row can be seen by others; asking twice does no harm."""
    transaction.on_commit(partial(read_upload.enqueue, upload.pk))


def in_background() -> bool:
    """Whether workers do the jobs; otherwise whoever starts one waits until it is done."""
    return not isinstance(task_backends[DEFAULT_TASK_BACKEND_ALIAS], ImmediateBackend)
