"""Who of those who speak in a document can stand beside another as an answer: of the same sort, from the same side."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizzes.generation.language.states import families
from quizzes.generation.language.words import content, norm, stem
from quizzes.generation.people import surname_of
from quizzes.generation.store import Store
from quizzes.generation.types import Fact

_AGREES = re.compile(
    r"\b(?:agree[sd]?|likewise|similarly|too|also|echo\w*|shares?|shared|joined|concurs?|both|same)\b", re.IGNORECASE
)


def name_of(fact: Fact) -> str:
    """The speaker's full name, also where the passage gives the surname only."""
    return fact.parts["name"]


def authors(name: str) -> list[str]:
    """ "Solheim and Vargas" as the two."""
    return re.split(r",? and |, ", name.removesuffix(" et al."))


def alike(one: str, other: str) -> bool:
    """Whether both are full names, or both surnames, and share none."""
    full = [all(" " in name for name in authors(text)) for text in (one, other)]
    return full[0] == full[1] and (one == other or not share_surname(one, other))


def share_surname(one: str, other: str) -> bool:
    """Whether the same surname stands in both."""
    return bool({surname_of(name) for name in authors(one)} & {surname_of(name) for name in authors(other)})


_FOR_A_STATE = re.compile(
    r"(?:announced|confirmed|declared|promised|reaffirmed|reiterated|pledged)\b|.{,60}?\bthat (?:the )?(?:\S+ ){0,2}$"
)
"""Words up to the first state that a claim names: its speaker speaks for that state."""


def side_tells(fact: Fact, store: Store) -> bool:
    """Whether the words can show from which state the speaker is: they name one, and the speaker comes from it or speaks for it."""
    source, named = store.source(fact), families(fact.subject)
    if not named:
        return False
    official = source.in_office(name_of(fact))
    if side := source.side(name_of(fact)):
        return official or side in named
    return official and _FOR_A_STATE.match(before_states(fact.subject)) is not None


def before_states(text: str) -> str:
    """The words before the first state that is named."""
    words = text.split(" ")
    first = next((place for place in range(len(words)) if families(" ".join(words[: place + 1]))), len(words))
    return "".join(f"{word} " for word in words[:first])


def comparable(name: str, fact: Fact, store: Store) -> bool:
    """Whether the name can stand beside the speaker of the fact: form and standing are the same, and so is the side where the words tell of one."""
    source, own = store.source(fact), name_of(fact)
    side = source.side(name)
    return (
        source.actor(name) != source.actor(own)
        and alike(name, own)
        and not share_surname(name, own)
        and source.in_office(name) == source.in_office(own)
        and (side == source.side(own) != "" if side_tells(fact, store) else side not in families(fact.subject))
    )


def named_near(name: str, fact: Fact, store: Store) -> bool:
    """Whether the passage names them as well, or a sentence beside it that tells of agreement does."""
    block = store.blocks[fact.evidence.block].text
    start, end = max(0, fact.evidence.start - 250), fact.evidence.end + 250
    around = (block[start : fact.evidence.start], block[fact.evidence.end : end])
    if any(re.search(rf"\b{short}\b", fact.evidence.quote) for short in initials(name)):
        return True
    words = [norm(fact.evidence.quote).split(), *(norm(text).split() for text in around if _AGREES.search(text))]
    return any(norm(surname_of(author)) in told for author in authors(name) for told in words)


_BUSINESS = {
    stem(office): content(words)
    for offices, words in (
        ("defence defense", "arm armed military army weapon missile troop soldier"),
        ("finance treasury budget", "tax budget debt money currency"),
        ("trade commerce", "trade export import tariff"),
        ("energy petroleum oil", "oil gas petroleum energy electricity"),
        ("irrigation water", "water irrigation dam"),
        ("transport infrastructure railway railways", "rail railway road train"),
        ("health", "health hospital disease vaccine"),
        ("agriculture farming", "farm farmer crop harvest"),
        ("environment climate", "climate emission pollution"),
        ("justice", "court judge law"),
    )
    for office in offices.split()
}
"""What holders of an office speak of, so that it tells them from others."""


def office_tells(fact: Fact, names: Iterable[str], store: Store) -> bool:
    """Whether the words belong to the office of the speaker alone, as armed forces to a minister of defence."""
    source, said = store.source(fact), content(fact.subject)
    business = [office for office, words in _BUSINESS.items() if words & said]
    return bool(source.office(name_of(fact)) & set(business)) and not any(
        source.office(name) & set(business) for name in names
    )


def initials(name: str) -> set[str]:
    """Short forms of a body's name: "DOE" for "the Department of Energy"."""
    words = re.sub(r"^the ", "", name).split()
    shorts = {"".join(w[0] for w in words).upper(), "".join(w[0] for w in words if w[0].isupper())}
    return {short for short in shorts if len(short) > 2}


def others(fact: Fact, store: Store) -> list[Fact]:
    """What is credited to others who can stand beside the speaker, one for each of them, in the order of the text."""
    source = store.source(fact)
    found: dict[str, Fact] = {}
    for other in store.known("claim"):
        if (
            (other.document, other.type) == (fact.document, fact.type)
            and comparable(name_of(other), fact, store)
            and not named_near(name_of(other), fact, store)
            and source.mentions(surname_of(name_of(other)))
        ):
            found.setdefault(surname_of(name_of(other)), other)
    return list(found.values())
