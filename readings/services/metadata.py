"""What an instructor corrects in a reading's metadata."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from readings.models import Reading
from readings.selectors.metadata import FIELDS, SEVERAL, metadata_values, said_in
from readings.services.importing_about import byline

COLUMNS = ("title", "subtitle", "year", "kind", "language", "rights")
"""Fields that the reading has columns for, besides those in its metadata."""


@transaction.atomic
def reading_set_metadata(
    *, reading: Reading, values: Mapping[str, Any], title_is_ours: bool, known_from: str
) -> Reading:
    """Keeps the values, in the form of ``metadata_values``; what the text does not say is marked as known from outside."""
    others = [name for name in reading.from_outside if name not in FIELDS]
    reading.from_outside = [*others, *outside_of(reading, values, title_is_ours=title_is_ours)]
    own_byline = reading.byline == byline(reading.metadata)
    new = {**values, "authors": [_person(name) for name in values["authors"]]}
    reading.metadata = {**reading.metadata, **{name: new[name] or ([] if name in SEVERAL else None) for name in FIELDS}}
    for name in COLUMNS:
        setattr(reading, name, values[name] or (None if name == "year" else ""))
    reading.title_is_ours, reading.outside_source = title_is_ours, known_from
    if own_byline:
        reading.byline = byline(reading.metadata)[:300]
    reading.save()
    return reading


def outside_of(reading: Reading, values: Mapping[str, Any], *, title_is_ours: bool) -> list[str]:
    """The fields whose values are not the text's: known from outside before, or changed to what no line of it says."""
    before = metadata_values(reading)
    changed = {name: values[name] for name in FIELDS if values[name] and values[name] != before[name]}
    silent = set(changed) - said_in(reading, changed) - ({"title"} if title_is_ours else set()) - {"language", "kind"}
    kept = {name for name in reading.from_outside if name not in changed and values.get(name)}
    return [name for name in FIELDS if name in silent | kept]


def _person(name: str) -> dict[str, str | None]:
    family, _, given = name.partition(",")
    return {"given": given.strip() or None, "family": family.strip() or None}
