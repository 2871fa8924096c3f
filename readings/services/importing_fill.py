"""Setting and saving rows: a text cut to what its column holds, many rows in few queries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Model

Row = TypeVar("Row", bound=Model)


def fill(row: Row, **fields: Any) -> Row:
    """Sets the fields, a text cut to what its column holds."""
    for name, value in fields.items():
        room = getattr(row._meta.get_field(name), "max_length", None)
        setattr(row, name, value[:room] if room and isinstance(value, str) else value)
    return row


def save_all(model: type[Model], rows: Iterable[Model], fields: list[str]) -> None:
    """New rows in one insert, known ones in one update."""
    known, new = [], []
    for row in rows:
        (new if row.pk is None else known).append(row)
    model._default_manager.bulk_create(new, batch_size=500)
    model._default_manager.bulk_update(known, fields, batch_size=200)


def words(text: str) -> int:
    """Runs without blanks that hold a letter or digit."""
    return sum(any(map(str.isalnum, run)) for run in text.split())
