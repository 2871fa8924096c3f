"""Across sources: which author says it, which passage is whose, and what each gives where two disagree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizzes.generation.language.judgement import judges
from quizzes.generation.language.lexicon import SPEECH_VERBS
from quizzes.generation.language.states import spoken_of
from quizzes.generation.language.words import content, listed, norm, upper_first, word_count
from quizzes.generation.source import Source
from quizzes.generation.store import Store, by
from quizzes.generation.types import Fact, Question

from .build import LETTERS, Option, choice, evenly, finished

FEWEST, WANTED, RIVALS, POOL = 2, 3, 8, 12
"""Of other authors there must be so many; three are shown; so many are looked at, and so many passages."""
ECHO = 0.45
"""A sentence of another source with this share of a statement's words may well say the same."""
RARE, OWN_SHARE = 2, 0.25
"""A word that another source has in fewer sentences than this is rare there; so large a share of a view's words must be."""
MOST_WORDS = 26
SPEAKS_OF = 3
"""An author who names something in so many sentences speaks of it."""
_REPORTED = re.compile(
    rf"[“”\"()\[\]]|\b(?!(?:19|20)\d\d\b)\d|\b(?:{'|'.join(verb.replace('_', ' ') for verb in sorted({*SPEECH_VERBS, *SPEECH_VERBS.values()}))}|according to|"
    r"speculat\w+|perce\w+|rumou?rs?|understood|aware|subscribed|discuss\w*|opinion|notion|view(?:ed|s)? (?:that|in|among)|seen as|regard(?:ed|s)?|examin\w+)\b",
    re.IGNORECASE,
)
"""Words of somebody else, or a figure: what stands there is reported, not held."""
_LOOSE = re.compile(
    r"(?:For|In|At|On|Over|Since|From|During|Going|Up|By|With|There|It|Until|After|Before|As|If|When|While|Throughout|Regarding|More importantly|The bottom line|The same|A full)\b"
)
"""A view that opens so leans on the time or the case that its page speaks of."""

_VAGUE = re.compile(r"\b(?:the|both) (?:\w+ )?(?:sides|parties)\b", re.IGNORECASE)


def items(store: Store) -> Iterator[Question]:
    """Which author says it, and which passage is whose, for each view on what other authors speak of too."""
    views = by((fact for fact in store.known("statement") if view(fact)), lambda fact: fact.document)
    known = named(store)
    for document in known:
        for number, fact in enumerate(views.get(document, ())):
            rivals = others(fact, known, store)
            if number % 3 == 2:
                yield from whose(fact, [other for rival in rivals for other in views.get(rival, ())], store)
            else:
                yield from who(fact, rivals, store)


def named(store: Store) -> dict[int, str]:
    """For each document whose authors are known what a question calls them."""
    return {source.index: source.voice for source in store.sources if source.voice != "the text"}


def view(fact: Fact) -> bool:
    """Whether a statement is a view of its author: it judges, in words of their own, and names what it judges."""
    short = word_count(fact.value) <= MOST_WORDS and not _VAGUE.search(fact.value)
    return short and judges(fact.value) and own_words(fact) and bool(spoken_of(fact.value))


def own_words(fact: Fact) -> bool:
    """Whether a statement neither reports another's words nor gives figures, and does not lean on its page."""
    return not _REPORTED.search(fact.value) and not _LOOSE.match(fact.value)


def others(fact: Fact, known: Iterable[int], store: Store) -> list[int]:
    """Documents of other people who speak of what the statement names, one for each, in an order of their own."""
    order, names = store.chance("sources", fact.value), spoken_of(fact.value)
    fit = [
        other
        for other in known
        if sum(store.sources[other].speaks_of[name] >= SPEAKS_OF for name in names) * 2 >= len(names)
    ]
    order.shuffle(fit)
    chosen: list[int] = []
    for other in fit:
        if all(apart(store.sources[other], store.sources[one]) for one in (fact.document, *chosen)):
            chosen.append(other)
        if len(chosen) == RIVALS:
            break
    return chosen


def apart(one: Source, other: Source) -> bool:
    """Whether two sources share no author."""
    return not (content(one.voice) - {"other"}) & (content(other.voice) - {"other"})


def who(fact: Fact, rivals: list[int], store: Store) -> Iterator[Question]:
    """Which author says it? The wrong ones speak of the same things and nowhere say so."""
    source, words = store.source(fact), content(fact.value)
    silent = [store.sources[n] for n in rivals if says_otherwise(n, words, store)][:WANTED]
    if len(silent) < FEWEST or any(norm(s.voice) in norm(fact.value) for s in (source, *silent)):
        return
    about = listed([store.source(fact).with_article(name) for name in spoken_of(fact.value)[:2]])
    yield choice(
        credited(fact, source),
        f"Which author says that {source.inside(fact.value)}?",
        Option(bare(source), f"The passage is from {titled(source)}."),
        [Option(bare(s), f"{upper_first(titled(s))} speaks of {about} too, but does not say this.") for s in silent],
        level="understand",
        source=source,
        order=store.chance("who of the sources", fact.value),
    )


def says_otherwise(document: int, words: frozenset[str], store: Store) -> bool:
    """Whether a source neither says what these words say nor even uses enough of them."""
    rare = [word for word in words if store.often(document, word) < RARE]
    return len(rare) >= OWN_SHARE * len(words) and not store.echoes(document, words, ECHO)


def whose(fact: Fact, pool: list[Fact], store: Store) -> Iterator[Question]:
    """Which passage on the topic is this author's? The wrong ones are other authors' on the same topic."""
    source, names = store.source(fact), spoken_of(fact.value)
    fit = [other for other in pool if says_otherwise(fact.document, content(other.value), store)]
    topics = {name: [other for other in fit if name in spoken_of(other.value)] for name in names}
    topic = max(topics, key=lambda name: len({other.document for other in topics[name]}))
    pool = store.chance("whose pool", fact.value).sample(topics[topic], min(len(topics[topic]), POOL))
    wrong = evenly(fact.value, pool, lambda other: other.value)
    wrong = list({other.document: other for other in reversed(wrong)}.values())[::-1][:WANTED]
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
        f"Which of these passages on {source.with_article(topic)} is from {titled(source)}?",
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
