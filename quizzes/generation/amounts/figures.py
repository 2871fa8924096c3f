"""Figures in prose: numbers that measure something, apart from dates, ranges and labels."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizzes.generation.conflicts import amount, unit
from quizzes.generation.language.dates import DATE, dates
from quizzes.generation.language.numerals import SPELLED, numeral

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
MOST_DIGITS = 4
"""More digits that count nobody keeps in mind."""
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
_ANY = re.compile(r"\d|(?i:half|tenth|fifth|quarter|third|fifths|tenths| hundred| thousand| [mb]illion| per ?cent)")


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
    """The number in numerals."""
    about: str
    spelled: str = ""
    """The number as it stands, where that is in words."""

    @property
    def unit(self) -> str:
        return "%" if fraction(self.text) else unit(self.text)


def numbers(text: str) -> list[Figure]:
    """Every number of the text that is neither date nor label, parts in words among them."""
    if not _ANY.search(text):
        return []
    taken = [(match.start(), match.end()) for pattern in (DATE, _DAY) for match in pattern.finditer(text)]
    found = []
    for match in sorted(
        (match for pattern in (FIGURE, FRACTION, SPELLED) for match in pattern.finditer(text)),
        key=lambda match: match.start(),
    ):
        inside = any(start < match.end() and match.start() < end for start, end in taken)
        if inside or _NAMED_SHARE.match(text[match.end() - 1 :]):
            continue
        opening = re.search(rf"(?i:\b{ABOUT})$", text[: match.start()])
        about = opening.group().strip().casefold() if opening else ""
        spelled = match.group().casefold() if match.re is SPELLED else ""
        value = numeral(match) if spelled else match.group()
        if about or unit(value) or fraction(value) or not _LABEL.search(text[: match.start()]):
            begin = match.start() - len(about) - bool(about)
            found.append(Figure(begin, match.start(), match.end(), value, about, spelled))
    return found


def dated(text: str) -> bool:
    """Whether the words say when."""
    return bool(dates(text) or re.search(PERIOD, text))


def figures(text: str) -> list[Figure]:
    """The numbers of the text in numerals that measure something, small counts apart."""
    return [found for found in numbers(text) if not fraction(found.text) and not found.spelled and measures(found.text)]


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


def exact(value: str) -> bool:
    """Whether a number has more digits that count than one remembers: 55,809, but not 56,000."""
    return len("".join(re.findall(r"\d", value)).strip("0")) > MOST_DIGITS


def rounded(value: str) -> str:
    """The number with two digits that count, or three that begin with one or two: "43,000" for "42,860", "207,000" for "207,111"."""
    return re.sub(r"\d[\d,]*(?:\.\d+)?", lambda match: with_few_digits(float(match.group().replace(",", ""))), value)


def with_few_digits(number: float) -> str:
    """The number with so many digits that count that it stays within some per cent of itself."""
    whole = str(int(number))
    return f"{round(number, (3 if whole[0] in '12' else 2) - len(whole)):,.10g}"
