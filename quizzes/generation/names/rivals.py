"""Who else might have done it: others of one class with the actor, who stand in the same matter, and did not do it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizzes.generation.distractors import last, tied
from quizzes.generation.language.known import FAMED_COMPANIES, POWERS
from quizzes.generation.language.states import families
from quizzes.generation.language.words import content, norm
from quizzes.generation.names.cast import NATION, Cast
from quizzes.generation.types import Fact

LESS, MORE = 0.5, 5
"""A state that the text names less or more often than so many times as often as the actor is no rival."""
_PRIVATE = re.compile(
    r"\b(?:elected|appointed|nominated|ran|running|candida\w+|founded|created|established|bought|sold|owned|financed?|chaired)\b"
)
"""What a sitting head of state does not do."""
_RULES = re.compile(
    r"(?:sent|dispatched|deployed|massed|withdrew|moved|ordered) [^,;]*\b(?:troops|soldiers|army|forces|men|fleet|warships)\b|"
    r"(?:granted|decreed|annexed|ceded|ratified|abdicated|declared war|abolished|proclaimed)\b"
)
"""What rulers do and no others."""
_HIGH_OFFICE = re.compile(r"\b(?:presiden\w+|premiership|prime minister\w*)\b", re.IGNORECASE)
"""What only politicians strive for."""
_GOES_ON = re.compile(r"\s*(?:He|She|They|It|Both|Together)\b[^.]*")
"""The next sentence tells of the same deed."""


def rivals(fact: Fact, cast: Cast) -> list[str]:
    """Others of the class whom the document nowhere ties to the deed, the likeliest first."""
    return innocent(alike(fact, cast.name_of(fact), cast), fact, cast)


def wider_rivals(fact: Fact, cast: Cast) -> list[str]:
    """The rivals, and behind them others from the whole text who are farther from the deed: for lesser questions."""
    near = rivals(fact, cast)
    return [*near, *innocent(set(akin(fact, cast.name_of(fact), cast)) - set(near), fact, cast)]


def innocent(names: Iterable[str], fact: Fact, cast: Cast) -> list[str]:
    """Those of the names whom the document nowhere ties to the deed, the likeliest first."""
    mine, words = cast.name_of(fact), content(NATION.sub("", fact.subject))  # states tie nobody to a deed
    said = f" {norm(told_there(fact, cast))} "
    fit = [
        name
        for name in sorted(names)
        if last(name) != last(mine)
        and f" {norm(last(name))} " not in said
        and name not in families(fact.subject)
        and not content(last(name)) & words
        and not tied(name, words, cast.source)
        and not did_the_like(name, fact.subject, (block.text for block in cast.store.blocks.values()))
        and (fact.type != "person" or cast.lived(name, fact))
    ]
    cast.store.chance("rivals", fact.subject).shuffle(fit)
    return sorted(fit, key=lambda name: likelihood(name, fact, cast), reverse=True)


def did_the_like(name: str, deed: str, paragraphs: Iterable[str]) -> bool:
    """Whether a paragraph says in other words that the name did so too: "fired" for "dismissed", of much the same object."""
    verb, _, rest = _ADVERBS.sub("", deed).partition(" ")
    family = next((words for words in _FAMILIES if words.fullmatch(verb)), None)
    mine = starts(NATION.sub("", rest), OBJECT)
    if family is None or not mine:
        return False
    surname = re.compile(rf"\b{re.escape(last(name))}\b")
    return any(
        2 * len(mine & starts(clause)) >= len(mine)
        for paragraph in paragraphs
        if surname.search(paragraph)
        for clause in _SENTENCE.split(paragraph)
        if family.search(clause) and (surname.search(clause) or _HE.search(clause))
    )


_ADVERBS = re.compile(r"^(?:\w+ly |also |then )+")
_HE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;]) ")
_FAMILIES = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"dismiss\w*|fir(?:e|es|ed|ing)|remov\w+|oust\w*|sack(?:s|ed|ing)?|purg\w+",
        r"creat(?:e|es|ed|ing)|found(?:s|ed|ing)|establish\w*|set(?:s|ting)? up|set|launch\w*",
        r"sign(?:s|ed|ing)?|conclud\w+",
        r"oppos\w+|reject\w*|refus\w+",
        r"support(?:s|ed|ing)?|back(?:s|ed|ing)?|endors\w+",
    )
)
"""Verbs that say the same."""
OBJECT, LETTERS = 4, 5
"""So many words behind the verb are its object; words that share so many letters are forms of one."""


def starts(text: str, most: int | None = None) -> set[str]:
    """The first letters of the longer words, or of the first of them."""
    return {word[:LETTERS].casefold() for word in [w for w in re.findall(r"\w+", text) if len(w) > LETTERS][:most]}


def told_there(fact: Fact, cast: Cast) -> str:
    """The passage, and what the next sentence adds to it."""
    after = cast.store.blocks[fact.evidence.block].text[fact.evidence.end :]
    goes_on = _GOES_ON.match(after)
    return f"{fact.evidence.quote} {goes_on.group() if goes_on else ''}"


def likelihood(name: str, fact: Fact, cast: Cast) -> tuple[int, bool]:
    """How near the name stands to the deed, and whether the text tells something of it."""
    here, around = cast.texts(fact.section)
    return 2 * (last(name) in here) + (last(name) in around), cast.tells(name)


def alike(fact: Fact, mine: str, cast: Cast) -> Iterable[str]:
    """Everybody of the class of the actor."""
    if fact.type == "state":
        return states(fact, mine, cast)
    if fact.type == "person":
        return persons(fact, mine, cast)
    return bodies(mine, cast)


def states(fact: Fact, mine: str, cast: Cast) -> list[str]:
    """The states that act in the same paragraph, or in the section as often; where sections are about states, those of the others."""
    there = list(families(cast.store.blocks[fact.evidence.block].text))
    if mine in cast.titled:
        times, often = cast.source.named.states, max(2, cast.source.named.states[mine])
        there = sorted(name for name in cast.titled if LESS * often <= times[name] <= MORE * often)
    near = [name for name in there if name in cast.states and (name in POWERS) == (mine in POWERS)]
    if mine in cast.titled or families(fact.subject):
        return near  # between two states that are at odds the right one is soon guessed
    more = [name for name in families(cast.texts(fact.section)[0]) if name not in there and level(name, mine, cast)]
    return [*near, *more] if len({*near, *more} - {mine}) >= FEWEST_LEVEL else near


FEWEST_LEVEL = 3
"""So many states of the section there must be, where those of the paragraph are too few."""


def level(name: str, mine: str, cast: Cast) -> bool:
    """Whether a state acts, is of the actor's rank, and stands in the text about as often."""
    times = cast.source.named.states
    alike = name in cast.states and (name in POWERS) == (mine in POWERS)
    return alike and LESS * times[mine] <= times[name] <= times[mine] / LESS


def persons(fact: Fact, mine: str, cast: Cast) -> list[str]:
    """Heads of states among heads; others of the same sort and side, who stand in a section with the actor, or else anywhere."""
    private = _PRIVATE.search(fact.subject) is not None
    fit = [name for name in of_rank(fact, mine, cast) if not cast.famed(name)]
    if cast.heads(mine) and not private:
        return [name for name in fit if cast.home(name) == cast.home(mine)]
    level = [
        name
        for name in fit
        if (cast.home(name) == cast.home(mine) or not cast.home(name) or not cast.home(mine))
        and (
            cast.sorts(name) & cast.sorts(mine)
            or not (cast.sorts(name) or _RULES.match(fact.subject))
            or cast.heads(mine)
        )
    ]
    near = [name for name in level if cast.sections(name) & cast.sections(mine)]
    mine_too = cast.sorts(mine) | ({"official"} if cast.heads(mine) else set())
    same = [name for name in level if name not in near and cast.sorts(name) & mine_too]
    return near if len(set(near) - {mine}) >= FEWEST_NEAR else [*near, *same]


FEWEST_NEAR = 2
"""Where a section has fewer others, those of the same sort in the whole text will do."""


def of_rank(fact: Fact, mine: str, cast: Cast) -> list[str]:
    """Heads of states among heads; for a high office those in politics."""
    private = _PRIVATE.search(fact.subject) is not None
    head = cast.heads(mine) and not private
    fit = [name for name in cast.persons if cast.heads(name) == head or (private and cast.fallen(name))]
    if not head and _HIGH_OFFICE.search(fact.subject):
        return [name for name in fit if cast.heads(name) or "official" in cast.sorts(name)]
    return fit


def akin(fact: Fact, mine: str, cast: Cast) -> list[str]:
    """Everybody in the text who is of the kind and rank of the actor; where the deed names the actor's state, its people."""
    if fact.type == "state":
        return sorted(cast.states)
    if fact.type == "person":
        home = cast.home(mine)
        fit = [name for name in of_rank(fact, mine, cast) if cast.famed(name) <= cast.famed(mine)]
        return [name for name in fit if home not in families(fact.subject) or cast.home(name) in (home, "")]
    return [
        name
        for name in cast.source.bodies
        if cast.kind(name) == cast.kind(mine) and name.isupper() == mine.isupper() and not cast.cut(name)
    ]


def bodies(mine: str, cast: Cast) -> list[str]:
    """Bodies of the same kind that stand in a section with the actor."""
    return [
        name
        for name in cast.source.bodies
        if cast.kind(name) == cast.kind(mine)
        and name.isupper() == mine.isupper()
        and cast.sections(name) & cast.sections(mine)
        and not cast.cut(name)
        and not FAMED_COMPANIES.search(name)
    ]
