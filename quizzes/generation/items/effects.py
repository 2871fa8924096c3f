"""What, according to the author, brought it about? The wrong answers are other causes of the same text, each of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from quizzes.generation.causes.nominal import head_of
from quizzes.generation.language.causes import called_alike, field_of, influence, kin, one_off, strife, wide_field_of
from quizzes.generation.language.lexicon import ADJECTIVES, STATES
from quizzes.generation.language.states import families
from quizzes.generation.language.words import content, norm, stem, tokens, upper_first, word_count
from quizzes.generation.store import Store, by, places_of
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact, Question
from quizzes.generation.views.viewpoints import central

from .build import SHOWN, Option, choice, quoted, spot

Spoken = dict[str, list[frozenset[str]]]
"""For each cause the content words of the sentences that speak of it."""
LONGER, MORE = 1.7, 2
"""No option has so many times the words of another, or so many words more where all are short."""
STANDS_OUT = 1.25
"""The right option is not so many times as long as the longest wrong one."""
ALIKE, NEAR = 0.5, 0.4
"""Causes that share so much are one; effects that share so much may have the same cause."""
TIED_CAUSE, TIED_EFFECT = 0.6, 0.35
"""A sentence with these shares of a cause and of an effect may well bring the two together."""
APART = 2
"""Paragraphs nearer than that may go on with what brought it about."""
PLAIN = 4
"""A cause of fewer words without a name is soon guessed."""
SHORT = 4
"""Of so few words a year or a number makes much."""
ROOT = 5
"""Stems of so many letters may be forms of one word."""
_PREFIX = re.compile(r"^(?:over|under|inter|counter|non|dis|un|mis|pre|post)-?")
QUOTED = 36
DOUBTS, STATE = 2, 0.5
"""So many wrong options are as near to the effect as the right one; one state in common does not count."""
_LASTING = re.compile(r"(?:still |[a-z]+ly )?(?:is|[a-z]+(?<!s)s)\b")
"""An effect that goes on: "keeps", "enables"."""
_WHOSE_RULE = re.compile(r"\b(?:change of|the|an?) (?:government|regime|leadership)\b(?! (?:of|in|under) )")
"""Which state's?"""
_TURN = re.compile(r"\b(?:turning point|watershed|milestone|blow)\b")
"""What only a single event is."""
_OF_STATES = frozenset(stem(name.casefold()) for name in (*STATES, *ADJECTIVES) if " " not in name)
_SEATS = re.compile(r"\b[A-ZÀ-Ž]\w+(?= [A-ZÀ-Ž])")
"""The town in the name of a forum or treaty."""
_OWNED = re.compile(r"\b[A-ZÀ-Ž][\w-]+['’]s?(?= )")
_UNREAL = re.compile(r"(?:would|could|may|might|will|can)\b")
_YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")
_FIGURE = re.compile(r"(?<!\w)(?!1\d{3}\b|20\d\d\b)\d")
_NAME = re.compile(r"(?<!^)\b[A-ZÀ-Ž][\w-]+|^(?!(?:The|A|An)\b)[A-ZÀ-Ž][\w-]*(?=['’]s? )")
_STEM = {
    "what": "What, according to {voice}, {said}?",
    "reason": "What, according to {voice}, is a reason why {said}?",
    "result": "Of what, according to {voice}, {said}?",
    "origin": "From what, according to {voice}, {said}?",
}


def items(store: Store) -> Iterator[Question]:
    """A question for each effect whose cause stands among three others of its text."""
    for known in by(store.known("effect"), lambda fact: fact.document).values():
        pool = distinct([*known, *store.known("matter")])
        spoken = sentences_of(pool, store.source(known[0]))
        shown: dict[str, int] = {}
        for fact in (one for one in known if one.askable):
            wrong = rivals(fact, pool, spoken, shown, store)
            if len(wrong) >= SHOWN and open_to_doubt(fact, wrong[:SHOWN]):
                for other in wrong[:SHOWN]:
                    shown[other.value] = shown.get(other.value, 0) + 1
                yield asked(fact, wrong, store)


def distinct(known: list[Fact]) -> list[Fact]:
    """One fact for each cause, if possible one whose effect can be told alone."""
    found: dict[str, Fact] = {}
    for fact in sorted(known, key=lambda fact: (not fact.askable, fact.pattern)):
        found.setdefault(norm(fact.value), fact)
    return list(found.values())


def asked(fact: Fact, wrong: list[Fact], store: Store) -> Question:
    """The question for the cause."""
    source = store.source(fact)
    said = source.inside(fact.subject) if fact.parts["form"] == "reason" else fact.subject
    question = choice(
        fact,
        _STEM[fact.parts["form"]].format(voice=source.voice, said=said),
        Option(upper_first(fact.value), f"{upper_first(spot(fact, source))}, says so."),
        [Option(upper_first(other.value), why(other, source)) for other in wrong],
        level="understand",
        source=source,
        order=store.chance("effects", fact.subject),
    )
    return replace(question, lesser=not worth(fact, wrong[:SHOWN], store))


def open_to_doubt(fact: Fact, wrong: list[Fact]) -> bool:
    """Whether the effect stands by itself and, to one who has not read the text, two wrong causes are as near to it as the right one, and of its sort."""
    if _WHOSE_RULE.search(fact.subject):
        return False
    return (
        sum(as_near(other, fact) for other in wrong) >= DOUBTS
        and sum(of_sort(other, fact) for other in wrong) >= DOUBTS
        and all(
            sum(field in fields(other.value) for other in wrong) >= DOUBTS
            for field in fields(fact.value) & fields(fact.subject)
        )
    )


def of_sort(other: Fact, fact: Fact) -> bool:
    """Whether both are events, or states of things; or go by kindred nouns, as "presence" and "deployment"."""
    return other.type == fact.type or kin(head_of(other.value), head_of(fact.value))


def as_near(other: Fact, fact: Fact) -> bool:
    """Whether by its words another cause is as near to the effect as the right one; one state in common does not count."""
    own = nearness(fact.value, fact.subject)
    return nearness(other.value, fact.subject) >= (own if own > STATE else 0)


def nearness(cause: str, said: str) -> float:
    """How near a cause is to an effect for one who judges by their words: those in common, their states, and their fields."""
    mine, theirs = parts(cause), parts(said)
    alike = sum(any(akin(one, other) for other in theirs) for one in mine - _OF_STATES)
    return alike + STATE * len(set(families(cause)) & set(families(said))) + len(fields(cause) & fields(said))


@lru_cache(maxsize=8192)
def fields(text: str) -> frozenset[int]:
    """The wide fields of the words of a text."""
    return frozenset(field for word in parts(text) if (field := wide_field_of(word)) is not None)


def why(other: Fact, source: Source) -> str:
    """What the text tells of a cause instead."""
    place = spot(other, source)
    if other.askable and other.parts["form"] == "what":
        return f"According to {source.voice}, this {other.subject} ({place})."
    return f"{upper_first(source.says('says'))} of this: “{short(quoted(other.evidence.quote))}” ({place})."


def short(text: str) -> str:
    """A passage as a reason quotes it: not long."""
    words = text.split(" ")
    return text if len(words) <= QUOTED else f"{' '.join(words[:QUOTED])} …"


def worth(fact: Fact, wrong: list[Fact], store: Store) -> bool:
    """Whether the text dwells on the effect, and no mark singles the right option out."""
    others = [other.value for other in wrong]
    if _FIGURE.search(fact.subject):
        return False
    general = not _NAME.search(f"{fact.value} {fact.subject}")
    plain = general and (fact.type == "thing" or len(content(fact.value)) < PLAIN)
    return central(replace(fact, value=fact.subject), store) and not (
        plain or single(fact.value, others, _YEAR) or single(fact.value, others, _NAME) or placed(fact, others)
    )


def placed(fact: Fact, others: list[str]) -> bool:
    """Whether the effect names a place or body beside states, and the cause alone names a state that may lie or sit there."""
    known = STATES.keys() | ADJECTIVES.keys()
    there = _OWNED.sub("", fact.subject)
    elsewhere = {state for other in others for state in families(other)} | set(families(fact.subject))
    own = {state for state in families(fact.value) if state not in map(STATES.get, _SEATS.findall(fact.value))}
    return bool(names(there) - known - set(families(there))) and not elsewhere >= own


def single(text: str, others: list[str], mark: re.Pattern[str]) -> bool:
    """Whether the text is the only one with the mark."""
    return mark.search(text) is not None and not any(mark.search(other) for other in others)


def rivals(fact: Fact, pool: list[Fact], spoken: Spoken, shown: dict[str, int], store: Store) -> list[Fact]:
    """Other causes that could stand beside the right one, the likeliest first, no two alike."""
    own = nearness(fact.value, fact.subject)
    place = store.source(fact).numbers
    here = place.get(fact.evidence.block, 0)
    fit = [other for other in pool if fits(other, fact) and abs(place.get(other.evidence.block, 0) - here) >= APART]
    near_it = [other.value for other in fit if near(other, fact) or tied(other, fact, spoken)]
    fit = [other for other in fit if not any(same(other.value, known) for known in near_it)]

    def likeness(other: Fact) -> tuple[float, str]:
        close = (
            2.0 * min(nearness(other.value, fact.subject), own)
            + 2.5 * of_sort(other, fact)
            + 2.0 * as_near(other, fact)
            + (article(other.value) == article(fact.value))
            + (store.parts[other.section] == store.parts[fact.section])
            + (bool(_YEAR.search(other.value)) == bool(_YEAR.search(fact.value)))
            + 1.0 * other.askable
            + 1.5 * (other.pattern == "effect")
            - 2.0 * (bool(_UNREAL.match(other.subject)) != bool(_UNREAL.match(fact.subject)))
            - 3.0 * abs(word_count(other.value) - word_count(fact.value)) / word_count(fact.value)
            - 0.5 * shown.get(other.value, 0)
        )
        return -close, other.value

    chosen: list[Fact] = []
    for other in sorted(fit, key=likeness):
        if all(not alike(other.value, known.value) for known in chosen) and even([fact, *chosen[:SHOWN], other]):
            chosen.append(other)
    return with_long(fact, with_clue(fact, chosen))


def with_long(fact: Fact, chosen: list[Fact]) -> list[Fact]:
    """The same with one among the first that is about as long as the right one; none where all are shorter."""
    least = word_count(fact.value) / STANDS_OUT
    if len(chosen) < SHOWN or any(word_count(other.value) >= least for other in chosen[:SHOWN]):
        return chosen
    longer = next((other for other in chosen if word_count(other.value) >= least), None)
    return (
        []
        if longer is None
        else [*chosen[: SHOWN - 1], longer, *(one for one in chosen[SHOWN - 1 :] if one is not longer)]
    )


def with_clue(fact: Fact, chosen: list[Fact]) -> list[Fact]:
    """The same, with those in front that share the words by which the stem would give the right one away; none where nobody does."""
    said = parts(fact.subject)
    head = stem(head_of(fact.value))
    if any(akin(head, word) for word in said):
        return []
    clues = sorted(word for word in parts(fact.value) if any(akin(word, other) for other in said))
    first = dated(fact, chosen)
    for clue in clues:
        if any(shares(other, clue) for other in (*first, *chosen[: SHOWN - len(first)])):
            continue
        other = next((other for other in chosen if shares(other, clue)), None)
        if other is None or len(first) == SHOWN:
            return []
        first.append(other)
    return [*first, *(one for one in chosen if one not in first)]


def dated(fact: Fact, chosen: list[Fact]) -> list[Fact]:
    """One with a year, where the right one has a year too and none of the first has."""
    if not _YEAR.search(fact.value) or any(_YEAR.search(other.value) for other in chosen[:SHOWN]):
        return []
    return [other for other in chosen if _YEAR.search(other.value)][:1]


def shares(other: Fact, clue: str) -> bool:
    """Whether a cause has the word in some form."""
    return any(akin(word, clue) for word in parts(other.value))


def parts(text: str) -> frozenset[str]:
    """The content words, those in a compound ("timber-exporting") each for itself."""
    return content(re.sub(r"[-–]", " ", text))


def akin(one: str, other: str) -> bool:
    """Whether two stems are forms of one word, as "dependent" and "overdependence" are, or of one field, as "rail" and "transport" are."""
    if (field := field_of(one)) is not None and field == field_of(other):
        return True
    return one == other or (len(root(one)) == ROOT and root(one) == root(other))


def root(word: str) -> str:
    """The first letters of a stem, without what stands before a word."""
    bare = _PREFIX.sub("", word)
    return (bare if len(bare) >= ROOT else word)[:ROOT]


def even(shown: list[Fact]) -> bool:
    """Whether none of the options is much longer than another."""
    lengths = [word_count(one.value) for one in shown]
    return max(lengths) <= max(LONGER * min(lengths) + 0.5, min(lengths) + MORE)


def article(text: str) -> str:
    """How a phrase opens: with an article, with an owner, or bare."""
    first = text.split(" ", 1)[0].casefold()
    return first if first in ("the", "a", "an") else "owner" if first.endswith(("'s", "’s", "s'", "s’")) else ""


def fits(other: Fact, fact: Fact) -> bool:
    """Whether a cause is another one, told in another paragraph, of another effect, and not later than the effect."""
    return (
        other.evidence.block != fact.evidence.block
        and even([fact, other])
        and not later(other.value, fact.subject)
        and not (_LASTING.match(fact.subject) and one_off(other.value) and not one_off(fact.value))
        and not (_TURN.search(fact.subject) and not one_off(other.value))
        and (word_count(fact.value) > SHORT + 1 or figure(other.value) == figure(fact.value))
        and not alike(other.value, fact.value)
    )


def figure(text: str) -> bool:
    """Whether the phrase is hardly more than a year."""
    return word_count(text) <= SHORT and bool(re.search(r"\d", text))


def alike(one: str, other: str) -> bool:
    """Whether two phrases may stand for the same: by their words, or as kindred nouns of one name."""
    mine, theirs = content(one), content(other)
    if len(mine & theirs) >= ALIKE * min(len(mine), len(theirs)):
        return True
    if strife(one) and strife(other):
        return True
    apart = names(one) - names(other) and names(other) - names(one)
    return kin(head_of(one), head_of(other)) and bool(names(one) & names(other)) and not apart


def same(one: str, other: str) -> bool:
    """Whether two phrases are one, or name one event of the same parties in two ways."""
    return one == other or (names(one) == names(other) != frozenset() and kin(head_of(one), head_of(other)))


@lru_cache(maxsize=8192)
def names(text: str) -> frozenset[str]:
    """The states and other names in a phrase."""
    return frozenset(families(text)) | {name for name in _NAME.findall(text) if name not in STATES}


def near(other: Fact, fact: Fact) -> bool:
    """Whether two effects say nearly the same: by their words, or both of one state's influence."""
    mine, theirs = content(fact.subject), content(other.subject)
    if len(mine & theirs) >= NEAR * min(len(mine), len(theirs)):
        return True
    states = set(families(fact.subject)) & set(families(other.subject))
    return bool(states) and influence(fact.subject) and influence(other.subject)


def later(cause: str, effect: str) -> bool:
    """Whether a cause is of later years than the effect."""
    years = _YEAR.findall(cause)
    told = _YEAR.findall(effect)
    return bool(years and told) and min(map(int, years)) > max(map(int, told))


def tied(other: Fact, fact: Fact, spoken: Spoken, share: float = TIED_EFFECT) -> bool:
    """Whether some sentence speaks of a cause together with such a share of the effect, or the cause alone names what the effect is on."""
    cause, said = content(other.value), content(fact.subject)
    head = head_of(other.value)
    if len(cause & said) >= 3 or stem(head) in said:
        return True
    if names(other.value) & names(fact.subject) and any(
        called_alike(one, word) for one in tokens(other.value) for word in tokens(fact.subject)
    ):
        return True
    named = names(_OWNED.sub("", fact.subject)) - names(fact.value) - STATES.keys() - ADJECTIVES.keys()
    if names(other.value) & named:
        return True
    told = said - cause
    return any(len(words & told) >= share * len(told) for words in spoken.get(other.value, ()))


def sentences_of(pool: list[Fact], source: Source) -> Spoken:
    """For each cause the words of the sentences that speak of it: those that hold most of its own."""
    found: Spoken = {}
    places = places_of(source)
    for fact in pool:
        cause = content(fact.value)
        enough = TIED_CAUSE * len(cause)
        rare = sorted(cause, key=lambda word: (len(places.get(word, ())), word))[: int(len(cause) - enough) + 1]
        near = sorted({number for word in rare for number in places.get(word, ())})
        found[fact.value] = [words for words in map(source.contents.__getitem__, near) if len(words & cause) >= enough]
    return found
