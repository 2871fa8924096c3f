"""Finding and naming the parts of a document that the desk changes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha1

from readings.documents import Block, Document, Section
from readings.services.importing_rows import unused

MADE = re.compile(r"[bs]-[0-9a-f]{10}e(?:-\d+)?")


class EditError(ValueError):
    """A change that cannot be made; the message says what to do."""


class NotThere(EditError):
    def __init__(self, what: str) -> None:
        super().__init__(f"This {what} is no longer in the text. Go back to the outline and choose again.")


class NothingAbove(EditError):
    def __init__(self, what: str) -> None:
        super().__init__(f"There is no {what} above this one to merge it with.")


def section_at(document: Document, key: str) -> int:
    """The place of a section among the document's."""
    for place, section in enumerate(document.sections):
        if section.id == key:
            return place
    raise NotThere("section")


def place_of(document: Document, key: str) -> tuple[int, int]:
    """The places of a block's section in the document, and of the block in its section."""
    for at, section in enumerate(document.sections):
        for place, block in enumerate(section.blocks):
            if block.id == key:
                return at, place
    raise NotThere("paragraph")


def with_blocks(document: Document, at: int, blocks: tuple[Block, ...]) -> Document:
    """The document with these blocks in the section at this place."""
    section = replace(document.sections[at], blocks=blocks)
    return replace(document, sections=(*document.sections[:at], section, *document.sections[at + 1 :]))


def parented(document: Document) -> Document:
    """Every section stands under the last one before it that has a higher rank."""
    path: list[Section] = []
    sections = []
    for section in document.sections:
        path = [above for above in path if above.level < section.level]
        sections.append(replace(section, parent=path[-1].id if path else None))
        path.append(section)
    return replace(document, sections=tuple(sections))


def fresh_id(document: Document, prefix: str, text: str, besides: Iterable[str] = ()) -> str:
    """An id made from the words, so that the same change of the same text gives the same id; with a count if taken."""
    taken = {section.id for section in document.sections} | set(besides)
    taken |= {block.id for section in document.sections for block in section.blocks}
    return unused(f"{prefix}{sha1(text.encode(), usedforsecurity=False).hexdigest()[:10]}e", taken)


def is_made(key: str) -> bool:
    """Whether the id is one of ``fresh_id``: made by a change on the desk, and so in no parsed text."""
    return bool(MADE.fullmatch(key))


def only_place(text: str, words: str, what: str) -> int:
    """Where the words stand in the text; they must stand there once."""
    found = text.find(words) if words else -1
    if found < 0:
        raise EditError(f"{what}: these words are not in the paragraph. Copy them from it, letter by letter.")
    if text.find(words, found + 1) >= 0:
        raise EditError(f"{what}: these words stand there more than once. Give some more of them.")
    return found
