"""Generation as a list of steps: sentences → facts → items → checks → ranking → assembly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizzes.generation.text.expansions import spelled_out
from quizzes.generation.text.source import sources
from readings.documents.types import Document

from .alternatives import tried
from .assembly import assemble
from .checks import hard_flaws, soft_flaws
from .facts import facts
from .items import across, items
from .language.words import word_count
from .ranking import rank, score
from .store import Store
from .types import Fact, Question, Result, Term

MOST_FACTS = 120
WHOLE = frozenset(["table"])
"""Patterns whose facts tell something together only: a table without some of its cells would be asked about wrongly."""


def generate(
    documents: Document | Sequence[Document],
    *,
    count: int | None = None,
    seed: int = 0,
    glossary: Sequence[Term] = (),
    only_across: bool = False,
    about: int | None = None,
) -> Result:
    """Documents in, at most ``count`` questions out, best first, and what was refused and why.

    Several documents are compared as well; with ``only_across`` nothing else is asked of them. With ``about`` the
    questions are on that one of the documents, and the others are the course it is read in: what they say can make
    a wrong option right, contradict a figure, or be told from what this one says.
    """
    refused: Counter[str] = Counter()
    store = store_of([documents] if isinstance(documents, Document) else documents, glossary, refused, seed, about)
    own = range(len(store.sources)) if about is None else [about]
    made = [*([] if only_across else items(store, own)), *(q for q in across(store) if q.document in own)]
    chosen, left = assemble(ranked(clean(made, store, refused), store), count, store.parts, words(store, own))
    return Result(tuple(tried(question, store) for question in chosen), dict(sorted((refused + left).items())))


def store_of(
    documents: Sequence[Document],
    glossary: Sequence[Term],
    refused: Counter[str],
    seed: int = 0,
    about: int | None = None,
) -> Store:
    """The facts of the documents in one store; what was refused on the way is counted."""
    read = sources(documents, glossary)
    return Store(read, [fact for source in read for fact in spread(facts(source, refused))], seed, about)


def words(store: Store, own: Iterable[int]) -> int:
    """How many words these texts have that may be asked about."""
    return sum(word_count(sentence.text) for number in own for sentence in store.sources[number].sentences)


def spread(found: list[Fact]) -> list[Fact]:
    """At most so many facts of a pattern, taken evenly from the whole text, so that time stays linear."""
    kept: list[Fact] = []
    for pattern in dict.fromkeys(fact.pattern for fact in found):
        own = [fact for fact in found if fact.pattern == pattern]
        kept += own if pattern in WHOLE else own[:: -(-len(own) // MOST_FACTS)]
    return kept


def clean(questions: list[Question], store: Store, refused: Counter[str]) -> list[Question]:
    """The questions without a hard flaw, their short forms spelled out, each with its soft flaws noted."""
    kept = []
    for question in (spelled_out(question, store) for question in questions):
        flaws = hard_flaws(question, store)
        refused.update(flaws[:1])
        if not flaws:
            kept.append(replace(question, soft_flaws=tuple(soft_flaws(question, store))))
    return kept


def ranked(questions: list[Question], store: Store) -> list[Question]:
    """Best first, the reserve behind all others."""
    scored = [replace(question, score=score(question, store)) for question in questions]
    return sorted(scored, key=rank)
