"""How passages of a reading follow its text when that changes: where a range of the old text stands in the new one.

Whoever keeps ranges of a reading's text (annotations here, questions elsewhere) registers a PassageKeeper; it is asked
what would become of its ranges, and told to carry them over, without the readings knowing who it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, Protocol

from readings import documents
from readings.documents.anchors import Anchor, Located, Matching, locate, match_blocks
from readings.models import Block, Reading

CONTEXT = 32
"""Code points kept on each side of a quotation, by which it is found again."""


class Carrier(Protocol):
    """What became of the old text's blocks and ranges; both are named by the keys of blocks."""

    def block(self, key: str) -> str | None:
        """The new key of the same paragraph; None where it is gone, or only part of another."""

    def passage(self, anchor: Anchor) -> Located:
        """Where the range stands now: attached; moved, please check; or detached."""


class TextCarrier:
    """For a text of which only the new version is known: paragraphs and passages are recognised by their words."""

    def __init__(self, old: Sequence[documents.Block], new: Sequence[documents.Block]) -> None:
        self.old, self.new = old, new

    def block(self, key: str) -> str | None:
        return self._keys.get(key)

    def passage(self, anchor: Anchor) -> Located:
        if self._is_unchanged and anchor.block_id in self._keys:
            key = self._keys[anchor.block_id]
            return Located("attached", key, anchor.start, anchor.end, 1.0, "The text is unchanged.")
        return locate(anchor, self._matching)

    @cached_property
    def _is_unchanged(self) -> bool:
        """The same paragraphs in the same order: then even those that look alike are known by their place."""
        return [block.text for block in self.old] == [block.text for block in self.new]

    @cached_property
    def _matching(self) -> Matching:
        return match_blocks(self.old, self.new)

    @cached_property
    def _keys(self) -> dict[str, str]:
        if self._is_unchanged:
            return {old.id: new.id for old, new in zip(self.old, self.new, strict=True)}
        keys: dict[str, str] = {}
        taken: set[str] = set()
        for match in sorted(self._matching.blocks.values(), key=lambda match: -match.similarity):
            if match.same and match.new_id and match.new_id not in taken:
                keys[match.old_id] = match.new_id
                taken.add(match.new_id)
        return keys


@dataclass(frozen=True, slots=True)
class Stretch:
    """``text[start:end]`` of an old block stands at ``at`` in the block ``key``."""

    start: int
    end: int
    key: str
    at: int


class EditCarrier:
    """For a change whose effect is known exactly: blocks that it does not name stay as they are."""

    def __init__(self, stretches: Mapping[str, Sequence[Stretch]], gone: Iterable[str] = ()) -> None:
        self.stretches = stretches
        self.gone = set(gone)

    def block(self, key: str) -> str | None:
        return None if key in self.gone else key

    def passage(self, anchor: Anchor) -> Located:
        if anchor.block_id not in self.stretches:
            return Located("attached", anchor.block_id, anchor.start, anchor.end, 1.0, "Its paragraph is unchanged.")
        parts = [part for part in self.stretches[anchor.block_id] if part.start <= anchor.start < part.end]
        if not parts:
            return Located("detached", None, None, None, 0.0, "Its words were taken out of the text.")
        part = parts[0]
        start = anchor.start - part.start + part.at
        if anchor.end <= part.end:
            end = anchor.end - part.start + part.at
            return Located("attached", part.key, start, end, 1.0, "Its words stand in another paragraph now.")
        last = self._end_of(anchor, part)
        end = min(anchor.end, last.end) - last.start + last.at
        return Located("moved", part.key, start, end, 0.5, "Its paragraph was changed within the passage.")

    def _end_of(self, anchor: Anchor, first: Stretch) -> Stretch:
        """The stretch in which the passage ends: the last one that follows the first in the same paragraph."""
        there = [part for part in self.stretches[anchor.block_id] if part.key == first.key and part.at >= first.at]
        return max((part for part in there if part.start < anchor.end), key=lambda part: part.start)


class EditCarriers:
    """For several changes, one after another."""

    def __init__(self, carriers: Iterable[Carrier]) -> None:
        self.carriers = list(carriers)

    def block(self, key: str) -> str | None:
        found: str | None = key
        for carrier in self.carriers:
            found = carrier.block(found) if found else None
        return found

    def passage(self, anchor: Anchor) -> Located:
        outcome: Literal["attached", "moved"] = "attached"
        found = Located("attached", anchor.block_id, anchor.start, anchor.end, 1.0, "Its paragraph is unchanged.")
        for carrier in self.carriers:
            found = carrier.passage(anchor)
            if found.block_id is None or found.start is None or found.end is None:
                return found
            outcome = "moved" if found.outcome == "moved" else outcome
            anchor = Anchor(found.block_id, found.start, found.end, anchor.exact)
        return replace(found, outcome=outcome)


Old = Mapping[int, documents.Block]


class PassageKeeper(Protocol):
    label: str
    """What it keeps, for the summary that an instructor sees: "annotations"."""

    def outcome(self, reading: Reading, carrier: Carrier) -> Mapping[str, int]:
        """How many of its ranges would be attached, moved and detached; changes nothing."""

    def carry(self, reading: Reading, carrier: Carrier, old: Old, new: Mapping[str, Block]) -> None:
        """Carries its ranges over: ``old`` are the old blocks by the primary key of their rows, ``new`` the rows of the
        new text by key. Called when the new rows are stored and before those that are gone are deleted."""


_keepers: list[PassageKeeper] = []


def keep_passages(keeper: PassageKeeper) -> None:
    """Registers a keeper; once, when its app is ready."""
    if all(type(known) is not type(keeper) for known in _keepers):
        _keepers.append(keeper)


def passage_keepers() -> list[PassageKeeper]:
    return list(_keepers)


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation in the present text of its block."""

    outcome: Literal["attached", "moved", "detached"]
    start: int = 0
    end: int = 0

    @property
    def is_stale(self) -> bool:
        return self.outcome == "detached"


def passage_relocate(*, block: Block | None, start: int, end: int, quote: str) -> Place:
    """Where a quotation stands in the block that holds it, by the present text alone: at its range; at the one other
    place in the same block; or nowhere. Other blocks are never searched: they could hold a look-alike."""
    if block is None or not quote:
        return Place("detached")
    if block.text[start:end] == quote:
        return Place("attached", start, end)
    found = block.text.find(quote)
    if found < 0 or block.text.find(quote, found + 1) >= 0:
        return Place("detached")
    return Place("moved", found, found + len(quote))


def anchor_in(block: documents.Block, start: int, end: int) -> Anchor:
    """The anchor of a range of a block, with its words and what stands around them."""
    before, after = block.text[max(0, start - CONTEXT) : start], block.text[end : end + CONTEXT]
    return Anchor(block.id, start, end, block.text[start:end], before, after)


__all__ = [
    "Anchor",
    "Carrier",
    "EditCarrier",
    "EditCarriers",
    "Located",
    "Old",
    "PassageKeeper",
    "Place",
    "Stretch",
    "TextCarrier",
    "anchor_in",
    "keep_passages",
    "passage_keepers",
    "passage_relocate",
]
