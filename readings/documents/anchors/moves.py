"""Paragraphs that stand at another place of the new text and were edited as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from .align import WORD, Run, align, shared_once
from .layout import Layout

LEFT_OVER = 0.5
"""A block of which less than this share is matched looks for its place elsewhere."""
SHORTEST = 48
ALIKE = 0.6
"""Share of equal characters from which a left-over block is the same paragraph."""


def moved_blocks(old: Layout, new: Layout, runs: Sequence[Run]) -> list[Run]:
    """The runs, with those of paragraphs recognised at another place instead of what chance gave these paragraphs."""
    here = _left_over(old, [(run.old, run.length) for run in runs])
    there = _left_over(new, sorted((run.new, run.length) for run in runs))
    found: dict[int, int] = {}
    result: list[Run] = []
    for i, j in _candidates(old, here, new, there):
        if i in found or j in found.values():
            continue
        pair = _pair(old, i, new, j)
        if pair:
            found[i] = j
            result += pair
    if not found:
        return list(runs)
    gone, come = set(found), set(found.values())
    pieces = (piece for run in runs for piece in _by_blocks(run, old, new))
    stay = [piece for piece in pieces if old.block_at(piece.old) not in gone and new.block_at(piece.new) not in come]
    return stay + result


def _by_blocks(run: Run, old: Layout, new: Layout) -> Iterator[Run]:
    """The run cut where a block begins, in either text."""
    while run.length:
        length = min(run.length, old.next_start(run.old) - run.old, new.next_start(run.new) - run.new)
        yield Run(run.old, run.new, length)
        run = Run(run.old + length, run.new + length, run.length - length)


def _left_over(layout: Layout, matched: Sequence[tuple[int, int]]) -> list[int]:
    shared: Counter[int] = Counter()
    for start, length in matched:
        for index, part in layout.shares(start, start + length):
            shared[index] += part
    lengths = [len(block.text) for block in layout.blocks]
    return [i for i, length in enumerate(lengths) if length >= SHORTEST and shared[i] < LEFT_OVER * length]


def _candidates(old: Layout, here: Sequence[int], new: Layout, there: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of left-over blocks that share pairs of words which no other left-over block has; most shared first."""
    a, a_owner = _words(old, here)
    b, b_owner = _words(new, there)
    votes = Counter((a_owner[i], b_owner[j]) for i, j in shared_once(a, b, 2))
    return sorted(votes, key=lambda pair: (-votes[pair], pair))


def _words(layout: Layout, indexes: Sequence[int]) -> tuple[list[str], list[int]]:
    words: list[str] = []
    owner: list[int] = []
    for index in indexes:
        found = WORD.findall(layout.blocks[index].text)
        words += found
        owner += [index] * len(found)
    return words, owner


def _pair(old: Layout, i: int, new: Layout, j: int) -> list[Run]:
    a, b = old.blocks[i].text, new.blocks[j].text
    runs = align(a, b)
    if 2 * sum(run.length for run in runs) < ALIKE * (len(a) + len(b)):
        return []
    return [Run(old.starts[i] + run.old, new.starts[j] + run.new, run.length) for run in runs]
