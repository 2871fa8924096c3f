"""Figures that a short question asks for: "what share of the imports of Norway did English cloth account for in 1902"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.amounts.figures import ROUGHLY, dated, exact, rounded
from quizzes.generation.amounts.notable import damaged, detail, slighted, unfit
from quizzes.generation.amounts.quantities import POLL, Asked, asked
from quizzes.generation.conflicts import amount
from quizzes.generation.language.clauses import balanced, hedged
from quizzes.generation.language.dates import MONTHS
from quizzes.generation.language.lexicon import ADJECTIVES, STATES
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.words import bare, content, tokens, word_count
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

from . import change

SMALLEST = 10
"""Smaller counts are guessed."""
FEWEST_WORDS, MOST_WORDS, FEWEST_STEMS = 6, 30, 4
"""Of an undated question; a date makes up for one word."""
EASY_WORDS, EASY_SUBJECT = 24, 14
"""A longer question is stiff, and a verb behind more words of its subject is waited for too long."""
_MEASURED = re.compile(
    r"how many (?:square |cubic )?(?:bcm|km|[MGT]W|kilomet|metres|miles|tons|tonnes|hectares|litres|dollars)|how much|, in \w+,"
)
_PRESENT = re.compile(r"\b(?:do|does|is|are|has|have)\b")
_DEFINITE = re.compile(
    r"\bthe (?:[a-z]+ )?(?:war|dam|plan|project|survey|company|law|total|rest|remainder|unit|bill|fund|scheme|costs)\b(?! (?:of|on|between)\b| in [A-Z])"
    r"|\bon top of\b|\bthe (?:sector|industry|company|borough|agency|state|city|town|country|county|region|government|firm|group|bank|area|project|programme|program)['’]s\b"
)
_COUNTRY = re.compile(r"(?<=\b(?:in|of) )the country\b(?!['’])")
BARE_NAME = re.compile(
    r"\b[Tt]he (?:Act|Law|Bank|Board|Fund|Commission|Committee|Convention|Agreement|Treaty|Government|Ministry|Council|Company|"
    r"Programme|Plan|Centre|Court|Party|Parties|Group|State|Federation|Union)\b(?! (?:of|on|for|[A-Z]))"
)
"""A name cut short, which the page before gives whole."""
_ONE_OF_MANY = re.compile(r"the (?:[a-z-]+ ){0,2}[a-z-]+$")
"""A subject such as "the main reservoir", which the page before names."""
_UNDATED_DAY = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b(?! (?:\d{{1,2}},? )?(?:of )?(?:1[5-9]|20)\d\d)")
LANGUAGES = frozenset(["English", "Arabic", "Latin", "Hebrew", "Persian", "Kurdish"])
_NOUN = r"(?!the\b|an?\b|in\b|of\b|as\b|is\b|are\b)[a-z]"
"""What follows a name that is an adjective, and not a language."""
_DAYS = ("-day", " Day", "-Day", "-year", " Years")
"""What follows a figure in a name: "the 44-day war"."""
_WAR = re.compile(r"how many (?:days|weeks|months|years) did [^?]*\b[Ww]ar\b[^?]* last\b")
_OF_ALL = re.compile(r"many of the \d[\d,.]* ")
"""All of whom some are counted: that number points at nothing."""
_STRANDED = re.compile(r"^(?:of (?:how|what)|at how many)\b")
_MISPLACED = re.compile(
    r"\b(?:where|when|while|until|unless)\b(?! \d)|\b(?:went|go|passed|pass|came|come|got|get) (?:through|across|by|past|over)(?= (?:in|by) (?:1[5-9]|20)\d\d|$)"
)
"""A clause that a question tears from its place, and a way through nothing named."""
_FILLERS = re.compile(
    r"^(?:Cumulatively|Overall|Altogether|In all|In total|Taken together), | in particular\b| likewise\b| alone\b(?= (?:in|by)\b)"
)
"""Words without which a figure is told as well."""


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """Each figure that a sentence gives plainly enough to ask for it in a question."""
    for before, sentence in zip([None, *source.sentences], source.sentences, strict=False):
        if reason := damaged(sentence):
            refused[f"number: {reason}"] += 1
            continue
        sentence = with_country(sentence, before)
        if change.of(sentence, source):
            refused["number: told as a change"] += 1
            continue
        text = _FILLERS.sub("", re.sub(r"\s*\([^()]*\)", "", bare(sentence.clean)).rstrip(" .!"))
        for found in asked(text, source.inside):
            question = asked_for(found)
            if reason := problem(found, source) or unfit(question):
                refused[f"number: {reason}"] += 1
                continue
            small = found.aside or slighted(sentence) or detail(question, found.figure, source, sentence, found.teller)
            yield fact_of(found, sentence, source, lesser=bool(small) or stiff(found))


def with_country(sentence: Sentence, before: Sentence | None) -> Sentence:
    """The sentence with the name of "the country", where the one before it names a single state; the passage then begins there."""
    the = _COUNTRY.search(sentence.clean)
    if not the or before is None or before.block is not sentence.block or names_of_states(sentence.clean):
        return sentence
    named = names_of_states(before.clean)
    if len(named) != 1:
        return sentence
    told = f"{sentence.clean[: the.start()]}{named.pop()}{sentence.clean[the.end() :]}"
    return replace(sentence, told=told, start=before.start, text=sentence.block.text[before.start : sentence.end])


def names_of_states(text: str) -> set[str]:
    """The states that the text names."""
    return {name for name in re.findall(r"[A-ZÀ-Ž][\w-]+", text) if name in STATES}


def asked_for(found: Asked) -> str:
    """The question with its place."""
    return f"{found.where}, {found.question}" if POLL.search(found.where) else f"{found.question} {found.where}".strip()


def problem(found: Asked, source: Source) -> str | None:
    """Why a figure is not fit to be asked for."""
    question, value = asked_for(found), found.figure.text
    if not found.figure.unit and amount(value)[0] < SMALLEST and not _MEASURED.search(question):
        return "a small count"
    if re.match(r"100 ?(?:%|per)", value):
        return "all of it"
    if hedged(question) or not balanced(question):
        return "not certain"
    lasting = re.search(r"how many (?:days|years)\b", question)
    if _WAR.search(question) or (lasting and any(source.mentions(f"{value}{day}") for day in _DAYS)):
        return "its name tells"
    if _MISPLACED.search(question):
        return "no plain question"
    fewest = FEWEST_STEMS - dated(question)
    if not FEWEST_WORDS <= word_count(question) <= MOST_WORDS or len(content(question)) < fewest:
        return "too short or too long"
    return leaning(found, question) or unplaced(question, source)


def stiff(found: Asked) -> bool:
    """Whether a question is right, but long or no natural English."""
    question = asked_for(found)
    long = word_count(question) > EASY_WORDS or word_count(found.subject) > EASY_SUBJECT
    return long or bool(_STRANDED.search(question))


def leaning(found: Asked, question: str) -> str | None:
    """Why a question needs the page: "its" may belong to its own subject."""
    question = _OF_ALL.sub("many ", question)
    owned = re.sub(r"\b(?:its|their)\b", "Xanadu’s", question)
    whole = f"{found.subject} {question}" if found.subject else owned
    if reason := pointing_outside(whole) or pointing_outside(owned):
        return reason
    cut_short = _DEFINITE.search(question) or BARE_NAME.search(question) or _ONE_OF_MANY.match(found.subject)
    return "not alone" if cut_short or _UNDATED_DAY.search(question) else None


def unplaced(question: str, source: Source) -> str | None:
    """Why a question does not say where or when: an undated one needs a name that is no mere adjective or language."""
    names = [word for word in tokens(question) if source.is_name(word)]
    if dated(question):
        return None
    if not names:
        return "no name"
    spoken = all(name in {*ADJECTIVES, *LANGUAGES} and not re.search(rf"\b{name} {_NOUN}", question) for name in names)
    return "present without a place" if spoken and _PRESENT.search(question) else None


def fact_of(found: Asked, sentence: Sentence, source: Source, *, lesser: bool) -> Fact:
    """The fact that the figure is the answer."""
    about = found.figure.about if ROUGHLY.search(found.figure.about) else ""
    value = found.figure.text
    parts = {
        "numeral": rounded(value) if exact(value) else value if found.figure.spelled else "",
        "rounded": "rounded" if exact(value) else "",
        "about": re.sub(r"\b(?:only|just|an average of|a total of) ?", "", about).strip(),
        "average": "average" if "average" in found.figure.about else "",
        "teller": found.teller if dated(found.teller) or any(map(source.is_name, tokens(found.teller))) else "",
        "asked": found.question,
        "where": found.where,
        "unit": found.figure.unit,
    }
    return Fact(
        "number", asked_for(found), "amounts to", found.figure.spelled or value, "number", sentence.evidence,
        sentence.section.id, source.index, modality="attributed", lesser=lesser, parts=parts,
    )  # fmt: skip
