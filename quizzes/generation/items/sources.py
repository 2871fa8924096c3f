"""Across sources: which author says it, and which view or passage is whose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from quizzes.generation.language.states import spoken_of
from quizzes.generation.language.words import FUNCTION_WORDS, content, listed, norm, upper_first, word_count
from quizzes.generation.store import Store
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact, Question
from quizzes.generation.views.topics import named_in, phrases, plainly, topics
from quizzes.generation.views.viewpoints import plain, says_otherwise, subject_of, views

from .build import LETTERS, SHOWN, Option, choice, evenly, finished, kept, spot

Told = dict[Fact, dict[str, str]]
"""For each view what it is on."""
FEWEST, RIVALS, POOL, USES = 2, 8, 12, 3
"""Of other authors there must be so many; so many are looked at, and so many views; so often one may be a wrong option."""
SHORTER, LONGER = 0.6, 1.7
"""A wrong view has so many times the words of the right one, at least and at most."""
SPEAKS_OF = 3
"""An author who names something in so many sentences speaks of it."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_COLLECTIVE = re.compile(r"\b(?:contributors|editors|authors|staff)$", re.IGNORECASE)


def items(store: Store) -> Iterator[Question]:
    """For each view that others could hold: who says it, which of several it is, or which passage is whose.

    On the quiz of one reading its author would always be the answer, so there the author is never what is asked for.
    """
    found, known, shown = views(store), named(store), Counter[Fact]()
    on = {fact: topics(fact.value, store.source(fact)) for own in found.values() for fact in own}
    for document in known if store.about is None else {store.about} & known.keys():
        turn = 0
        for number, fact in enumerate(found.get(document, ())):
            rivals = others(fact, known, store)
            if store.about is None and number % 3:
                yield from who(fact, rivals, store)
                continue
            pool = [other for n in rivals for other in found.get(n, ()) if shown[other] < USES]
            topic, wrong = foils(fact, pool, on, store)
            if len(wrong) >= FEWEST:
                shown.update(wrong[:SHOWN])
                made = (which if turn % 2 else whose)(fact, topic, wrong, store)
                far = any(not on[other].keys() & on[fact].keys() or other.lesser for other in wrong[:SHOWN])
                far = far or of_title(fact, wrong[:SHOWN], store.source(fact))
                yield replace(made, lesser=far or bool(turn % 2))
                turn += not far


def named(store: Store) -> dict[int, str]:
    """For each document whose authors are known what a question calls them; contributors and editors hold no view of their own."""
    return {s.index: s.voice for s in store.sources if not s.unsigned and not _COLLECTIVE.search(s.voice)}


def others(fact: Fact, known: Iterable[int], store: Store) -> list[int]:
    """Documents of other people who speak of what the view names, one for each, in an order of their own."""
    order, names = store.chance("sources", fact.value), matter_of(fact, store)
    fit = [
        other for other in known if sum(speaks(store.sources[other], name) for name in names) * 2 >= max(1, len(names))
    ]
    order.shuffle(fit)
    chosen: list[int] = []
    for other in fit:
        if all(apart(store.sources[other], store.sources[one]) for one in (fact.document, *chosen)):
            chosen.append(other)
        if len(chosen) == RIVALS:
            break
    return chosen


def matter_of(fact: Fact, store: Store) -> list[str]:
    """What a view names, or else the terms that it is on."""
    return spoken_of(fact.value) or list(phrases(fact.value, store.source(fact)).values())


def in_prose(name: str, source: Source) -> str:
    """A name as it stands in a sentence, a term in quotation marks."""
    plain_name = name.removeprefix("the ")
    return f"“{plain_name}”" if plain_name.islower() else source.with_article(plain_name)


def speaks(source: Source, name: str) -> bool:
    """Whether a text returns to a name or a term."""
    return max(source.speaks_of[name], source.prose.count(name.removeprefix("the "))) >= SPEAKS_OF


def apart(one: Source, other: Source) -> bool:
    """Whether two sources share no author."""
    return not (content(one.voice) - {"other"}) & (content(other.voice) - {"other"})


def who(fact: Fact, rivals: list[int], store: Store) -> Iterator[Question]:
    """Who says it? The wrong ones speak of the same things and nowhere say so."""
    source = store.source(fact)
    silent = [store.sources[n] for n in rivals if says_otherwise(n, fact, store)]
    if len(silent) < FEWEST or any(norm(s.voice) in norm(fact.value) for s in (source, *silent[:SHOWN])):
        return
    about = listed([in_prose(name, source) for name in matter_of(fact, store)[:2]])
    yield choice(
        credited(fact, source),
        f"Who says that {source.inside(fact.value)}?",
        Option(bare(source), f"It is from {placed(fact, store)}."),
        [Option(bare(s), f"{upper_first(titled(s))} speaks of {about} too, but does not say this.") for s in silent],
        level="understand",
        source=source,
        order=store.chance("who of the sources", fact.value),
    )


def which(fact: Fact, topic: str, wrong: list[Fact], store: Store) -> Question:
    """Which view is this author's? The wrong ones are other authors' on the same thing."""
    source = store.source(fact)
    return choice(
        credited(fact, source),
        f"Which of these statements{on_topic(topic)} is from {titled(source)}?",
        Option(plain(fact), f"It is from {placed(fact, store)}."),
        [Option(plain(other), f"It is from {placed(other, store)}.") for other in wrong],
        level="understand",
        source=source,
        order=store.chance("which view", fact.value),
    )


def whose(fact: Fact, topic: str, wrong: list[Fact], store: Store) -> Question:
    """Which passage is this author's? The wrong ones are other authors' on the same thing."""
    source = store.source(fact)
    shown = [fact, *wrong[:SHOWN]]
    store.chance("whose", fact.value).shuffle(shown)
    rows = [
        {
            "id": LETTERS[place],
            "text": f"{plain(one)}.",
            "correct": one is fact,
            "why": f"It is from {placed(one, store)}.",
            "block": one.evidence.block,
            "evidence": one.evidence.to_dict(),
        }
        for place, one in enumerate(shown)
    ]
    spare = kept(
        {"text": f"{plain(other)}.", "why": f"It is from {placed(other, store)}.", "block": other.evidence.block}
        for other in wrong[SHOWN:]
    )
    made = Question(
        "select_passage", "sources", "understand",
        f"Which of these statements{on_topic(topic)} is from {titled(source)}?",
        {"passages": rows, **spare}, fact.evidence, fact.section, "", (credited(fact, source),), document=fact.document,
    )  # fmt: skip
    return finished(made, source, f"It is “{plain(fact)}.”")


def foils(fact: Fact, pool: list[Fact], on: Told, store: Store) -> tuple[str, list[Fact]]:
    """What the view and others of the pool are on, and those that can stand beside it: on one topic with it before those that only
    name a state alike, one of each other author, and when these are enough further ones of them."""
    names = {name for name in spoken_of(subject_of(fact.value)) or spoken_of(fact.value) if plainly(name, fact.value)}
    fit = [
        o for o in pool if (on[o].keys() & on[fact].keys() or names & set(spoken_of(o.value))) and fair(o, fact, store)
    ]
    drawn = store.chance("foils", fact.value).sample(fit, min(len(fit), POOL))
    near = sorted(evenly(fact.value, drawn, lambda other: other.value), key=lambda other: strange(other, fact, on))
    wrong = list({other.document: other for other in reversed(near)}.values())[::-1]
    shown = wrong[:SHOWN]
    return shared(fact, shown, on), [] if stands_out(fact, shown, store) else wrong


def strange(other: Fact, fact: Fact, on: Told) -> tuple[bool, bool, int]:
    """How little another view has to do with this one."""
    return not on[other].keys() & on[fact].keys(), other.lesser, -len(content(fact.value) & content(other.value))


def shared(fact: Fact, wrong: list[Fact], on: Told) -> str:
    """The name of the narrowest topic that all share; else the state or thing that is what all are about; empty if none."""
    topic = next((name for key, name in on[fact].items() if name and all(on[other].get(key) for other in wrong)), "")
    subjects = [set(spoken_of(subject_of(one.value))) for one in (fact, *wrong)]
    return topic or next((name for name in spoken_of(fact.value) if all(name in named for named in subjects)), "")


def fair(other: Fact, fact: Fact, store: Store) -> bool:
    """Whether a view of another author can stand beside this one: its author alone says it, and neither length, quotation marks,
    a year nor a name that only its own text has tells the two apart."""
    return (
        quotes(other) == quotes(fact)
        and as_long(other, fact)
        and says_otherwise(fact.document, other, store)
        and could_name(store.source(fact), other, store)
    )


def could_name(source: Source, other: Fact, store: Store) -> bool:
    """Whether a text could speak of what a statement of another text names: a text of its time or before it does so, and no year is later."""
    if any(int(year) > source.written for year in _YEAR.findall(other.value)):
        return False
    author = store.source(other)
    older = [
        text for text in store.sources if text is not author and (text is source or text.written <= source.written)
    ]
    return all(any(name in text.prose for text in older) for name in named_in(other.value, author).values())


def stands_out(fact: Fact, others: list[Fact], store: Store) -> bool:
    """Whether the right one alone has a year that not all of the texts speak of, or alone lacks one."""
    dated = [set(_YEAR.findall(one.value)) for one in (fact, *others)]
    if not dated[0]:
        return all(dated[1:])
    known = all(year in store.source(other).prose for year in dated[0] for other in others)
    return not known and not any(dated[1:])


def quotes(fact: Fact) -> bool:
    """Whether quotation marks stand in the view, which would catch the eye among others."""
    return re.search(r"[“”\"]", plain(fact)) is not None


def of_title(fact: Fact, others: list[Fact], source: Source) -> bool:
    """Whether the view alone has most words of the title of its text, or two of them that follow each other: a reader of the title would choose it."""
    title = source.document.metadata.title or ""
    words = content(title)
    most = all(len(words & content(other.value)) < len(words & content(fact.value)) for other in others)
    return most or bool((pairs(title) & pairs(fact.value)).difference(*(pairs(other.value) for other in others)))


def pairs(text: str) -> set[tuple[str, str]]:
    """The words with a meaning that follow each other, compounds taken apart."""
    return {
        (one, other)
        for one, other in pairwise(norm(re.sub("[–-]", " ", text)).split())
        if not {one, other} & FUNCTION_WORDS
    }


def on_topic(topic: str) -> str:
    """The topic as a part of the stem."""
    return f" on {topic}" if topic else ""


def as_long(other: Fact, fact: Fact) -> bool:
    """Whether a view is so near another in length that neither catches the eye."""
    return SHORTER * word_count(fact.value) <= word_count(other.value) <= LONGER * word_count(fact.value)


def bare(source: Source) -> str:
    """The author as an option: bodies without their article, since lists of names are."""
    return re.sub(r"^the ", "", source.voice)


def titled(source: Source) -> str:
    """The text with its author: "the text by Okafor"."""
    return f"the text by {source.voice}"


def placed(fact: Fact, store: Store) -> str:
    """The text of a view and where it stands in it."""
    source = store.source(fact)
    return f"{titled(source)}, {spot(fact, source)}"


def credited(fact: Fact, source: Source) -> Fact:
    """The fact as something its author says, which no other source can contradict."""
    return replace(fact, pattern="sources", relation=f"{fact.relation}: {source.voice}", source=source.voice)
