"""Changes of paragraphs: merging, parting, another kind, and a note's mark at another place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from readings.documents import Block, Document, Mark
from readings.documents.types import BlockKind
from readings.selectors.passages import EditCarrier, Stretch
from readings.services.editing_places import EditError, NothingAbove, fresh_id, only_place, place_of, with_blocks

Effect = tuple[Document, EditCarrier]
KINDS = tuple(kind for kind in get_args(BlockKind) if kind != "table")


def block_merge(document: Document, target: str) -> Effect:
    """The paragraph goes on the one above it; its marks and what people wrote on it go with it."""
    at, place = place_of(document, target)
    if place == 0:
        raise NothingAbove("paragraph in this section")
    blocks = document.sections[at].blocks
    above, below = _text(blocks[place - 1]), _text(blocks[place])
    shift = len(above.text) + 1
    marks = tuple(replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in below.marks)
    whole = replace(
        above,
        text=f"{above.text} {below.text}",
        marks=(*above.marks, *marks),
        lines=tuple(sorted({*above.lines, *below.lines})),
        confidence=1.0,
    )
    changed = with_blocks(document, at, (*blocks[: place - 1], whole, *blocks[place + 1 :]))
    return changed, EditCarrier({target: [Stretch(0, len(below.text), above.id, shift)]}, gone=[target])


def block_split(document: Document, target: str, *, before: str, line: int = 0) -> Effect:
    """A new paragraph begins with the words ``before``, which stand on this line of the file, if that is known."""
    at, place = place_of(document, target)
    blocks = document.sections[at].blocks
    block = _text(blocks[place])
    cut = only_place(block.text, before.strip(), "The new paragraph begins with")
    end = len(block.text[:cut].rstrip())
    if end == 0:
        raise EditError("The paragraph begins with these words already. Give those that the new one begins with.")
    text = block.text[cut:]
    above, below = parted_marks(block.marks, end, cut)
    first = replace(block, text=block.text[:end], marks=above, confidence=1.0)
    second = replace(first, id=fresh_id(document, "b-", text), text=text, marks=below, label=None)
    if line in block.lines:
        at_line = block.lines.index(line)
        first, second = replace(first, lines=block.lines[:at_line]), replace(second, lines=block.lines[at_line:])
    parts = [Stretch(0, end, target, 0), Stretch(cut, len(block.text), second.id, 0)]
    changed = with_blocks(document, at, (*blocks[:place], first, second, *blocks[place + 1 :]))
    return changed, EditCarrier({target: parts})


def block_kind(document: Document, target: str, *, kind: str) -> Effect:
    if kind not in KINDS:
        raise EditError(f"Choose one of: {', '.join(KINDS)}.")
    at, place = place_of(document, target)
    blocks = document.sections[at].blocks
    block = replace(_text(blocks[place]), kind=kind, confidence=1.0)  # type: ignore[arg-type]
    return with_blocks(document, at, (*blocks[:place], block, *blocks[place + 1 :])), EditCarrier({})


def note_move(document: Document, target: str, *, block: str, after: str) -> Effect:
    """The mark of the note with this label stands right after the words; its first mark, where it has several."""
    if target not in {note.label for note in document.notes}:
        raise EditError(f"There is no note {target}. Choose one from the list.")
    at, place = place_of(document, block)
    there = _text(document.sections[at].blocks[place])
    stands = only_place(there.text, after.strip(), "The mark stands after") + len(after.strip())
    document = _without_mark(document, target)
    blocks = document.sections[at].blocks
    mark = Mark("note", stands, stands, target)
    marks = tuple(sorted((*blocks[place].marks, mark), key=lambda mark: (mark.start, mark.end)))
    moved = replace(blocks[place], marks=marks)
    return with_blocks(document, at, (*blocks[:place], moved, *blocks[place + 1 :])), EditCarrier({})


def _without_mark(document: Document, label: str) -> Document:
    """The document without the first mark of a note."""
    for at, section in enumerate(document.sections):
        for place, block in enumerate(section.blocks):
            for mark in block.marks:
                if mark.kind == "note" and mark.target == label:
                    left = replace(block, marks=tuple(other for other in block.marks if other is not mark))
                    return with_blocks(document, at, (*section.blocks[:place], left, *section.blocks[place + 1 :]))
    return document


def _text(block: Block) -> Block:
    if block.kind == "table":
        raise EditError("A table has changes of its own: its cells, rows and columns. Choose one of those.")
    return block


def parted_marks(marks: tuple[Mark, ...], end: int, cut: int) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The marks of the text up to ``end`` and of that from ``cut`` on; a note's mark between them belongs to the first."""
    first, second = [], []
    for mark in marks:
        if mark.kind == "note" and mark.start <= cut:
            place = min(mark.start, end)
            first.append(replace(mark, start=place, end=place))
        elif mark.kind != "note" and mark.start < end:
            first.append(replace(mark, end=min(mark.end, end)))
        if mark.end > cut:
            second.append(replace(mark, start=max(mark.start, cut) - cut, end=mark.end - cut))
    return tuple(first), tuple(second)


def marks_carried(marks: Sequence[Mark], stretches: Sequence[Stretch]) -> tuple[Mark, ...]:
    """The marks where their words stand now; a note's mark goes with the letter before it."""
    found = []
    for mark in marks:
        for part in stretches:
            if mark.kind == "note" and part.start <= mark.start <= part.end:
                place = mark.start - part.start + part.at
                found.append(replace(mark, start=place, end=place))
                break
            if mark.kind != "note" and mark.start < part.end and mark.end > part.start:
                start, end = max(mark.start, part.start), min(mark.end, part.end)
                found.append(replace(mark, start=start - part.start + part.at, end=end - part.start + part.at))
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end)))
