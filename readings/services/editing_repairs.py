"""Taking back what the import did: each repair undone where it was made, as one change that can be taken back itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.contrib.auth.models import AbstractUser

from readings.documents import Document, Finding
from readings.models import Edit
from readings.models import Finding as FindingRow
from readings.selectors.document import document_of, finding_of
from readings.selectors.repairs import UNDO, Place, places_of, undone_in, why_not
from readings.selectors.source import Source, source_of
from readings.services.editing import edit_apply
from readings.services.editing_actions import ACTIONS, Step
from readings.services.editing_places import EditError
from readings.services.editing_undoing import (
    brought_back,
    figures,
    header_back,
    marked_level,
    no_quotation,
    parted_entry,
    parted_heading,
    parted_note,
    parted_paragraph,
    parted_table,
    with_hyphen,
)

Undo = Callable[[Document, Place, Source], list[Step]]


UNDOES: dict[str, Undo] = {
    "paragraph_joined": parted_paragraph,
    "quote_recognized": no_quotation,
    "table_joined": parted_table,
    "table_header": header_back,
    "table_header_repeated": header_back,
    "note_joined": parted_note,
    "entry_joined": parted_entry,
    "heading_joined": parted_heading,
    "heading_level": marked_level,
    "hyphenation_joined": with_hyphen,
    "marks_restored": figures,
}
"""How each kind of repair is undone; what was left out comes back to its place in the text, whatever it was."""


def repair_undo(*, finding: FindingRow, by: AbstractUser, keys: Sequence[str] = ()) -> Edit:
    """Undoes the finding at the places with these keys, or at all. Raises an EditError, and changes nothing, where a
    place is no longer clear."""
    reading, found = finding.reading, finding_of(finding)
    if reason := why_not(found, UNDOES):
        raise EditError(reason)
    source = source_of(reading)
    done = undone_in(reading)
    places = [place for place in places_of(found, source) if not keys or place.key in keys]
    places = [place for place in places if place.key not in done]
    if not places:
        raise EditError(
            "This is undone already, or there is nothing to undo in it."
            if not keys
            else "Choose at least one place that is not undone yet."
        )
    steps = steps_for(document_of(reading), found, places, source)
    return edit_apply(
        reading=reading,
        action=UNDO,
        target=steps[0][1],
        message=_message(found, places),
        by=by,
        places=[place.key for place in places],
        steps=[{"action": action, "target": target, "values": values} for action, target, values in steps],
    )


def steps_for(document: Document, finding: Finding, places: Sequence[Place], source: Source) -> list[Step]:
    """The changes that undo the finding at these places, each as it is after the ones before."""
    undo = UNDOES.get(finding.code, brought_back)
    steps: list[Step] = []
    for place in places:
        for action, target, values in undo(document, place, source):
            document, _ = ACTIONS[action](document, target, **values)
            steps.append((action, target, values))
    return steps


def _message(finding: Finding, places: Sequence[Place]) -> str:
    words = " ".join(places[0].words.split())
    shown = f"“{words[:60]}{'…' if len(words) > 60 else ''}”"
    more = f" and {len(places) - 1} more" if len(places) > 1 else ""
    if finding.action == "dropped":
        return f"Brought back what the import had left out: {shown}{more}"
    return f"Undid a repair: {finding.message.rstrip('.')[:120]}, at {shown}{more}"
