"""The way from a file's bytes to a Document, as a list."""

from __future__ import annotations

from collections.abc import Callable

from .assemble import assemble
from .errors import TooLarge
from .formats import CONVERTED, format_of
from .piece import Draft
from .readers import READERS
from .sandbox import converted
from .steps.abbreviations import find_abbreviations
from .steps.abstract import head_abstract
from .steps.aliases import group_aliases
from .steps.bibliography import take_references
from .steps.citations import link_citations
from .steps.contents import read_contents
from .steps.damage import judge_damage
from .steps.doubts import raise_doubts
from .steps.front import read_front
from .steps.headings import find_headings
from .steps.imprint import read_imprint
from .steps.joins import join_paragraphs
from .steps.language import tell_language
from .steps.marks import restore_marks
from .steps.mixing import judge_order
from .steps.note_links import link_notes
from .steps.notes import take_notes
from .steps.opening import read_opening
from .steps.quotes import find_quotes
from .steps.signs import restore_signs
from .steps.tables import find_tables
from .types import Document

LIMIT = 20_000_000

LAYOUT: tuple[Callable[[Draft], Draft], ...] = (
    read_contents,
    find_tables,
    head_abstract,
    restore_signs,
    restore_marks,
    take_notes,
    read_front,
    read_imprint,
    find_headings,
    take_references,
    join_paragraphs,
    find_quotes,
)
GUESSES = frozenset({read_front, find_headings, join_paragraphs, find_quotes})
MEANING: tuple[Callable[[Document], Document], ...] = (
    read_opening,
    link_notes,
    link_citations,
    find_abbreviations,
    group_aliases,
    tell_language,
    judge_damage,
    judge_order,
    raise_doubts,
)


def parse(data: bytes, name: str, limit: int = LIMIT) -> Document:
    """The document in a file's bytes; they and its name tell the format. Raises a DocumentError that says what is wrong."""
    if len(data) > limit:
        raise TooLarge(len(data), limit)
    found = format_of(data, name)
    return converted(data, found) if found in CONVERTED else document_of(READERS[found](data))


def document_of(draft: Draft) -> Document:
    """What a reader found, taken through all steps."""
    for layout in LAYOUT:
        if not (draft.settled and layout in GUESSES):
            draft = layout(draft)
    document = assemble(draft)
    for meaning in MEANING:
        document = meaning(document)
    return document
