"""The terms of a course pack as rows: heads, other names, definitions by source, and which term leads to which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction

from readings.models import Alias, Course, Reading, SourceDefinition, Term
from readings.services.importing_fill import fill
from readings.services.packs import Entry


@transaction.atomic
def glossary_load(*, course: Course, entries: Iterable[Entry]) -> int:
    """Writes the terms that are new or whose entry has changed since the last load; returns how many that were.

    A term is known by its slug. Terms that the pack does not name, and terms edited here while the pack stayed the
    same, are left alone; what a source says of a term is added as soon as that source is in the course.
    """
    entries = list(entries)
    there = {term.slug: term for term in Term.objects.filter(course=course)}
    news = [entry for entry in entries if entry.slug not in there or there[entry.slug].pack_digest != entry.digest]
    for entry in news:
        there[entry.slug] = term_write(there.get(entry.slug) or Term(course=course, slug=entry.slug), entry)
    see_also_link(entries, {entry.slug for entry in news}, there)
    definitions_load(course, entries, there)
    return len(news)


def term_write(term: Term, entry: Entry) -> Term:
    data = entry.data
    fill(
        term,
        head=data["head"],
        category=data.get("category", ""),
        definition=data["definition"].strip(),
        sources=data.get("source", "").strip(),
        pack_digest=entry.digest,
    ).save()
    term.aliases.all().delete()
    Alias.objects.bulk_create(fill(Alias(term=term), **fields) for fields in aliases_of(entry).values())
    # Sentences of an older pack go; those of this one come back with definitions_load.
    term.source_definitions.all().delete()
    return term


def aliases_of(entry: Entry) -> dict[str, dict[str, object]]:
    """Every other name once, with what the matcher must know of it."""
    data = entry.data
    plain = {text: {"text": text} for text in data.get("aliases", ())}
    forms = {
        form["text"]: {
            "text": form["text"],
            "language": form["language"],
            "case_sensitive": bool(form.get("exact")),
        }
        for form in data.get("forms", ())
    }
    acronyms = {text: {"text": text, "case_sensitive": True} for text in data.get("acronyms", ())}
    return {**forms, **plain, **acronyms}


def see_also_link(entries: Iterable[Entry], news: set[str], terms: Mapping[str, Term]) -> None:
    """Makes the links of changed terms anew. A link leads both ways, so those that lead to them count too."""
    for slug in news:
        terms[slug].see_also.clear()
    for entry in entries:
        others = {slug for slug in entry.data.get("see_also", ()) if entry.slug in news or slug in news}
        if others:
            terms[entry.slug].see_also.add(*(terms[slug] for slug in others))


def definitions_load(course: Course, entries: Iterable[Entry], terms: Mapping[str, Term]) -> None:
    """Adds what is missing, for the readings that the course has by now."""
    readings = dict(Reading.objects.filter(course=course).values_list("slug", "pk"))
    SourceDefinition.objects.bulk_create(
        (
            SourceDefinition(term=terms[entry.slug], reading_id=readings[slug], text=text.strip())
            for entry in entries
            for slug, text in entry.data.get("by_source", {}).items()
            if slug in readings
        ),
        ignore_conflicts=True,
    )
