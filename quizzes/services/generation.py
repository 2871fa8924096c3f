"""Draft questions from the text of a reading; a second run adds only what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from quizzes import generation
from quizzes.kinds import KINDS, check
from quizzes.models import Option, Pair, Question
from quizzes.selectors.course import neighbours
from quizzes.selectors.flaws import glossary_of
from quizzes.selectors.questions import FLAW_NAMES
from readings.models import Block, Course, Reading
from readings.selectors.document import document_of

#: Parts of a question's data that are rows; whatever else its kind or its reviewer needs is kept in ``Question.extra``.
IN_ROWS = frozenset(["options", "passages", "accepted", "items", "order", "premises", "responses", "pairs"])


@dataclass(frozen=True, slots=True)
class Generated:
    """What a run brought."""

    created: int
    known: int
    """Generated before, and left as they were."""
    abstained: Mapping[str, int] = field(default_factory=dict)
    """How many candidates fell for which reason."""


def questions_generate(*, reading: Reading, count: int = 12, seed: int = 1) -> Generated:
    """Up to ``count`` draft questions on the reading; questions already there, reviewed or not, are never touched."""
    own, *others = [reading, *neighbours(reading)]
    documents = [document_of(own, askable_only=True), *map(document_of, others)]
    result = generation.generate(documents, about=0, count=count, seed=seed, glossary=glossary_of(reading))
    abstained = named(result.abstained)
    blocks = {block.key: block for block in reading.blocks.all()}
    usable = [question for question in result.questions if usable_or_counted(question, blocks, abstained)]
    return store(reading, usable, blocks, dict(abstained))


def questions_generate_across(*, course: Course, count: int = 12, seed: int = 1) -> Generated:
    """Up to ``count`` draft questions that compare the readings of a course; each is kept with the reading of its passage."""
    readings = list(course.readings.all())
    if not readings:
        return Generated(created=0, known=0)
    documents = [document_of(reading) for reading in readings]
    result = generation.generate(documents, count=count, seed=seed, glossary=glossary_of(readings[0]), only_across=True)
    abstained = named(result.abstained)
    created = known = 0
    for number, reading in enumerate(readings):
        blocks = {block.key: block for block in reading.blocks.all()}
        own = [question for question in result.questions if question.document == number]
        usable = [question for question in own if usable_or_counted(question, blocks, abstained)]
        stored = store(reading, usable, blocks, {})
        created, known = created + stored.created, known + stored.known
    return Generated(created=created, known=known, abstained=dict(abstained))


def named(abstained: Mapping[str, int]) -> Counter[str]:
    """The reasons in words, where they are codes of flaws."""
    return Counter({FLAW_NAMES.get(reason, reason): number for reason, number in abstained.items()})


def usable_or_counted(question: generation.Question, blocks: Mapping[str, Block], abstained: Counter[str]) -> bool:
    if question.kind not in KINDS:
        abstained[f"kind not asked yet: {question.kind}"] += 1
    elif question.evidence.block not in blocks:
        abstained["its passage is not in the reading"] += 1
    elif check(question.kind, question.data):
        abstained["does not pass the checks of its kind"] += 1
    else:
        return True
    return False


@transaction.atomic
def store(
    reading: Reading,
    questions: list[generation.Question],
    blocks: Mapping[str, Block],
    abstained: Mapping[str, int],
) -> Generated:
    Reading.objects.select_for_update().get(pk=reading.pk)
    there = set(reading.questions.exclude(generated_key="").values_list("generated_key", flat=True))
    new = {question.id: question for question in questions if question.id not in there}
    rows = Question.objects.bulk_create(row_of(reading, made, blocks) for made in new.values())
    pairs = list(zip(rows, new.values(), strict=True))
    Option.objects.bulk_create(option for row, made in pairs for option in options_of(row, made.data, blocks))
    Pair.objects.bulk_create(pair for row, made in pairs for pair in pairs_of(row, made.data))
    return Generated(created=len(new), known=len(questions) - len(new), abstained=abstained)


def row_of(reading: Reading, made: generation.Question, blocks: Mapping[str, Block]) -> Question:
    return Question(
        reading=reading,
        kind=made.kind,
        pattern=made.pattern,
        level=made.level,
        stem=made.stem,
        feedback=made.feedback,
        evidence_block=blocks[made.evidence.block],
        evidence_start=made.evidence.start,
        evidence_end=made.evidence.end,
        evidence_quote=made.evidence.quote,
        checked_revision=reading.revision,
        extra={name: value for name, value in made.data.items() if name not in IN_ROWS},
        generated_key=made.id,
        score=made.score,
        soft_flaws=list(made.soft_flaws),
    )


def options_of(row: Question, data: Mapping[str, Any], blocks: Mapping[str, Block]) -> list[Option]:
    """Options and passages as they are offered, accepted answers, or ordered entries in their right order."""
    entries = {entry["id"]: entry for entry in data.get("items", ())}
    offered = [
        *data.get("options", ()),
        *data.get("passages", ()),
        *({"text": text, "correct": True} for text in data.get("accepted", ())),
        *(entries[name] for name in data.get("order", ())),
    ]
    return [
        Option(
            question=row,
            position=position,
            text=option["text"],
            is_correct=option.get("correct", False),
            why=option.get("why") or "",
            block=blocks.get(option.get("block", "")) or block_elsewhere(row, option.get("block", "")),
        )
        for position, option in enumerate(offered)
    ]


def block_elsewhere(row: Question, key: str) -> Block | None:
    """The paragraph of another reading of the course, for a passage that is from there."""
    return Block.objects.filter(reading__course=row.reading.course_id, key=key).first() if key else None


def pairs_of(row: Question, data: Mapping[str, Any]) -> list[Pair]:
    """A row for each premise with its response, then one for each response that fits none."""
    key, texts = data.get("pairs", {}), {entry["id"]: entry["text"] for entry in data.get("responses", ())}
    matched = [
        (premise["text"], texts[key[premise["id"]]], premise.get("why") or "") for premise in data.get("premises", ())
    ]
    extra = [("", text, "") for name, text in texts.items() if name not in set(key.values())]
    return [
        Pair(question=row, position=position, premise=premise, response=response, why=why)
        for position, (premise, response, why) in enumerate([*matched, *extra])
    ]
