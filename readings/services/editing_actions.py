"""What can be changed in a text on the desk: pure functions from a document to the changed one, and what becomes of
the ranges in it.

>>> document, carrier = ACTIONS["section_rename"](document, "s-1", title="The bridge")

An action names what it changes by its key and raises an EditError, with what to do, where that is not possible; so the
same action can be done anew on a corrected text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from readings.documents import Block, Document, Section
from readings.selectors.passages import Carrier, EditCarrier, EditCarriers
from readings.services.editing_blocks import block_kind, block_merge, block_split, note_move
from readings.services.editing_places import EditError, NothingAbove, fresh_id, parented, place_of, section_at
from readings.services.editing_tables import (
    table_cells,
    table_column_join,
    table_column_put,
    table_header,
    table_part,
    table_plain,
    table_row_out,
    table_row_put,
)
from readings.services.editing_words import block_put, entry_part, heading_part, note_part, text_put

Effect = tuple[Document, EditCarrier | EditCarriers]
Step = tuple[str, str, dict[str, Any]]
"""An action, its target and its values."""
TITLE_LENGTH = 300
DEEPEST = 6


def section_rename(document: Document, target: str, *, title: str, number: str = "") -> Effect:
    title, number = " ".join(title.split()), number.strip()
    if not title:
        raise EditError("Give the section a title.")
    return _section(document, target, title=title[:TITLE_LENGTH], number=number[:20] or None), EditCarrier({})


def section_level(document: Document, target: str, *, level: int) -> Effect:
    """1 is the rank just below the document's title."""
    if not 1 <= level <= DEEPEST:
        raise EditError(f"Choose a level from 1 to {DEEPEST}.")
    return parented(_section(document, target, level=level)), EditCarrier({})


def section_merge(document: Document, target: str, *, keep_heading: bool = True) -> Effect:
    """The section's paragraphs go to the section above; its heading becomes a paragraph, so that no word is lost."""
    at = section_at(document, target)
    if at == 0:
        raise NothingAbove("section")
    above, section = document.sections[at - 1], document.sections[at]
    heading = " ".join(filter(None, (section.number, section.title)))
    between: tuple[Block, ...] = ()
    if keep_heading and heading:
        between = (Block(fresh_id(document, "b-", heading), "paragraph", heading, section.lines),)
    whole = replace(above, blocks=(*above.blocks, *between, *section.blocks))
    sections = (*document.sections[: at - 1], whole, *document.sections[at + 1 :])
    return parented(replace(document, sections=sections)), EditCarrier({})


def section_split(document: Document, target: str, *, title: str = "") -> Effect:
    """A section begins at the paragraph; without a title the paragraph itself is the heading."""
    at, place = place_of(document, target)
    section = document.sections[at]
    first = section.blocks[place]
    title = " ".join(title.split())
    below = section.blocks[place:] if title else section.blocks[place + 1 :]
    heading = title or " ".join(first.text.split())
    if len(heading) > TITLE_LENGTH:
        raise EditError("This paragraph is too long for a heading. Give the new section a title instead.")
    new = Section(
        fresh_id(document, "s-", heading),
        heading,
        section.level,
        matter=section.matter,
        role=section.role,
        lines=() if title else first.lines,
        blocks=below,
    )
    sections = (
        *document.sections[:at],
        replace(section, blocks=section.blocks[:place]),
        new,
        *document.sections[at + 1 :],
    )
    carrier = EditCarrier({}) if title else EditCarrier({target: ()}, gone=[target])
    return parented(replace(document, sections=sections)), carrier


def _section(document: Document, target: str, **fields: object) -> Document:
    at = section_at(document, target)
    changed = replace(document.sections[at], **fields)  # type: ignore[arg-type]
    return replace(document, sections=(*document.sections[:at], changed, *document.sections[at + 1 :]))


def repair_undo(
    document: Document, target: str, *, places: Sequence[str], steps: Sequence[Mapping[str, Any]]
) -> Effect:
    """A repair of the import undone, in as many steps as it takes; ``places`` name what of the finding it was."""
    carriers: list[Carrier] = []
    for step in steps:
        if step["action"] == "repair_undo" or step["action"] not in ACTIONS:
            raise EditError("A step of this change is not known here. Take it back and undo the repair again.")
        document, carrier = ACTIONS[step["action"]](document, step["target"], **step["values"])
        carriers.append(carrier)
    return document, EditCarriers(carriers)


ACTIONS: dict[str, Callable[..., Effect]] = {
    "section_rename": section_rename,
    "section_level": section_level,
    "section_merge": section_merge,
    "section_split": section_split,
    "block_merge": block_merge,
    "block_split": block_split,
    "block_kind": block_kind,
    "note_move": note_move,
    "repair_undo": repair_undo,
    "text_put": text_put,
    "block_put": block_put,
    "note_part": note_part,
    "entry_part": entry_part,
    "heading_part": heading_part,
    "table_cells": table_cells,
    "table_header": table_header,
    "table_row_put": table_row_put,
    "table_row_out": table_row_out,
    "table_column_put": table_column_put,
    "table_column_join": table_column_join,
    "table_part": table_part,
    "table_plain": table_plain,
}
KEEP_WORDS = ("section_rename", "section_level", "block_kind", "note_move")
"""Actions that leave every paragraph's words where they are."""


def replayed(document: Document, steps: Sequence[Step]) -> tuple[Document, set[int]]:
    """The document with the actions done in their order, and which of them, by number, no longer fit it."""
    lost: set[int] = set()
    for number, (action, target, values) in enumerate(steps):
        try:
            document, _ = ACTIONS[action](document, target, **values)
        except (EditError, TypeError, KeyError):  # a course pack may bring values that no action takes
            lost.add(number)
    return document, lost
