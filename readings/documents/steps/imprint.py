"""The publisher's page at the end: rights, numbers and addresses go out of the text and into the metadata."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readings.documents.looks import KNOWN_TITLES, folded
from readings.documents.names import ORGANISATION
from readings.documents.piece import Draft, Piece, dropped
from readings.documents.types import Metadata

SIGNS = re.compile(
    r"©|\bcopyright\b|all rights reserved|\bISBN\b|\bISSN\b|creative commons|licen[cs]ed under|photo credit|cover (?:image|photo|design)|"
    r"charity (?:registration|no)|registered (?:office|charity|company)|printed (?:in|by|and bound)|\b[TF](?:el|ax)?\.?:?\s*\+\d|"
    r"\w@[\w-]{1,60}\.\w|does not (?:express|hold|take) (?:any )?(?:opinions?|positions?|views?)|(?:opinions|views) expressed|"
    r"published by|typeset by|world[- ]leading",
    re.IGNORECASE,
)
SURE = re.compile(r"©|all rights reserved|\bISBN\b|creative commons|licen[cs]ed under", re.IGNORECASE)
ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*((?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dX])\b", re.IGNORECASE)
DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+")
RIGHTS = re.compile(r"all rights reserved|copyright|©|creative commons|licen[cs]ed under", re.IGNORECASE)
OWNER = re.compile(r"(?:copyright\s*)?©\s*(?:\d{4}\s*)?(?:by\s+)?([A-Z][^,.©\d]{3,80})", re.IGNORECASE)
COPYRIGHT_YEAR = re.compile(r"(?:copyright|©)[^.]{0,80}?\b((?:19|20)\d\d)\b", re.IGNORECASE)
FARTHEST = 40
LONGEST = 2_000
FLOWING = ("text", "heading")
BREAKS = ("rule", "page")


def read_imprint(draft: Draft) -> Draft:
    """Take the pieces from the first sign of an imprint near the end, if they are of its kind to the last."""
    start = _start(draft.pieces)
    taken = list(draft.pieces[start:])
    if not any(SURE.search(piece.text) for piece in taken):
        return draft
    message = "The publisher's page at the end went out of the text; what could be read of it stands in the metadata."
    metadata = imprint_metadata(draft.metadata, [piece.text for piece in taken])
    return replace(draft, pieces=draft.pieces[:start], metadata=metadata).found(dropped("imprint", message, taken))


def _start(pieces: Sequence[Piece]) -> int:
    """Back from the end while no more than one piece in a row lacks a sign; a motto above them goes with them."""
    start = len(pieces)
    lacking = 0
    for i in range(len(pieces) - 1, max(-1, len(pieces) - FARTHEST), -1):
        if pieces[i].kind in BREAKS:
            continue
        lacking += 1
        if pieces[i].kind not in FLOWING or lacking > 2 or len(pieces[i].text) > LONGEST:
            break
        if SIGNS.search(pieces[i].text) or _is_address(pieces[i]):
            start, lacking = i, 0
    above = pieces[start - 1] if 0 < start < len(pieces) else None
    motto = (
        above is not None
        and above.kind in FLOWING
        and folded(above.text) not in KNOWN_TITLES
        and len(above.text) < 60
        and above.text[-1:] not in (".", "?", "!", ":")
    )
    return start - 1 if motto else start


def _is_address(piece: Piece) -> bool:
    return bool(ORGANISATION.search(piece.text)) and len(piece.text) < 120 and piece.text[-1:] != "."


def imprint_metadata(known: Metadata, texts: Sequence[str]) -> Metadata:
    """The metadata with what a publisher's page says: numbers, owner, year, rights."""
    whole = "\n".join(texts)
    isbn, doi, owner, year = ISBN.search(whole), DOI.search(whole), OWNER.search(whole), COPYRIGHT_YEAR.search(whole)
    rights = " ".join(text for text in texts if RIGHTS.search(text))
    return replace(
        known,
        isbn=known.isbn or (re.sub(r"[\s-]", "", isbn[1]) if isbn else None),
        doi=known.doi or (doi[0].rstrip(".,;)") if doi else None),
        rights=known.rights or rights or None,
        publisher=known.publisher or (owner[1].strip() if owner and ORGANISATION.search(owner[1]) else None),
        year=known.year or (int(year[1]) if year else None),
        date=known.date or (year[1] if year else None),
    )
