"""Dates in prose: where they stand, how exact they are, and what they sort by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
_YEAR = r"(?:1[5-9]|20)\d\d"
DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH}),? (?P<y1>{_YEAR})"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>{_YEAR})"
    rf"|(?P<m3>{_MONTH})(?: of|,)? (?P<y3>{_YEAR})"
    rf"|(?P<y4>{_YEAR}))(?![\d\w])"
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as found at ``start:end`` of a text."""

    start: int
    end: int
    text: str
    year: int
    month: int = 0
    day: int = 0

    @property
    def exactness(self) -> Literal["day", "month", "year"]:
        return "day" if self.day else "month" if self.month else "year"

    @property
    def iso(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])


def dates(text: str) -> list[Date]:
    """Every date of the text, in order; a year that belongs to a range such as 1988–1994 is none."""
    found = []
    for match in DATE.finditer(text):
        part = match.groupdict()
        year = next(int(part[name]) for name in ("y1", "y2", "y3", "y4") if part[name])
        month = next((MONTHS.index(part[name]) + 1 for name in ("m1", "m2", "m3") if part[name]), 0)
        day = int(part["d1"] or part["d2"] or 0)
        if day <= 31 and not in_range(text, match.start(), match.end()):
            found.append(Date(match.start(), match.end(), match.group(), year, month, day))
    return found


def in_range(text: str, start: int, end: int) -> bool:
    """Whether the year is one end of a range, or glued to something (2014/15, 1,960)."""
    return bool(re.search(r"(?:\d|\d[a-z]?\s?)[-–—/]\s?$|[-–—/.,]$", text[:start][-4:])) or bool(
        re.match(r"\s?[-–—/]\s?\d|[-–—]\w|s\b|,\d", text[end:])
    )


def written(iso: str) -> str:
    """ "2020-11-10" as "10 November 2020"."""
    year, *rest = iso.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])
