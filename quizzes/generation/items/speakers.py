"""Who of those who speak in a document can stand beside another as an answer: of the same sort, from the same side."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from quizzes.generation.language.known import FAMED_PERSONS
from quizzes.generation.language.states import families
from quizzes.generation.language.words import content, norm, stem
from quizzes.generation.names.people import surname_of
from quizzes.generation.store import Store
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

_AGREES = re.compile(
    r"\b(?:agree[sd]?|likewise|similarly|too(?=[.,;:]| (?:has|have|had|is|are|was|were|\w+s|\w+ed)\b|$)|also|echo\w*|shares?|shared|joined|concurs?|both|same)\b",
    re.IGNORECASE,
)


def name_of(fact: Fact) -> str:
    """The speaker's full name, also where the passage gives the surname only."""
    return fact.parts["name"]


@cache
def authors(name: str) -> tuple[str, ...]:
    """ "Solheim and Vargas" as the two."""
    return tuple(_SEVERAL.split(name.removesuffix(" et al.")))


_SEVERAL = re.compile(r",? and |, ")


def first_surname(name: str) -> str:
    """The surname that opens the name: "Solheim" of "Solheim et al."."""
    return surname_of(authors(name)[0])


def alike(one: str, other: str) -> bool:
    """Whether both are full names, or both surnames, of one or of as many people, and share none."""
    return form(one) == form(other) and (one == other or not share_surname(one, other))


@cache
def form(name: str) -> tuple[bool, bool, int, bool]:
    """Full names or surnames, with a title or not, how many, and whether more are left out: a pair among single names shows."""
    full = all(" " in author for author in authors(name))
    return full, _TITLED.match(name) is not None, len(authors(name)), name.endswith("et al.")


_TITLED = re.compile(r"(?:President|Ambassador|General|Dr|Prof|Professor|King|Queen|Sheikh?|Sir|Lord|Mr|Mrs|Ms)\b")


def alike_widely(one: str, other: str) -> bool:
    """Whether both are alike, or would be if neither had a title."""
    (full, _, *rest), (full_too, _, *rest_too) = form(one), form(other)
    return (full, rest) == (full_too, rest_too) and not share_surname(one, other)


def share_surname(one: str, other: str) -> bool:
    """Whether the same surname stands in both."""
    return bool({surname_of(name) for name in authors(one)} & {surname_of(name) for name in authors(other)})


def side_tells(fact: Fact, store: Store) -> bool:
    """Whether the words can show from which state the speaker is: they name it."""
    return store.source(fact).side(name_of(fact)) in families(fact.subject)


def comparable(name: str, fact: Fact, store: Store, *, wide: bool = False) -> bool:
    """Whether the name can stand beside the speaker of the fact: of the same form, standing and side.

    The wide choice asks only that neither the number of names nor a state in the words tells the speaker from the others.
    """
    source, own = store.source(fact), name_of(fact)
    if wide:
        return source.actor(name) != source.actor(own) and alike_widely(name, own) and left_open(name, fact, store)
    return (
        source.actor(name) != source.actor(own)
        and alike(name, own)
        and not share_surname(name, own)
        and not known_to_all(name, source)
        and official(name, source) == official(own, source)
        and on_one_side(name, fact, store)
    )


def on_one_side(name: str, fact: Fact, store: Store) -> bool:
    """Whether neither state nor trade tells the speaker from the other: the state counts of officials, and where the words name it."""
    source, own = store.source(fact), name_of(fact)
    side = source.side(name)
    if official(own, source):
        return beside(name, fact, store)
    if side_tells(fact, store):
        return side == source.side(own) != ""
    return side not in families(fact.subject) and bool(trades(name, source) & trades(own, source))


def left_open(name: str, fact: Fact, store: Store) -> bool:
    """Whether the states that the words name leave it open who of both speaks."""
    source, named = store.source(fact), families(fact.subject)
    side, own = source.side(name), source.side(name_of(fact))
    if own in named:
        return side == own
    unplaced = not own and _FOR_A_STATE.match(fact.subject) is not None
    return side not in named and not (named and unplaced)


_FOR_A_STATE = re.compile(r"(?:has )?(?:announced|confirmed|declared|promised|reaffirmed|reiterated|pledged)\b")
"""Whoever does so speaks for the state that the words name."""


def trades(name: str, source: Source) -> frozenset[str]:
    """What the text makes of somebody without an office; whoever argues and is not introduced is a scholar."""
    words = source.office(name)
    return frozenset(trade for trade, stems in _TRADES.items() if stems & words) or frozenset(["scholar"])


_TRADES = {
    "scholar": content(
        "historian scholar professor economist philosopher analyst researcher expert sociologist jurist"
    ),
    "business": content(
        "businessman businesswoman banker owner director merchant tycoon oligarch entrepreneur industrialist"
    ),
    "public": content("journalist writer author activist lawyer commentator politician dissident engineer"),
}


def beside(name: str, fact: Fact, store: Store) -> bool:
    """Whether an official is of the speaker's state, or both are of none that the text tells and stand in one section."""
    source = store.source(fact)
    side = source.side(name)
    if side or side != source.side(name_of(fact)):
        return side == source.side(name_of(fact))
    return f" {norm(first_surname(name))} " in section_of(fact, store)


def section_of(fact: Fact, store: Store) -> str:
    """The section of the passage, normed."""
    blocks = (block for section in store.sections if section.id == fact.section for block in section.blocks)
    return f" {norm(' '.join(block.text for block in blocks))} "


def official(name: str, source: Source) -> bool:
    """Whether the text gives an office to the person, now or once."""
    office = source.office(name)
    return bool(source.in_office(name) or office & _OFFICIAL) and not any("advis" in word for word in office)


_OFFICIAL = content(
    "minister president ambassador envoy secretary representative diplomat senator king governor chancellor"
)


def known_to_all(name: str, source: Source) -> bool:
    """Whether everybody knows what the person has said, so that the text is not needed."""
    return name in FAMED_PERSONS or source.named.persons.get(name) in FAMED_PERSONS


def unintroduced(fact: Fact, store: Store) -> bool:
    """Whether somebody said it of whom the text does not tell who that is, as of those whom everybody knows.

    Whoever argues today, or is cited with a year or a work, is a scholar.
    """
    source = store.source(fact)
    name = speaker(fact, source)
    return (
        fact.pattern == "claim"
        and fact.type == "person"
        and " " in name
        and not source.office(name)
        and not source.in_office(name)
        and not any(surname_of(author) in source.scholars for author in authors(name))
        and _PAST_VERB.match(fact.subject) is not None
    )


_PAST_VERB = re.compile(r"(?:\w+ed|said|held|thought|told|wrote|found|showed|saw|spoke|put|foresaw|foretold|felt)\b")


def named_near(name: str, fact: Fact, store: Store) -> bool:
    """Whether the passage names them as well, or the sentence beside it does and tells of agreement."""
    block = store.blocks[fact.evidence.block].text
    before = re.split(_BETWEEN, block[: fact.evidence.start].rstrip())[-1]
    after = re.split(_BETWEEN, block[fact.evidence.end :].lstrip(), maxsplit=1)[0]
    if any(re.search(rf"\b{short}\b", fact.evidence.quote) for short in initials(name)):
        return True
    words = [norm(text).split() for text in (before, after) if _AGREES.search(text)]
    words.append(norm(fact.evidence.quote).split())
    return any(norm(surname_of(author)) in told for author in authors(name) for told in words)


_BETWEEN = r"(?<=[.?!”]) (?=[A-ZÀ-Ž“])"


_BUSINESS = {
    stem(office): content(words)
    for offices, words in (
        ("defence defense", "arm armed military army weapon missile troop soldier"),
        ("finance treasury budget", "tax budget debt money currency pay cost fund"),
        ("trade commerce", "trade export import tariff"),
        ("energy petroleum oil", "oil gas petroleum energy electricity"),
        ("irrigation water", "water irrigation dam river flood flow land"),
        ("transport infrastructure railway railways", "rail railway road train"),
        ("health", "health hospital disease vaccine"),
        ("agriculture farming", "farm farmer crop harvest"),
        ("environment climate", "climate emission pollution river mining forest waste"),
        ("justice", "court judge law"),
    )
    for office in offices.split()
}
"""What holders of an office speak of, so that it tells them from others."""


def office_tells(fact: Fact, names: Iterable[str], store: Store) -> bool:
    """Whether the words belong to the office of the speaker alone, as armed forces to a minister of defence."""
    return bool(business := business_of(fact, store)) and not any(
        store.source(fact).office(name) & business for name in names
    )


def business_of(fact: Fact, store: Store) -> frozenset[str]:
    """The offices of the speaker to which the words belong."""
    said = content(fact.subject)
    return store.source(fact).office(name_of(fact)) & {office for office, words in _BUSINESS.items() if words & said}


def initials(name: str) -> set[str]:
    """Short forms of a body's name: "DOE" for "the Department of Energy"."""
    words = re.sub(r"^the ", "", name).split()
    shorts = {"".join(w[0] for w in words).upper(), "".join(w[0] for w in words if w[0].isupper())}
    return {short for short in shorts if len(short) > 2}


def others(fact: Fact, store: Store, *, wide: bool = False) -> list[Fact]:
    """What is credited to others who can stand beside the speaker, one for each of them, in the order of the text.

    Of officials the text may tell what they did instead.
    """
    source = store.source(fact)
    patterns = ("claim", "deed") if wide or official(name_of(fact), source) else ("claim",)
    found: dict[str, Fact] = {}
    for other in (told for pattern in patterns for told in store.known(pattern)):
        name = speaker(other, source)
        if (
            (other.document, other.type) == (fact.document, fact.type)
            and first_surname(name) not in found
            and comparable(name, fact, store, wide=wide)
            and not named_near(name, fact, store)
            and (wide or not unintroduced(other, store))
            and printed(first_surname(name), other, source)
            and of_one_time(fact, other.evidence.quote)
        ):
            found[first_surname(name)] = other
    return list(found.values())


def of_one_time(fact: Fact, told: str) -> bool:
    """Whether the years in the words of the speaker and in what is told of another leave it open that both lived then."""
    mine, theirs = ([int(year) for year in _YEAR.findall(text)] for text in (fact.subject, told))
    return not (mine and theirs) or min(abs(one - other) for one in mine for other in theirs) <= LIFE


def of_today(fact: Fact, told: str) -> bool:
    """Whether somebody of whom the words tell can hold what is held in the present: years of another age alone forbid it."""
    years = [int(year) for year in _YEAR.findall(told)]
    return _PAST_VERB.match(fact.subject) is not None or not years or max(years) > ANOTHER_AGE


LIFE, ANOTHER_AGE = 25, 1900
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def printed(surname: str, fact: Fact, source: Source) -> bool:
    """Whether readers see the name, which may stand in the key of a citation only."""
    return surname in fact.evidence.quote or source.mentions(surname)


def speaker(fact: Fact, source: Source) -> str:
    """The full name of whoever said or did it."""
    return name_of(fact) if fact.pattern == "claim" else source.named.persons.get(fact.value, fact.value)
