"""Replies: a text that cites the figure of another text of the course, and sets one of its own against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.generation.conflicts import amount
from quizzes.generation.language.words import content
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

_SPELLED = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDS = {word: str(number) for number, word in enumerate(_SPELLED, 2)}
_UNITS = {
    "cubic kilometres": "km³", "cubic kilometers": "km³", "km3": "km³", "per cent": "per cent", "percent": "per cent", "%": "per cent",
    "megawatts": "MW", "hectares": "hectares", "tonnes": "tonnes", "tons": "tons", "kilometres": "km", "square kilometres": "km²",
    "km³": "km³", "km²": "km²", "MW": "MW", "km": "km", "people": "people", "men": "men", "jobs": "jobs", "deaths": "deaths",
}  # fmt: skip
_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|{'|'.join(_WORDS)})"
_SCALE = r"(?: (?:thousand|million|billion|trillion))?"
_QUANTITY = re.compile(
    rf"(?P<sign>(?:US)?[$€£])(?P<money>\d[\d,]*(?:\.\d+)?{_SCALE})|(?P<number>{_NUMBER}{_SCALE})[ ]?(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?!\w)"
)
_ABOUT = r"(?:about|around|some|roughly|nearly|almost|up to|more than|at least|over) "
_PUTS = re.compile(
    rf"\b(?:puts?|sets?|reckons?|estimates?|gives?|places?) (?P<what>(?:the|its|their) [^.;:,]{{6,90}}?) (?:at|as) (?:{_ABOUT})?(?=(?:US)?[$€£\d]|(?:{'|'.join(_WORDS)})\b)"
)
"""Whoever puts something at a figure."""
_WHICH = re.compile(
    r"^ (?:which|that) (?P<who>[^.;:,]*?) (?P<be>is|are|was|were|will|can|could|would|has|had|have) (?P<rest>[^.;:,]+)"
)
"""What goes on behind a figure that is cited: "the ten tons which the ferry is said to carry"."""
_OWN = re.compile(
    r"\b(?:[Ww]e|I) (?:are|am) left with\b|\b(?:[Oo]ur|[Mm]y) (?:own )?(?:\w+ )?(?:reckoning|estimate|calculation|figure|count|total|result)\b"
    r"|\b(?:[Ww]e|I)(?: would| should| therefore| have)? (?:put|estimate|reckon|arrive|calculate|find|get|count|keep|use|make)\b"
)
"""Words by which authors give a figure of their own."""
_CALL_IT = re.compile(rf"call it (?P<number>{_NUMBER})\b")
_BOUND = re.compile(r"\b(?:could|may|might|up to|at most|at least|more than|less than)\b")
"""What makes a figure a bound or a possibility, where it stands so near before it."""
BEFORE = 60
_THING = re.compile(r"\b(?:[\w-]+ of )?[\w-]+$")
"""The end of what is put at a figure: "the yearly cost of delay"."""
_COMPLEMENT = (
    r"(?P<more> (?:to|for|of|in|among|between) (?:the |all )?[\w-]+(?: (?!at\b|as\b)[\w-]+){0,3}?)(?=,| at | as )"
)
NEAR = 0.1
"""Figures that differ by no larger part of the greater one are one figure."""
_MENTIONS = 2
"""So many sentences must name the author of the text that is replied to."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in one spelling: "ten cubic kilometres" as "10 km³"."""

    value: str
    end: int

    @property
    def unit(self) -> str:
        return re.sub(r"[\d.,]+", "#", self.value)


def replies(sources: list[Source]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of what a text and the text that it replies to say of one thing, each with its own passage."""
    for source in sources:
        for other in sources:
            if source is not other and names(source, other):
                yield from answers(source, other)


def names(source: Source, other: Source) -> bool:
    """Whether a text speaks of the author of another one."""
    authors = other.document.metadata.authors
    surname = authors[0].family if authors else None
    return surname is not None and sum(surname in s.clean for s in source.sentences) >= _MENTIONS


def answers(source: Source, other: Source) -> Iterator[tuple[Fact, Fact]]:
    """For each figure of the other text that this one cites: its own figure behind it, in the same section."""
    for place, sentence in enumerate(source.sentences):
        for asked, cited in citations(sentence):
            theirs = next((s for s in other.sentences if holds(s, cited, asked)), None)
            following = (s for s in source.sentences[place + 1 :] if s.section.id == sentence.section.id)
            own = next((pair for s in following if (pair := own_figure(s, cited))), None)
            if theirs and own:
                shown = bound(sentence, cited)
                asked += missing(asked, theirs, other)
                if "year" not in asked and a_year(own) and a_year((theirs, cited)):
                    asked += " a year"
                yield (
                    fact(asked, own[1], own[0], source, askable=bound(*own) == shown),
                    fact(asked, cited, theirs, other, askable=bound(theirs, cited) == shown),
                )
                break


def citations(sentence: Sentence) -> Iterator[tuple[str, Figure]]:
    """What is asked for, and the figure that the sentence tells of it."""
    for found in quantities(sentence.clean):
        before, behind = sentence.clean[: found.start()], sentence.clean[found.end() :]
        figure = figure_of(found)
        puts = next((m for m in _PUTS.finditer(sentence.clean) if m.end() == found.start()), None)
        if puts:
            yield f"what is {puts['what']}", figure
        elif (which := _WHICH.match(behind)) and re.search(r"\b[Tt]h(?:e|ose) $", before) and "$" not in found.group():
            yield f"how many {found['unit']} {which['be']} {which['who']} {which['rest']}", figure


def bound(sentence: Sentence, figure: Figure) -> bool:
    """Whether a sentence gives the figure as a bound or a possibility: "could hold up to 10" is not "holds 10"."""
    ends = [found.start() for found in quantities(sentence.clean) if figure_of(found).value == figure.value]
    return any(_BOUND.search(sentence.clean[max(0, end - BEFORE) : end]) for end in ends or [figure.end])


def missing(asked: str, theirs: Sentence, other: Source) -> str:
    """What the other text adds to the name of the thing: "the cost of delay" there is "the cost of delay to the two towns of Jutland"."""
    thing = _THING.search(asked)
    found = re.search(re.escape(thing.group()) + _COMPLEMENT, theirs.clean) if thing else None
    if found is None or not re.search(rf"\bthe (?:{'|'.join(_SPELLED)})\b", found["more"]):
        return found["more"] if found else ""
    whole = re.compile(
        re.escape(found["more"].split(" the ")[-1]) + r" (?:of|in|on) (?:the )?[A-ZÀ-Ž][\w’-]+(?: [A-ZÀ-Ž][\w’-]+)*"
    )
    named = next((match for s in other.sentences if (match := whole.search(s.clean))), None)
    return f"{found['more'].partition(' the ')[0]} the {named.group()}" if named else ""


def a_year(told: tuple[Sentence, Figure]) -> bool:
    """Whether a sentence gives its figure for each year."""
    sentence, figure = told
    unit = re.escape(figure.unit.split()[-1])
    return re.search(rf"{unit} (?:a|per|each|every) year", sentence.clean) is not None


def quantities(text: str) -> Iterator[re.Match[str]]:
    return _QUANTITY.finditer(text)


def figure_of(found: re.Match[str]) -> Figure:
    """The quantity in its plain spelling."""
    if found["money"]:
        return Figure(f"{found['sign']}{found['money']}", found.end())
    number = _WORDS.get(found["number"], found["number"])
    return Figure(f"{number} {_UNITS[found['unit']]}", found.end())


def holds(sentence: Sentence, cited: Figure, asked: str) -> bool:
    """Whether a sentence gives that figure of that thing: it shares two words with the question."""
    told = any(figure_of(found).value == cited.value for found in quantities(sentence.clean))
    return told and len(content(asked) & content(sentence.clean)) >= 2


def own_figure(sentence: Sentence, cited: Figure) -> tuple[Sentence, Figure] | None:
    """The one figure of the same unit that the authors of the sentence call their own, where it is another."""
    if not _OWN.search(sentence.clean):
        return None
    told = [figure for figure in map(figure_of, quantities(sentence.clean)) if figure.unit == cited.unit]
    if len(told) != 1 or alike(told[0], cited):
        return None
    called = _CALL_IT.search(sentence.clean, told[0].end)
    ranged = re.search(r"\b(?:between [\d.,]+ and|to|or) $|–$", sentence.clean[: told[0].end - len(told[0].value)])
    if called:
        return sentence, Figure(told[0].unit.replace("#", _WORDS.get(called["number"], called["number"])), called.end())
    return None if ranged else (sentence, told[0])


def alike(one: Figure, other: Figure) -> bool:
    """Whether two figures lie so near that one may be the other, less exactly."""
    (a, _), (b, _) = amount(one.value), amount(other.value)
    return abs(a - b) <= NEAR * max(a, b)


def fact(asked: str, figure: Figure, sentence: Sentence, source: Source, *, askable: bool) -> Fact:
    """The fact that a text gives this figure; it is not asked for where the question would be surer of it, or less, than its text."""
    return Fact(
        "number", asked, "amounts to", figure.value, "number", sentence.evidence, sentence.section.id, source.index, modality="attributed",
        askable=askable,
    )  # fmt: skip
