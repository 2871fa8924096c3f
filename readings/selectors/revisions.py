"""What a corrected file would change in a reading, told before anything is stored."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from readings import documents
from readings.models import BlockRead, Reading
from readings.selectors.document import block_of
from readings.selectors.passages import Carrier, TextCarrier, passage_keepers


@dataclass(frozen=True, slots=True)
class Comparison:
    """Counts of paragraphs (those that moved are among the unchanged and edited too), of passages by who keeps them, and
    of what students have read."""

    unchanged: int = 0
    edited: int = 0
    moved: int = 0
    new: int = 0
    gone: int = 0
    passages: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    reads_kept: int = 0
    reads_lost: int = 0
    edits_kept: int = 0
    edits_lost: Sequence[str] = ()

    def as_data(self) -> dict[str, object]:
        return asdict(self)


def blocks_of(document: documents.Document) -> list[documents.Block]:
    return [block for section in document.sections for block in section.blocks]


def comparison(reading: Reading, document: documents.Document, edits_lost: Sequence[str] = ()) -> Comparison:
    """What becomes of the reading's paragraphs, annotations and progress if the document takes its place."""
    rows = list(reading.blocks.order_by("position"))
    old, new = [block_of(row) for row in rows], blocks_of(document)
    carrier = TextCarrier(old, new)
    reads = BlockRead.objects.filter(block__reading=reading).values_list("block__key", flat=True)
    kept = sum(carrier.block(key) is not None for key in reads)
    return Comparison(
        **_paragraphs(old, new, carrier),
        passages={keeper.label: dict(keeper.outcome(reading, carrier)) for keeper in passage_keepers()},
        reads_kept=kept,
        reads_lost=len(reads) - kept,
        edits_kept=reading.edits.count() - len(edits_lost),
        edits_lost=list(edits_lost),
    )


def _paragraphs(old: Sequence[documents.Block], new: Sequence[documents.Block], carrier: Carrier) -> dict[str, int]:
    places = {block.id: place for place, block in enumerate(new)}
    pairs = [(block, places[key]) for block in old if (key := carrier.block(block.id))]
    in_order = longest_rise([place for _, place in pairs])
    edited = sum(block.text != new[place].text for block, place in pairs)
    return {
        "unchanged": len(pairs) - edited,
        "edited": edited,
        "moved": len(pairs) - in_order,
        "new": len(new) - len(pairs),
        "gone": len(old) - len(pairs),
    }


def longest_rise(places: Sequence[int]) -> int:
    """How many can stay in their order: the length of the longest rising subsequence. [3, 1, 2] → 2"""
    tails: list[int] = []
    for place in places:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)
