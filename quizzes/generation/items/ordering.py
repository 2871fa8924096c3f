"""Put events in order: dated events of a document, their dates hidden, near each other in time and none of them implied by another."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, islice, pairwise
from statistics import median

from simplemma import is_known

from quizzes.generation.language.dates import written
from quizzes.generation.language.lexicon import ADJECTIVES, FAMOUS, STATES
from quizzes.generation.language.renown import dated_by_all, own_names, renowned
from quizzes.generation.language.states import families
from quizzes.generation.language.tenses import BE, verb_places
from quizzes.generation.language.turning import turning
from quizzes.generation.language.words import bag, content, norm, stem, tokens
from quizzes.generation.ranking import SIGNAL_ROLES
from quizzes.generation.store import Store
from quizzes.generation.text.source import Source
from quizzes.generation.text.wording import unexplained
from quizzes.generation.types import Fact, Question

from .build import LETTERS, finished, place_of, spot

SIZE, FEWEST, LOTS, KNOWN = 4, 3, 3, 1
"""So many events, or one more, three where there are no more; so many orderings of a document; so many events of one that everybody can date."""
YEAR, DAY = 4, 10
"""Length of a date that is exact to the year, or to the day."""
WEIGHT, ACTOR, LONG = 1.6, 2, 60
"""In so many sentences the words of an event stand on average, and one of its names, if it is no detail in a text of so many."""
GAP, NEAR, WIDE = 10, 4, 25
"""An event more years from its neighbour would be the first or last at sight; most lie nearer, those of a lesser ordering need not."""
_TELLS = re.compile(
    r"\d{4}|\b(?:first|second|third|fourth|last|final|again|renew\w*|re-\w+ed|re(?:elected|opened|joined|launched|established|instated|gained|"
    r"built|turned|named|captured|took)|also|further|another|former|then|successor|succeed\w*|resum\w*|original\w*|initial\w*|died|born)\b",
    re.IGNORECASE,
)
"""Wording from which the place in the order can be deduced."""
_DETAIL = re.compile(
    r"\b(?:telephon\w*|phone\w*|conversation|foundation stone|congratulat\w*|visit\w*|met|meet|meets|meeting|thanked|interview\w*|"
    r"speech|presidium|spoke|wrote|invite\w*|coincid\w*|travell?ed|earned|arrived|attended|toured|flew|wedding|married)\b"
)
"""Happenings whose date nobody needs to know."""
OFFICE = re.compile(
    r"\bbecame (?:the |an? )?(?:[a-z-]+ )*(?:minister|president|chair(?:man|woman)?|director|leader|governor|ambassador|commissioner|spokes\w+)\b"
)
"""Happenings whose date few need to know."""
_BEGINS_OR_ENDS = re.compile(
    r"\b(?:founded|established|created|formed|launched|initiated|introduced|opened|built|inaugurated|independent|signed|adopted|ratified|joined|"
    r"acceded|member|collapsed|dissolved|abolished|shut|closed|left|withdrew|ended|began|broke out|repealed|proposed|agreed|entered|barred|banned|expelled|excluded|chose|chosen|cancel\w*|lifted)\b"
)
"""What begins or ends something, so that other events with it can only lie on one side."""
_LONG_NAME = re.compile(r"[A-ZÀ-Ž][\w’'-]*(?: (?:of |the |for |and |in )*[A-ZÀ-Ž][\w’'-]*){2,}")
"""A name of so many words that two events would seem one for having it in common."""
_NAMES = re.compile(r"(?!The |An? )[A-ZÀ-Ž][\w’'-]*(?: (?:(?:of|the|for|and) )*[A-ZÀ-Ž][\w’'-]*)*")
LONG_NAME = 2
"""A body whose name has more words is told from others by it."""
_BEGUN = re.compile(
    r"\b(?:was|were) (?:founded|established|created|set up|formed|abolished|dissolved|disbanded|nationali[sz]ed|shut down)\b"
)
"""What happens to a body so is told in full without whoever did it."""
_CHOSEN = re.compile(r"\b(?:was|were) (?:elected|ejected|expelled|dismissed|deposed|arrested|exiled)\b")
"""What happens to a person so."""
_CONCLUDED = re.compile(r"(?:The )?(?P<name>.+) (?:was|were) concluded$")
SHORT, LENGTHY, MANY = 15, 400, 2
"""A text of fewer sentences need not return to anything; one of more has so many orderings."""
LIKE, VERY, TIED = 0.6, 0.8, 0.5
"""Two events that share so many words, the verb among them, or very many, may be taken for each other; of so many pairs in an ordering each shares a word."""
_NO_ACTORS = bag("The A An Both President Prime Minister Foreign Council Committee Board House")


def items(store: Store) -> Iterator[Question]:
    """Ordering questions for each document that dates enough events."""
    for source in store.sources:
        for lot in orderings(source.index, store):
            yield question(lot, store)
        for lot in spare_orderings(source.index, store):
            yield replace(question(lot, store), lesser=True)


def orderings(document: int, store: Store) -> list[list[Fact]]:
    """The sets of events of a document that are asked for in order: one, two of a long text, each of one section or one actor.

    Each event tells all that it takes to know it: the year of any other is asked alone.
    """
    left = whole_events(telling(document, store), store)
    most = MANY if len(store.sources[document].sentences) > LENGTHY else 1
    found: list[list[Fact]] = []
    while len(found) < most:
        runs = [run for thread in threads(left, store, everywhere(left)) for run in runs_of(thread, YEAR) if fit(run)]
        sets = [run for run in runs if len(run) == SIZE]
        if not sets:
            break
        found.append(max(sets, key=bond))
        left = [fact for fact in left if not told_by(fact, found[-1])]
    return found


def everywhere(events: list[Fact]) -> frozenset[str]:
    """The states that have a part in some events: any may be the actor of a thread."""
    return frozenset(actor for fact in events for actor in actors(fact) if actor in STATES)


def tied(lot: list[Fact]) -> bool:
    """Whether most pairs of events share a word, so that they belong to one matter and not only to one section."""
    pairs = list(combinations([content(fact.subject) for fact in lot], 2))
    return sum(bool(one & other) for one, other in pairs) > TIED * len(pairs)


def whole_events(events: list[Fact], store: Store) -> list[Fact]:
    """The events that tell who did what to whom, that turned something to which the text returns, and for which no other can be taken."""
    return [
        fact
        for fact in events
        if in_full(fact.subject)
        and turning(fact.subject)
        and not dated_by_all(fact.subject)
        and returned_to(fact, store)
        and not another_like(fact, store.source(fact))
    ]


def returned_to(fact: Fact, store: Store) -> bool:
    """Whether more than one sentence holds a name of an event; a short text need not say all twice."""
    source, names = store.source(fact), own_names(fact.subject)
    if treaty := _CONCLUDED.match(fact.subject):
        return source.prose.count(treaty["name"]) > 1
    return len(source.sentences) < SHORT or not names or any(source.often(name) > 1 for name in names)


def in_full(text: str) -> bool:
    """Whether an event names two at least, or in the passive, who did it, a place or a body by its long name."""
    words = text.split(" ")
    place = next(iter(verb_places(words)), 0)
    named = _NAMES.findall(text)
    if words[place] in BE and " by " not in text:
        body = _BEGUN.search(text) and any(len(name.split(" ")) > LONG_NAME for name in named)
        return bool(body or (_CHOSEN.search(text) and len(named) > 1))
    return len(named) > 1


def another_like(fact: Fact, source: Source) -> bool:
    """Whether the text dates something like an event to another year: then it is not clear which is meant."""
    words, year = content(fact.subject), fact.value[:4]
    told = fact.subject.split(" ")
    place = next(iter(verb_places(told)), 0)
    done = content(" ".join(told[place : place + 2])) if told[place] in BE else content(told[place])
    return any(
        year not in years
        and len(words & stems) >= LIKE * len(words)
        and (not done or done & stems or len(words & stems) >= VERY * len(words))
        for years, stems in source.dated
    )


def spare_orderings(document: int, store: Store) -> list[list[Fact]]:
    """Sets of the events that no ordering of the document holds, of any thread; one of three where there are none of four."""
    held = orderings(document, store)
    left = [fact for fact in tellable(document, store) if not any(told_by(fact, lot) for lot in held)]
    found: list[list[Fact]] = []
    for exact, size in ((YEAR, SIZE), (DAY, SIZE), (DAY, FEWEST)):
        most = LOTS - len(held) - len(found) if size == SIZE else int(not held and not found)
        found += islice(wide_lots(left, exact, size), max(0, most))
        left = [fact for fact in left if not any(told_by(fact, lot) for lot in found)]
    return found


def topics(document: int, store: Store) -> frozenset[str]:
    """The states in the title of a document."""
    return frozenset(families(store.sources[document].document.metadata.title or ""))


def telling(document: int, store: Store) -> list[Fact]:
    """The events of a document that matter and whose wording does not tell when they were."""
    return [fact for fact in tellable(document, store) if not fact.lesser and not OFFICE.search(fact.subject)]


def tellable(document: int, store: Store) -> list[Fact]:
    """Those events and lesser ones: who came into which office, what the text judges or tells as an example."""
    return [
        fact
        for fact in store.of("event")
        if fact.document == document
        and not _TELLS.search(fact.subject)
        and not FAMOUS.search(fact.subject)
        and not is_detail(fact)
        and not unexplained(fact.subject, store.source(fact))
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


def lots(events: list[Fact], store: Store, states: frozenset[str], exact: int = YEAR) -> Iterator[list[Fact]]:
    """Sets of events in their order, each event in one set, those together that are of one thread and lie nearest in time."""
    left = events
    while True:
        runs = [run for thread in threads(left, store, states) for run in runs_of(thread, exact) if fit(run)]
        if not runs:
            return
        lot = max(runs, key=bond)
        yield lot
        left = [fact for fact in left if not told_by(fact, lot)]


def wide_lots(events: list[Fact], exact: int, size: int = SIZE, fewest_texts: int = 1) -> Iterator[list[Fact]]:
    """Sets of events of no common thread, further apart, known to everybody if need be, told by so many texts."""
    left = events
    while True:
        runs = [
            run for run in runs_of(left, exact, size, wide=True) if len({fact.document for fact in run}) >= fewest_texts
        ]
        if not runs:
            return
        lot = max(runs, key=bond)
        yield lot
        left = [fact for fact in left if not told_by(fact, lot)]


def threads(events: list[Fact], store: Store, states: frozenset[str]) -> Iterator[list[Fact]]:
    """Events of which one section tells, and those in which one actor has a part: one of these states, or who is none.

    A text that is parted by states has a thread for each section only.
    """
    lines: dict[str, list[Fact]] = {}
    headed = {state for fact in events for state in heading(fact, store)}
    parted = {fact.document for fact in events} if len(headed) > 1 else set()
    for fact in events:
        lines.setdefault(f"section {fact.section}", []).append(fact)
        if fact.document not in parted:
            for actor in actors(fact):
                if actor in states or actor not in STATES:
                    lines.setdefault(actor, []).append(fact)
    yield from (line for line in lines.values() if len(line) >= SIZE)


def heading(fact: Fact, store: Store) -> list[str]:
    """The states after which the section of an event is named."""
    title = next((section.title or "" for section in store.sections if section.id == fact.section), "")
    return [STATES[title]] if title in STATES else []


def actors(fact: Fact) -> set[str]:
    """The states and other names that an event tells of."""
    words = re.split(r"[ –-]", fact.subject)
    plain = {re.sub(r"['’]s?$|[.,;”\"]", "", word) for word in words if word[:1].isupper()}
    return {
        STATES.get(word) or ADJECTIVES.get(word.removesuffix("s")) or ADJECTIVES.get(word) or word
        for word in plain - _NO_ACTORS
    }


def runs_of(thread: list[Fact], exact: int, size: int = SIZE, *, wide: bool = False) -> Iterator[list[Fact]]:
    """Runs of four or five that follow each other in a thread, none told twice or implied by another, one from each start."""
    ordered = sorted(thread, key=lambda fact: fact.value)
    for start in range(len(ordered)):
        run: list[Fact] = []
        for fact in ordered[start:]:
            if all(apart(fact, other, exact) for other in run) and (close(run, fact) if wide else fit([*run, fact])):
                run.append(fact)
            if len(run) in (size, size + 1) and run[-1] is fact and (wide or median(gaps(run)) <= NEAR):
                yield list(run)
            if len(run) > size:
                break


def close(run: list[Fact], fact: Fact) -> bool:
    """Whether an event of a lesser ordering lies not too far from the one before."""
    return max(gaps([*run[-1:], fact]), default=0) <= WIDE


def fit(run: list[Fact]) -> bool:
    """Whether no more than one event of a run is known to everybody, and none lies far from the one before."""
    return sum(renowned(fact.subject) for fact in run) <= KNOWN and max(gaps(run), default=0) <= GAP


def gaps(run: list[Fact]) -> list[int]:
    """The years between the events of a run."""
    return [int(later.value[:4]) - int(fact.value[:4]) for fact, later in pairwise(run)]


def bond(lot: list[Fact]) -> float:
    """How well the events of a set go together: words they share, for the years they span; a larger set is better."""
    pairs = list(combinations(lot, 2))
    shared = sum(bool(content(a.subject) & content(b.subject)) for a, b in pairs) / len(pairs)
    known = sum(renowned(fact.subject) for fact in lot)
    return shared + (len(lot) - known) / 4 - (int(lot[-1].value[:4]) - int(lot[0].value[:4])) / 12


def apart(one: Fact, other: Fact, exact: int) -> bool:
    """Whether it can be told which of two events came first, from their dates and not from their words."""
    mine, theirs = one.value[:exact], other.value[:exact]
    if mine.startswith(theirs) or theirs.startswith(mine):
        return False
    return not near(one.subject, other.subject) and not implied(one.subject, other.subject)


def near(one: str, other: str) -> bool:
    """Whether two events are one, or too much alike to be told apart."""
    both = content(" ".join(set(_LONG_NAME.findall(one)) & set(_LONG_NAME.findall(other))))
    mine, theirs = content(one) - both, content(other) - both
    return len(mine & theirs) > 0.5 * min(len(mine), len(theirs))


def implied(one: str, other: str) -> bool:
    """Whether one of two events begins or ends what the other speaks of: the fund was founded, the fund opened an office."""
    if any(f" {thing} " in f" {norm(text)} " for a, text in ((one, other), (other, one)) for thing in begun(a)):
        return True
    return any(telling_name(shared) for shared in (at_stake(one) & names(other), at_stake(other) & names(one)))


def telling_name(words: set[str]) -> bool:
    """Whether the words make a name: one that is no common word, or two."""
    return len(words) > 1 or any(word.isupper() or not is_known(word.casefold(), lang="en") for word in words)


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


def when(fact: Fact, source: Source) -> str:
    """Why an event stands where it stands: its date and where the text gives it."""
    return f"Dated to {written(fact.value)}. {place_of(fact.evidence, fact.section, source)}."


def matter(lot: list[Fact], store: Store) -> str:
    """The section in which a text tells of all the events, where its title says more than that it is a summary."""
    section = next((section for section in store.sections if section.id == lot[0].section), None)
    named = section and section.title and section.role not in SIGNAL_ROLES
    return f" in “{section.title}”" if section and named and len({fact.section for fact in lot}) == 1 else ""


def mixed(lot: list[Fact], order: random.Random) -> list[Fact]:
    """The events in any order but the right one, which is no task."""
    shown = order.sample(lot, len(lot))
    return shown if shown != lot else [*shown[1:], shown[0]]


def question(lot: list[Fact], store: Store) -> Question:
    """The events shuffled, with their right order."""
    source = store.source(lot[0])
    shown = mixed(lot, store.chance("order", *(fact.subject for fact in lot)))
    ids = {fact.subject: LETTERS[n] for n, fact in enumerate(shown)}
    items_shown = [
        {
            "id": ids[fact.subject],
            "text": fact.subject,
            "why": when(fact, source),
            "evidence": fact.evidence.to_dict(),
        }
        for fact in shown
    ]
    data = {"items": items_shown, "order": [ids[fact.subject] for fact in lot]}
    stem = (
        f"Put these events in chronological order, earliest first, as {source.says('dates')} them{matter(lot, store)}."
    )
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
    answer = (
        "The order is: "
        + "; ".join(f"{fact.subject} ({written(fact.value)}, {spot(fact, source)})" for fact in lot)
        + "."
    )
    return finished(made, source, answer)
