"""Changes of a reading's text on the desk: done on the rows, written into the log, with everything that points into the
text staying where it is."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from readings.models import Block, Edit, Reading
from readings.selectors.document import document_of
from readings.services.editing_actions import ACTIONS, KEEP_WORDS
from readings.services.editing_places import EditError
from readings.services.glossary import glossary_index_rebuild
from readings.services.importing_rows import apparatus_store, text_store


@transaction.atomic
def edit_apply(*, reading: Reading, action: str, target: str, message: str, by: AbstractUser, **values: Any) -> Edit:
    """Does one of ACTIONS on the reading and logs it. Raises an EditError, and changes nothing, where it cannot be."""
    if action not in ACTIONS:
        raise EditError("Choose one of the changes that the page offers.")
    reading = Reading.objects.select_for_update().select_related("course").get(pk=reading.pk)
    before = document_of(reading)
    document, carrier = ACTIONS[action](before, target, **values)
    text_store(reading, document, carrier)
    if (document.notes, document.references) != (before.notes, before.references):
        apparatus_store(reading, document)
    if action not in KEEP_WORDS:
        glossary_index_rebuild(course=reading.course, reading=reading)
    return Edit.objects.create(
        reading=reading, action=action, target=target, values=values, message=message[:300], by=by
    )


@transaction.atomic
def block_set_askable(*, block: Block, askable: bool) -> Block:
    """Whether questions may be made from the paragraph; the flag stays with it through later revisions."""
    block.is_askable = askable
    block.save(update_fields=["is_askable"])
    return block
