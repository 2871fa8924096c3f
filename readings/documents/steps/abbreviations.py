"""Short forms: those the text expands, those it never does, and the damaged ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
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
DOTTED = re.compile(r"(?:[A-Z]\.)+$")
INITIALS = re.compile(
    r"\b[A-ZÀ-ÞĀ-Ž]{1,2}\b(?=,|\.|\s&)|(?<=[a-zà-ÿ],\s)[A-Z]{2,3}\b|\b[A-ZÀ-ÞĀ-Ž]{2,5},\s(?=[A-ZÀ-ÞĀ-Ž]\.)"
)
PAGES_AROUND = {"front_matter", "imprint"}
STATES = {"U.S.", "U.S.A.", "U.K.", "U.N.", "E.U.", "U.A.E.", "D.C."}
ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/|doi:\s*)\S+|\b[\w.+-]{1,64}@\S+", re.IGNORECASE)
CAPITALS = re.compile(r"(?:[A-ZÀ-ÞĀ-ŽА-Я][A-ZÀ-ÞĀ-ŽА-Я’'-]+[\s:,]+){2,}[A-ZÀ-ÞĀ-ŽА-Я]{2,}")
WORD = re.compile(r"[^\W\d_]{2,}")
SMALL_WORD = re.compile(r"(?<![\w-])[a-z]{2,}(?![\w-])")
PRINTERS = {"VOL", "NO", "PP", "ED", "EDS"}
CODE = re.compile(r"[\[(]?[A-Z]{2,}(?:[-‐‑_][A-Z]{2,})*[-‐‑_ ]\d{5,}\]?")
LONG_BESIDE = re.compile(r"\b[A-Z]{6,}\s$")
BEFORE = 200
LONGEST = 5


def find_abbreviations(document: Document) -> Document:
    """Collect short forms from the text and the notes."""
    texts = list(_texts(document))
    expanded: dict[str, str] = {}
    for text in texts:
        for short, long in _definitions(text):
            expanded.setdefault(short, long)
    known = {_singular(short) for short in expanded}
    common = Counter(word for text in texts for word in SMALL_WORD.findall(text))
    seen = dict.fromkeys(short for text in texts for short in _acronyms(text) if not _stressed(short, text, common))
    seen |= dict.fromkeys(short for text in _around(document) for short in _acronyms(text, bare=True))
    unexpanded = tuple(Abbreviation(short) for short in seen if _singular(short) not in known | PRINTERS)
    pairs = tuple(Abbreviation(short, long) for short, long in expanded.items())
    return replace(document, abbreviations=replace(document.abbreviations, expanded=pairs, unexpanded=unexpanded))


def _texts(document: Document) -> Iterator[str]:
    yield from (block.text for section in document.sections for block in section.blocks)
    yield from (note.text for note in document.notes)


def _around(document: Document) -> Iterator[str]:
    """What stands around the text: headings, sources without their initials, the title page and the imprint."""
    yield from (section.title for section in document.sections if section.title and not section.title.isupper())
    yield from (INITIALS.sub("", reference.text) for reference in document.references)
    yield from (word for word in (document.metadata.container, document.metadata.publisher) if word)
    pages = (finding.text or "" for finding in document.findings if finding.code in PAGES_AROUND)
    yield from (line for page in pages for line in page.splitlines())


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


def _acronyms(text: str, bare: bool = False) -> Iterator[str]:
    """Acronyms of a text; a line, an address or a run of words in capitals holds none that could be told.

    Where names and titles stand ``bare``, without sentences, a longer word in capitals is a name or a title too, and so
    is what repeats the words right before it.
    """
    if text.isupper() and (len(WORD.findall(text)) > 1 or text.strip().isalpha()):
        return
    shown = CAPITALS.sub(" ", CODE.sub(" ", ADDRESS.sub(" ", text)))
    for found in ACRONYM.finditer(shown):
        short = found[0]
        if ROMAN.match(short.rstrip("s")):
            continue
        if bare and (
            len(short) > LONGEST
            or LONG_BESIDE.search(shown[: found.start()])
            or long_form(short, shown[: found.start()].rstrip())
        ):
            continue
        if not _initials(short, shown, found.start(), found.end()):
            yield short


def _stressed(short: str, text: str, common: Counter[str]) -> bool:
    """A long word, or one of two side by side, that the text has in small letters too is in capitals for its weight."""
    if not short.isalpha() or not common[short.lower()]:
        return False
    beside = re.search(rf"\b([A-Z]{{2,}})\s+{short}\b|\b{short}\s+([A-Z]{{2,}})\b", text)
    other = (beside[1] or beside[2]).lower() if beside else ""
    return len(short) > LONGEST or common[other] > 0


def _initials(short: str, text: str, start: int, end: int) -> bool:
    """Letters with dots before a surname, after one, or after the figures of a time are no short form."""
    if not DOTTED.match(short) or short in STATES:
        return False
    after, before = text[end : end + 3], text[max(0, start - 12) : start]
    return bool(re.match(r"\s[A-ZÀ-ÞĀ-Ž]", after) or re.search(r"[A-ZÀ-ÞĀ-Ž][\w’'-]+,\s$|\d\s?$", before))


def _singular(short: str) -> str:
    return short[:-1] if short.endswith("s") and short[:-1].isupper() else short
