"""Bibliography entries and citations taken apart: who, and when."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

YEAR = r"(?:1[5-9]|20)\d\d"
BRACKETED_YEAR = re.compile(
    rf"[(\[](?:[^()\[\]]{{0,20}}\b)?({YEAR}|n\.\s?d\.|forthcoming|in press)([a-z])?(?!\w)[^()\[\]]{{0,25}}[)\]]",
    re.IGNORECASE,
)
NAME_PART = r"(?:[A-ZÀ-ÞĀ-ŽƏА-Я][\w’'.-]*|and|et|al\.|&|[Ee]ds?\.|de|van|von|der|den|del|della|di|da|la|le|el|al|of|for|the|on|in)"
DATED = re.compile(rf"({NAME_PART}(?:,?\s+{NAME_PART}){{0,24}})[.,]\s+({YEAR})([a-z])?[.:]\s")
UNDATED = re.compile(r"(?<=[.,]\s)n\.\s?d\.")
PLAIN_YEAR = re.compile(rf"\b({YEAR})([a-z])?\b(?!\s*[–-]\s*\d{{2,4}})")
AUTHORS_END = re.compile(r"(?<=[^\W\d_]{2})[.:]\s+(?=[\"“‘'*«]?[A-ZА-ЯÀ-Þ\d])|,\s*(?=[\"“‘«])")
INITIALS = re.compile(r"(?:[A-ZÀ-ÞĀ-ŽА-Я]\.[\s-]?){1,4}$|[A-ZÀ-Þ]{1,2}$|[A-ZÀ-Þ](?:[ -][A-ZÀ-Þ]){1,3}$")
LEADING_INITIALS = re.compile(r"^(?:[^\W\d_]\.\s?-?)+\s*")
BETWEEN = re.compile(r"\s*(?:;|,?\s+(?:and|und|et|ve|и)\s+|,?\s*&)\s*(?!al\b)")
OTHERS = re.compile(
    r",?\s*\bet\.?\s*al\b\.?|\s*&\s*al\b\.?|,?\s*\band (?:others|colleagues|co-authors)\b|\s*[(\[]eds?\.?[)\]]|,\s*eds?\.$",
    re.IGNORECASE,
)
PARTICLES = {
    "de",
    "van",
    "von",
    "der",
    "den",
    "del",
    "della",
    "di",
    "da",
    "la",
    "le",
    "el",
    "al",
    "bin",
    "ibn",
    "ter",
    "ten",
    "dos",
}
CORPORATE = re.compile(
    r"\b(?:Institute|University|Organi[sz]ation|Group|Council|Commission|Ministry|Committee|Union|Agency|Bank|Cent(?:er|re)|Office|Foundation|Association|Service|Government|Department|Nations|Parliament|Bureau|Society|Network|Fund|Assembly|Press|Times|News)\b"
)


OF = re.compile(r"\b(?:of|for)\b|^The\s")


@dataclass(frozen=True, slots=True)
class Author:
    """One name: what it is filed under, and all its words folded."""

    surname: str
    names: tuple[str, ...]
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """What an entry or a citation says of a work."""

    authors: tuple[Author, ...]
    year: str
    suffix: str = ""
    others: bool = False
    opening: str = ""
    other_year: str = ""
    """Of a reprint or of the original: ``1867/1999``, ``[1867] 1999``."""


def fold(text: str) -> str:
    """A name for comparison: no accents, small letters, words parted by single blanks."""
    decomposed = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("&", " and ")).casefold()
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s]|_", " ", letters).split())


def read_entry(text: str) -> Work:
    """Authors and year of a bibliography entry; ``Orr, A. (2001). Salt.`` gives Orr, 2001."""
    bracketed = BRACKETED_YEAR.search(text[:300])
    if bracketed:
        return _work(text[: bracketed.start()], bracketed[1], bracketed[2])
    dated = DATED.match(text[:300])
    if dated:
        return _work(dated[1], dated[2], dated[3])
    undated = UNDATED.search(text[:200])
    if undated:
        return _work(text[: undated.start()], "n.d.", "")
    authors_end = AUTHORS_END.search(text[:300])
    names = text[: authors_end.start()] if authors_end else ""
    early = PLAIN_YEAR.search(text[: len(names) + 8]) if names else None
    if early and early.start() <= len(names) + 3:
        return _work(text[: early.start()], early[1], early[2])
    years = PLAIN_YEAR.findall(
        re.sub(
            r"https?://\S+|\((?:accessed|retrieved)[^()]*\)|(?:accessed|retrieved)[^.;]*", "", text, flags=re.IGNORECASE
        )
    )
    year, suffix = years[-1] if years else ("n.d.", "")
    return _work(names, year, suffix)


def _work(names: str, year: str, suffix: str | None) -> Work:
    opening = names.strip(" .,(*_\"“”'")
    return Work(read_authors(opening), year.lower(), (suffix or "").lower(), bool(OTHERS.search(names)), opening)


def read_authors(names: str) -> tuple[Author, ...]:
    """The people of a list, whichever of given name and surname comes first."""
    bare = OTHERS.sub("", names).strip(" .,:")
    if not bare or len(bare.split()) > 40:
        return ()
    if "," not in bare and (CORPORATE.search(bare) or OF.search(bare)):
        return (_corporate(bare),)
    return tuple(author for chunk in BETWEEN.split(bare) for author in _chunk(chunk))


def _corporate(name: str) -> Author:
    return Author(name, tuple(fold(name).split()))


def _chunk(chunk: str) -> list[Author]:
    """Names between two "and": initials, or a given name after one comma, belong to the surname before them."""
    parts = [part.strip() for part in chunk.split(",") if part.strip()]
    if len(parts) == 2 and not INITIALS.match(parts[0]) and not INITIALS.match(parts[1]):
        return [_inverted(parts[0], parts[1])]
    people: list[tuple[str, str]] = []
    for part in parts:
        if INITIALS.match(part) and people and not people[-1][1]:
            people[-1] = (people[-1][0], part)
        elif not INITIALS.match(part) or not people:
            people.append((part, ""))
    return [_inverted(name, given) if given else _direct(name) for name, given in people]


def _inverted(surname: str, given: str) -> Author:
    bare = LEADING_INITIALS.sub("", surname) or surname
    return Author(bare, tuple(fold(bare).split()), tuple(fold(given.replace(".", ". ")).split()))


def _direct(name: str) -> Author:
    """Given name first: the surname is the last word with the particles before it."""
    words = name.split()
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in PARTICLES:
        start -= 1
    if all(fold(word) in PARTICLES for word in words[:start]):
        start = 0
    surname = " ".join(words[start:])
    return Author(surname, tuple(fold(surname).split()), tuple(fold(" ".join(words[:start])).split()))


def label_of(work: Work) -> str:
    """Surnames and year as a reader knows a work: "De Waal 2019", "Orr and Poe 2001", "Orr et al. 2001"."""
    names = [_cased(author.surname) for author in work.authors]
    if not names:
        who = " ".join(work.opening.split()[:6]).rstrip(".,:;")
    elif len(names) == 1:
        who = names[0] + (" et al." if work.others else "")
    else:
        who = f"{names[0]} and {names[1]}" if len(names) == 2 and not work.others else f"{names[0]} et al."
    return f"{who} {work.year}{work.suffix}".strip()


def _cased(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 5 else name
