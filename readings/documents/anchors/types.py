"""What goes in and out of re-anchoring: a quotation with its surroundings, and where it stands after an edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Outcome = Literal["attached", "moved", "detached"]
BlockOutcome = Literal["identical", "edited", "part", "none"]


class Span(NamedTuple):
    """A range of a text, counted in code points."""

    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start


class RangeOutside(ValueError):
    """A range that does not lie in its block."""

    def __init__(self, block_id: str, start: int, end: int, length: int) -> None:
        super().__init__(f"The range {start} to {end} is not inside block {block_id}; send offsets from 0 to {length}.")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A range of a block, with the words it holds and the words around it."""

    block_id: str
    start: int
    end: int
    exact: str
    """The words themselves."""
    prefix: str = ""
    """What stands before them, across the border of the block where they begin it."""
    suffix: str = ""
    """What stands after them."""


@dataclass(frozen=True, slots=True)
class BlockMatch:
    """What became of one old block."""

    old_id: str
    new_id: str | None
    outcome: BlockOutcome
    """``edited``: still the same paragraph; ``part``: most of its text stands in a paragraph that was split or merged."""
    similarity: float
    """0 to 1: twice the characters they share over the characters of both."""

    @property
    def same(self) -> bool:
        """Whether the new block is the same paragraph, so that what was read stays read."""
        return self.outcome in ("identical", "edited")


@dataclass(frozen=True, slots=True)
class Located:
    """Where an anchor's passage stands in the new text; without a place when it is detached."""

    outcome: Outcome
    block_id: str | None
    start: int | None
    end: int | None
    score: float
    """0 to 1: how far the words agree."""
    reason: str
    """One sentence for the owner of the annotation."""
