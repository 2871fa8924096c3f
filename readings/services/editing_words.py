"""What an import joined, moved or left out, put back where the file has it; the words are always the file's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readings.documents import Block, Document, Mark, Note, Section
from readings.documents.entries import fold, label_of, read_entry
from readings.selectors.passages import EditCarrier, Stretch
from readings.services.editing_blocks import Effect, parted_marks
from readings.services.editing_places import (
    EditError,
    NotThere,
    fresh_id,
    only_place,
    place_of,
    section_at,
    with_blocks,
)
from readings.services.importing_rows import unused

AFTER = "The place in the text"
BEGINS = "The second part begins with"


def text_put(document: Document, target: str, *, after: str, text: str, mark: str = "") -> Effect:
    """Letters that the import took out stand again right after the words ``after``, in place of the mark of a note
    where they were its number. The target is a paragraph, a note or a section's title."""
    notes = {note.label: place for place, note in enumerate(document.notes)}
    if target in notes:
        note = document.notes[notes[target]]
        put, marks, _ = _put(note.text, note.marks, after, text, mark)
        return _with_note(document, notes[target], replace(note, text=put, marks=marks)), EditCarrier({})
    titles = {section.id: place for place, section in enumerate(document.sections)}
    if target in titles:
        section = document.sections[titles[target]]
        put, _, _ = _put(section.title or "", (), after, text, "")
        return _with_section(document, titles[target], replace(section, title=put)), EditCarrier({})
    at, place = place_of(document, target)
    blocks = document.sections[at].blocks
    block = blocks[place]
    put, marks, stands = _put(block.text, block.marks, after, text, mark)
    whole = replace(block, text=put, marks=marks, confidence=1.0)
    parts = [Stretch(0, stands, target, 0), Stretch(stands, len(block.text), target, stands + len(text))]
    return with_blocks(document, at, (*blocks[:place], retabled(whole), *blocks[place + 1 :])), EditCarrier(
        {target: parts}
    )


def _put(text: str, marks: Sequence[Mark], after: str, put: str, mark: str) -> tuple[str, tuple[Mark, ...], int]:
    """The text with the letters in it, its marks, and the place where the letters begin."""
    stands = only_place(text, after, AFTER) + len(after)
    kept = [one for one in marks if not (mark and one.kind == "note" and one.target == mark and one.start == stands)]
    if mark and len(kept) == len(marks):
        raise EditError("The note's mark is no longer there. Look at the paragraph.")
    return f"{text[:stands]}{put}{text[stands:]}", tuple(_shifted(one, stands, len(put)) for one in kept), stands


def _shifted(mark: Mark, place: int, size: int) -> Mark:
    """A mark after letters were put in at a place; a note's mark right there stays before them."""
    start = mark.start + size if mark.start > place or (mark.start == place and mark.kind != "note") else mark.start
    return replace(mark, start=start, end=max(start, mark.end + size if mark.end > place else mark.end))


def retabled(block: Block) -> Block:
    """A table's cells anew from its text."""
    if block.kind != "table":
        return block
    rows = tuple(tuple(row.split("\t")) for row in block.text.split("\n"))
    return replace(block, header=rows[0] if block.header else (), rows=rows[1:] if block.header else rows)


def block_put(document: Document, target: str, *, text: str, lines: Sequence[int] = ()) -> Effect:
    """A paragraph stands again, after the paragraph or at the head of the section; without a target it opens the text."""
    block = Block(fresh_id(document, "b-", text), "paragraph", text, tuple(lines))
    return _placed(document, target, block), EditCarrier({})


def _placed(document: Document, target: str, block: Block) -> Document:
    if not target:
        return _opened(document, block)
    if target in {section.id for section in document.sections}:
        at = section_at(document, target)
        return with_blocks(document, at, (block, *document.sections[at].blocks))
    at, place = place_of(document, target)
    blocks = document.sections[at].blocks
    return with_blocks(document, at, (*blocks[: place + 1], block, *blocks[place + 1 :]))


def _opened(document: Document, block: Block) -> Document:
    """The paragraph stands first, in an opening without a heading."""
    if document.sections and document.sections[0].title is None:
        return with_blocks(document, 0, (block, *document.sections[0].blocks))
    opening = Section(fresh_id(document, "s-", "opening"), None, 1, role="introduction", blocks=(block,))
    return replace(document, sections=(opening, *document.sections))


def note_part(document: Document, target: str, *, before: str, block: str, lines: Sequence[int] = ()) -> Effect:
    """What goes on a note from the words ``before`` is a paragraph of the text again."""
    place = next((place for place, note in enumerate(document.notes) if note.label == target), None)
    if place is None:
        raise NotThere("note")
    note = document.notes[place]
    first, second, cut = _cut(note.text, note.marks, before)
    rest = Block(fresh_id(document, "b-", note.text[cut:]), "paragraph", note.text[cut:], tuple(lines), second)
    own = tuple(line for line in note.lines if line not in lines)
    left = replace(note, text=note.text[:cut].rstrip(), marks=first, lines=own)
    return _placed(_with_note(document, place, left), block, rest), EditCarrier({})


def entry_part(document: Document, target: str, *, before: str, lines: Sequence[int] = ()) -> Effect:
    """What goes on an entry of the bibliography from the words ``before`` is an entry of its own."""
    place = next((place for place, entry in enumerate(document.references) if entry.id == target), None)
    if place is None:
        raise NotThere("entry")
    entry = document.references[place]
    _, _, cut = _cut(entry.text, (), before)
    text = entry.text[cut:]
    label = label_of(read_entry(text))
    key = unused(f"r-{'-'.join(fold(label).split())}"[:100], {other.id for other in document.references})
    own = tuple(line for line in entry.lines if line not in lines)
    parts = (
        replace(entry, text=entry.text[:cut].rstrip(), lines=own),
        replace(entry, id=key, label=label, text=text, lines=tuple(lines)),
    )
    return replace(
        document, references=(*document.references[:place], *parts, *document.references[place + 1 :])
    ), EditCarrier({})


def heading_part(document: Document, target: str, *, before: str) -> Effect:
    """What goes on a heading from the words ``before`` is a heading of its own, over what stood below both."""
    at = section_at(document, target)
    section = document.sections[at]
    title = section.title or ""
    _, _, cut = _cut(title, (), before)
    below = replace(
        section, id=fresh_id(document, "s-", title[cut:]), title=title[cut:], number=None, lines=section.lines[1:]
    )
    above = replace(section, title=title[:cut].rstrip(), lines=section.lines[:1], blocks=())
    return replace(
        document, sections=(*document.sections[:at], above, below, *document.sections[at + 1 :])
    ), EditCarrier({})


def _cut(text: str, marks: Sequence[Mark], before: str) -> tuple[tuple[Mark, ...], tuple[Mark, ...], int]:
    """The marks of both parts, and where the second part begins."""
    cut = only_place(text, before.strip(), BEGINS)
    end = len(text[:cut].rstrip())
    if end == 0:
        raise EditError("Nothing would be left of the first part. Look at the passage.")
    first, second = parted_marks(tuple(marks), end, cut)
    return first, second, cut


def _with_note(document: Document, place: int, note: Note) -> Document:
    return replace(document, notes=(*document.notes[:place], note, *document.notes[place + 1 :]))


def _with_section(document: Document, at: int, section: Section) -> Document:
    return replace(document, sections=(*document.sections[:at], section, *document.sections[at + 1 :]))
