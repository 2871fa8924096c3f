"""Each field of a reading's metadata with where the text says it: the lines of the file, or that it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from readings.documents.names import iso_date
from readings.models import Reading
from readings.selectors.source import Line, Source, lines_at, source_of

FIELDS = (
    "title", "subtitle", "authors", "corporate_author", "year", "date", "kind", "language", "publisher", "container",
    "isbn", "doi", "keywords", "rights",
)  # fmt: skip
FRONT = ("front_matter", "imprint", "metadata_block")
"""Findings that took out what is read for metadata."""
EDGE = 40
"""So many lines at a text's start and end may say what it is."""
ANYWHERE = ("title", "subtitle", "authors", "isbn", "doi", "rights", "keywords")
"""Fields whose words are so much their own that any line that holds them says them."""
SEVERAL = ("authors", "keywords")


@dataclass(frozen=True, slots=True)
class Field:
    """What is known, and where it was found; nothing found and not ``is_missing``: known from elsewhere."""

    name: str
    lines: list[Line]
    is_missing: bool
    is_from_outside: bool


def metadata_shown(reading: Reading) -> dict[str, Field]:
    """The fields in a fixed order, found again in the lines of the file."""
    source = source_of(reading)
    order = _lines_to_look_at(reading, source)
    values = metadata_values(reading)
    return {
        name: Field(
            name,
            lines_at(source, said_on(name, values[name], source, order)),
            not values[name],
            name in reading.from_outside,
        )
        for name in FIELDS
    }


def metadata_values(reading: Reading) -> dict[str, Any]:
    """The fields as text, lists as lists of text, persons as "Family, Given"."""
    known = reading.metadata
    own = {name: getattr(reading, name) for name in ("title", "subtitle", "year", "kind", "language", "rights")}
    values: dict[str, Any] = {name: known.get(name) or "" for name in FIELDS} | own
    values["authors"] = [written(person) for person in known.get("authors") or ()]
    values["keywords"] = list(known.get("keywords") or ())
    return values


def written(person: Mapping[str, str | None]) -> str:
    return ", ".join(filter(None, (person.get("family"), person.get("given"))))


def said_in(reading: Reading, values: Mapping[str, Any]) -> set[str]:
    """Which of the fields the file's lines say with these values."""
    source = source_of(reading)
    order = _lines_to_look_at(reading, source)
    return {name for name, value in values.items() if said_on(name, value, source, order)}


def _lines_to_look_at(reading: Reading, source: Source) -> list[int]:
    """What was taken out as title page or imprint first, then the edges of the text, then all of it."""
    taken = [
        line for lines in reading.findings.filter(code__in=FRONT).values_list("lines", flat=True) for line in lines
    ]
    numbers = sorted(source)
    return list(dict.fromkeys([*taken, *numbers[:EDGE], *numbers[-EDGE:], *numbers]))


def said_on(name: str, value: Any, source: Source, order: Sequence[int]) -> list[int]:
    """The lines that say the value; of several persons or keywords those that name each."""
    if name in SEVERAL:
        parts = [str(part).split(",")[0] if name == "authors" else str(part) for part in value]
        found = [next(_with(part, source, order), 0) for part in parts]
        return [line for line in found if line] if all(found) else []
    if not value or name == "language":
        return []
    near = order if name in ANYWHERE else [line for line in order[: 3 * EDGE] if line in source]
    if name in ("year", "date"):
        return list(_dated(str(value), source, near))[:1]
    return list(_with(str(value), source, near))[:1] or _in_parts(str(value), source, near)


def _with(words: str, source: Source, order: Iterable[int]) -> Iterator[int]:
    wanted = _folded(words)
    return (line for line in order if wanted and line in source and f" {wanted} " in f" {_folded(source[line][0])} ")


def _in_parts(words: str, source: Source, order: Sequence[int]) -> list[int]:
    """Two or three lines in a row that hold the words together."""
    wanted = _folded(words)
    there = [line for line in order if line in source and _folded(source[line][0])]
    for start in range(len(there)):
        for size in (2, 3):
            lines = there[start : start + size]
            if wanted in _folded(" ".join(source[line][0] for line in lines)):
                return lines
    return []


def _dated(value: str, source: Source, order: Iterable[int]) -> Iterator[int]:
    for line in order:
        if line in source and (re.search(rf"\b{value}\b", source[line][0]) or iso_date(source[line][0]) == value):
            yield line


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
