"""Questions as keepers of passages: when a reading's text changes, their quotations are carried over or found missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from django.db.models import QuerySet

from quizzes.models import Question
from readings import documents
from readings.models import Block, Reading
from readings.selectors.document import block_of
from readings.selectors.passages import Anchor, Carrier, Located, Old, anchor_in, keep_passages

CARRIED = ("evidence_block", "evidence_start", "evidence_end", "evidence_quote", "is_stale")


class QuestionKeeper:
    label = "questions"

    def outcome(self, reading: Reading, carrier: Carrier) -> Mapping[str, int]:
        rows = bound(reading).select_related("evidence_block")
        anchors = (anchor_of(row, block_of(row.evidence_block) if row.evidence_block else None) for row in rows)
        return Counter(carrier.passage(anchor).outcome for anchor in anchors)

    def carry(self, reading: Reading, carrier: Carrier, old: Old, new: Mapping[str, Block]) -> None:
        rows = list(bound(reading))
        for row in rows:
            place(row, carrier.passage(anchor_of(row, old.get(row.evidence_block_id or 0))), new)
        Question.objects.bulk_update(rows, CARRIED, batch_size=200)


def bound(reading: Reading) -> QuerySet[Question]:
    """Those that quote the text; retired ones stay as they were when they were asked."""
    return reading.questions.exclude(evidence_quote="").exclude(status=Question.Status.RETIRED)


def place(row: Question, found: Located, new: Mapping[str, Block]) -> None:
    """A quotation whose words changed is shown at its new place, and the question waits to be looked at."""
    if found.block_id is None or found.start is None or found.end is None or found.start == found.end:
        row.evidence_block, row.is_stale = None, True
        return
    block = new[found.block_id]
    row.evidence_block, row.evidence_start, row.evidence_end = block, found.start, found.end
    row.is_stale = row.is_stale or block.text[found.start : found.end] != row.evidence_quote


def anchor_of(row: Question, block: documents.Block | None) -> Anchor:
    """By the words at its place; a quotation that has lost it is looked for by its own words."""
    if block and block.text[row.evidence_start : row.evidence_end] == row.evidence_quote:
        return anchor_in(block, row.evidence_start, row.evidence_end)
    return Anchor("", row.evidence_start, row.evidence_end, row.evidence_quote, "", "")


keep_passages(QuestionKeeper())
