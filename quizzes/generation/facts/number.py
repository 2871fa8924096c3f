"""Numbers with a unit: "X had an estimated 56,000 infantry", "the number of … was 55,809 in 2015/16", "45 per cent of … were …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import clause_of, hedged, trimmed
from quizzes.generation.language.dates import dates
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.words import bare, tokens, word_count
from quizzes.generation.sentences import Sentence
from quizzes.generation.source import Source
from quizzes.generation.types import Fact

NUMBER = r"(?:(?:US)?[$€£])?\d{1,3}(?:,\d{3})+|(?:(?:US)?[$€£])?\d+(?:\.\d+)?"
_SCALE = r"(?: (?:million|billion|trillion|thousand))?"
_ABOUT = r"(?:(?:about|around|some|approximately|roughly|nearly|almost|over|more than|at least|up to|an estimated|only|as many as|fewer than|less than) )*"
_BOUND = re.compile(r"over|more than|at least|up to|nearly|almost|only|fewer|less|as many")
MOST_DIGITS = 3
_PERCENT = r"(?: ?(?:per cent|percent|%))"
_VALUE = rf"(?P<about>{_ABOUT})(?P<value>(?:{NUMBER}){_SCALE}{_PERCENT}?)(?![\d/–-])"
_AMOUNT = re.compile(
    rf"^(?P<what>(?:The |the )(?:total |overall |average )?(?:number|share|proportion|value|cost|size|population|length|area|volume|amount|trade turnover|budget) of [^,;:]+?) (?P<be>was|were|is|stood at|amounted to|reached|totalled) {_VALUE}(?P<tail>[^,;:]*)"
)
_SHARE = re.compile(rf"^{_VALUE} of (?P<what>[a-z][^,;:]+?) (?P<rest>(?:were|was|are|is|had|have|\w+ed) [^,;:]+)")
_COUNT = re.compile(rf"^{_VALUE} (?P<noun>[a-z][\w’'-]*(?: [\w’'-]+){{0,4}})(?P<tail>.*)$")


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A number for each sentence that gives one plainly."""
    for sentence in source.sentences:
        text = bare(sentence.clean)
        for stem, value, about in questions(text):
            reason = "only a bound" if _BOUND.search(about) else problem(stem, sentence, source)
            reason = reason or ("more exact than anybody keeps in mind" if exact(value) else None)
            if reason:
                refused[f"number: {reason}"] += 1
            else:
                yield fact_of(stem, value, about, sentence, source)
                break


def exact(value: str) -> bool:
    """Whether a number has more digits that count than one remembers: 55,809, but not 56,000."""
    digits = "".join(re.findall(r"\d", value)).strip("0")
    return len(digits) > MOST_DIGITS


def questions(text: str) -> Iterator[tuple[str, str, str]]:
    """Each (question, value, "about" words) that the text answers with a number."""
    lead = re.match(r"((?:In|By|At the end of|As of) [^,]{4,40}), (?=.)", text)
    when = f" {lead[1][0].lower()}{lead[1][1:]}" if lead and dates(lead[1]) else ""
    body = text[lead.end() :] if when and lead else text
    body = re.sub(r"^(?:While|Although) ", "", body)
    if match := _AMOUNT.match(body):
        what = re.sub(r"^The", "the", match["what"])
        tail = re.split(r",| but | and | while ", match["tail"])[0].rstrip(". ")
        yield (
            f"what {'was' if match['be'] != 'is' else 'is'} {what}{tail}{when}",
            match["value"],
            match["about"].strip(),
        )
    if (match := _SHARE.match(body)) and ("%" in match["value"] or "cent" in match["value"]):
        rest = trimmed(match["rest"])
        if rest:
            yield f"what percentage of {match['what']} {rest}{when}", match["value"], match["about"].strip()
    clause = clause_of(body)
    if clause and not clause.aux and (match := _COUNT.match(clause.rest)):
        yield from counted(clause.asked(), clause.rest, match, when)


def counted(asked: str, rest: str, match: re.Match[str], when: str) -> Iterator[tuple[str, str, str]]:
    """ "did Azerbaijan have 2,500 ships in 2019" as "how many ships did Azerbaijan have in 2019"."""
    verb = asked[: -len(rest)].strip()
    noun, tail = split_noun(f"{match['noun']}{match['tail']}")
    if (
        noun
        and verb
        and not re.search(r"[$€£]", match["value"])
        and not re.match(r"(?:in|of|from|for|on|at)\b", noun)
        and "," not in tail
        and " and " not in tail
    ):
        yield f"how many {noun} {verb}{tail}{when}", match["value"], match["about"].strip()


def split_noun(text: str) -> tuple[str, str]:
    """The counted noun phrase and what follows it."""
    match = re.match(
        r"((?:[\w’'-]+ ){0,3}?[\w’'-]+s|infantry|personnel|troops|people)((?: (?:in|on|at|to|from|for|along|of|with|across|by|between) .+)?)$",
        text,
    )
    return (match[1], match[2]) if match else ("", "")


def problem(stem: str, sentence: Sentence, source: Source) -> str | None:
    """Why a number is not fit to be asked about."""
    if hedged(stem):
        return "not certain"
    if reason := pointing_outside(stem):
        return reason
    if re.search(r"\b(?:do|does|is|are|has|have)\b", stem) and not dates(stem):
        return "present without a date"
    if not 6 <= word_count(stem) <= 32:
        return "too short or too long"
    return None if any(source.is_name(word) for word in tokens(stem)) else "no name"


def fact_of(stem: str, value: str, about: str, sentence: Sentence, source: Source) -> Fact:
    """The fact that the number is the answer."""
    return Fact(
        "number", stem, "amounts to", value, "number", sentence.evidence, sentence.section.id, source.index,
        modality="attributed", parts={"about": about},
    )  # fmt: skip
