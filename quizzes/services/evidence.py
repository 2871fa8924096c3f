"""Questions whose reading changed: those whose passage stands are asked on, those that lost it wait to be looked at."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F, QuerySet

from quizzes.generation.checks.grounding import in_order
from quizzes.generation.language.words import norm
from quizzes.models import Option, Question
from readings.models import Block

CHANGED = ("evidence_block", "evidence_start", "evidence_end", "is_stale", "checked_revision")


def questions_recheck_evidence(*, questions: QuerySet[Question]) -> int:
    """Looks for the passages of those questions whose reading has a later revision than they were checked against, and
    returns how many lost theirs. One query where there is nothing to do."""
    due = questions.exclude(checked_revision=F("reading__revision"))
    if not due.exists():
        return 0
    with transaction.atomic():
        rows = list(
            Question.objects.select_for_update(of=("self",))
            .filter(pk__in=list(due.values_list("pk", flat=True)))
            .select_related("reading", "evidence_block")
            .prefetch_related("options__block")
        )
        blocks = blocks_by_reading(rows)
        for question in rows:
            recheck(question, blocks[question.reading_id])
        Question.objects.bulk_update(rows, CHANGED)
    return sum(question.is_stale for question in rows)


def blocks_by_reading(questions: Sequence[Question]) -> dict[int, list[Block]]:
    found: dict[int, list[Block]] = {question.reading_id: [] for question in questions}
    for block in Block.objects.filter(reading__in=found):
        found[block.reading_id].append(block)
    return found


def recheck(question: Question, blocks: Sequence[Block]) -> None:
    """Finds the question's passage, moved or not; sets, never saves."""
    question.checked_revision = question.reading.revision
    if not stands(question):
        place = only_place(question.evidence_quote, blocks)
        if place:
            question.evidence_block, question.evidence_start = place
            question.evidence_end = question.evidence_start + len(question.evidence_quote)
    passages = question.options.all() if question.kind == "select_passage" else ()
    question.is_stale = not stands(question) or not all(option_stands(option, question) for option in passages)


def stands(question: Question) -> bool:
    """Whether the quotation is at its place; a question bound to no words loses none."""
    block, quote = question.evidence_block, question.evidence_quote
    if not quote:
        return True
    return block is not None and block.text[question.evidence_start : question.evidence_end] == quote


def only_place(quote: str, blocks: Sequence[Block]) -> tuple[Block, int] | None:
    """Where the words stand, if that is one place in the whole reading: of two, one would be a look-alike."""
    holding = [block for block in blocks if quote in block.text]
    if len(holding) != 1 or holding[0].text.count(quote) != 1:
        return None
    return holding[0], holding[0].text.index(quote)


def option_stands(option: Option, question: Question) -> bool:
    """Whether a passage to select is still in its text; it is bound anew where its paragraph has changed. It may be
    from another reading of the course."""
    words = option.text.rstrip(".")
    if option.block and (words in option.block.text or shortened(words, option.block.text)):
        return True
    holding = Block.objects.filter(reading__course=question.reading.course_id, text__contains=words)[:2]
    if len(holding) == 1:
        Option.objects.filter(pk=option.pk).update(block=holding[0])
    return len(holding) == 1


def shortened(words: str, text: str) -> bool:
    """Whether the words stand in the text in their order, with asides between them that a generated passage leaves out."""
    return in_order(norm(words).split(), norm(text).split())
