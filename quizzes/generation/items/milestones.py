"""When the values of a row first pass a round number: "1 billion", "50%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizzes.generation.facts.table import NUMBER, plain_number
from quizzes.generation.language.measures import counted

ROUND = (1, 2, 5, 3, 4, 1.5, 2.5, 6, 8)
"""Round numbers, the roundest first, to be taken by powers of ten."""
CLEAR = 0.03
"""The values before and at the turn lie so far from the round one."""
THOUSAND = 1000
_NEXT = {"thousand": "million", "million": "billion", "billion": "trillion"}


@dataclass(frozen=True, slots=True)
class Milestone:
    """The place of the first value beyond the bound, and how it got there."""

    place: int
    verb: str
    bound: str


def first_beyond(cells: Sequence[str], unit: str) -> Milestone | None:
    """The roundest number that the values pass in the midst of the row and before their peak, in the unit of the cells; None for mixed units."""
    matches = [NUMBER.match(cell) for cell in cells]
    tails = {cell[match.end("digits") :] for cell, match in zip(cells, matches, strict=True) if match}
    signs = {match["sign"] for match in matches if match}
    if len(tails) != 1 or signs != {None}:
        return None
    values = [plain_number(match["digits"]) for match in matches if match]
    tail = tails.pop()
    for bound in bounds(values):
        for sign, verb in ((1, "exceed"), (-1, "fall below")):
            place = next((n for n, value in enumerate(values) if sign * (value - bound) > 0), 0)
            apart = all(abs(value - bound) > CLEAR * bound for value in values[: place + 1])
            most = max(values, key=lambda value: sign * value)
            if 0 < place < len(values) - 1 and values[place] != most and apart:
                return Milestone(place, verb, written(bound, tail, unit))
    return None


def bounds(values: Sequence[float]) -> Iterator[float]:
    """Round numbers between the least and the largest value, the roundest first."""
    low, high = min(values), max(values)
    powers = [10.0**power for power in range(-2, 13) if low / 10 < 10.0**power < high]
    yield from (step * power for step in ROUND for power in reversed(powers) if low < step * power < high)


def written(bound: float, tail: str, unit: str) -> str:
    """The round number as the cells would have it: "50%", "1 billion" where they count in millions."""
    scale = next((word for word in _NEXT if word in f"{tail} {unit}".split()), "")
    if scale and not bound % THOUSAND:
        bound, tail, unit = bound / THOUSAND, tail.replace(scale, _NEXT[scale]), unit.replace(scale, _NEXT[scale])
    return counted(f"{bound:,.10g}{tail}", unit)
