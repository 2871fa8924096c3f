"""What stands before the text begins: title, authors, publisher, date; it becomes metadata."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readings.documents.inline import plain
from readings.documents.looks import ADDRESS, FRONT_TITLES, KNOWN_TITLES, NUMBERED, ends_sentence, flows, folded
from readings.documents.names import ORGANISATION, iso_date, people
from readings.documents.piece import Draft, Piece, dropped
from readings.documents.steps.imprint import RIGHTS, imprint_metadata
from readings.documents.titlepage import CHAPTER, NUMBERS, TitlePage

AUTHOR_NOTE = re.compile(r"^[*†‡]\s*")
NEAR = 12
STATEMENT = re.compile(
    r"(?:to cite|cite this|please cite|suggested citation|how to cite|citation:|received:?\s+\d|accepted:?\s+\d|published online|corresponding author|"
    r"correspondence|contact:?\s|e-?mail|doi\b|https?://(?:dx\.)?doi|isbn|issn)",
    re.IGNORECASE,
)
MOST_LINES = 8
RUNS_ON = re.compile(r"(?:\b(?:of|and|the|for|in|by|on|to|de)|[&,:-])$")
SHORT = 65
EDITED = re.compile(r"edited by|policy|.{0,40}\bby$", re.IGNORECASE)
LONGEST_NOTE = 800
FARTHEST = 80
GONE = "The title page went out of the text; what could be read of it stands in the metadata."


def read_front(draft: Draft) -> Draft:
    """Take the pieces above the first real paragraph or heading and read the metadata in them."""
    end = _body_start(draft)
    front = [piece for piece in draft.pieces[:end] if piece.text]
    rest = draft.pieces[end:]
    notes = [piece for piece in rest[:NEAR] if _is_author_note(piece, front)]
    if not front and not notes:
        return draft
    statements = [piece for piece in front if is_statement(piece.text)]
    lines = [line for piece in front if piece not in statements for line in _lines(piece)]
    page = TitlePage(lines, rest)
    notes_read = [AUTHOR_NOTE.sub("", note.text) for note in notes]
    metadata = draft.metadata.or_else(page.read(notes_read, title_known=bool(draft.metadata.title)))
    first = (replace(page.heading, kind="heading"),) if page.heading else ()
    kept = (*first, *(piece for piece in rest if piece not in notes))
    gone = [piece for piece in (*lines, *statements, *notes) if piece is not page.heading]
    metadata = imprint_metadata(metadata, [piece.text for piece in statements])
    draft = replace(draft, pieces=kept, metadata=metadata)
    return draft.found(dropped("front_matter", GONE, gone)) if gone else draft


def is_statement(text: str) -> bool:
    """A publisher's or editor's sentence among the lines of a title page."""
    return bool(STATEMENT.match(text)) or (len(text) < LONGEST_NOTE and bool(RIGHTS.search(text)))


def _lines(piece: Piece) -> list[Piece]:
    """A block of short lines, each a piece of its own; lines that fill the page are one text."""
    if piece.kind == "text" and 1 < len(piece.source) <= 4 and (cut := _change_of_case(piece)):
        return [_cut_at(piece, 0, cut), *_lines(_cut_at(piece, cut, len(piece.source)))]
    if (
        piece.kind != "text"
        or not 2 <= len(piece.source) <= MOST_LINES
        or any(len(line) > SHORT for line in piece.source)
    ):
        return [piece]
    parts = [
        replace(piece, text=plain(line.strip()), marks=(), lines=(n,), source=(line,))
        for n, line in zip(piece.lines, piece.source, strict=False)
    ]
    known = sum(_is_known(part.text) for part in parts)
    return (
        parts
        if known * 2 > len(parts)
        and not EDITED.match(piece.text)
        and not any(RUNS_ON.search(part.text) for part in parts[:-1])
        else [piece]
    )


def _change_of_case(piece: Piece) -> int:
    """Where capitals end and another line begins: a title above its subtitle or authors; 0 where there is no such place."""
    if len(piece.source) != len(piece.lines) or any(len(line) > SHORT for line in piece.source):
        return 0
    capitals = [line.isupper() for line in piece.source]
    cut = capitals.index(False) if False in capitals else 0
    return cut if not any(capitals[cut:]) else 0


def _cut_at(piece: Piece, start: int, end: int) -> Piece:
    lines = piece.source[start:end]
    text = plain(" ".join(line.strip() for line in lines))
    return replace(piece, text=text, marks=(), lines=piece.lines[start:end], source=lines)


def _is_known(text: str) -> bool:
    return bool(
        people(text) or ORGANISATION.search(text) or iso_date(text) or NUMBERS.search(text) or ADDRESS.search(text)
    )


def _is_author_note(piece: Piece, front: Sequence[Piece]) -> bool:
    """A paragraph behind an asterisk, where a line of the title page ends with one or names the same person."""
    sign = AUTHOR_NOTE.match(piece.text)
    if piece.kind != "text" or not sign or len(piece.text) > LONGEST_NOTE:
        return False
    names = {word for line in front if len(line.text) < 80 for word in line.text.strip("*†‡ ").split()}
    return any(line.text.endswith(sign[0].strip()) for line in front) or bool(names & set(piece.text.split()[1:6]))


def _body_start(draft: Draft) -> int:
    """The index of the first piece of the text proper."""
    pieces = draft.pieces
    listed = {entry.title for entry in draft.contents}
    for i, piece in enumerate(pieces[:FARTHEST]):
        title = folded(piece.text)
        if piece.kind in ("table", "caption", "item", "quote") or title in FRONT_TITLES or title in listed:
            return i
        if piece.kind == "text" and is_statement(piece.text):
            continue
        if piece.kind == "text" and (flows(piece.text) or _is_numbered_sentence(piece.text)):
            return _with_its_heading(pieces, i)
    return 0 if len(pieces) < 3 else 1


def _is_numbered_sentence(text: str) -> bool:
    return bool(NUMBERED.match(text)) and ends_sentence(text)


def _with_its_heading(pieces: Sequence[Piece], i: int) -> int:
    """A heading right above the first paragraph belongs to it, if another one before can be the title."""
    if i < 2 or pieces[i - 1].kind != "heading":
        return i
    above = pieces[i - 1].text
    titled = any(piece.kind == "heading" and not CHAPTER.match(piece.text) for piece in pieces[: i - 1])
    return i - 1 if titled or folded(above) in KNOWN_TITLES or NUMBERED.match(above) else i
