"""What readers of formats with real headings share: the title page, numbers and ranks of headings, numbered paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from itertools import pairwise

from readings.documents.looks import (
    ADDRESS,
    BIBLIOGRAPHY_TITLES,
    KNOWN_TITLES,
    NOTES_TITLES,
    NUMBERED,
    folded,
    heading_like,
    words,
)
from readings.documents.names import BY, people
from readings.documents.piece import Draft, Piece, dropped
from readings.documents.titlepage import TitlePage
from readings.documents.types import Metadata

from .links import with_links
from .raised import with_letters
from .run_in import with_run_in_headings

NUMBER = re.compile(r"(\(?\d{1,3}[.)])\s+(?=\S)")
BULLET = re.compile(r"([•·▪◦‣●■○\uf0b7\uf0a7–—-])\s+(?=\S)")
APPARATUS = {"abstract", "executive summary"} | NOTES_TITLES | BIBLIOGRAPHY_TITLES - {"sources", "reference"}
LONG = 30
FARTHEST = 12
FEWEST = 3


def settled(draft: Draft, title: str | None = None) -> Draft:
    """The draft with its title page read, its headings ranked from 1, and its numbered paragraphs as items.

    ``title`` is what the file elsewhere says its title is.
    """
    pieces, listed = with_run_in_headings(list(_itemised(_emboldened(tuple(with_letters(draft.pieces))))))
    draft = draft.found(*listed)
    front, rest = _front(pieces, draft.metadata.title or title)
    metadata = draft.metadata
    if front:
        metadata = _merged(metadata, _read(front, rest))
    metadata = replace(metadata, title=metadata.title or title)
    draft = replace(draft, pieces=tuple(map(with_links, _ranked(_named(rest)))), metadata=metadata, settled=True)
    message = "The title page went out of the text; what could be read of it stands in the metadata."
    return draft.found(dropped("front_matter", message, front)) if front else draft


def _read(front: Sequence[Piece], rest: Sequence[Piece]) -> Metadata:
    """What a title page says; the line below the title that nothing else is known of is the subtitle."""
    page = TitlePage(front, rest)
    found = page.read([], title_known=False)
    below = next((line for above, line in pairwise(front) if above.kind == "heading"), None)
    if found.title and not found.subtitle and below in page.loose and below and len(words(below.text)) < LONG:
        found = replace(found, subtitle=below.text)
    return found


def _merged(known: Metadata, found: Metadata) -> Metadata:
    """What the file says of itself wins, but the title as printed is better than the one for browsers."""
    values = {f.name: getattr(known, f.name) or getattr(found, f.name) for f in fields(Metadata)}
    if found.title:
        values["title"], values["subtitle"] = found.title, found.subtitle
    if known.subtitle and found.title:
        values["title"] = f"{found.title}: {found.subtitle}" if found.subtitle else found.title
        values["subtitle"] = known.subtitle
    if known.corporate_author and not known.authors:
        values["authors"] = ()
    return Metadata(**values)


def _front(pieces: list[Piece], title: str | None) -> tuple[list[Piece], list[Piece]]:
    """Title and the short lines below it, up to the first heading or long paragraph; the rest is text."""
    place = _title_place(pieces, title)
    if place is None:
        return [], pieces
    end = _cover_end(pieces, place + 1)
    while end < min(len(pieces), place + FARTHEST) and _may_be_front(pieces[end]):
        end += 1
    below = pieces[place + 1 : end]
    known = end < len(pieces) and pieces[end].kind == "heading"
    front = [piece for piece in below if piece.kind == "heading" or known or _is_imprint(piece)]
    named = replace(pieces[place], kind="heading")
    lines = [replace(piece, kind="text") for piece in front]
    return [*pieces[:place], named, *lines], [*(p for p in below if p not in front), *pieces[end:]]


def _cover_end(pieces: Sequence[Piece], start: int) -> int:
    """Where headings in a row below the title end that say who or when: a cover is set in large type throughout."""
    end = start
    for i in range(start, min(len(pieces), start + FARTHEST)):
        if pieces[i].kind != "heading" or NUMBERED.match(pieces[i].text) or folded(pieces[i].text) in KNOWN_TITLES:
            break
        end = i + 1 if _is_imprint(pieces[i]) else end
    return end


def _may_be_front(piece: Piece) -> bool:
    """A short line, or one that is set like a heading and says who or when."""
    if folded(piece.text) in KNOWN_TITLES:
        return False
    if piece.kind == "heading":
        return not NUMBERED.match(piece.text) and _is_imprint(piece)
    if piece.kind == "item":
        return bool(people(piece.text)) and len(words(piece.text)) < FARTHEST
    return piece.kind == "text" and len(words(piece.text)) < LONG


def _is_imprint(piece: Piece) -> bool:
    """A line that says who or when, and no sentence."""
    read = TitlePage([replace(piece, kind="text"), replace(piece, kind="heading", text="Title")], []).read(
        [], title_known=False
    )
    if piece.text[-1:] in ".?!:;":
        return False
    if ADDRESS.search(piece.text) or (BY.match(piece.text) and len(words(piece.text)) < FARTHEST):
        return True
    return read != Metadata(title="Title")


def _title_place(pieces: Sequence[Piece], title: str | None) -> int | None:
    """Where the document's title stands: what is named so, or the only heading of the highest rank."""
    early = [i for i, piece in enumerate(pieces[:FARTHEST]) if piece.kind in ("heading", "text")]
    if title:
        for i in early:
            if _same(pieces[i].text, title) and len(words(pieces[i].text)) < LONG:
                return i
    headings = [i for i, piece in enumerate(pieces) if piece.kind == "heading"]
    if not headings or headings[0] not in early:
        return None
    top = pieces[headings[0]]
    alone = all(pieces[i].level > top.level for i in headings[1:]) or _is_title_block(pieces, headings)
    enough = len(headings) > 1 or (not title and headings[0] == 0)
    return headings[0] if alone and enough and folded(top.text) not in KNOWN_TITLES else None


def _is_title_block(pieces: Sequence[Piece], headings: Sequence[int]) -> bool:
    """Set like the other headings, but with nothing below it except lines that say who or when."""
    below = pieces[1 : headings[1]] if len(headings) > 1 and headings[0] == 0 else []
    return 0 < len(below) < FARTHEST and all(piece.kind == "text" and _is_imprint(piece) for piece in below)


def _same(shown: str, title: str) -> bool:
    a, b = (re.sub(r"[\W_]+", "", text).casefold() for text in (shown, title))
    return bool(a) and (a == b or (len(a) > 15 and (b.startswith(a) or a.startswith(b)) and len(b) > 15))


def _named(pieces: Sequence[Piece]) -> list[Piece]:
    """A line that says "Abstract", "Notes" or "References" and no more is a heading, however it is set."""
    highest = min((piece.level for piece in pieces if piece.kind == "heading"), default=1)
    return [
        replace(piece, kind="heading", level=highest, marks=())
        if piece.kind == "text" and folded(piece.text) in APPARATUS and heading_like(piece)
        else piece
        for piece in pieces
    ]


def _ranked(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Headings with their printed numbers apart and ranks without gaps: h2, h4 become 1, 2."""
    counted = _bare_numbers(pieces)
    above: list[int] = []
    for piece in pieces:
        if piece.kind == "heading":
            while above and above[-1] >= piece.level:
                above.pop()
            above.append(piece.level)
            piece = _numbered(replace(piece, level=len(above)), counted)
        yield piece


def _bare_numbers(pieces: Sequence[Piece]) -> frozenset[str]:
    """Headings that count 1, 2, 3 without a stop after the number, which "12 angry men" does not."""
    counted: list[str] = []
    for piece in pieces:
        found = re.match(r"(\d{1,2})\s+[^\W\d_]", piece.text) if piece.kind == "heading" else None
        if found and int(found[1]) == len(counted) + 1:
            counted.append(piece.text)
    return frozenset(counted) if len(counted) > 1 else frozenset()


def _numbered(piece: Piece, counted: frozenset[str]) -> Piece:
    number = NUMBERED.match(piece.text)
    if piece.label or not number or not number[0][-1:].isspace():
        return piece
    bare = number[0].strip() == number[1] and "." not in number[1]
    return piece if bare and piece.text not in counted else replace(piece.sliced(number.end()), label=number[1])


def _emboldened(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """In a file without headings, short paragraphs that are wholly bold stand for them."""
    if sum(piece.kind == "heading" for piece in pieces) > 1:
        return tuple(pieces)
    bold = [piece.kind == "text" and _is_bold(piece) and heading_like(piece) for piece in pieces]
    return tuple(
        replace(piece, kind="heading", level=7, marks=tuple(m for m in piece.marks if m.kind != "strong"))
        if bold[i] and i + 1 < len(pieces) and bold[i + 1 : i + 3] != [True, True]
        else piece
        for i, piece in enumerate(pieces)
    )


def _is_bold(piece: Piece) -> bool:
    return any(m.kind == "strong" and m.start == 0 and m.end >= len(piece.text) - 1 for m in piece.marks)


def _itemised(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Paragraphs whose printed numbers rise through the text are items with that number as label."""
    numbers = {
        i: found for i, piece in enumerate(pieces) if piece.kind == "text" and (found := NUMBER.match(piece.text))
    }
    values = [int(found[1].strip("().")) for found in numbers.values()]
    rising = sum(b - a == 1 for a, b in pairwise(values))
    counted = len(values) >= FEWEST and rising >= 0.6 * (len(values) - 1)
    for i, piece in enumerate(pieces):
        found = numbers.get(i) if counted else None
        found = found or (BULLET.match(piece.text) if piece.kind == "text" else None)
        yield replace(piece.sliced(found.end()), kind="item", label=found[1]) if found else piece
