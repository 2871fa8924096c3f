"""Flaws of a quiz as a whole: right options at one place (A8), the same asked twice in other words (D12)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from quizzes.generation.language.words import norm
from quizzes.generation.types import Question

SHARE, ROW, FEWEST = 0.4, 3, 10
"""No place may hold more of the right options, nor so many in a row; fewer questions show no bias."""
ALIKE = 0.6
"""Two questions that share so many of their runs of three words are one."""


def key_bias(questions: Sequence[Question]) -> bool:
    """A8: whether somebody who always marks the same place does too well."""
    places = [
        next(n for n, row in enumerate(question.data["options"]) if row["correct"])
        for question in questions
        if question.data.get("options")
    ]
    if len(places) < FEWEST:
        return False
    longest = max(len(list(row)) for _, row in groupby(places))
    return max(Counter(places).values()) > SHARE * len(places) or longest > ROW


def duplicate(one: Question, other: Question) -> bool:
    """D12: whether two questions ask the same: nearly the same words, with the same answer."""
    mine, theirs = trigrams(one), trigrams(other)
    return bool(mine and theirs) and len(mine & theirs) > ALIKE * len(mine | theirs)


def trigrams(question: Question) -> frozenset[tuple[str, ...]]:
    """Runs of three words of the stem and of what is to be answered; forms of the same stem differ in the latter."""
    rows = [row for name in ("premises", "items") for row in question.data.get(name, ())]
    words = norm(" ".join([question.stem, question.key, *(str(row["text"]) for row in rows)])).split()
    return frozenset(zip(words, words[1:], words[2:], strict=False))
