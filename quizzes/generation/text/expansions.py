"""Short forms that not everybody knows, spelled out in a question where the text spells them out."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from quizzes.generation.language.lexicon import UNIVERSAL_ACRONYMS
from quizzes.generation.language.verbs import FINITE
from quizzes.generation.language.words import FUNCTION_WORDS, norm, upper_first, word_count
from quizzes.generation.store import Store
from quizzes.generation.text.wording import long_form, short_forms, with_forenames
from quizzes.generation.types import Fact, Question

_LISTS = ("options", "premises", "responses", "items")
"""What is told in words of the question; a passage stays as the text has it."""
_SAID = frozenset(["acronym", "table"])
"""Patterns that ask for the long name, or show the words of a table."""
_OF_PERSONS = frozenset(["deed", "effect", "claim", "number", "change", "place", "event"])
"""Patterns whose stem tells what somebody did."""
FEWEST_WORDS = 5
"""From so many words on an option is a statement; a name alone stays as short as the names beside it."""

UNITS = {"bcm": "billion cubic metres", "mcm": "million cubic metres", "mbd": "million barrels a day"}
"""Units of the trade, which no text need spell out."""
_UNIT = re.compile(rf"\b(?<!\()({'|'.join(UNITS)})\b")


def spelled_out(question: Question, store: Store) -> Question:
    """The question with "the Herring Assurance Fund (HAF)" where it first says "the HAF", and persons by their whole name."""
    question = replace(question, stem=_UNIT.sub(lambda unit: f"{UNITS[unit[1]]} ({unit[1]})", question.stem, count=1))
    question = with_persons(question, store)
    if question.pattern in _SAID or any(fact.type == "expansion" for fact in question.facts):
        return question
    known = expansions(question, store)
    known |= spelled_anywhere(question, known, store)
    if not known:
        return question
    stem = expanded(question.stem, known)
    left = {short: long for short, long in known.items() if norm(bare(long)) not in norm(stem)}
    data = {
        name: [row | {"text": statement(str(row["text"]), left)} for row in rows] if name in _LISTS else rows
        for name, rows in question.data.items()
    }
    return replace(question, stem=stem, data=data)


def with_persons(question: Question, store: Store) -> Question:
    """The question with each person of its stem first named in full, unless an option or the author bears the name."""
    source = store.sources[question.document]
    if question.pattern not in _OF_PERSONS or "“" in question.stem.replace(source.voice, ""):
        return question
    shown = {word for row in question.data.get("options", ()) for word in str(row["text"]).split()}
    kept = source.namesakes | shown | set(re.findall(r"\w+", source.voice))
    return replace(question, stem=with_forenames(question.stem, source, kept, persons=True))


def expansions(question: Question, store: Store) -> dict[str, str]:
    """Each short form that its text, or else another one of the course, spells out in one way only, and nobody need know."""
    told = [fact for fact in store.known("acronym") if fact.subject not in UNIVERSAL_ACRONYMS]
    own = [fact for fact in told if fact.document == question.document]
    return only_ones(told, store) | only_ones(own, store)


def spelled_anywhere(question: Question, known: Collection[str], store: Store) -> dict[str, str]:
    """The short forms of the stem that no acronym fact tells, but that its text, or else another of the course, has in brackets."""
    own = store.sources[question.document]
    found: dict[str, str] = {}
    for short in short_forms(question.stem):
        told = ((long_form(short, source), source) for source in (own, *store.sources) if short not in known)
        found |= next(({short: source.with_article(long)} for long, source in told if long), {})
    return found


def only_ones(facts: list[Fact], store: Store) -> dict[str, str]:
    """The short forms for which these give one long name, with that name and its article."""
    found: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        found.setdefault(fact.subject, {})[norm(fact.value)] = fact
    return {
        short: store.source(fact).with_article(fact.value)
        for short, names in found.items()
        if len(names) == 1
        for fact in names.values()
    }


def statement(text: str, known: dict[str, str]) -> str:
    """An option with its short forms spelled out, unless it is a name."""
    return expanded(text, known) if word_count(text) >= FEWEST_WORDS else text


def expanded(text: str, known: dict[str, str]) -> str:
    """The words with each short form spelled out once; what is itself part of a longer name stays."""
    for short, long in known.items():
        if short in text and norm(bare(long)) not in norm(text):
            text = first_expanded(text, short, long)
    return text


def first_expanded(text: str, short: str, long: str) -> str:
    """The words with the first such short form spelled out; a possessive has no room for the short form itself."""
    match = re.search(
        rf"(?<![\w(/–-])(?P<the>[Tt]he )?(?P<short>{re.escape(short)})(?P<owner>['’]s)?(?![\w/–-])(?! [A-Z(])", text
    )
    if match is None:
        return text
    articled = match["the"] or not long.startswith("the ") or stands_before_noun(text[match.end() :])
    again = match["owner"] is not None and re.search(rf"\b{re.escape(short)}\b", text[match.end() :])
    owner = f"{match['owner']} ({short}{match['owner']})" if again else match["owner"]
    told = f"{bare(long) if articled else long}{owner or f' ({short})'}"
    before = text[: match.start("short")]
    return f"{before}{told if before else upper_first(told)}{text[match.end() :]}"


def bare(long: str) -> str:
    """A long name without its article."""
    return long.removeprefix("the ")


def stands_before_noun(rest: str) -> bool:
    """Whether a noun follows at once, to which the name belongs: "HAF members", but "HAF left" and "HAF in 1912"."""
    word = re.match(r" ([a-z]+)", rest)
    return word is not None and not (word[1] in FUNCTION_WORDS or word[1] in FINITE or word[1].endswith("ed"))
