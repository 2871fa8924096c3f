"""Short forms: those the text expands, those it never does, and the damaged ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from readings.documents.acronyms import long_form
from readings.documents.types import Abbreviation, Document

BRACKET = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]")
SHORT = re.compile(
    r"(?:the\s+|or\s+|hereafter\s+|hereinafter\s+|now\s+|abbreviated\s+)?[\"“‘']?(?P<short>[^\W\d_](?:[\w./&-]{0,9}[\w.])?)[\"”’']?(?=$|[,;]|\s+in\s)"
)
ACRONYM = re.compile(
    r"(?<![\w.])(?:(?:[A-Z]\.){2,5}|(?=[A-Za-z]*[A-Z][A-Za-z]*[A-Z])[A-Z][A-Za-z]{0,3}[A-Z]{1,6}\d?(?:[/-][A-Z0-9]{1,5})?s?|[A-Z]\d)(?![\w])"
)
ROMAN = re.compile(r"[IVXLCDM]+$")
BEFORE = 200


def find_abbreviations(document: Document) -> Document:
    """Collect short forms from the text and the notes."""
    texts = list(_texts(document))
    expanded: dict[str, str] = {}
    for text in texts:
        for short, long in _definitions(text):
            expanded.setdefault(short, long)
    known = {_singular(short) for short in expanded}
    seen = dict.fromkeys(short for text in texts for short in _acronyms(text))
    unexpanded = tuple(Abbreviation(short) for short in seen if _singular(short) not in known)
    pairs = tuple(Abbreviation(short, long) for short, long in expanded.items())
    return replace(document, abbreviations=replace(document.abbreviations, expanded=pairs, unexpanded=unexpanded))


def _texts(document: Document) -> Iterator[str]:
    yield from (block.text for section in document.sections for block in section.blocks)
    yield from (note.text for note in document.notes)


def _definitions(text: str) -> Iterator[tuple[str, str]]:
    """Pairs in both orders: ``Orchard Growers' League (OGL)`` and ``OGL (Orchard Growers' League)``."""
    for bracket in BRACKET.finditer(text):
        before = text[max(0, bracket.start() - BEFORE) : bracket.start()].rstrip()
        short = SHORT.match(bracket[1].strip())
        if short and is_short(short["short"]):
            long = long_form(short["short"], before)
            if long:
                yield short["short"], long
        elif (
            " " in bracket[1]
            and (word := re.search(r"(?<![\w-])([^\W\d_][\w&/-]{1,9})$", before))
            and is_short(word[1])
        ):
            long = long_form(word[1], bracket[1])
            if long and long == bracket[1].strip():
                yield word[1], long


def is_short(word: str) -> bool:
    """Two capitals at least, and no more than ten signs."""
    return 2 <= len(word) <= 10 and sum(map(str.isupper, word)) >= 2 and not ROMAN.match(word)


def _acronyms(text: str) -> Iterable[str]:
    if text.isupper():
        return ()
    return (found for found in ACRONYM.findall(text) if not ROMAN.match(found.rstrip("s")))


def _singular(short: str) -> str:
    return short[:-1] if short.endswith("s") and short[:-1].isupper() else short
