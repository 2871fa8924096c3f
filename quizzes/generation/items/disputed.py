"""Where two sources disagree: the year, the number or the name that one of them gives, with the other's beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from quizzes.generation.conflicts import agree
from quizzes.generation.distractors import other_dates, respelled
from quizzes.generation.language.dates import written
from quizzes.generation.language.words import norm, upper_first
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question
from quizzes.generation.views.replies import replies

from .amounts import slips, sortable
from .build import Option, choice, spot
from .sources import apart, credited, named


def items(store: Store) -> Iterator[Question]:
    """A question for each of two sources that give one thing different values; each must be sure of its own."""
    known = named(store)
    for slot in store.conflicts:
        told = [fact for fact in slot if fact.document in known and fact.askable and sure(fact, slot, store)]
        for fact, other in permutations(told, 2):
            if apart(store.source(fact), store.source(other)) and not agree(fact, other, store.aliases):
                yield from question(fact, other, store)
    for pair in replies([source for source in store.sources if source.index in known]):
        for fact, other in permutations(pair):
            if fact.askable:
                yield from question(fact, other, store)


def sure(fact: Fact, slot: list[Fact], store: Store) -> bool:
    """Whether its document gives the slot no second value, and does not hedge this one."""
    own = [other for other in slot if other.document == fact.document]
    return fact.parts.get("about", "") == "" and all(agree(fact, other, store.aliases) for other in own)


def question(fact: Fact, other: Fact, store: Store) -> Iterator[Question]:
    """What the first source gives; the second one's value is the first of the wrong options."""
    source, against = store.source(fact), store.source(other)
    size = 4 if fact.relation == "happened" and fact.value[:4] != other.value[:4] else 7
    key, rival = (shown(one, size) for one in (fact, other))
    taken = {norm(shown(one, size)) for one in store.told(fact.subject, fact.relation)}
    further = [text for text in more(fact, size, store) if norm(text) not in taken]
    both = " and ".join(sorted((source.voice, against.voice)))
    made = choice(
        credited(fact, source),
        f"{both} {stem(fact, size)[0]}. {upper_first(f'according to {source.voice}, {stem(fact, size)[1]}?')}",
        Option(key, gives(fact, store), rank=rank(key, fact)),
        [
            Option(rival, gives(other, store), rank=rank(rival, fact)),
            *(Option(text, "Neither of the two gives this.", rank=rank(text, fact)) for text in further),
        ],
        level="apply",
        source=source,
        order=store.chance("disputed", fact.subject) if fact.type == "expansion" else None,
    )  # fmt: skip
    yield with_evidence(replace(made, used=(credited(other, against),)), rival, other)


def gives(fact: Fact, store: Store) -> str:
    """Who gives the value, and where."""
    source = store.source(fact)
    return f"{upper_first(source.says('gives'))} this ({spot(fact, source)})."


def stem(fact: Fact, size: int) -> tuple[str, str]:
    """What the two do, and what is asked."""
    if fact.relation == "happened":
        what = "year" if size == 4 else "month"
        return f"date it to different {what}s", f"in which {what} {fact.parts['asked']}"
    if fact.relation == "amounts to":
        return "give different numbers", fact.subject
    return f"spell {fact.subject} out differently", f"what does {fact.subject} stand for"


def shown(fact: Fact, size: int) -> str:
    """The value as an option."""
    return written(fact.value[:size]) if fact.relation == "happened" else fact.value


def more(fact: Fact, size: int, store: Store) -> list[str]:
    """Values of the same shape that neither source gives."""
    if fact.relation == "happened":
        return [written(iso[:size]) for iso in other_dates(fact, store, "year" if size == 4 else "month")]
    order = store.chance("disputed values", fact.subject)
    if fact.relation == "amounts to":
        return slips(fact.value, order)
    return respelled(fact.value, order)


def rank(text: str, fact: Fact) -> str:
    """Years and numbers stand in their order."""
    return text if fact.type == "expansion" else sortable(text)


def with_evidence(made: Question, rival: str, other: Fact) -> Question:
    """The question with the second passage bound to the option that stands for it."""
    rows = [
        {**row, "evidence": other.evidence.to_dict()} if row["text"] == rival else row for row in made.data["options"]
    ]
    return replace(made, data={**made.data, "options": rows})
