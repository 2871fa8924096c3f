"""What is known about a document, as lines to show, each with whether the text itself says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from readings.models import Reading

LABELS = {
    "authors": "Authors",
    "corporate_author": "Issued by",
    "affiliations": "Affiliation",
    "supervisor": "Supervisor",
    "degree": "Degree",
    "editors": "Editors",
    "container": "In",
    "chapter": "Chapter",
    "publisher": "Publisher",
    "date": "Date",
    "kind": "Kind",
    "language": "Language",
    "isbn": "ISBN",
    "doi": "DOI",
    "keywords": "Keywords",
}


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str
    from_outside: bool
    """Known from elsewhere: the text does not say it."""


def source_facts(reading: Reading) -> list[Fact]:
    """The metadata that are known, in a fixed order."""
    return list(_facts(reading))


def _facts(reading: Reading) -> Iterator[Fact]:
    known = {**reading.metadata, "kind": reading.kind or reading.metadata.get("kind")}
    if not known.get("date") and reading.year:
        known["date"] = str(reading.year)
    for name, label in LABELS.items():
        value = _shown(known.get(name))
        if value:
            outside = {name, "year"} if name == "date" else {name}
            yield Fact(label, value, bool(outside & set(reading.from_outside)))


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_shown, value)))
    if isinstance(value, dict):
        return " ".join(filter(None, (value.get("given"), value.get("family"))))
    return str(value) if value else ""
