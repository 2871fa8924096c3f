"""The pages that take documents into a course: upload one or many, follow how they are read, then preview each."""

from __future__ import annotations

from django.contrib.admin import ModelAdmin
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from readings.admin.following import Response, begin, files_page, is_fetch
from readings.admin.importing_forms import ImportForm, too_large
from readings.admin.pages import desk_page
from readings.models import Course, Reading, Upload
from readings.permissions import courses_taught_by
from readings.selectors.uploads import courses_with_uploads, uploads_listed
from readings.services.importing_uploads import upload_create
from readings.tasks import upload_start


def import_page(desk: ModelAdmin[Reading], request: HttpRequest) -> HttpResponse:
    form = ImportForm(request.user, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        begin(request, [_uploaded(request, form, file) for file in form.cleaned_data["file"]])
        return redirect(_files_url(form.cleaned_data["course"]))
    context = {"title": "Import documents", "form": form, "courses": courses_with_uploads(request.user)}  # type: ignore[arg-type]
    return desk_page(desk, request, "import.html", context)


def _uploaded(request: HttpRequest, form: ImportForm, file: UploadedFile) -> Upload:
    """A file too large is a line with what to do, and its bytes are never kept."""
    wrong = too_large(file)
    upload = upload_create(
        course=form.cleaned_data["course"],
        by=request.user,  # type: ignore[arg-type]
        file_name=file.name or "document",
        data=b"" if wrong else file.read(),
        title=form.cleaned_data["title"],
    )
    if wrong:
        upload.state, upload.message, upload.size = Upload.State.FAILED, wrong, file.size or 0
        upload.save()
    return upload


def progress_page(desk: ModelAdmin[Reading], request: HttpRequest, course: int) -> Response:
    """The person's files of a course, each with its state."""
    row = _course(request, course)
    rows = uploads_listed(row, request.user)  # type: ignore[arg-type]
    return files_page(desk, request, rows, {"title": f"Files for “{row}”", "course": row})


def start(desk: ModelAdmin[Reading], request: HttpRequest, pk: int) -> HttpResponse:
    """Has a waiting file read, and answers when its job is done or in the queue."""
    rows = Upload.objects.filter(course__in=courses_taught_by(request.user)).defer(*Upload.LARGE)
    upload = get_object_or_404(rows.select_related("course"), pk=pk)
    upload_start(upload)
    if is_fetch(request):
        return HttpResponse(status=204)
    return redirect("admin:readings_reading_compare", pk) if upload.replaces_id else redirect(_files_url(upload.course))


def clear(desk: ModelAdmin[Reading], request: HttpRequest, course: int) -> HttpResponse:
    """Takes the lines of what is done or failed from the list; the readings stay."""
    row = _course(request, course)
    uploads_listed(row, request.user).filter(state__in=Upload.SETTLED).delete()  # type: ignore[arg-type]
    return redirect(_files_url(row))


def _course(request: HttpRequest, pk: int) -> Course:
    return get_object_or_404(courses_taught_by(request.user), pk=pk)


def _files_url(course: Course) -> str:
    return reverse("admin:readings_reading_uploads", args=[course.pk])
