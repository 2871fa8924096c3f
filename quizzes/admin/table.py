"""The table of the class: its columns, which of its lines are shown, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quizzes.selectors.progress import CourseProgress, StudentRow


@dataclass(frozen=True, slots=True)
class Column:
    head: str
    """What stands over the column: a word, or the number of a reading or quiz, so that eight of them fit on a screen."""
    title: str
    """What the number stands for; empty where the head says it all."""
    key: str
    """What ``?o=`` sorts by; with a minus before it the other way round."""
    sorted: str
    """ "ascending", "descending" or "none", as aria-sort says it."""

    @property
    def next_order(self) -> str:
        return f"-{self.key}" if self.sorted == "ascending" else self.key


def columns(progress: CourseProgress, query: Mapping[str, str]) -> list[Column]:
    order = query.get("o", "name")
    heads = [
        ("Student", "", "name"),
        ("All", "", "all"),
        *((str(number), one.title, f"r{one.pk}") for number, one in enumerate(progress.readings, start=1)),
        *((str(number), one.title, f"q{one.pk}") for number, one in enumerate(progress.quizzes, start=1)),
        ("Last active", "", "active"),
    ]
    return [Column(head, title, key, direction(order, key)) for head, title, key in heads]


def direction(order: str, key: str) -> str:
    return {key: "ascending", f"-{key}": "descending"}.get(order, "none")


def filtered(rows: Iterable[StudentRow], query: Mapping[str, str]) -> list[StudentRow]:
    """By a part of the name, and to those who need help."""
    wanted = query.get("q", "").casefold().strip()
    return [row for row in rows if wanted in name_of(row) and (query.get("needs") != "help" or row.needs_help)]


def sorted_rows(rows: list[StudentRow], order: str) -> list[StudentRow]:
    """An order that is not known leaves the lines by name."""
    key = order.removeprefix("-")
    return sorted(rows, key=lambda row: value(row, key), reverse=order.startswith("-"))


def value(row: StudentRow, key: str) -> Any:
    """What a line is sorted by; a quiz without a result comes before the worst mark."""
    figures: dict[str, Any] = {"name": name_of(row), "all": row.percent, "active": row.last_active}
    figures |= {f"r{share.reading.pk}": share.percent for share in row.readings}
    figures |= {f"q{mark.quiz.pk}": -1 if mark.best is None else mark.best for mark in row.quizzes}
    return figures.get(key, 0)


def name_of(row: StudentRow) -> str:
    return row.enrolment.user.display_name.casefold()
