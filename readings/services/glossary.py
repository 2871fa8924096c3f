"""The glossary of a course: terms from a course pack, and the index of the places where they stand."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from readings.models import Block, Course, Reading, Term, TermOccurrence
from readings.selectors.glossary_index import Matcher, Name

#: Parts in which names are addresses, not statements: a journal's name there is no mention of the body.
NOT_INDEXED = ("bibliography", "notes")


@transaction.atomic
def glossary_index_rebuild(*, course: Course, reading: Reading | None = None) -> int:
    """Finds every term anew in the whole course, or in one reading; returns how many places there are.

    Called whenever a text or the glossary changes, so that pages only read.
    """
    blocks = Block.objects.filter(reading=reading) if reading else Block.objects.filter(reading__course=course)
    TermOccurrence.objects.filter(block__in=blocks).delete()
    matcher = Matcher(names_of(course))
    places = [
        TermOccurrence(term_id=hit.term, block_id=block, start=hit.start, end=hit.end)
        for block, text in blocks.exclude(section__matter__in=NOT_INDEXED).values_list("pk", "text")
        for hit in matcher.find(text)
    ]
    TermOccurrence.objects.bulk_create(places, batch_size=1000)
    return len(places)


def names_of(course: Course) -> Iterable[Name]:
    """Heads first, so that an alias never takes another term's head."""
    terms = list(Term.objects.filter(course=course).prefetch_related("aliases"))
    for term in terms:
        yield Name(term.head, term.pk, exact=is_acronym(term.head))
    for term in terms:
        for alias in term.aliases.all():
            exact = alias.case_sensitive or is_acronym(alias.text)
            yield Name(alias.text, term.pk, exact=exact, inflects=not alias.language)


def is_acronym(text: str) -> bool:
    """A name in capitals throughout is matched only so, marked or not: NATO, ОДКБ, ՀԱՊԿ."""
    return text.isupper()
