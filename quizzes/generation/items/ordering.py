"""Put events in order: dated events of a document, their dates hidden, near each other in time and none of them implied by another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import combinations, islice

from quizzes.generation.language.dates import written
from quizzes.generation.language.lexicon import ADJECTIVES, FAMOUS, FIELD_ACRONYMS, STATES, UNIVERSAL_ACRONYMS
from quizzes.generation.language.tenses import BE, verb_places
from quizzes.generation.language.words import content, norm, stem, tokens
from quizzes.generation.source import Source
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import LETTERS, finished, place_of

SIZE, FEWEST, LOTS = 4, 3, 3
"""So many events, five where the fifth would be left over, three of what is left; so many orderings of a document."""
YEAR, DAY = 4, 10
"""Length of a date that is exact to the year, or to the day."""
WEIGHT, ACTOR, LONG = 1.6, 2, 60
"""In so many sentences the words of an event stand on average, and one of its names, if it is no detail in a text of so many."""
GAP = 25
"""An event so many years from its neighbour would be the first or last at sight."""
_TELLS = re.compile(
    r"\d{4}|\b(?:first|second|third|fourth|last|final|again|renew\w*|re-\w+ed|re(?:elected|opened|joined|launched|established|instated|gained|"
    r"built|turned|named|captured|took)|also|further|another|former|then|successor|succeed\w*|resum\w*|original\w*|initial\w*|died|born)\b",
    re.IGNORECASE,
)
"""Wording from which the place in the order can be deduced."""
_DETAIL = re.compile(
    r"\b(?:telephon\w*|phone\w*|conversation|foundation stone|congratulat\w*|visit\w*|met|meet|meets|meeting|thanked|interview\w*|"
    r"speech|spoke|wrote|invite\w*|coincid\w*|travell?ed|earned|arrived|attended|toured|flew|wedding|married)\b"
)
"""Happenings whose date nobody needs to know."""
_BEGINS_OR_ENDS = re.compile(
    r"\b(?:founded|established|created|formed|launched|initiated|introduced|opened|built|inaugurated|independent|signed|adopted|ratified|joined|"
    r"acceded|member|collapsed|dissolved|abolished|shut|closed|left|withdrew|ended|began|broke out|repealed|proposed|agreed|entered)\b"
)
"""What begins or ends something, so that other events with it can only lie on one side."""


def items(store: Store) -> Iterator[Question]:
    """Ordering questions for each document that dates enough events."""
    for source in store.sources:
        for lot in orderings(source.index, store):
            yield question(lot, store)


def orderings(document: int, store: Store) -> list[list[Fact]]:
    """The sets of events of a document that are asked for in order: of different years, then of different days, then of three."""
    left = telling(document, store)
    found: list[list[Fact]] = []
    for exact, fewest in ((YEAR, SIZE), (DAY, SIZE), (DAY, FEWEST)):
        found += islice(lots(left, exact, fewest), LOTS - len(found))
        left = [fact for fact in left if not any(told_by(fact, lot) for lot in found)]
    return found


def telling(document: int, store: Store) -> list[Fact]:
    """The events of a document that matter and whose wording does not tell when they were."""
    return [
        fact
        for fact in store.of("event")
        if fact.document == document
        and not _TELLS.search(fact.subject)
        and not FAMOUS.search(fact.subject)
        and not is_detail(fact)
        and matters(fact, store, WEIGHT)
    ]


def is_detail(fact: Fact) -> bool:
    """Whether nobody needs to know when it was: a visit, a telephone call."""
    return bool(_DETAIL.search(fact.subject))


def matters(fact: Fact, store: Store, least: float) -> bool:
    """Whether the text returns to the words of an event, and to a name of it; a short text need not return to anything so often."""
    source = store.source(fact)
    share = min(1, len(source.sentences) / LONG)
    named = [store.weight(stem(word)) for word in tokens(fact.subject) if source.is_name(word)]
    return max(named, default=0) >= ACTOR * share and weight(fact, store) >= least * share


def weight(fact: Fact, store: Store) -> float:
    """In how many sentences the words of an event stand, on average."""
    words = content(fact.subject)
    return sum(min(store.weight(word), 12) for word in words) / len(words)


def left_over(store: Store) -> list[Fact]:
    """Events that no ordering holds, so that they can be asked about alone; those known to everybody apart."""
    held = [lot for source in store.sources for lot in orderings(source.index, store)]
    return [
        fact
        for fact in store.of("event")
        if not FAMOUS.search(fact.subject) and not any(told_by(fact, lot) for lot in held)
    ]


def told_by(fact: Fact, lot: list[Fact]) -> bool:
    """Whether one of the events is this one, or too much like it."""
    return any(fact == known or near(fact.subject, known.subject) or same(fact, known) for known in lot)


def same(one: Fact, other: Fact) -> bool:
    """Whether two events of one year may be one, told twice."""
    mine, theirs = content(one.subject), content(other.subject)
    return one.value[:4] == other.value[:4] and len(mine & theirs) >= 0.5 * min(len(mine), len(theirs))


def lots(events: list[Fact], exact: int = YEAR, fewest: int = SIZE) -> Iterator[list[Fact]]:
    """Sets of events in their order, each event in one set, those together that lie nearest in time and share most names."""
    left = together(sorted(events, key=lambda fact: fact.value))
    while True:
        chain = one_each(left, exact)
        sizes = (fewest, fewest + 1) if len(chain) < 2 * fewest else (fewest,)
        runs = [chain[n : n + size] for size in sizes for n in range(len(chain) - size + 1)]
        if not runs:
            return
        lot = max(runs, key=bond)
        yield lot
        left = together([fact for fact in left if not told_by(fact, lot)])


def bond(lot: list[Fact]) -> float:
    """How well the events of a set go together: words they share, for the years they span; a larger set is better."""
    pairs = list(combinations(lot, 2))
    shared = sum(bool(content(a.subject) & content(b.subject)) for a, b in pairs) / len(pairs)
    return shared + len(lot) / 4 - (int(lot[-1].value[:4]) - int(lot[0].value[:4])) / 8


def together(ordered: list[Fact]) -> list[Fact]:
    """The longest run of events none of which lies far from the one before."""
    runs: list[list[Fact]] = []
    for fact in ordered:
        if runs and int(fact.value[:4]) - int(runs[-1][-1].value[:4]) <= GAP:
            runs[-1].append(fact)
        else:
            runs.append([fact])
    return max(runs, key=len, default=[])


def one_each(events: list[Fact], exact: int) -> list[Fact]:
    """The events in order, one of each date, none told twice or implied by another, and a famous one only to make up the number."""
    famous = [fact for fact in events if FAMOUS.search(fact.subject)]
    found: list[Fact] = []
    clashes = {id(one): sum(not apart(one, other, exact) for other in events) for one in events}
    # Those with the most exact dates first: "1931" cannot stand beside "May 1931"; then those that exclude the fewest others.
    for fact in sorted(events, key=lambda fact: (fact in famous, -len(fact.value[:exact]), clashes[id(fact)])):
        if fact in famous and (len(found) >= SIZE or any(known in famous for known in found)):
            continue
        if all(apart(fact, other, exact) for other in found):
            found.append(fact)
    return sorted(found, key=lambda fact: fact.value)


def apart(one: Fact, other: Fact, exact: int) -> bool:
    """Whether it can be told which of two events came first, from their dates and not from their words."""
    mine, theirs = one.value[:exact], other.value[:exact]
    if mine.startswith(theirs) or theirs.startswith(mine):
        return False
    return not near(one.subject, other.subject) and not implied(one.subject, other.subject)


def near(one: str, other: str) -> bool:
    """Whether two events are one, or too much alike to be told apart."""
    mine, theirs = content(one), content(other)
    return len(mine & theirs) > 0.5 * min(len(mine), len(theirs))


def implied(one: str, other: str) -> bool:
    """Whether one of two events begins or ends what the other speaks of: the fund was founded, the fund opened an office."""
    if any(f" {thing} " in f" {norm(text)} " for a, text in ((one, other), (other, one)) for thing in begun(a)):
        return True
    return bool(at_stake(one) & names(other) or at_stake(other) & names(one))


@lru_cache(maxsize=4096)
def at_stake(text: str) -> set[str]:
    """The names of what an event begins or ends: its object, in the passive its subject."""
    if not _BEGINS_OR_ENDS.search(text):
        return set()
    words = text.split(" ")
    place = next(iter(verb_places(words)), 0)
    rest = " ".join(words[place + 1 :])
    passive = words[place] in BE or rest in ("", "out", "into force", "into effect")
    return names(" ".join(words[:place]) if passive else rest)


@lru_cache(maxsize=4096)
def begun(text: str) -> list[str]:
    """What an event begins: "the formation of Chile", "Chile was established"."""
    made = re.match(
        r"(?:The )?((?:[A-ZÀ-Ž][\w’'-]* ?)+)(?:was|were) (?:founded|established|created|formed|proclaimed)", text
    )
    called = re.search(r"(?:formation|creation|establishment|foundation) of (?:the )?((?:[A-ZÀ-Ž][\w’'-]* ?)+)", text)
    return [norm(found[1]) for found in (made, called) if found]


@lru_cache(maxsize=4096)
def names(text: str) -> set[str]:
    """The names in an event besides states, a long one also by its initials."""
    runs = re.findall(
        r"[A-ZÀ-Ž][\w’'-]*(?: (?:of |the |for |and )*[A-ZÀ-Ž][\w’'-]*)*", re.sub(r"^(?:The|A|An) ", "", text)
    )
    short = {"".join(part[0] for part in re.split(r"[ -]", run) if part[:1].isupper()) for run in runs if " " in run}
    words = {re.sub(r"['’]s?$", "", word) for run in runs for word in tokens(run)}
    return {
        word
        for word in words | short
        if len(word) > 2 and word[0].isupper() and word not in STATES and word.removesuffix("s") not in ADJECTIVES
    }


def spelled_out(text: str, source: Source, store: Store) -> str:
    """The event with a short form that few know spelled out: "the Harbour Assurance Fund (HAF)"."""
    for fact in store.known("acronym"):
        short = fact.subject
        if short in UNIVERSAL_ACRONYMS or short in FIELD_ACRONYMS or fact.value.casefold() in text.casefold():
            continue
        long = fact.value if re.match("[Tt]he ", fact.value) else source.with_article(fact.value)
        whole = f"{long} ({short})"
        text = re.sub(rf"\b(?P<the>[Tt]he )?{re.escape(short)}(?![\w’'-])", partial(with_case, whole), text, count=1)
    return text


def with_case(name: str, match: re.Match[str]) -> str:
    """The name in the place of its short form, with one article and, where the text begins, a capital."""
    bare = re.sub(r"^the ", "", name)
    told = f"the {bare}" if match["the"] else name
    return told[:1].upper() + told[1:] if match.start() == 0 else told


def when(fact: Fact, source: Source) -> str:
    """Why an event stands where it stands: its date and where the text gives it."""
    return f"Dated to {written(fact.value)}. {place_of(fact.evidence, fact.section, source)}."


def question(lot: list[Fact], store: Store) -> Question:
    """The events shuffled, with their right order."""
    source = store.source(lot[0])
    shown = list(lot)
    store.chance("order", *(fact.subject for fact in lot)).shuffle(shown)
    ids = {fact.subject: LETTERS[n] for n, fact in enumerate(shown)}
    texts = {fact.subject: spelled_out(fact.subject, source, store) for fact in lot}
    items_shown = [
        {
            "id": ids[fact.subject],
            "text": texts[fact.subject],
            "why": when(fact, source),
            "evidence": fact.evidence.to_dict(),
        }
        for fact in shown
    ]
    data = {"items": items_shown, "order": [ids[fact.subject] for fact in lot]}
    stem = f"Put these events in chronological order, earliest first, as {source.says('dates')} them."
    made = Question(
        "ordering",
        "event",
        "apply",
        stem,
        data,
        lot[0].evidence,
        lot[0].section,
        "",
        tuple(lot),
        document=lot[0].document,
    )
    answer = "The order is: " + "; ".join(f"{texts[fact.subject]} ({written(fact.value)})" for fact in lot) + "."
    return finished(made, source, answer)
