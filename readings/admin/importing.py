"""The pages that take documents into a course: upload one or many, follow how they are read, then preview each."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.response import TemplateResponse
from django.urls import reverse

from readings.admin.importing_forms import ImportForm, too_large
from readings.admin.pages import desk_page
from readings.models import Course, Reading, Upload
from readings.permissions import courses_taught_by
from readings.services.importing_uploads import upload_create, upload_read, uploads_listed


def import_page(desk: ModelAdmin[Reading], request: HttpRequest) -> HttpResponse:
    """One file is read at once, and what is wrong with it said here; of many each has a line on the next page."""
    form = ImportForm(request.user, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        uploads = [_uploaded(request, form, file) for file in form.cleaned_data["file"]]
        if len(uploads) > 1:
            return redirect(_progress_url(uploads[0].course))
        upload = upload_read(upload=uploads[0])
        if upload.made:
            tell(desk, request, upload.made)
            return redirect("admin:readings_reading_preview", upload.made.pk)
        form.add_error("file", upload.message)
        upload.delete()
    return desk_page(desk, request, "import.html", {"title": "Import documents", "form": form})


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
        upload.state, upload.message = Upload.State.FAILED, wrong
        upload.save()
    return upload


def tell(desk: ModelAdmin[Reading], request: HttpRequest, reading: Reading) -> None:
    flagged = reading.findings.filter(action="flagged").count()
    text = f"“{reading}” has {reading.sections.count()} sections and {reading.blocks.count()} paragraphs."
    if flagged:
        text += f" {flagged} places ask for your eye; they are listed below."
    desk.message_user(request, text, messages.SUCCESS)


def progress_page(desk: ModelAdmin[Reading], request: HttpRequest, course: int) -> TemplateResponse:
    """The person's files of a course, each with its state. With scripts they are read one after another by themselves."""
    row = _course(request, course)
    uploads = list(uploads_listed(row, request.user))  # type: ignore[arg-type]
    settled = sum(upload.state in (Upload.State.DONE, Upload.State.FAILED) for upload in uploads)
    context = {"title": f"Files for “{row}”", "course": row, "uploads": uploads, "settled": settled}
    return desk_page(desk, request, "uploads.html", context)


def read_one(desk: ModelAdmin[Reading], request: HttpRequest, pk: int) -> HttpResponse:
    """Reads one waiting file; answers with its line, or without scripts with the whole page."""
    upload = upload_read(upload=_own(request, pk))
    if request.headers.get("X-Requested-With") == "fetch":
        return render(request, "admin/readings/reading/_upload.html", {"upload": upload})
    return redirect(_progress_url(upload.course))


def clear(desk: ModelAdmin[Reading], request: HttpRequest, course: int) -> HttpResponse:
    """Takes the lines of what is done or failed from the list; the readings stay."""
    row = _course(request, course)
    settled = (Upload.State.DONE, Upload.State.FAILED)
    uploads_listed(row, request.user).filter(state__in=settled).delete()  # type: ignore[arg-type]
    return redirect(_progress_url(row))


def _course(request: HttpRequest, pk: int) -> Course:
    return get_object_or_404(courses_taught_by(request.user), pk=pk)


def _own(request: HttpRequest, pk: int) -> Upload:
    rows = Upload.objects.filter(by=request.user, course__in=courses_taught_by(request.user))  # type: ignore[misc]
    return get_object_or_404(rows.select_related("course", "replaces", "made"), pk=pk)


def _progress_url(course: Course) -> str:
    return reverse("admin:readings_reading_uploads", args=[course.pk])
