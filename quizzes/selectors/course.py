"""The readings of a course in whose light a question is made and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import accumulate
from typing import Any

from django.db.models import QuerySet, Sum
from django.db.models.functions import Length

from quizzes.generation.text.source import Source
from quizzes.models import Question
from readings.documents import Document
from readings.models import Reading
from readings.selectors.document import metadata_of

#: A reading is compared with so many others of its course, and no more than so many characters of them.
MOST_NEIGHBOURS, MOST_CHARACTERS = 6, 400_000
COMPARES, NAMELESS = "sources", "the text"
"""The pattern of questions about several readings; what is credited where no author is known."""


def neighbours(reading: Reading) -> list[Reading]:
    """The readings of the course that stand nearest, as many as can be compared with this one in seconds."""
    others = course_readings(reading).exclude(pk=reading.pk)
    measured = others.annotate(length=Sum(Length("blocks__text"), default=0))
    nearest = sorted(measured, key=lambda other: abs(other.position - reading.position))[:MOST_NEIGHBOURS]
    lengths = accumulate(other.length for other in nearest)
    return [other for other, so_far in zip(nearest, lengths, strict=True) if so_far <= MOST_CHARACTERS]


def course_readings(reading: Reading) -> QuerySet[Reading]:
    return Reading.objects.filter(course=reading.course_id)


def readings_behind(question: Question, data: Mapping[str, Any]) -> list[Reading]:
    """The question's reading with its neighbours, and those that a question about several names, in the order of the course."""
    own = question.reading
    behind = [own, *neighbours(own)]
    if question.pattern == COMPARES:
        told = words_of(question, data)
        behind += [other for other in course_readings(own) if other not in behind and names(told, other)]
    return sorted(behind, key=lambda reading: (reading.position, reading.pk))


def names(told: str, reading: Reading) -> bool:
    """Whether the words name the author of the reading."""
    voice = Source(Document(metadata_of(reading.metadata)), 0).voice
    return voice != NAMELESS and re.search(rf"\b{re.escape(voice.removeprefix('the '))}\b", told) is not None


def words_of(question: Question, data: Mapping[str, Any]) -> str:
    """Every word of the question and of the reasons of its options."""
    lists = ("options", "passages", "items", "premises", "responses")
    rows = [row for name in lists for row in data.get(name, ())]
    return " ".join([question.stem, question.feedback, *(f"{row['text']} {row.get('why', '')}" for row in rows)])
