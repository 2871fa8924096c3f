"""Annotations as keepers of passages: they follow the text, or are detached with their words, never to a look-alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from django.utils import timezone

from readings import documents
from readings.models import Annotation, Block, Reading
from readings.selectors.document import block_of
from readings.selectors.passages import Anchor, Carrier, Old, anchor_in

CARRIED = ("block", "start", "end", "state", "updated_at")


class AnnotationKeeper:
    label = "annotations"

    def outcome(self, reading: Reading, carrier: Carrier) -> Mapping[str, int]:
        rows = reading.annotations.select_related("block")
        anchors = (_anchor(row, block_of(row.block) if row.block else None) for row in rows)
        return Counter(carrier.passage(anchor).outcome for anchor in anchors)

    def carry(self, reading: Reading, carrier: Carrier, old: Old, new: Mapping[str, Block]) -> None:
        rows = list(reading.annotations.all())
        changed = [row for row in rows if _carried(row, carrier, old.get(row.block_id or 0), new)]
        Annotation.objects.bulk_update(changed, CARRIED, batch_size=200)


def _carried(row: Annotation, carrier: Carrier, block: documents.Block | None, new: Mapping[str, Block]) -> bool:
    """Moves one annotation; whether anything about it changed."""
    before = (row.block_id, row.start, row.end, row.state)
    found = carrier.passage(_anchor(row, block))
    if found.block_id is None or found.start is None or found.end is None or found.start == found.end:
        row.block, row.state = None, Annotation.State.DETACHED
    else:
        row.block, row.start, row.end = new[found.block_id], found.start, found.end
        if found.outcome == "moved":
            row.state = Annotation.State.MOVED
    row.updated_at = timezone.now()
    return before != (row.block_id, row.start, row.end, row.state)


def _anchor(row: Annotation, block: documents.Block | None) -> Anchor:
    """By the words that stand at its place now: they may have been corrected since the annotation was made. What has
    lost its place is looked for by its own."""
    if block:
        return anchor_in(block, row.start, row.end)
    return Anchor("", row.start, row.end, row.quote, row.prefix, row.suffix)
