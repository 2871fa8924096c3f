"""Where it happened: a clause that tells of a meeting, a signing or a founding, and the town that it took place in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.dates import Date, dates, written
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.towns import TOWN_NAME, is_town
from quizzes.generation.language.words import bare, upper_first
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

from .dated import aside, asked, happenings, main_clauses, plain, problem, whole

_ASIDE = re.compile(r"\s*\([^()]*\)")
_IN = re.compile(
    rf",? (?:in|at) (?P<town>{TOWN_NAME})(?:, (?P<land>{TOWN_NAME}))?,?(?= (?:by|between|and|on|in|with|after|to|for|that|at|under|during|took|agreed|decided|ruled|adopted|"
    r"set|ended|brought|approved|proclaimed|established|created|founded)\b|$)"
)
"""A town in a clause, and its country."""
_SOMEWHERE = re.compile(r" (?:in|at) (?=[A-ZÀ-Ž])")
HELD = re.compile(
    r"\b(?:met|held|gathered|convened|assembled|signed|concluded|initialled|adopted|ratified|agreed|reached|negotiat\w+|summit|conference|congress|talks|meeting|"
    r"founded|established|opened|launched|created|proclaimed|set up|formed|defeated|surrendered|assassinated|shot|arrested)\b"
)
"""What takes place somewhere."""
_SIGNED = re.compile(
    rf"\b(?P<thing>(?:[Tt]he|[Aa]n?) (?:(?!(?:was|were|which|that|and|who)\b)[\w’'–/-]+ ){{1,9}}?(?:of (?P<when>(?:\d{{1,2}} )?(?:[A-Z][a-z]+ )?\d{{4}}))?),? (?:which was )?"
    rf"(?P<verb>signed|concluded|adopted|initialled|negotiated|founded|established|held|launched) (?:in|at) (?P<town>{TOWN_NAME})"
    rf"(?P<by> (?:by|between) (?:the )?[A-ZÀ-Ž][\w’'-]*(?:(?:, | and |, and | )(?:the |of )?[A-ZÀ-Ž][\w’'-]*)*)?(?: (?:in|on) (?P<on>(?:\d{{1,2}} )?(?:[A-Z][a-z]+ )?\d{{4}}))?(?=[,;.]| and |$)"
)
"""What is said of a thing in passing: "the pact of 4 May 1931, signed in Lima by Chile and Peru,"."""


_DATE = r"(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}"
_MEETING = re.compile(
    rf"(?:\b(?P<early>{_DATE}) )?\b(?:meeting|summit|talks|negotiations) (?:between|of) (?P<who>(?:the )?[^,;:]{{5,80}}?) (?:in|at) (?P<town>{TOWN_NAME})(?:,? (?:in|on) (?P<when>{_DATE}))?"
)
"""A meeting told by its noun: "talks between Chile and Peru in Lima in May 1931"."""
_NESTED = re.compile(r" (?:in|on|at|near|of) (?:the )?[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?$")
"""Before which a town, or what is taken for one, only tells where another place lies."""
_VERB_TO = re.compile(r" to (?!the |a |an |its |their |[A-Z])[a-z]+ ")
"""Behind which a town may belong to another verb."""


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A fact for each happening whose town the sentence names."""
    for sentence in source.sentences:
        if aside(sentence) or not HELD.search(sentence.clean) or not _SOMEWHERE.search(sentence.clean):
            continue
        text = bare(_ASIDE.sub("", sentence.clean).strip()).rstrip(" .")
        for told, date in told_in(text):
            towns = [match for match in _IN.finditer(told) if is_town(match["town"], source)]
            if len(towns) != 1 or not HELD.search(told) or elsewhere(told[: towns[0].start()]):
                continue
            if reason := problem(told, source):
                refused[f"place: {reason}"] += 1
                continue
            there = towns[0]
            rest = told[: there.start()] + told[there.end() :]
            if question := asked(rest, source):
                yield fact_of(rest, question, there["town"], there["land"], date, sentence, source)
        yield from in_passing(text, sentence, source)
        yield from meetings(text, sentence, source)


def elsewhere(before: str) -> bool:
    """Whether the words before a town show that it belongs to another verb or place."""
    return bool(_VERB_TO.search(before) or _NESTED.search(before))


def told_in(text: str) -> Iterator[tuple[str, str]]:
    """Each clause of a sentence, without its date, and the date."""
    if dates(text):
        for told, date in happenings(text):
            yield told, moment(date)
    else:
        for clause in main_clauses(text):
            yield plain(whole(clause)), ""


def moment(date: Date) -> str:
    """The month and year of a date."""
    return written(date.iso[:7])


def in_passing(text: str, sentence: Sentence, source: Source) -> Iterator[Fact]:
    """What was signed or founded somewhere, told by the way."""
    for match in _SIGNED.finditer(text):
        by, when = match["by"] or "", match["when"] or match["on"]
        thing = (match["thing"].removesuffix(f"of {match['when']}") if match["when"] else match["thing"]).strip()
        thing = f"{'a' if by else thing[:3].lower().strip()} {thing.split(' ', 1)[1]}"
        thing = re.sub(r"^a (?=[aeiou])", "an ", thing)
        if not (by or when) or not is_town(match["town"], source) or pointing_outside(thing):
            continue
        if re.search(r"[A-ZÀ-Ž]", f"{thing}{by}"):
            done, date = f"{match['verb']}{by}", moment(dates(when)[0]) if when else ""
            told = upper_first(f"{thing} was {done}")
            yield fact_of(told, f"was {thing} {done}", match["town"], None, date, sentence, source)


def meetings(text: str, sentence: Sentence, source: Source) -> Iterator[Fact]:
    """Meetings of named people, told by the way."""
    for match in _MEETING.finditer(text):
        who, date = match["who"], match["when"] or match["early"]
        named = " and " in who and re.search(r"[A-ZÀ-Ž]", who) and not pointing_outside(who)
        if date and named and is_town(match["town"], source):
            when = moment(dates(date)[0])
            yield fact_of(upper_first(f"{who} met"), f"did {who} meet", match["town"], None, when, sentence, source)


def fact_of(
    told: str, question: str, town: str, land: str | None, when: str, sentence: Sentence, source: Source
) -> Fact:
    """The fact that it took place in the town."""
    return Fact(
        "place", told, "took place in", town, "town", sentence.evidence, sentence.section.id, source.index,
        parts={"asked": question, "land": land or "", "when": when},
    )  # fmt: skip
