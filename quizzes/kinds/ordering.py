"""Ordering: put three to six entries into the right order; credit by pairs in the right order."""

from __future__ import annotations

from itertools import combinations

from .base import Grade, InvalidResponse, Kind, QuestionData, Response, answer_of, entry_problems, ids

FEWEST, MOST = 3, 6


def check(data: QuestionData) -> list[str]:
    """Problems of ``{"items": [{"id", "text"}], "order": [ids, first to last]}``."""
    items, order = data.get("items"), data.get("order")
    problems = entry_problems(items, "items")
    if problems or not isinstance(items, list):
        return problems
    if not FEWEST <= len(items) <= MOST:
        problems.append(f"Give {FEWEST} to {MOST} entries; there are {len(items)}.")
    if not isinstance(order, list) or sorted(map(str, order)) != sorted(ids(items)):
        problems.append("The order must name every entry once.")
    return problems


def grade(data: QuestionData, response: Response) -> Grade:
    """Marks ``{"order": [ids]}``: the score is the share of pairs that stand in the right order."""
    given = answer_of(response, "order", "Put the entries into order.")
    order = data["order"]
    if not isinstance(given, list) or sorted(map(str, given)) != sorted(order):
        raise InvalidResponse("Put every entry into the order once, and no other.")
    place = {entry: position for position, entry in enumerate(given)}
    pairs = [place[first] < place[second] for first, second in combinations(order, 2)]
    parts = {entry: entry == given[position] for position, entry in enumerate(order)}
    return Grade(sum(pairs) / len(pairs), all(pairs), parts)


KIND = Kind("ordering", "Ordering", check, grade)
