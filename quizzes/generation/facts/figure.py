"""Figures: a sentence that stands alone and gives a share, a sum of money or a large count, which can be left open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.conflicts import amount, unit
from quizzes.generation.language.clauses import balanced, shortened
from quizzes.generation.language.dates import DATE, dates
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.words import bare, content, tokens, word_count
from quizzes.generation.sentences import Sentence
from quizzes.generation.source import Source
from quizzes.generation.types import Fact

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
FIGURE = re.compile(
    rf"(?<![\w.,/–-])(?:(?:US|A|C|NT)?[$€£] ?)?(?:{_DIGITS})(?:[ -](?:million|billion|trillion|thousand)\b)?(?: ?(?:per cent|percent|percentage points|%))?(?![\d/–-]|[.,]\d|st\b|nd\b|rd\b|th\b|\w)"
)
"""A number with its currency, scale or per cent."""
_LABEL = re.compile(
    r"(?:[A-Z][\w’'-]*|[Nn]o\.|[Aa]rt(?:icle)?\.?|[Pp]p?\.|version|figure|table|page|chapter|aged?|above|below|threshold|under) $"
)
"""What turns a number into a name: "Resolution 217", "page 12"."""
_RISES = re.compile(
    r"\b(?:grew|grown|grow|rose|risen|rise|increased?|climbed|expanded|jumped|swelled|doubled|up|peaked)\b"
)
_FALLS = re.compile(r"\b(?:fell|fallen|fall|declined?|dropped|shrank|shrunk|decreased?|sank|down)\b")
_NAMED_SHARE = re.compile(
    r"%[ -](?:of GDP|threshold|benchmark|target|goal|rule|level|mark|confidence|significance)\b|^[“\"‘']"
)
_NORM = re.compile(
    r"\b(?:targets?|benchmark|goal|threshold|commit\w*|should|must|requires?|required|minimum|at least|rule)\b"
)
"""Figures that are set, not found: they are known, or stand for something else."""
_RANGE = re.compile(
    r"(?<![\d,.])(?!(?:1[5-9]|20)\d\d )\d[\d,.]*(?: per cent|%)? (?:and|to|or|out of) (?:about |some )?$|\b(?:ending|dated|aged?|page|costs?) $"
)
_WHOLE = re.compile(r"(?:100|50) ?(?:%|per cent)")
_STRUCTURE = re.compile(
    r"[\[\]:;?=+]|…|\.\.\.|^[a-z\d]|\s[–-]\s|—|--|^\w+ that [a-z]|\b(?i:section|table|figure|chapter|note|plant|implement|as noted)\b"
)
_DEFINITE = re.compile(r"(?:The|It|In|On|At|By|From|During|Of|Between|Consisting|Working|Based|No)\b")
"""A sentence that opens so and names nothing needs the page to be understood."""
SMALLEST_COUNT, FEWEST_WORDS, MOST_WORDS, MOST_FIGURES = 100, 8, 32, 4


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A figure for each sentence that gives one plainly; the last one of a row, to which the others lead."""
    for sentence in source.sentences:
        text = shortened(re.sub(r"\s*\([^()]*\)", "", bare(sentence.clean)).rstrip(" ."), MOST_WORDS)
        found = figures(text)
        if not found:
            continue
        reason = problem(text, found, source)
        if reason:
            refused[f"figure: {reason}"] += 1
        else:
            yield fact_of(text, found, sentence, source)


def figures(text: str) -> list[re.Match[str]]:
    """Every number of the text that measures something, dates and labels apart."""
    taken = [(date.start(), date.end()) for date in DATE.finditer(text)]
    return [
        match
        for match in FIGURE.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in taken)
        and measures(match.group())
        and not _LABEL.search(text[: match.start()])
        and not _NAMED_SHARE.match(text[match.end() - 1 :])
    ]


def measures(value: str) -> bool:
    """Whether the number is a share, money, has a scale or decimals, or is a large count."""
    number = amount(value)[0]
    return bool(unit(value) or re.search(r"[a-z]", value) or "." in value or number >= SMALLEST_COUNT)


def rises_or_falls(text: str) -> str:
    """ "up", "down" or nothing: how the figures of a sentence follow each other."""
    return "up" if _RISES.search(text) else "down" if _FALLS.search(text) else ""


def problem(text: str, found: list[re.Match[str]], source: Source) -> str | None:
    """Why a sentence is not fit to be asked for its figure."""
    named = any(map(source.is_name, tokens(text)))
    if reason := unclear(text, found):
        return reason
    if _NORM.search(text):
        return "set, not found"
    if not balanced(text) or _STRUCTURE.search(text):
        return "not a plain statement"
    if reason := pointing_outside(text.replace(found[-1].group(), "many")):
        return reason
    if not FEWEST_WORDS <= word_count(text) <= MOST_WORDS or len(content(text)) < 5:
        return "too short or too long"
    return None if named or not _DEFINITE.match(text) else "no name"


def unclear(text: str, found: list[re.Match[str]]) -> str | None:
    """Why the last figure of a sentence is none to ask for: others stand too near, or it only counts."""
    values = [match.group() for match in found]
    if len(found) > MOST_FIGURES or len({*map(unit, values)}) > 1 or values.count(values[-1]) > 1:
        return "several figures"
    if _RANGE.search(text[: found[-1].start()]):
        return "a range or a detail"
    mere = not unit(values[-1]) and not rises_or_falls(text) and "illion" not in values[-1]
    return "a mere count" if mere or _WHOLE.match(values[-1]) else None


def fact_of(text: str, found: list[re.Match[str]], sentence: Sentence, source: Source) -> Fact:
    """The fact that the figure fills the gap; a row of figures that rises or falls bounds it."""
    last = found[-1]
    gapped = f"{text[: last.start()]}____{text[last.end() :]}"
    before = found[-2].group() if len(found) > 1 and unit(found[-2].group()) == unit(last.group()) else ""
    return Fact(
        "figure", gapped, "fills the gap", last.group(), "number", sentence.evidence, sentence.section.id, source.index,
        modality="attributed", parts={"before": before, "way": rises_or_falls(text), "unit": unit(last.group()), "dated": "yes" if dates(text) else ""},
    )  # fmt: skip
