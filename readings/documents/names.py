"""People, institutions and dates as title pages print them."""

from __future__ import annotations

import re
from itertools import takewhile

from .types import Person

ORGANISATION = re.compile(
    r"\b(?:Institute|Institut|University|Universit[àäé]t?|Centre|Center|Programme|Program|Foundation|Stiftung|Council|Society|Academy|Department|School|College|"
    r"House|Press|Ministry|Association|Organi[sz]ation|Commission|Committee|Agency|Network|Bank|Group|Forum|Observatory|Initiative|Project|Publishers?|Publishing|Laboratory|Faculty|Service|Office|Bureau|Union|Party|Congress|Autonomy|Movement|Fund|Authority|Board|Federation|Parliament|Court|Corps|Corporation|Company|League|Front|Army|International|Watch|USA|UK)\b"
)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTH = "|".join(f"{month}|{month[:3]}\\.?" for month in MONTHS) + r"|Sept\.?"
DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{MONTH})\s*,?\s+(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<m2>{MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s*,\s*(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<m3>{MONTH})\s*,?\s+(?P<y3>(?:19|20)\d\d)"
    r"|(?P<y5>(?:19|20)\d\d)-(?P<m5>\d\d)-(?P<d5>\d\d))\b",
    re.IGNORECASE,
)
LONE_YEAR = re.compile(r"(?:©\s*|\(c\)\s*|^|\s)((?:19|20)\d\d)[.\s]*$")
NAME_WORD = r"(?:[A-ZÀ-ÞĀ-ŽƏŞĞİÇÖÜ][\w’'-]*\.?|(?:de|van|von|der|den|al|el|bin|di|da|du|la|le)(?=\s))"
NAME = re.compile(rf"(?!(?:The|An?|Its|Our|Their|His|Her|This)\s){NAME_WORD}(?:[ \u00a0-]{NAME_WORD}){{1,4}}$")
TITLES = re.compile(r"^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Ambassador|PhD)\.?\s+)+|,?\s*(?:PhD|Ph\.D\.?|MA|M\.A\.)$")
BY = re.compile(r"^(?:written |prepared |a (?:report|paper) )?(?:by|authors?)\b\s*:?\s*", re.IGNORECASE)
PARTING = re.compile(r"\s*(?:,?\s+(?:and|und|et)\s+|\s*[&;]\s*|,\s*)")
GIVEN = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w.’'-]*(?: [A-ZÀ-ÞĀ-Ž][\w.’'-]*){0,2}")
OFFICE = re.compile(
    r"\b(?:Professor|Fellow|Director|Editor|Lecturer|Researcher|Analyst|Examiner|Chair|Author|Advis[eo]r|Scholar|Student|Institute|University|"
    r"Cent(?:er|re)|School|Department|Ph\.?D|M\.?A|M\.?D|Jr|Sr|Esq|LLP|Ltd|Inc)\b"
)
NOTE_SIGNS = re.compile(r"[*†‡§]+|(?<=[^\W\d_])\d{1,2}(?:,\d{1,2})*(?=$|[\s,])")


def iso_date(text: str) -> str | None:
    """The first date in a text as far as it goes: ``12 May 2020`` gives ``2020-05-12``, ``March 2019`` gives ``2019-03``."""
    found = DATE.search(text)
    if not found:
        lone = LONE_YEAR.search(text)
        return lone[1] if lone else None
    year = found["y1"] or found["y2"] or found["y3"] or found["y5"]
    month = int(found["m5"]) if found["m5"] else _month(found["m1"] or found["m2"] or found["m3"])
    day = found["d1"] or found["d2"] or found["d5"]
    return f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else "")


def _month(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month[:3].lower() == name[:3].lower())


def people(text: str) -> tuple[Person, ...]:
    """The persons of a line, up to an office, empty where any part of it is none: ``By Ada Orr and Ben Poe*`` gives two."""
    bare = NOTE_SIGNS.sub("", BY.sub("", text)).strip(" .,|")
    parts = [TITLES.sub("", part.strip()) for part in PARTING.split(bare) if part.strip()]
    parts = list(takewhile(lambda part: not OFFICE.search(part), parts))
    if not parts or len(bare) > 200 or not all(NAME.match(part) for part in parts):
        return ()
    return tuple(map(person, parts))


def person(name: str) -> Person:
    """Given name and surname; what follows the first given name and initials is the surname of a three-part name.

    "Orr, Ada" is turned round; an office or institution behind the name is left out.
    """
    bare, *behind = re.sub(r"\s*\([^()]*\)", "", name.replace("\u00a0", " ")).split(",")
    given = behind[0].strip() if len(behind) == 1 else ""
    if GIVEN.fullmatch(given) and not OFFICE.search(given):
        return Person(given, bare.strip())
    words = (bare.title() if bare.isupper() else bare).split()
    if len(words) == 1:
        return Person(None, words[0])
    cut = 1
    while cut < len(words) - 1 and words[cut].endswith("."):
        cut += 1
    return Person(" ".join(words[:cut]), " ".join(words[cut:]))
