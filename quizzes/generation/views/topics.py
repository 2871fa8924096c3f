"""Topics: the named things that a statement is about, one key for all spellings of each, and the state that it expects something of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from simplemma import is_known

from quizzes.generation.language.dates import MONTHS
from quizzes.generation.language.judgement import judges
from quizzes.generation.language.lexicon import ADJECTIVES, STATES
from quizzes.generation.language.statements import verb_place
from quizzes.generation.language.states import families
from quizzes.generation.language.verbs import AUXILIARIES, FINITE
from quizzes.generation.language.words import FUNCTION_WORDS, bag, content, norm, stem
from quizzes.generation.text.source import Source

_RUN = re.compile(r"\b[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*[\wà-ž](?:(?: of| and| for)?(?: the)? [A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*[\wà-ž])*(?!-)")
_LINKS = frozenset(["of", "and", "for", "the"])
BROAD = 0.3
"""What so large a share of the sentences of a text names is the text's matter, and no topic within it."""
_ARTICLE = re.compile(r"^United|Union$|Empire$|^Netherlands$|^Philippines$")
RETURNS = 2
"""So often a term must occur for the text to return to it."""
_PAIR = re.compile(r"\b(?=([a-z]{4,}(?:-[a-z]+)?) ([a-z]{4,})\b)")
_PLAIN = bag(
    """other such many much more most several various certain same similar different recent current previous last next first second third early late
    long short large small high higher lower great greater good better best whole full particular possible further additional important main major
    these those each every both some only very than also when with from into over under between among during after before without within their
    your what which while where there here about just even still rather quite almost already often never always"""
)
"""Adjectives and links that make no term."""
_FORECAST = re.compile(
    r"\b(?:will|may(?! \d)|might|could|likely|unlikely|is expected to|are expected to|risks?|going to|intends?|plans to|seeks? to|seems? to)\b"
)
_ONE = "|".join(sorted(map(re.escape, (*STATES, *ADJECTIVES)), key=len, reverse=True))
_PEOPLES = "|".join(sorted(map(re.escape, ADJECTIVES), key=len, reverse=True))
_OWNED = re.compile(
    rf"\b(?P<owner>(?:{_PEOPLES})|(?:{_ONE})['’]s?|its) (?:[a-z][\w-]* )?(?P<first>[a-z]{{4,}}) (?P<second>[a-z]{{4,}})\b"
)
_STATE_ALONE = re.compile(
    rf"(?:The |Official )?(?:[Gg]overnment of (?:the )?)?(?:{_ONE})s?(?: government| leadership| authorities| elite)?"
)


@dataclass(frozen=True, slots=True)
class Matter:
    """A side of what states do: its name between two of them, its name for one, and the stems of its words."""

    pair: str
    own: str
    words: frozenset[str]


MATTERS = (
    Matter("relations between", "foreign relations", content("relations ties rapprochement friendship partnership alliance alliances ally allies enemies balancing bandwagoning neutrality diplomacy diplomatic hedging reliance")),
    Matter("the conflict between", "", content("conflict ceasefire truce hostilities settlement resolution mediation normalize normalise reconciliation enemies peace")),
    Matter("", "security", content("military army troops peacekeepers peacekeeping security defence defense weapons arms navy guards")),
    Matter("", "economy", content("economy oil gas trade price prices revenue revenues investment debt market markets exports imports tariffs currency inflation")),
    Matter("", "schools, language and media", content("language languages education schools universities students teachers media literature textbooks")),
)  # fmt: skip
MOST_STATES = 4
_COMPOUND = re.compile(r"\b[A-ZÀ-Ž]\w+[–-][A-ZÀ-Ž]\w+")
"""Two states in one adjective: "the Danish–Swedish wars"."""


def topics(text: str, source: Source) -> dict[str, str]:
    """What a statement of this source is on: key → name, the narrower things first; empty names are not asked for."""
    found = {
        key: name if foreign(re.split(r"[ –-]", name)[-1]) else source.with_article(name)
        for key, name in named_in(text, source).items()
        if source.often(name) <= BROAD * len(source.sentences)
    }
    state = actor(text) if expects(text) else ""
    will = {f"{state} will": called(state)} if state else {}
    terms = {key: "" if families(text) else name for key, name in phrases(text, source).items()}
    return {**found, **owned(text), **terms, **will, **matters(text)}


def matters(text: str) -> dict[str, str]:
    """What a statement says of states in a matter that its words tell: "relations between Chile and Norway", "Chile's economy".

    Where it names more states than two, or has another subject, the key has no name: it is no topic to ask for, but others' statements
    on it may stand beside this one. What names a state in a compound only ("the Peru–Chile war") says nothing of its matters.
    """
    states, words = families(text), content(text)
    opening = " ".join(text.split(" ")[: verb_place(text) or 0])
    subject = families(_COMPOUND.sub("", opening))
    found = {}
    for matter in MATTERS:
        if words & matter.words and matter.pair:
            for a, b in combinations(sorted(states[:MOST_STATES]), 2):
                found[f"{a} {b} {matter.pair}"] = (
                    f"{matter.pair} {called(a)} and {called(b)}" if len(states) == 2 else ""
                )
        if words & matter.words and matter.own:
            for state in (one for one in states[:MOST_STATES] if one in subject or plainly(one, text)):
                found[f"{state} {matter.own}"] = f"{called(state)}'s {matter.own}" if state in subject else ""
    return found


def plainly(name: str, text: str) -> bool:
    """Whether a thing is named itself, and not only in an adjective or a compound."""
    forms = [form for form, state in STATES.items() if state == name] or [name]
    return any(re.search(rf"(?<![–-])\b{re.escape(form)}\b(?![–-])", text) for form in forms)


def phrases(text: str, source: Source) -> dict[str, str]:
    """Terms of two words in small letters to which the text returns: "herring quota" where it speaks of herring quotas throughout."""
    found = {}
    for first, second in _PAIR.findall(text[:1].lower() + text[1:]):
        pair = f"{first} {second}"
        if (
            is_noun(second)
            and first not in _PLAIN
            and first not in FUNCTION_WORDS
            and not (is_verb(first) or first.endswith("ly") or judges(pair))
            and source.prose.count(pair) >= RETURNS
        ):
            found[f"{stem(first)} {stem(second)}"] = source.with_article(pair)
    return found


def is_verb(word: str) -> bool:
    """Whether a word is a verb form and nothing else, as far as lists tell."""
    return word in FINITE or word in AUXILIARIES


def owned(text: str) -> dict[str, str]:
    """What a statement says of something that a state has: "Norwegian trade policy" as "Norway's trade policy"."""
    found = {}
    for match in _OWNED.finditer(text):
        first, second = match["first"], match["second"]
        states = families(match["owner"]) or families(text[: match.start()])
        if states and is_noun(second) and not judges(f"{first} {second}") and first not in FINITE:
            key = " ".join((states[0], stem(first), stem(second)))
            found[key] = f"{called(states[0])}'s {first} {second}"
    return found


def is_noun(word: str) -> bool:
    """Whether a word is no verb form, adverb or link, as far as lists tell."""
    verbal = word in FINITE or word in AUXILIARIES or word.endswith(("ly", "ed", "ing"))
    return not verbal and word not in FUNCTION_WORDS


def expects(text: str) -> bool:
    """Whether a statement looks ahead."""
    return _FORECAST.search(text) is not None


def called(state: str) -> str:
    """The name of a state inside a sentence: "the United States"."""
    return f"the {state}" if _ARTICLE.search(state) else state


def actor(text: str) -> str:
    """The state of which a statement tells what it will do: its whole subject is that state, its seat, people or government."""
    subject = " ".join(text.split(" ")[: verb_place(text) or 0])
    return families(subject)[0] if _STATE_ALONE.fullmatch(subject) else ""


def named_in(text: str, source: Source) -> dict[str, str]:
    """Key → name as the statement of this source writes it, longer names before the places and persons in them.

    "The Second Orne War" gives "second orne war" and "orne"; "Ada Lind" gives "ada lind" and "lind".
    """
    found: dict[str, str] = {}
    for run in _RUN.finditer(text):
        words = stripped(re.sub(r"['’]s?$", "", run.group()).split(" "))
        name = " ".join(words)
        if len(words) > 1 or (words and is_name(words[0], source)):
            found.setdefault(norm(name), name)
        last = re.split(r"[-–]", words[-1])[-1] if words else ""
        if foreign(last) and last not in source.namesakes:
            found.setdefault(norm(last), name)
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def stripped(words: list[str]) -> list[str]:
    """A run of capitals without the article and the states that open it, unless a name goes on with a common noun; and
    without links at its end."""
    while words and (words[0] in ("The", "A", "An", *_LINKS) or words[0].casefold() in FUNCTION_WORDS):
        words = words[1:]
    while (
        words
        and of_state(words[0])
        and (len(words) == 1 or foreign(words[1]) or "-" in words[0] or "’" in words[0] or "'" in words[0])
    ):
        words = words[1:]
    while words and (words[-1] in _LINKS or of_state(words[-1])):
        words = words[:-1]
    return words


@lru_cache(maxsize=4096)
def of_state(word: str) -> bool:
    """Whether a word names a state, its seat or its people: "Norwegian-led", "Norway's", "Norwegians"."""
    plain = re.sub(r"['’]s?$", "", word)
    return any(form in STATES or form in ADJECTIVES for form in (plain, plain.removesuffix("s"), plain.split("-")[0]))


@lru_cache(maxsize=4096)
def foreign(word: str) -> bool:
    """Whether a word with a capital is in no dictionary: the name of a place or a person."""
    return (
        word[:1].isupper()
        and len(word) > 3
        and not word.isupper()
        and not is_known(word.casefold(), lang="en")
        and not of_state(word)
    )


def is_name(word: str, source: Source) -> bool:
    """Whether a single word with a capital is a name: a short form, or what the text writes with a capital only."""
    if word in MONTHS or len(word) < 3 or word.endswith("ern"):
        return False
    return word.isupper() or (source.names[word] > 0 and word.casefold() not in source.small_words)
