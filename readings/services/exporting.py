"""A course as a course pack: what ``load_course`` reads, so that loading it elsewhere gives the same course."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from django.utils.text import slugify

from readings.models import Course, Reading, Term
from readings.services.courses import COURSE_FIELDS
from readings.services.exporting_toml import toml_of
from readings.services.importing_about import CARD, PEOPLE, byline
from readings.services.packs_check import READING_KEYS

OVER_METADATA = ("subtitle", "kind", "language", "rights")
"""Fields of the reading that the desk may have changed since they were taken from the metadata."""


class NotEmpty(ValueError):
    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is not empty. Give a new folder, so that nothing in it is mixed or overwritten.")


@dataclass
class Export:
    """What was written, and which readings are in the pack by their fingerprint only."""

    readings: int = 0
    terms: int = 0
    by_fingerprint: list[Reading] = field(default_factory=list)
    without_file: list[Reading] = field(default_factory=list)


def course_export(*, course: Course, folder: Path, with_documents: bool = False) -> Export:
    """Writes the course into a new folder. Documents that may not be passed on are named by fingerprint; their files
    are written into ``documents`` beside the pack only if that is asked for."""
    if folder.exists() and any(folder.iterdir()):
        raise NotEmpty(folder)
    (folder / "glossary").mkdir(parents=True, exist_ok=True)
    export = Export()
    rows = [
        _reading_written(reading, folder, export, with_documents=with_documents)
        for reading in course.readings.order_by("position", "pk")
    ]
    described = {"slug": course.slug, **_filled({name: getattr(course, name) for name in COURSE_FIELDS})}
    _write(folder / "course.toml", {"course": described, "readings": rows})
    export.readings = len(rows)
    export.terms = _glossary_written(course, folder)
    return export


def _reading_written(reading: Reading, folder: Path, export: Export, *, with_documents: bool) -> dict[str, Any]:
    revision = reading.revisions.filter(number=reading.revision).first()
    if revision is None:
        export.without_file.append(reading)
    elif reading.may_be_passed_on:
        path = _free(folder / "readings", reading.file_name, reading.slug)
        path.write_bytes(bytes(revision.data))
        return {"slug": reading.slug, "file": f"readings/{path.name}", **reading_table(reading)}
    elif with_documents:
        _free(folder / "documents", reading.file_name, reading.slug).write_bytes(bytes(revision.data))
    export.by_fingerprint.append(reading)
    known = {"fingerprint": f"sha256:{reading.fingerprint}", "filename_hint": reading.file_name}
    return {"slug": reading.slug, **known, **reading_table(reading)}


def _free(folder: Path, name: str, slug: str) -> Path:
    """The file's own name, unless another has it; the name decides how plain text is read, so its ending stays."""
    folder.mkdir(exist_ok=True)
    path = folder / (PurePath(name).name or slug)
    return path if not path.exists() else folder / f"{slug}{PurePath(name).suffix}"


def reading_table(reading: Reading) -> dict[str, Any]:
    """What is known about a reading, in the keys of a pack, and what was changed in its text on the desk."""
    metadata = {key: value for key, value in reading.metadata.items() if key in READING_KEYS and key != "title"}
    fields = {name: getattr(reading, name) for name in OVER_METADATA}
    table = {
        ("working_title" if reading.title_is_ours else "title"): reading.title,
        **_filled({**metadata, "year": reading.year}),
        **{name: value for name, value in fields.items() if value or metadata.get(name)},
        "kind": reading.kind,
        **_filled({"byline": reading.byline if reading.byline != byline(reading.metadata) else ""}),
        **_filled({"sharing": reading.sharing, "from_outside": reading.from_outside}),
        **_filled({"outside_source": reading.outside_source}),
        **_filled({"source_card": _filled({name: getattr(reading, name) for name in CARD})}),
    }
    for name in PEOPLE:
        if name in table:
            table[name] = [_filled(person) for person in table[name]]
    return {**table, **_changes(reading)}


def _changes(reading: Reading) -> dict[str, Any]:
    edits = [
        {"action": edit.action, "target": edit.target, "message": edit.message, "values": edit.values}
        for edit in reading.edits.all()
    ]
    not_asked = list(reading.blocks.filter(is_askable=False).order_by("position").values_list("key", flat=True))
    shown = {} if reading.is_published else {"published": False}
    return {**shown, **_filled({"not_asked": not_asked, "edits": edits})}


def _glossary_written(course: Course, folder: Path) -> int:
    """One file for each category."""
    by_category: dict[str, list[dict[str, Any]]] = defaultdict(list)
    rows = Term.objects.filter(course=course).order_by("slug")
    for term in rows.prefetch_related("aliases", "see_also", "source_definitions__reading"):
        by_category[term.category].append(term_table(term))
    names: set[str] = set()
    for category, terms in by_category.items():
        name = slugify(category) or "terms"
        while name in names:
            name += "-more"
        names.add(name)
        _write(folder / "glossary" / f"{name}.toml", {"category": category, "terms": terms})
    return sum(map(len, by_category.values()))


def term_table(term: Term) -> dict[str, Any]:
    aliases = list(term.aliases.all())
    forms = [
        {"language": alias.language, "text": alias.text, **({"exact": True} if alias.case_sensitive else {})}
        for alias in aliases
        if alias.language
    ]
    named = {
        "acronyms": [alias.text for alias in aliases if alias.case_sensitive and not alias.language],
        "aliases": [alias.text for alias in aliases if not alias.case_sensitive and not alias.language],
        "forms": forms,
        "source": term.sources,
        "see_also": sorted(other.slug for other in term.see_also.all()),
        "by_source": {row.reading.slug: row.text for row in term.source_definitions.all()},
    }
    return {"slug": term.slug, "head": term.head, "definition": term.definition, **_filled(named)}


def _filled(data: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is empty: in a pack, what is not known is left out."""
    return {key: value for key, value in data.items() if value or value is False}


def _write(path: Path, data: Mapping[str, Any]) -> None:
    path.write_text(toml_of(data), encoding="utf-8")
