"""The passage that decides a question: its words within their paragraph, and where to read on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from quizzes.generation import alternatives
from quizzes.models import Option, Question
from readings.models import Block


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph in three parts, of which ``quote`` is highlighted."""

    before: str
    quote: str
    after: str
    block: Block | None
    """None when the paragraph is gone from the reading; then only the quote is left."""
    url: str

    @property
    def found(self) -> bool:
        return self.block is not None

    @property
    def table(self) -> dict[str, Any] | None:
        """Header and rows where the paragraph is a table, which is shown as one."""
        return self.block.table if self.block and self.block.kind == "table" else None


def passage_of(question: Question) -> Passage | None:
    """None for a question that is bound to no passage. Needs evidence_block with its section, and the course."""
    quote, block = question.evidence_quote, question.evidence_block
    if block is None:
        return Passage("", quote, "", None, "") if quote else None
    start, end = where(question, block)
    return Passage(block.text[:start], block.text[start:end], block.text[end:], block, paragraph_url(question, block))


def where(question: Question, block: Block) -> tuple[int, int]:
    """The stored range; where the text has changed since, the place of the quote; else the whole paragraph."""
    start, end, quote = question.evidence_start, question.evidence_end, question.evidence_quote
    if not quote or block.text[start:end] == quote:
        return (start, end) if end > start else (0, len(block.text))
    found = block.text.find(quote)
    return (found, found + len(quote)) if found >= 0 else (0, len(block.text))


def paragraph_url(question: Question, block: Block) -> str:
    """Also of a paragraph in another reading of the course."""
    reading = question.reading if block.reading_id == question.reading_id else block.reading
    course = question.reading.course
    return reverse("readings:section", args=[course.slug, reading.slug, block.section.slug]) + f"#{block.key}"


def home_of(text: str, question: Question, own: Iterable[Block]) -> Block | None:
    """The paragraph that a passage to select is from: of its own reading, else as generation noted it (which leaves out asides,
    so that the words may stand nowhere as they are), else wherever the course has the words."""
    words = text.rstrip(".")
    here = next((block for block in own if words in block.text), None)
    return here or noted_home(text, question) or course_blocks(question).filter(text__contains=words).first()


def noted_home(text: str, question: Question) -> Block | None:
    """Where a passage stands that some question of the course shows, or this one has in store."""
    options = Option.objects.filter(block__reading__course=question.reading.course_id, text=text)
    if shown := options.select_related("block").first():
        return shown.block
    keys = [row.get("block", "") for row in question.extra.get(alternatives.NAME, ()) if row["text"] == text]
    return course_blocks(question).filter(key__in=keys).first()


def course_blocks(question: Question) -> QuerySet[Block]:
    return Block.objects.filter(reading__course=question.reading.course_id)


def neighbours(block: Block) -> tuple[Block | None, Block | None]:
    """The paragraphs before and after it, within the reading."""
    near = {
        row.position - block.position: row
        for row in Block.objects.filter(reading=block.reading_id, position__in=(block.position - 1, block.position + 1))
    }
    return near.get(-1), near.get(1)
