"""What a flaw is: a code from the list, a name for the reviewer, and a function that finds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quizzes.generation.store import Store
from quizzes.generation.types import Question

Finder = Callable[[Question, Store], object]


@dataclass(frozen=True, slots=True)
class Flaw:
    """A way in which a question can be bad."""

    code: str
    name: str
    hard: bool
    """A hard flaw rejects the question, a soft one lowers its rank."""
    finder: Finder

    def found(self, question: Question, store: Store) -> bool:
        return bool(self.finder(question, store))


def hard(code: str, name: str) -> Callable[[Finder], Flaw]:
    """Makes a function a flaw that rejects."""
    return lambda finder: Flaw(code, name, True, finder)


def soft(code: str, name: str) -> Callable[[Finder], Flaw]:
    """Makes a function a flaw that costs rank."""
    return lambda finder: Flaw(code, name, False, finder)


def texts(question: Question) -> list[str]:
    """Every text of the question that a student chooses from or puts in order."""
    data = question.data
    lists = ("options", "passages", "premises", "responses", "items")
    return [str(entry["text"]) for name in lists for entry in data.get(name, ())]


def options(question: Question) -> list[str]:
    """The texts of the options of a choice; empty for other kinds."""
    return [question.key, *question.distractors] if question.key else []
