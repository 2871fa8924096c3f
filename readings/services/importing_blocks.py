"""The paragraphs of a document as rows: a paragraph that is still the same keeps its row, whatever was corrected in it.

Annotations, questions and progress hang on block rows, so a kept row is updated in place and never made anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat

from readings import documents
from readings.models import Block, Reading, ReadingPosition, Section
from readings.selectors.document import block_of
from readings.selectors.passages import Carrier, Old, passage_keepers
from readings.services.importing_fill import fill, save_all, words

FIELDS = (
    "key", "section_id", "position", "number", "kind", "text", "label", "marks", "table", "lines", "page",
    "confidence", "word_count",
)  # fmt: skip


def blocks_store(
    reading: Reading,
    parts: Sequence[documents.Section],
    sections: Mapping[str, Section],
    carrier: Carrier,
) -> None:
    """Makes the reading's paragraphs those of the parts, and lets all that points into them follow the carrier."""
    there = {block.key: block for block in reading.blocks.order_by("position")}
    old = {block.pk: block_of(block) for block in there.values()}
    kept = {new: there[key] for key in there if (new := carrier.block(key))}
    _free_keys(reading, kept, old)
    rows = _rows(reading, parts, sections, kept)
    for keeper in passage_keepers():
        keeper.carry(reading, carrier, old, {row.key: row for row in rows})
    gone = set(old) - {row.pk for row in rows}
    _positions_carry(list(there.values()), gone)
    reading.blocks.filter(pk__in=gone).delete()


def _free_keys(reading: Reading, kept: Mapping[str, Block], old: Old) -> None:
    """Rows that change their key, or go, give it up first, so that no two have the same at any moment."""
    same = {row.pk for key, row in kept.items() if key == old[row.pk].id}
    spare = Concat(Value("~"), Cast("pk", CharField()), output_field=CharField())
    reading.blocks.exclude(pk__in=same).update(key=spare)


def _rows(
    reading: Reading, parts: Sequence[documents.Section], sections: Mapping[str, Section], kept: Mapping[str, Block]
) -> list[Block]:
    rows: list[Block] = []
    changed: list[Block] = []
    for part in parts:
        for block in part.blocks:
            row = kept.get(block.id) or Block(reading=reading)
            before = [getattr(row, name) for name in FIELDS]
            number = len(rows) + 1
            fill(row, key=block.id, section_id=sections[part.id].pk, position=number, number=number)
            rows.append(fill(row, **block_fields(block)))
            if row.pk is None or before != [getattr(row, name) for name in FIELDS]:
                changed.append(row)
    save_all(Block, changed, [name.removesuffix("_id") for name in FIELDS])
    return rows


def _positions_carry(before: Sequence[Block], gone: set[int]) -> None:
    """A place to resume in a paragraph that is gone becomes the nearest one before it that is still there."""
    lost = ReadingPosition.objects.filter(block__in=gone)
    for position in lost:
        place = next(number for number, block in enumerate(before) if block.pk == position.block_id)
        nearest = next((block for block in reversed(before[:place]) if block.pk not in gone), None)
        if nearest:
            position.block = nearest
            position.save(update_fields=["block"])


def block_fields(block: documents.Block) -> dict[str, Any]:
    has_table = bool(block.header or block.rows or block.caption)
    return {
        "kind": block.kind,
        "text": block.text,
        "label": block.label or "",
        "marks": [asdict(mark) for mark in block.marks],
        "table": {"header": list(block.header), "rows": [list(row) for row in block.rows], "caption": block.caption}
        if has_table
        else None,
        "lines": list(block.lines),
        "page": block.page or "",
        "confidence": block.confidence,
        "word_count": words(block.text),
    }
