"""A reading's first page, and the pages of its text."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from readings.models import Section
from readings.selectors.reading import SectionPage, overview, section_page
from readings.selectors.source_card import source_facts
from readings.views.access import in_course, reading_or_404
from readings.views.text import note_rows, page_parts, reference_rows


@require_GET
def reading(request: HttpRequest, course: str, reading: str) -> HttpResponse:
    seat, row = reading_or_404(request, course, reading)
    context = {**in_course(seat), "reading": row, "overview": overview(seat, row), "facts": source_facts(row)}
    return render(request, "readings/reading.html", context)


@require_GET
def section(request: HttpRequest, course: str, reading: str, section: str) -> HttpResponse:
    seat, row = reading_or_404(request, course, reading)
    try:
        page = section_page(row, section)
    except Section.DoesNotExist:
        raise Http404("No such section in this reading.") from None
    if isinstance(page, Section):
        address = reverse("readings:section", args=[course, reading, page.slug])
        return redirect(f"{address}?section={section}")
    before, after = page.outline.around(page.section)
    return render(
        request,
        "readings/section.html",
        {**in_course(seat), "reading": row, "page": page, "before": before, "after": after, **text_of(page)},
    )


def text_of(page: SectionPage) -> dict[str, object]:
    return {"parts": page_parts(page), "notes": note_rows(page), "references": reference_rows(page)}
