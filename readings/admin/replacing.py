"""A new version of a reading: uploaded, compared with the present text, and stored only when it is accepted."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from readings.admin.following import begin, files_page, is_fetch
from readings.admin.importing_forms import ReplaceForm
from readings.admin.pages import desk_page, reading_or_404
from readings.models import Reading, Revision, Upload
from readings.permissions import courses_taught_by
from readings.selectors.uploads import versions_under_way
from readings.services.importing_uploads import Overtaken, upload_accept, upload_create


def replace_page(desk: ModelAdmin[Reading], request: HttpRequest, pk: int) -> HttpResponse:
    reading = reading_or_404(desk, request, pk)
    form = ReplaceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        return _compared(request, reading, file.name, file.read())
    title = f"New version of “{reading}”"
    context = {"title": title, "form": form, "old": reading, "under_way": versions_under_way(reading)}
    return desk_page(desk, request, "replace.html", context)


def restore(desk: ModelAdmin[Reading], request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """An older version comes back in the same way as a new one: compared first, then accepted."""
    reading = reading_or_404(desk, request, pk)
    revision = get_object_or_404(Revision, reading=reading, number=number)
    return _compared(request, reading, revision.file_name, bytes(revision.data))


def _compared(request: HttpRequest, reading: Reading, name: str, data: bytes) -> HttpResponse:
    upload = upload_create(course=reading.course, by=request.user, file_name=name, data=data, replaces=reading)  # type: ignore[arg-type]
    begin(request, [upload])
    return redirect("admin:readings_reading_compare", upload.pk)


def compare_page(desk: ModelAdmin[Reading], request: HttpRequest, pk: int) -> HttpResponse:
    """What accepting the new version would change, as soon as it is compared; nothing of it is stored before."""
    taught = Upload.objects.filter(course__in=courses_taught_by(request.user), replaces__isnull=False)
    rows = taught.select_related("replaces__course", "made").defer("data", "document").filter(pk=pk)
    upload = get_object_or_404(rows)
    reading = upload.replaces
    if request.method == "POST" and request.POST.get("decision") == "discard":
        upload.delete()
        desk.message_user(request, "The new version is discarded; the reading is as it was.", messages.SUCCESS)
        return redirect("admin:readings_reading_preview", reading.pk)
    if request.method == "POST" and request.POST.get("decision") == "accept":
        try:
            accepted = upload_accept(upload=upload, by=request.user)  # type: ignore[arg-type]
        except Overtaken as error:
            desk.message_user(request, str(error), messages.WARNING)
            return redirect("admin:readings_reading_compare", pk)
        desk.message_user(request, f"“{accepted}” is at revision {accepted.revision} now.", messages.SUCCESS)
        return redirect("admin:readings_reading_preview", accepted.pk)
    context = {"title": f"New version of “{reading}”", "upload": upload, "reading": reading, "outcome": upload.outcome}
    if is_fetch(request) or not upload.is_settled:
        return files_page(desk, request, rows, context)
    return desk_page(desk, request, "compare.html", context)
