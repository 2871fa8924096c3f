"""Forms of lower worth: clean, but often answered without the text (R)."""

from __future__ import annotations

from quizzes.generation.ranking import in_reserve
from quizzes.generation.store import Store
from quizzes.generation.types import Question

from .flaw import Flaw, soft


@soft("R1", "often answered without the text")
def guessed(question: Question, store: Store) -> bool:
    return in_reserve(question)


FLAWS: tuple[Flaw, ...] = (guessed,)
