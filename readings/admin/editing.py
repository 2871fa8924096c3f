"""The pages on which a text is put right: the paragraphs of a section, one section, one paragraph."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from readings.admin.editing_forms import OF_BLOCK, OF_SECTION, Change, name_of
from readings.admin.pages import desk_page, reading_or_404
from readings.models import Block, Edit, Reading, Section
from readings.selectors.source import lines_at, source_of
from readings.services.editing import block_set_askable, edit_apply
from readings.services.editing_places import EditError


def text_page(desk: ModelAdmin[Reading], request: HttpRequest, pk: int, section: int) -> HttpResponse:
    """A section's own paragraphs, each with the way to its changes."""
    reading = reading_or_404(desk, request, pk)
    sections = list(reading.sections.order_by("position"))
    row = next((row for row in sections if row.pk == section), None)
    if row is None:
        return redirect("admin:readings_reading_preview", pk)
    place = sections.index(row)
    context = {
        "title": str(row),
        "reading": reading,
        "section": row,
        "blocks": row.blocks.order_by("position"),
        "above": sections[place - 1] if place else None,
        "below": sections[place + 1] if place + 1 < len(sections) else None,
    }
    return desk_page(desk, request, "text.html", context)


def section_page(desk: ModelAdmin[Reading], request: HttpRequest, pk: int, section: int) -> HttpResponse:
    reading = reading_or_404(desk, request, pk)
    row = get_object_or_404(reading.sections, pk=section)
    rows = _forms(request, OF_SECTION, row, [])
    if edit := _changed(request, reading, row, rows):
        desk.message_user(request, f"{edit}.", messages.SUCCESS)
        return redirect(f"{reverse('admin:readings_reading_preview', args=[pk])}#outline")
    context = {"title": str(row), "reading": reading, "section": row, "rows": rows, "lines": row.lines}
    return desk_page(desk, request, "section.html", {**context, "source": lines_at(source_of(reading), row.lines)})


def block_page(desk: ModelAdmin[Reading], request: HttpRequest, pk: int, block: int) -> HttpResponse:
    reading = reading_or_404(desk, request, pk)
    row = get_object_or_404(reading.blocks.select_related("section"), pk=block)
    back = reverse("admin:readings_reading_text", args=[pk, row.section_id])
    if "askable" in request.POST:
        block_set_askable(block=row, askable=request.POST["askable"] == "yes")
        said = "Questions may be made from it." if row.is_askable else "No question is made from it any more."
        desk.message_user(request, f"¶ {row.number}: {said}", messages.SUCCESS)
        return redirect(f"{back}#block-{row.pk}")
    labels = list(reading.notes.order_by("position").values_list("label", flat=True))
    changes = [change for change in OF_BLOCK if row.kind != "table" and (labels or change.action != "note_move")]
    rows = _forms(request, changes, row, labels)
    if edit := _changed(request, reading, row, rows):
        desk.message_user(request, f"{edit}.", messages.SUCCESS)
        return redirect(f"{back}#block-{row.pk}")
    source = lines_at(source_of(reading), row.lines)
    context = {
        "title": name_of(row),
        "reading": reading,
        "paragraph": row,
        "rows": rows,
        "source": source,
        "back": back,
    }
    return desk_page(desk, request, "block.html", context)


def _forms(
    request: HttpRequest, changes: Any, row: Section | Block, labels: list[str]
) -> list[tuple[Change, forms.Form]]:
    """All forms of the page, the submitted one with what was entered."""
    made = []
    for change in changes:
        data = request.POST if request.POST.get("action") == change.action else None
        first = [labels] if change.action == "note_move" else []
        made.append((change, change.form(*first, data, initial=change.initial(row), auto_id=f"id_{change.action}_%s")))
    return made


def _changed(
    request: HttpRequest, reading: Reading, row: Section | Block, rows: list[tuple[Change, forms.Form]]
) -> Edit | None:
    """Does the submitted change; None, with the error at its form, where it cannot be done or nothing was submitted."""
    for change, form in rows:
        if form.is_bound and form.is_valid():
            values = dict(form.cleaned_data)
            target = values.pop("target", row.key)
            if change.action == "note_move":
                values["block"] = row.key
            message = change.done.format(name_of(row))
            by: Any = request.user
            try:
                return edit_apply(
                    reading=reading, action=change.action, target=target, message=message, by=by, **values
                )
            except EditError as error:
                form.add_error(next(reversed(form.fields), None), str(error))
    return None
