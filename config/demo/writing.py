"""Questions that the demo's teacher has written herself on readings of the course pack."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from config.accounts.models import User
from quizzes.models import Question
from quizzes.services.evidence import only_place
from quizzes.services.questions import question_approve, question_create
from readings.models import Block, Reading

WRITTEN = Path(__file__).with_name("questions.toml")
NUMBER = ("value", "tolerance", "unit")

Row = Mapping[str, Any]


@cache
def written_questions() -> dict[str, list[dict[str, Any]]]:
    """By the slug of the reading."""
    return tomllib.loads(WRITTEN.read_text(encoding="utf-8"))


def questions_write(reading: Reading, teacher: User) -> list[Question]:
    """The teacher's approved questions on the reading; one whose passage is not in this text is left out, and one that
    is there already is not written again."""
    blocks, asked = list(reading.blocks.all()), set(reading.questions.values_list("stem", flat=True))
    rows = [row for row in written_questions().get(reading.slug, ()) if row["stem"] not in asked]
    return [question_write(reading, row, blocks, teacher) for row in rows if only_place(row["quote"], blocks)]


def question_write(reading: Reading, row: Row, blocks: Sequence[Block], teacher: User) -> Question:
    extra = {name: row[name] for name in NUMBER if name in row}
    question = question_create(
        reading=reading,
        kind=row["kind"],
        by=teacher,
        fields={
            **{name: row[name] for name in ("stem", "level", "feedback")},
            **evidence(row["quote"], blocks),
            "extra": extra,
        },
        options=options(row, blocks),
        pairs=[*row.get("pairs", ()), *({"response": text} for text in row.get("extra", ()))],
    )
    return question_approve(question=question, by=teacher)


def evidence(quote: str, blocks: Sequence[Block]) -> dict[str, Any]:
    block, start = only_place(quote, blocks) or (None, 0)
    return {
        "evidence_block": block,
        "evidence_start": start,
        "evidence_end": start + len(quote),
        "evidence_quote": quote,
    }


def options(row: Row, blocks: Sequence[Block]) -> list[Row]:
    """The rows of Option, whatever the kind calls them; a passage to select knows its block."""
    accepted = [{"text": text, "correct": True} for text in row.get("accepted", ())]
    passages = [
        {**passage, "block": evidence(passage["text"], blocks)["evidence_block"]} for passage in row.get("passages", ())
    ]
    return [*row.get("options", ()), *row.get("items", ()), *accepted, *passages]
