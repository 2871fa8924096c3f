"""Annotating by plain pages: one's own list, and the form for a whole paragraph or a change."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from readings.forms import AnnotationForm, PlaceForm
from readings.models import Annotation
from readings.selectors.annotations import annotations_of, annotations_own, unsettled
from readings.selectors.courses import Seat
from readings.services.annotations import (
    AnnotationError,
    annotation_confirm,
    annotation_create,
    annotation_delete,
    annotation_place,
    annotation_update,
)
from readings.templatetags.reading_tags import block_url
from readings.views.access import in_course, reading_or_404, seat_or_404

NOTES_ON_A_PAGE = 30


@require_GET
def notes(request: HttpRequest, course: str) -> HttpResponse:
    seat = seat_or_404(request, course)
    rows = annotations_own(request.user, seat.course)
    page = Paginator(rows, NOTES_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "readings/notes.html", {**in_course(seat), "page": page, "unsettled": unsettled(rows)})


@require_http_methods(["GET", "POST"])
def annotate(request: HttpRequest, course: str, reading: str, block: str) -> HttpResponse:
    """A new annotation on a whole paragraph."""
    seat, row = reading_or_404(request, course, reading)
    paragraph = get_object_or_404(row.blocks.select_related("section"), key=block)
    form = AnnotationForm(request.POST or None)
    if form.is_valid() and paragraph.text:
        annotation_create(author=request.user, block=paragraph, start=0, end=len(paragraph.text), **form.cleaned_data)
        messages.success(request, f"Paragraph {paragraph.number} is annotated.")
        return redirect(block_url(row, paragraph))
    context = {**in_course(seat), "reading": row, "paragraph": paragraph, "quote": paragraph.text, "form": form}
    return render(request, "readings/annotate.html", context)


@require_http_methods(["GET", "POST"])
def note_edit(request: HttpRequest, course: str, note: int) -> HttpResponse:
    seat, annotation = own_or_404(request, course, note)
    known = {"comment": annotation.comment, "colour": annotation.colour, "visibility": annotation.visibility}
    form = AnnotationForm(request.POST or None, initial=known)
    if form.is_valid():
        annotation_update(annotation=annotation, **form.cleaned_data)
        messages.success(request, "The annotation is changed.")
        return redirect("readings:notes", course=course)
    context = {
        **in_course(seat),
        "reading": annotation.reading,
        "paragraph": annotation.block,
        "quote": annotation.quote,
        "annotation": annotation,
        "form": form,
    }
    return render(request, "readings/annotate.html", context)


@require_POST
def note_delete(request: HttpRequest, course: str, note: int) -> HttpResponse:
    _, annotation = own_or_404(request, course, note)
    annotation_delete(annotation=annotation)
    messages.success(request, "The annotation is deleted.")
    return redirect("readings:notes", course=course)


@require_POST
def note_confirm(request: HttpRequest, course: str, note: int) -> HttpResponse:
    """The place that was found after the text was corrected is right."""
    _, annotation = own_or_404(request, course, note)
    try:
        annotation_confirm(annotation=annotation)
    except AnnotationError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "The annotation stays where it is.")
    return redirect(f"{reverse('readings:notes', args=[course])}#note-{note}")


@require_http_methods(["GET", "POST"])
def note_place(request: HttpRequest, course: str, note: int) -> HttpResponse:
    """Another place for an annotation whose passage was moved or lost."""
    seat, annotation = own_or_404(request, course, note)
    form = PlaceForm(request.POST or None, initial={"words": annotation.quote})
    if form.is_valid():
        try:
            annotation_place(annotation=annotation, words=form.cleaned_data["words"])
        except AnnotationError as error:
            form.add_error("words", str(error))
        else:
            messages.success(request, "The annotation has its place again.")
            return redirect(f"{reverse('readings:notes', args=[course])}#note-{note}")
    return render(request, "readings/note_place.html", {**in_course(seat), "annotation": annotation, "form": form})


def own_or_404(request: HttpRequest, course: str, note: int) -> tuple[Seat, Annotation]:
    seat = seat_or_404(request, course)
    own = annotations_of(request.user).filter(author=request.user, reading__course=seat.course)
    return seat, get_object_or_404(own, pk=note)
