"""The glossary as its pages show it: the terms of a course, and every place where one of them stands."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count, Prefetch, Q, QuerySet

from readings.models import Reading, SourceDefinition, Term, TermOccurrence
from readings.selectors.courses import Seat

AROUND = 90
"""Code points of context on each side of a place."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a term stands, with the words around it."""

    occurrence: TermOccurrence
    before: str
    words: str
    after: str

    @property
    def reading(self) -> Reading:
        return self.occurrence.block.reading


def terms_by_letter(seat: Seat, search: str = "") -> list[tuple[str, list[Term]]]:
    """The glossary of the course under its initial letters, with the number of places of each term."""
    seen = Q(occurrences__block__reading__in=seat.readings())
    terms = Term.objects.filter(course=seat.course).annotate(place_count=Count("occurrences", filter=seen))
    found = [term for term in terms.prefetch_related("aliases") if search.casefold() in _words_of(term)]
    rows = sorted(found, key=lambda term: term.head.casefold())
    return [(letter, list(group)) for letter, group in groupby(rows, key=lambda term: term.head[:1].upper())]


def _words_of(term: Term) -> str:
    """All that a search looks through; not left to the database, which may know the capitals of Latin letters only."""
    return "\n".join([term.head, term.definition, *(alias.text for alias in term.aliases.all())]).casefold()


def term_find(seat: Seat, slug: str) -> Term:
    """The term with its forms, related terms and what each reading says of it; Term.DoesNotExist if there is none."""
    by_source = SourceDefinition.objects.filter(reading__in=seat.readings()).select_related("reading")
    terms = Term.objects.filter(course=seat.course)
    return terms.prefetch_related("aliases", "see_also", Prefetch("source_definitions", by_source)).get(slug=slug)


def places_of(seat: Seat, term: Term) -> QuerySet[TermOccurrence]:
    """Where the term stands in the readings that the person sees, in reading order."""
    found = TermOccurrence.objects.filter(term=term, block__reading__in=seat.readings())
    return found.select_related("block__section", "block__reading__course").order_by(
        "block__reading__position", "block__reading", "block__position", "start"
    )


def readings_with(seat: Seat, term: Term) -> list[Reading]:
    """The readings in which the term stands, each with its place_count."""
    here = Count("blocks__term_occurrences", filter=Q(blocks__term_occurrences__term=term))
    return list(seat.readings().annotate(place_count=here).filter(place_count__gt=0))


def in_context(occurrence: TermOccurrence) -> Place:
    """The place with up to AROUND code points before and after, cut at a blank."""
    text = " ".join(occurrence.block.text.split("\n")) if occurrence.block.kind == "table" else occurrence.block.text
    start, end = occurrence.start, occurrence.end
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = "…" + (before.partition(" ")[2] or before)
    if end + AROUND < len(text):
        after = (after.rpartition(" ")[0] or after) + "…"
    return Place(occurrence, before, text[start:end], after)
