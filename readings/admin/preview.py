"""A reading before it is published: outline, what the import found with lines before and after, changes and versions."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.paginator import Paginator
from django.db.models import Case, Count, Q, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from readings.admin.metadata import MetadataForm
from readings.admin.pages import desk_page, reading_or_404
from readings.models import Fault, Reading
from readings.selectors.metadata import metadata_shown
from readings.selectors.repairs import repairs_of
from readings.selectors.source import findings_shown, lines_at, source_of
from readings.services.editing_places import EditError
from readings.services.editing_repairs import UNDOES, repair_undo
from readings.services.revisions import NoFile, edit_take_back

FINDINGS_ON_A_PAGE = 30
PLACES_ON_A_PAGE = 100


def preview_page(desk: ModelAdmin[Reading], request: HttpRequest, pk: int) -> HttpResponse:
    reading = reading_or_404(desk, request, pk)
    form = MetadataForm(reading, request.POST if "metadata" in request.POST else None)
    if form.is_bound and form.is_valid():
        form.save()
        desk.message_user(request, "The metadata are kept.", messages.SUCCESS)
        return redirect(f"{reverse('admin:readings_reading_preview', args=[pk])}#metadata")
    if request.method == "POST" and not form.is_bound:
        reading.is_published = request.POST.get("publish") == "yes"
        reading.save(update_fields=["is_published"])
        said = "Students see it now." if reading.is_published else "Students no longer see it."
        desk.message_user(request, said, messages.SUCCESS)
        return redirect("admin:readings_reading_preview", pk)
    known = metadata_shown(reading)
    first = Case(When(action="flagged", then=Value(0)), When(action="dropped", then=Value(1)), default=Value(2))
    page = Paginator(reading.findings.order_by(first, "position"), FINDINGS_ON_A_PAGE).get_page(request.GET.get("page"))
    unsure = Count("blocks", filter=Q(blocks__confidence__lt=1))
    context = {
        "title": reading.title,
        "reading": reading,
        "metadata": form.with_places(known),
        "metadata_is_open": form.is_bound or not reading.is_published,
        "missing": [form[name].label for name, field in known.items() if field.is_missing],
        "page": page,
        "findings": list(zip(findings_shown(reading, page), repairs_of(reading, page, UNDOES), strict=True)),
        "sections": reading.sections.annotate(block_count=Count("blocks"), unsure=unsure).order_by("position"),
        "edits": reading.edits.select_related("by").order_by("-pk"),
        "revisions": reading.revisions.select_related("by").defer("data"),
        "faults": reading.faults.filter(state=Fault.State.OPEN).count(),
    }
    return desk_page(desk, request, "preview.html", context)


def repair_page(desk: ModelAdmin[Reading], request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """The places of one finding, of which some can be undone."""
    reading = reading_or_404(desk, request, pk)
    finding = get_object_or_404(reading.findings.select_related("reading"), position=position)
    source = source_of(reading)
    (repair,) = repairs_of(reading, [finding], UNDOES)
    page = Paginator(repair.open, PLACES_ON_A_PAGE).get_page(request.GET.get("page"))
    shown = [(place, lines_at(source, place.lines)) for place in page]
    context = {"title": finding.message, "reading": reading, "finding": finding, "repair": repair, "page": page}
    return desk_page(desk, request, "repair.html", {**context, "places": shown})


def undo_repair(desk: ModelAdmin[Reading], request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """Undoes the finding, or what was ticked of it."""
    reading = reading_or_404(desk, request, pk)
    finding = get_object_or_404(reading.findings.select_related("reading"), position=position)
    keys = request.POST.getlist("place")
    back = redirect(_address(request, pk))
    if "choose" in request.POST:
        back = redirect("admin:readings_reading_repair", pk, position)
        if not keys:
            desk.message_user(request, "Tick at least one line.", messages.ERROR)
            return back
    try:
        edit = repair_undo(finding=finding, by=request.user, keys=keys)  # type: ignore[arg-type]
    except EditError as error:
        desk.message_user(request, str(error), messages.ERROR)
    else:
        desk.message_user(request, f"{edit}.", messages.SUCCESS)
        back = back if "choose" in request.POST else redirect(_address(request, pk, position))
    return back


def _address(request: HttpRequest, pk: int, position: int | str = "") -> str:
    """The preview, at the page of findings that one comes from and at the finding."""
    page, address = request.POST.get("page", ""), reverse("admin:readings_reading_preview", args=[pk])
    return f"{address}{f'?page={page}' if page.isdecimal() else ''}{f'#finding-{position}' if position else ''}"


def take_back(desk: ModelAdmin[Reading], request: HttpRequest, pk: int, edit: int) -> HttpResponse:
    """The text as if one of the desk's changes had not been made."""
    reading = reading_or_404(desk, request, pk)
    row = get_object_or_404(reading.edits, pk=edit)
    try:
        lost = edit_take_back(edit=row)
    except NoFile as error:
        desk.message_user(request, str(error), messages.ERROR)
        return redirect("admin:readings_reading_preview", pk)
    desk.message_user(request, f"Taken back: {row}.", messages.SUCCESS)
    if lost:
        desk.message_user(request, f"Without it, these no longer fit: {'; '.join(lost)}.", messages.WARNING)
    finding = request.POST.get("finding", "")
    return redirect(_address(request, pk, finding if finding.isdecimal() else ""))
