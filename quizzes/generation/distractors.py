"""Wrong options that are false by construction: the same relation of another subject of the same document."""

from __future__ import annotations

import random
import re

from quizzes.generation.text.source import Source

from .language.bodies import CLASSES, OTHER_ADJECTIVES
from .language.lexicon import BODY_WORDS, STATES
from .language.words import content, norm
from .store import Store
from .types import Fact

WANTED = 3
NEAR_YEARS = 15
TIED = 0.6
"""A sentence with a name and this share of the words may well say the same of the name."""


def other_dates(fact: Fact, store: Store, exactness: str = "") -> list[str]:
    """Dates as exact as the fact's that the document gives to other things, near in time."""
    year = int(fact.value[:4])
    taken = {value[: len(fact.value)] for value in store.values(fact.subject, fact.relation)}
    found = [
        iso
        for iso, blocks in store.source(fact).dates[exactness or fact.type].items()
        if not fact.value.startswith(iso)
        and blocks != {fact.evidence.block}
        and abs(int(iso[:4]) - year) <= NEAR_YEARS
        and iso not in taken
    ]
    order = store.chance("dates", fact.subject)
    order.shuffle(found)
    near = shifted(fact.value[: len(found[0])] if found else fact.value[:7])
    order.shuffle(near)
    pool = [*found, *(iso for iso in near if iso not in found and iso not in taken)]
    earlier = order.randrange(WANTED + 1)  # the right date must not always be the last or the middle one
    chosen = [iso for iso in pool if iso < fact.value][:earlier]
    chosen += [iso for iso in pool if iso > fact.value][: WANTED - earlier]
    return sorted([*chosen, *(iso for iso in pool if iso not in chosen)][:WANTED])


def shifted(iso: str) -> list[str]:
    """Dates a little before and after, for texts that hold too few others."""
    year, *month = (int(part) for part in iso.split("-"))
    if not month:
        return [f"{year + years:04}" for years in (-3, -2, 2, 3)]
    months = [12 * year + month[0] - 1 + step for step in (-8, -5, -3, 3, 4, 7)]
    return [f"{count // 12:04}-{count % 12 + 1:02}" for count in months]


def respelled(expansion: str, order: random.Random) -> list[str]:
    """Expansions with the same initials that sound like names too: one or two words replaced by others of their sort."""
    words = expansion.split()
    choices = {place: swaps(word, words) for place, word in enumerate(words)}
    places = [place for place, others in choices.items() if others]
    wrong: list[str] = []
    for _ in range(60):
        if not places or len(wrong) == WANTED:
            break
        changed = list(words)
        for place in order.sample(places, min(len(places), order.choice((1, 1, 1, 2)))):
            changed[place] = order.choice(choices[place])
        text = " ".join(changed)
        if len({norm(word) for word in changed}) == len(changed) and not any(
            alike(text, known) for known in (*wrong, expansion)
        ):
            wrong.append(text)
    return wrong


def swaps(word: str, words: list[str]) -> list[str]:
    """Words of the same sort, number and first letter; none when the sort is not known."""
    if word.endswith("s") and any(word[:-1] in sort for sort in CLASSES):
        return [other + "s" for other in swaps(word[:-1], words)]
    plain = word.replace("isation", "ization")
    found = {
        other
        for sort in CLASSES
        if plain in sort
        for other in sort
        if other[0] == word[0] and other not in (word, plain) and other not in OTHER_ADJECTIVES
    }
    return sorted(other for other in found if other not in words and other.endswith("s") == word.endswith("s"))


def alike(a: str, b: str) -> bool:
    """Whether most words are the same; such expansions cannot stand side by side."""
    left, right = set(norm(a).split()), set(norm(b).split())
    return len(left & right) >= 0.8 * len(left | right)


def other_names(fact: Fact, store: Store, most: int = WANTED) -> list[tuple[str, str]]:
    """Names of the same kind and form as the fact's, said nowhere near what the fact tells, with why they are wrong."""
    source = store.source(fact)
    near, around = nearby(fact, store), part_of(fact, store)
    words = content(fact.subject)
    told: dict[str, str] = {
        other.value: f"{source.says('credits')} something else to {other.value}."
        if other.relation in ("claimed", "said")
        else f"{source.says('names')} {other.value} in another place: {other.subject}."
        for other in store.facts
        if other.document == fact.document and other.relation == fact.relation and other.type == fact.type
    }
    for name in pool(fact, source):
        told.setdefault(name, f"{source.says('mentions')} {name}, but not here.")
    surname = last(fact.value)
    fit = [
        name
        for name in told
        if last(name) != surname
        and source.actor(name) != source.actor(fact.value)
        and (fact.type != "person" or source.in_office(name) == source.in_office(fact.value))
        and (fact.type != "state" or STATES.get(name) == name)
        and same_form(name, fact.value)
        and f" {norm(last(name))} " not in near
        and f" {norm(last(name))} " in around
        and not tied(name, words, source)
    ]
    order = store.chance("names", fact.subject)
    ranked = sorted(fit, key=lambda name: (told[name].endswith("not here."), order.random()))
    chosen: list[str] = []
    for name in ranked:
        if all(last(name) != last(known) for known in chosen):
            chosen.append(name)
    return [(name, told[name]) for name in chosen[:most]]


def pool(fact: Fact, source: Source) -> list[str]:
    """Every name of the fact's kind in its document, the most frequent first."""
    if fact.type == "state":
        return [name for name, _ in source.named.states.most_common(6)]
    if fact.type == "person":
        return sorted(source.named.persons)
    return [name for name, times in source.bodies.most_common(20) if times >= 2] if fact.type == "body" else []


def last(name: str) -> str:
    """The surname, which tells persons apart; bodies that end in the same word ("Fund") differ by the whole name."""
    word = re.sub(r" \(\d{4}\w?\)$", "", name).split()[-1]
    return name if word.casefold() in BODY_WORDS else word


def same_form(name: str, model: str) -> bool:
    """Both full names, both surnames, or both with a year; a pair of authors only beside a pair."""

    def form(text: str) -> tuple[bool, bool, bool]:
        return (
            " " in text.removeprefix("The ").removeprefix("the ") and text[:1].isupper(),
            "(" in text,
            " and " in text or bool(re.search(r"\b[A-Z]\. ", text)),
        )

    return form(name)[1:] == form(model)[1:] and form(name)[0] == form(model)[0]


def nearby(fact: Fact, store: Store) -> str:
    """The passage and its neighbours, normed."""
    block = store.blocks[fact.evidence.block].text
    return f" {norm(block[max(0, fact.evidence.start - 300) : fact.evidence.end + 300])} "


def part_of(fact: Fact, store: Store) -> str:
    """The top-level section of the passage, normed: who is not named there is no likely answer."""
    part = store.parts[fact.section]
    own = [s for s in store.source(fact).document.sections if store.parts[s.id] == part]
    return f" {norm(' '.join(block.text for section in own for block in section.blocks))} "


def tied(name: str, words: frozenset[str], source: Source) -> bool:
    """Whether some sentence of the document brings the name together with most of what the fact tells."""
    return source.together(last(name), words - content(name), TIED)
