"""The glossary of a course, and the page and the small card of a term."""

from __future__ import annotations

from itertools import groupby

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from readings.models import Term
from readings.selectors.courses import Seat
from readings.selectors.glossary import in_context, places_of, readings_with, term_find, terms_by_letter
from readings.views.access import in_course, seat_or_404

PLACES_ON_A_PAGE = 50


@require_GET
def glossary(request: HttpRequest, course: str) -> HttpResponse:
    seat = seat_or_404(request, course)
    search = request.GET.get("q", "").strip()[:100]
    context = {**in_course(seat), "letters": terms_by_letter(seat, search), "search": search}
    return render(request, "readings/glossary.html", context)


@require_GET
def term(request: HttpRequest, course: str, term: str) -> HttpResponse:
    seat, row = term_or_404(request, course, term)
    page = Paginator(places_of(seat, row), PLACES_ON_A_PAGE).get_page(request.GET.get("page"))
    places = [in_context(occurrence) for occurrence in page]
    by_reading = [(reading, list(group)) for reading, group in groupby(places, key=lambda place: place.reading)]
    context = {**in_course(seat), "term": row, "page": page, "by_reading": by_reading, **counted(seat, row)}
    return render(request, "readings/term.html", context)


@require_GET
def term_card(request: HttpRequest, course: str, term: str) -> HttpResponse:
    """What opens over the text where a term is clicked."""
    seat, row = term_or_404(request, course, term)
    response = render(request, "readings/_term_card.html", {**in_course(seat), "term": row, **counted(seat, row)})
    response["Cache-Control"] = "private, max-age=300"
    return response


def term_or_404(request: HttpRequest, course: str, slug: str) -> tuple[Seat, Term]:
    seat = seat_or_404(request, course)
    try:
        return seat, term_find(seat, slug)
    except Term.DoesNotExist:
        raise Http404("No such term in this glossary.") from None


def counted(seat: Seat, term: Term) -> dict[str, object]:
    readings = readings_with(seat, term)
    return {"readings": readings, "place_count": sum(reading.place_count for reading in readings)}
