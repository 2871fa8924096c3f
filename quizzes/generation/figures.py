"""Figures in prose: numbers that measure something, apart from dates, ranges and labels."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .conflicts import amount, unit
from .language.dates import DATE, dates

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
FIGURE = re.compile(
    rf"(?<![\w.,/§–-])(?:(?:US|A|C|NT)?[$€£] ?)?(?:{DIGITS})(?:[ -](?:million|billion|trillion|thousand)\b)?(?: ?(?:per cent|percent|percentage points|%))?(?![\d/–-]|[.,]\d|st\b|nd\b|rd\b|th\b|\w)"
)
"""A number with its currency, scale or per cent."""
PERIOD = r"(?:(?:1[5-9]|20)\d\d(?:[–/-]\d{2,4})?)"
"""A year, or years such as 2015–2019 and 1988/89."""
ABOUT = (
    r"(?:(?:about|around|some|something like|approximately|roughly|nearly|almost|near|close to|of the order of|in the (?:order|region|neighbou?rhood) of|"
    r"not quite|barely|scarcely|hardly|an estimated|a total of|an average of|only|just) )*"
)
ROUGHLY = re.compile(
    r"about|around|some|like|approximately|roughly|near|almost|close|order|region|neighbou?rhood|quite|barely|scarcely|hardly|estimated"
)
BOUND = re.compile(
    r"\b(?:over|more than|at least|up to|fewer than|less than|as many as|as much as|under|below|above|beyond|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)) $"
)
_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?:[–-]\d{1,2})? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December),? \d{1,2}\b"
)
_LABEL = re.compile(
    r"(?:[A-Z][\w’'-]*|§+|U\. ?S\.|Id\., at|supra, at|post, at|ante, at|[Nn]o\.|[Aa]rt(?:icle)?\.?|[Pp]p?\.|version|figure|table|page|chapter|paragraph|aged?|above|below|threshold|under) $"
)
"""What turns a number into a name: "Resolution 217", "page 12"."""
_NAMED_SHARE = re.compile(
    r"%[ -](?:of GDP|threshold|benchmark|target|goal|rule|level|mark|confidence|significance)\b|^[“\"‘']"
)
SMALLEST_COUNT = 100
_FRACTIONS = {
    "tenth": 0.1, "fifth": 0.2, "quarter": 0.25, "third": 1 / 3, "two fifths": 0.4, "half": 0.5, "three fifths": 0.6,
    "two thirds": 2 / 3, "three quarters": 0.75, "four fifths": 0.8, "nine tenths": 0.9,
}  # fmt: skip
FRACTION = re.compile(
    r"(?<!first )(?<!second )(?<!latter )(?<!other )(?<!last )(?<!northern )(?<!southern )(?<!eastern )(?<!western )(?<!-)"
    r"(?i:\b(?:(?:a|one)[ -](?:tenth|fifth|quarter|third)|half|two[ -](?:thirds|fifths)|three[ -](?:quarters|fifths)|four[ -]fifths|nine[ -]tenths))"
    r"(?= of (?!(?:an?|the) (?:century|decade|year|month|day|hour|way)\b))"
)
"""A part in words: "two thirds of", but not "half of the year"."""
_ANY = re.compile(r"\d|(?i:half|tenth|fifth|quarter|third|fifths|tenths)")


OUT_OF = re.compile(rf"(?<=\d) (?:out )?of (?:the )?(?P<all>(?:{DIGITS})(?: (?:million|billion|thousand))?)(?= [a-z])")
ALL = "umpteen"


def whole(text: str) -> tuple[str, str]:
    """The text with a word for the number of all, and that number: "8 of the umpteen ships" and "20" for "8 of the 20 ships"."""
    match = OUT_OF.search(text)
    return (f"{text[: match.start()]} of the {ALL}{text[match.end() :]}", match["all"]) if match else (text, "")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at ``start:end`` of a text, with the words such as "about" that stand before it from ``begin`` on."""

    begin: int
    start: int
    end: int
    text: str
    about: str

    @property
    def unit(self) -> str:
        return "%" if fraction(self.text) else unit(self.text)


def numbers(text: str) -> list[Figure]:
    """Every number of the text that is neither date nor label, parts in words among them."""
    if not _ANY.search(text):
        return []
    taken = [(match.start(), match.end()) for pattern in (DATE, _DAY) for match in pattern.finditer(text)]
    found = []
    for match in sorted([*FIGURE.finditer(text), *FRACTION.finditer(text)], key=lambda match: match.start()):
        inside = any(start < match.end() and match.start() < end for start, end in taken)
        if inside or _NAMED_SHARE.match(text[match.end() - 1 :]):
            continue
        opening = re.search(rf"(?i:\b{ABOUT})$", text[: match.start()])
        about = opening.group().strip().casefold() if opening else ""
        if about or unit(match.group()) or fraction(match.group()) or not _LABEL.search(text[: match.start()]):
            found.append(
                Figure(match.start() - len(about) - bool(about), match.start(), match.end(), match.group(), about)
            )
    return found


def dated(text: str) -> bool:
    """Whether the words say when."""
    return bool(dates(text) or re.search(PERIOD, text))


def figures(text: str) -> list[Figure]:
    """The numbers of the text that measure something, small counts apart."""
    return [found for found in numbers(text) if not fraction(found.text) and measures(found.text)]


def measures(value: str) -> bool:
    """Whether the number is a share, money, has a scale or decimals, or is a large count."""
    number = amount(value)[0]
    return bool(unit(value) or re.search(r"[a-z]", value) or "." in value or number >= SMALLEST_COUNT)


def fraction(text: str) -> float:
    """How much a part in words is: "a third", "two-thirds"; 0 for anything else."""
    return _FRACTIONS.get(re.sub(r"^(?:a|one) ", "", text.replace("-", " ").casefold()), 0.0)


def fractions(model: str) -> list[str]:
    """All parts in words, with hyphens where the model has them."""
    spelled = [name if name == "half" or " " in name else f"a {name}" for name in _FRACTIONS]
    return [re.sub(r"(?<!^a) ", "-", name) if "-" in model else name for name in spelled]
