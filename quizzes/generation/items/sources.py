"""Across sources: which author says it, which passage is whose, and what each gives where two disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.language.lexicon import SPEECH_VERBS
from quizzes.generation.language.words import content, norm, tokens, upper_first
from quizzes.generation.source import Source
from quizzes.generation.store import Store, by
from quizzes.generation.types import Fact, Question

from .build import LETTERS, Option, choice, evenly, finished

FEWEST, WANTED, PER_TOPIC, RIVALS = 2, 3, 6, 8
"""Of other authors there must be so many; three are shown; a topic gives so many questions of an author, and so many others are looked at."""
ECHO = 0.45
"""A sentence of another source with this share of a statement's words may well say the same."""
_REPORTED = re.compile(
    rf"[“”\"()\[\]\d]|\b(?:{'|'.join(verb.replace('_', ' ') for verb in sorted({*SPEECH_VERBS, *SPEECH_VERBS.values()}))}|according to)\b",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\b(?:should|must|cannot|will|would|could|may|might|likely|unlikely|appears?|seems?|depends?|tends?|largely|hardly|barely|"
    r"little|limited|weak\w*|decisive\w*|effective\w*|ineffective\w*|success\w*|unsuccessful\w*|fail\w*|flawed|inadequate|insufficient|"
    r"wrongly|rightly|mistaken\w*|over-?estimated|under-?estimated|exaggerated|best|worst|better|worse|only|never|mainly|primarily|"
    r"threatens?|undermine[sd]?|turning point|determine[sd]?|dominate[sd]?|critical|cautious\w*|pragmatic|naive|reluctan\w+|dangerous|costly)\b",
    re.IGNORECASE,
)
"""Words of judgement: what they stand in is somebody's view, and not what every text on the topic would say."""
_LOOSE = re.compile(
    r"(?:For|In|At|On|Over|Since|From|During|Going|Up|By|With|There|It|Until|After|Before|As|If|When|While)\b"
)
"""A view that opens so leans on the time or the case that its page speaks of."""


def items(store: Store) -> Iterator[Question]:
    """Which author says it, and which passage is whose, for each topic that several sources speak of."""
    known = named(store)
    told = [fact for fact in store.of("statement") if fact.document in known]
    for topic, facts in by(told, lambda fact: store.aliases.key(fact.subject)).items():
        authors = by(facts, lambda fact: fact.document)
        if len(authors) <= FEWEST:
            continue
        views = {document: [fact for fact in own if view(fact, store)] for document, own in authors.items()}
        for document, own in views.items():
            for number, fact in enumerate(own[:PER_TOPIC]):
                rivals = others(document, authors, topic, store)
                if number % 3 == 2:
                    yield from whose(fact, [other for rival in rivals for other in views[rival]], store)
                else:
                    yield from who(fact, rivals, store)


def named(store: Store) -> dict[int, str]:
    """For each document whose authors are known what a question calls them."""
    return {source.index: source.voice for source in store.sources if source.voice != "the text"}


def view(fact: Fact, store: Store) -> bool:
    """Whether a statement is a view of its author: it judges, in words of their own."""
    return _JUDGED.search(fact.value) is not None and own_words(fact, store)


def own_words(fact: Fact, store: Store) -> bool:
    """Whether a statement neither reports another's words nor gives figures and dates, and does not lean on its page."""
    persons = store.source(fact).named.persons
    named_there = any(word in persons for word in tokens(fact.value))
    return not named_there and not _REPORTED.search(fact.value) and not _LOOSE.match(fact.value)


def others(document: int, authors: dict[int, list[Fact]], topic: str, store: Store) -> list[int]:
    """Documents of other people on the topic, one for each, in an order of their own."""
    order = store.chance("sources", topic, str(document))
    fit = [other for other in authors if other != document]
    order.shuffle(fit)
    chosen: list[int] = []
    for other in fit:
        if all(apart(store.sources[other], store.sources[known]) for known in (document, *chosen)):
            chosen.append(other)
        if len(chosen) == RIVALS:
            break
    return chosen


def apart(one: Source, other: Source) -> bool:
    """Whether two sources share no author."""
    return not (content(one.voice) - {"other"}) & (content(other.voice) - {"other"})


def who(fact: Fact, rivals: list[int], store: Store) -> Iterator[Question]:
    """Which author says it? The wrong ones speak of the same topic and nowhere say so."""
    source, words = store.source(fact), content(fact.value)
    silent = [store.sources[n] for n in rivals if not store.echoes(n, words, ECHO)][:WANTED]
    if len(silent) < FEWEST or any(norm(s.voice) in norm(fact.value) for s in (source, *silent)):
        return
    yield choice(
        credited(fact, source),
        f"Which author says that {source.inside(fact.value)}?",
        Option(bare(source), f"The passage is from {titled(source)}."),
        [Option(bare(s), f"{upper_first(titled(s))} speaks of {fact.subject} too, but does not say this.") for s in silent],
        level="understand",
        source=source,
        order=store.chance("who of the sources", fact.value),
    )  # fmt: skip


def whose(fact: Fact, pool: list[Fact], store: Store) -> Iterator[Question]:
    """Which passage on the topic is this author's? The wrong ones are other authors' on the same topic."""
    source = store.source(fact)
    fit = [other for other in pool if not store.echoes(fact.document, content(other.value), ECHO)]
    wrong = list({other.document: other for other in reversed(evenly(fact.value, fit, lambda o: o.value))}.values())
    wrong = wrong[::-1][:WANTED]
    if len(wrong) < FEWEST:
        return
    shown = [fact, *wrong]
    store.chance("whose", fact.value).shuffle(shown)
    rows = [
        {
            "id": LETTERS[place],
            "text": f"{one.value}.",
            "correct": one is fact,
            "why": f"This passage is from {titled(store.source(one))}.",
            "block": one.evidence.block,
            "evidence": one.evidence.to_dict(),
        }
        for place, one in enumerate(shown)
    ]
    made = Question(
        "select_passage", "sources", "understand",
        f"Which of these passages about {source.with_article(fact.subject)} is from {titled(source)}?",
        {"passages": rows}, fact.evidence, fact.section, "", (credited(fact, source),), document=fact.document,
    )  # fmt: skip
    yield finished(made, source, "It is this passage.")


def bare(source: Source) -> str:
    """The author as an option: bodies without their article, since lists of names are."""
    return re.sub(r"^the ", "", source.voice)


def titled(source: Source) -> str:
    """The text with its author: "the text by Okafor"."""
    return f"the text by {source.voice}"


def credited(fact: Fact, source: Source) -> Fact:
    """The fact as something its author says, which no other source can contradict."""
    return replace(fact, pattern="sources", relation=f"{fact.relation}: {source.voice}", source=source.voice)
