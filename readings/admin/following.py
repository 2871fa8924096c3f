"""How the jobs of uploaded files begin on the desk, and the list that shows how far each of them is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.contrib.admin import ModelAdmin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.utils import timezone

from readings.admin.pages import desk_page
from readings.models import Reading, Upload
from readings.services.importing_uploads import uploads_put_back
from readings.tasks import in_background, upload_start

PATIENCE = timedelta(minutes=1)
"""When nothing was read for longer, it looks as if no worker runs."""

Response = HttpResponse | TemplateResponse


def begin(request: HttpRequest, uploads: Iterable[Upload]) -> None:
    """Starts the jobs; where a job makes its starter wait, a page with a script starts them itself, and shows them."""
    if in_background() or "follow" not in request.POST:
        for upload in uploads:
            if not upload.is_settled:
                upload_start(upload)


def files_page(
    desk: ModelAdmin[Reading], request: HttpRequest, rows: QuerySet[Upload], context: dict[str, Any]
) -> Response:
    """The page of these files; for its script, which asks again and again, the list alone."""
    files = _files(rows)
    if is_fetch(request):
        return render(request, "admin/readings/reading/_uploads.html", files)
    return desk_page(desk, request, "uploads.html", {**files, **context})


def is_fetch(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "fetch"


def _files(rows: QuerySet[Upload]) -> dict[str, Any]:
    for upload in uploads_put_back(uploads=rows):
        if in_background():
            upload_start(upload)
    uploads = list(rows)
    return {
        "uploads": uploads,
        "settled": sum(upload.is_settled for upload in uploads),
        "steps_done": sum(upload.steps_done for upload in uploads),
        "steps": len(uploads) * Upload.STEPS,
        "page_starts": not in_background(),
        "nobody_reads": in_background() and _nobody_reads(uploads),
    }


def _nobody_reads(uploads: list[Upload]) -> bool:
    since = timezone.now() - PATIENCE
    waits = any(upload.state == Upload.State.WAITING and upload.changed_at < since for upload in uploads)
    return waits and not Upload.objects.filter(state__in=Upload.RUNNING).exists()
