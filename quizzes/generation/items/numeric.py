"""Type the number: a small whole one that is stated plainly, where four good options cannot be found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.conflicts import unit
from quizzes.generation.language.dates import DATE
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import finished
from .number import choices, stem, stiff, telling

_PERIOD = re.compile(r"\b(?:1[5-9]|20)\d\d[–/-]\d{2,4}\b")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WHOLE = re.compile(r"(\d{1,3}) ?(?:%|per cent|percent)?")


def items(store: Store) -> Iterator[Question]:
    """One question for each number that is sure and that is not asked for among others."""
    for fact in telling(store.of("number"), store):
        whole = _WHOLE.fullmatch(fact.value)
        if not whole or not sure(fact) or choices(fact, store):
            continue
        source, share = store.source(fact), unit(fact.value) == "%"
        data = {"value": int(whole[1]), "tolerance": 0, "unit": "per cent" if share else ""}
        asked = stem(fact, source)
        if share:
            asked = f"{asked.removesuffix('?')}, to the nearest per cent?"
        made = Question(
            "numeric",
            "number",
            "remember",
            asked,
            data,
            fact.evidence,
            fact.section,
            "",
            (fact,),
            document=fact.document,
            lesser=stiff(asked, source),
        )
        yield finished(made, source, f"The passage gives {fact.value}.")


def sure(fact: Fact) -> bool:
    """Whether the passage gives the number plainly, and of one thing: it is the only one there, or the question says of which date it is."""
    passage = fact.evidence.quote
    numbers = _NUMBER.findall(DATE.sub("", _PERIOD.sub("", passage)))
    told = numbers.count(_NUMBER.findall(fact.value)[0]) == 1
    placed = len(numbers) == 1 or bool(DATE.search(fact.subject) or _PERIOD.search(fact.subject))
    return not fact.parts["about"] and not fact.parts["average"] and told and placed and fact.polarity == "affirmed"
