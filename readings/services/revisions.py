"""A reading's versions: its text replaced by that of a corrected file, without losing what was changed on the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from readings import documents
from readings.models import Edit, Reading, Revision
from readings.selectors.document import sections_of
from readings.selectors.passages import TextCarrier
from readings.selectors.revisions import Comparison, blocks_of, comparison
from readings.selectors.sections import section_keys
from readings.services.editing_actions import replayed
from readings.services.editing_places import is_made
from readings.services.glossary import glossary_index_rebuild
from readings.services.importing_rows import rows_store


def text_replace(reading: Reading, document: documents.Document) -> None:
    """The parsed document becomes the reading's text; edits of the desk are done anew, and kept where they fit or not."""
    document, edits, lost = with_edits(reading, document)
    for number, edit in enumerate(edits):
        edit.fits = number not in lost
    Edit.objects.bulk_update(edits, ["target", "values", "fits"], batch_size=200)
    rows_store(reading, document)


def text_compare(reading: Reading, document: documents.Document) -> Comparison:
    """What ``text_replace`` would change; stores nothing."""
    document, edits, lost = with_edits(reading, document)
    return comparison(reading, document, [edit.message for number, edit in enumerate(edits) if number in lost])


def with_edits(reading: Reading, document: documents.Document) -> tuple[documents.Document, list[Edit], set[int]]:
    """The document with the desk's changes, the edits named by its keys, and which of them no longer fit."""
    edits = list(reading.edits.all())
    if not edits:
        return document, [], set()
    follow = _follower(sections_of(reading), document)
    for edit in edits:
        edit.target, edit.values = follow(edit.target), _followed(edit.values, follow)
    document, lost = replayed(document, [(edit.action, edit.target, edit.values) for edit in edits])
    return document, edits, lost


def _follower(old: Sequence[documents.Section], document: documents.Document) -> Callable[[str], str]:
    """Says what a key of the present text is called in the document; a key made on the desk will be made again."""
    carrier = TextCarrier([block for section in old for block in section.blocks], blocks_of(document))
    sections = section_keys(old, document.sections, carrier)
    there = {block.id for block in blocks_of(document)}

    def follow(key: str) -> str:
        if key in there or is_made(key):
            return key
        return sections.get(key) or carrier.block(key) or key

    return follow


def _followed(values: Mapping[str, Any], follow: Callable[[str], str]) -> dict[str, Any]:
    """The values of a change with the keys in them followed, those in its steps too."""
    found = dict(values)
    if "block" in found:
        found["block"] = follow(found["block"])
    if "steps" in found:
        found["steps"] = [
            {**step, "target": follow(step.get("target", "")), "values": _followed(step.get("values", {}), follow)}
            for step in found["steps"]
        ]
    return found


def revision_keep(reading: Reading, document: documents.Document, data: bytes, by: AbstractUser | None) -> Revision:
    """The file as the revision that the reading now is; parsing the same file anew changes its findings only."""
    findings: dict[str, Any] = dict(Counter(finding.action for finding in document.findings))
    fields = {
        "data": data,
        "lines": [[line.number, line.text, line.place] for line in document.source],
        "fingerprint": reading.fingerprint,
        "file_name": reading.file_name,
        "findings": findings,
    }
    row, is_new = Revision.objects.get_or_create(
        reading=reading, number=reading.revision, defaults={**fields, "by": by}
    )
    if not is_new:
        for name, value in fields.items():
            setattr(row, name, value)
        row.save(update_fields=list(fields))
    return row


def revision_complete(reading: Reading, data: bytes) -> None:
    """Keeps the file of a reading that was imported before files were kept, as soon as somebody brings it again."""
    fields = {"data": data, "fingerprint": reading.fingerprint, "file_name": reading.file_name}
    Revision.objects.get_or_create(reading=reading, number=reading.revision, defaults=fields)


def revision_of(reading: Reading) -> Revision | None:
    """The file that the present text was made from; None for a reading older than the keeping of files."""
    return reading.revisions.filter(number=reading.revision).first()


@transaction.atomic
def edit_take_back(*, edit: Edit) -> Sequence[str]:
    """The text as if this change had never been made; returns later changes that no longer fit without it."""
    reading = Reading.objects.select_for_update().get(pk=edit.reading_id)
    revision = revision_of(reading)
    if revision is None:
        raise NoFile
    edit.delete()
    text_replace(reading, documents.parse(bytes(revision.data), revision.file_name))
    glossary_index_rebuild(course=reading.course, reading=reading)
    return list(reading.edits.filter(fits=False).values_list("message", flat=True))


class NoFile(ValueError):
    def __init__(self) -> None:
        super().__init__("The file of this text was not kept. Upload it once more as a new version, then try again.")
