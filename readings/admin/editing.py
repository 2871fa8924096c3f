"""The pages on which a text is put right: the paragraphs of a section, one section, one paragraph."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from readings.admin.changes import block_context, changed, forms_of
from readings.admin.editing_forms import OF_BLOCK, OF_SECTION
from readings.admin.pages import desk_page, reading_or_404
from readings.admin.tables import table_page
from readings.models import Reading
from readings.selectors.source import lines_at, source_of
from readings.services.editing import block_set_askable


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
    rows = forms_of(request, OF_SECTION, row, {})
    if edit := changed(request, reading, row, rows):
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
    if row.kind == "table":
        return table_page(desk, request, reading, row)
    labels = list(reading.notes.order_by("position").values_list("label", flat=True))
    changes = [change for change in OF_BLOCK if labels or change.action != "note_move"]
    rows = forms_of(request, changes, row, {"note_move": labels})
    if edit := changed(request, reading, row, rows):
        desk.message_user(request, f"{edit}.", messages.SUCCESS)
        return redirect(f"{back}#block-{row.pk}")
    return desk_page(desk, request, "block.html", block_context(reading, row, rows))
