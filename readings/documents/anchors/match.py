"""Which passage of the new text is which passage of the old one: whole blocks first, then what was edited, then what was moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from readings.documents.types import Block

from .align import Run, align, chain, joined
from .alignment import Alignment
from .judge import verdict
from .layout import Layout
from .moves import moved_blocks, moved_sentences
from .types import BlockMatch

TELLING = 24
"""A block shorter than this is no landmark, however rare it is."""
TELLING_MOVED = 48
"""A block shorter than this is not recognised by its words alone when it stands at another place."""
SAME = 0.7
"""A block that keeps this share is the same paragraph. Above 2/3, no two old blocks can share a new one."""
MOST = 0.5
OLD_MASK, NEW_MASK = "\x1c", "\x1d"
"""Fill for text already matched: white space, so that it is no word, and different, so that it is never equal."""


@dataclass(frozen=True)
class Matching:
    """What became of each old block, by its id, and the alignment through which single passages are found."""

    blocks: dict[str, BlockMatch]
    alignment: Alignment


def match_blocks(old_blocks: Sequence[Block], new_blocks: Sequence[Block]) -> Matching:
    """Match the blocks of a text, in reading order, with those of its corrected version.

    ``.blocks`` of the result says for each old id what became of the block; ``locate`` finds single passages through it.
    """
    old, new = Layout(old_blocks), Layout(new_blocks)
    kept, moved = _identical(old, new)
    runs = align(
        _masked(old, (i for i, _ in moved), OLD_MASK),
        _masked(new, (j for _, j in moved), NEW_MASK),
        _runs(kept, old, new),
    )
    runs = sorted([*runs, *_runs(moved, old, new)])
    alignment = Alignment(old, new, joined(moved_sentences(old, new, sorted(moved_blocks(old, new, runs)))))
    return Matching(_block_matches(alignment), alignment)


def _identical(old: Layout, new: Layout) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pairs of blocks with the same text: those in their order, and those at another place."""
    landmarks = _landmarks(old, new)
    kept = chain(landmarks)
    moved = [pair for pair in set(landmarks) - set(kept) if len(old.blocks[pair[0]].text) >= TELLING_MOVED]
    return _with_neighbours(kept, moved, old, new), sorted(moved)


def _landmarks(old: Layout, new: Layout) -> list[tuple[int, int]]:
    there = _once(new)
    return [(i, there[text]) for text, i in _once(old).items() if text in there]


def _once(layout: Layout) -> dict[str, int]:
    count = Counter(block.text for block in layout.blocks)
    return {b.text: i for i, b in enumerate(layout.blocks) if count[b.text] == 1 and len(b.text) >= TELLING}


def _with_neighbours(
    kept: Sequence[tuple[int, int]], moved: Iterable[tuple[int, int]], old: Layout, new: Layout
) -> list[tuple[int, int]]:
    """The pairs, and the equal blocks that follow or precede them without a break."""
    pairs = dict(kept)
    taken = set(pairs.values()) | {j for _, j in moved}
    busy = set(pairs) | {i for i, _ in moved}
    for step in (1, -1):
        for i, j in kept[::step]:
            i, j = i + step, j + step
            while 0 <= i < len(old.blocks) and 0 <= j < len(new.blocks) and i not in busy and j not in taken:
                if old.blocks[i].text != new.blocks[j].text:
                    break
                pairs[i] = j
                busy.add(i)
                taken.add(j)
                i, j = i + step, j + step
    return sorted(pairs.items())


def _runs(pairs: Iterable[tuple[int, int]], old: Layout, new: Layout) -> list[Run]:
    return [Run(old.starts[i], new.starts[j], len(old.blocks[i].text)) for i, j in pairs]


def _masked(layout: Layout, hidden: Iterable[int], fill: str) -> str:
    texts = [block.text for block in layout.blocks]
    for index in hidden:
        texts[index] = fill * len(texts[index])
    return "\n".join(texts)


def _block_matches(alignment: Alignment) -> dict[str, BlockMatch]:
    old, new = alignment.old, alignment.new
    if [block.text for block in old.blocks] == [block.text for block in new.blocks]:
        return {a.id: _identical_match(a, b) for a, b in zip(old.blocks, new.blocks, strict=True)}
    alone = _once(old).keys() & _once(new).keys()
    repeats = _repeats(old), _repeats(new)
    matches = {}
    for index, block in enumerate(old.blocks):
        at, shared = max(alignment.shared_with(old.span(index)).items(), key=_most, default=(-1, 0))
        if shared and block.text == new.blocks[at].text:
            sure = (block.text in alone and len(block.text) >= TELLING_MOVED) or (
                repeats[0][index] == repeats[1][at] and verdict(alignment, old.span(index), new.span(at)).good
            )
            matches[block.id] = _identical_match(block, new.blocks[at]) if sure else _no_match(block)
        else:
            matches[block.id] = _edited_match(block, new.blocks[at], shared) if shared else _no_match(block)
    return matches


def _most(item: tuple[int, int]) -> tuple[int, int]:
    return item[1], -item[0]


def _repeats(layout: Layout) -> list[tuple[int, int]]:
    """Of each block its number in a row of equal blocks, and the length of the row: which one went, nobody can tell."""
    result: list[tuple[int, int]] = []
    for _, row in groupby(layout.blocks, key=lambda block: block.text):
        length = len(list(row))
        result += [(number, length) for number in range(length)]
    return result


def _identical_match(old: Block, new: Block) -> BlockMatch:
    return BlockMatch(old.id, new.id, "identical", 1.0)


def _no_match(old: Block) -> BlockMatch:
    return BlockMatch(old.id, None, "none", 0.0)


def _edited_match(old: Block, new: Block, shared: int) -> BlockMatch:
    similarity = 2 * shared / (len(old.text) + len(new.text))
    if similarity >= SAME:
        return BlockMatch(old.id, new.id, "edited", similarity)
    if shared >= MOST * len(old.text):
        return BlockMatch(old.id, new.id, "part", similarity)
    return _no_match(old)
