"""Makes approved questions of the kinds that are no plain choice, for tests."""

from __future__ import annotations

from typing import Any

from quizzes.models import Option, Question
from readings.models import Reading


def make_typed(reading: Reading, **fields: Any) -> Question:
    question = of_kind(reading, "typed", "Who rebuilt the arch?", **fields)
    for position, text in enumerate(("The Bridge Board", "BB")):
        Option.objects.create(question=question, position=position, text=text, is_correct=True)
    return question


def make_numeric(reading: Reading, **fields: Any) -> Question:
    extra = {"value": 3.0, "tolerance": 0, "unit": "arches"}
    return of_kind(reading, "numeric", "How many arches has the bridge?", extra=extra, **fields)


def make_passages(reading: Reading, **fields: Any) -> Question:
    question = of_kind(reading, "select_passage", "Which passage says who rebuilt the bridge?", **fields)
    for position, block in enumerate(reading.blocks.order_by("-position")):
        Option.objects.create(
            question=question, position=position, text=block.text, block=block, is_correct=not position
        )
    return question


def of_kind(reading: Reading, kind: str, stem: str, **fields: Any) -> Question:
    block = reading.blocks.first()
    evidence = {"evidence_block": block, "evidence_end": 35, "evidence_quote": block.text[:35]}
    return Question.objects.create(
        reading=reading, kind=kind, stem=stem, **{"status": "approved", "pattern": "event", **evidence, **fields}
    )
