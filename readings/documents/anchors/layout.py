"""The blocks of a text laid end to end, so that a place is one number and the surroundings cross the borders of blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from readings.documents.types import Block

from .types import Span

BORDER = "\n"


class Layout:
    """All blocks as one text; block ``i`` is ``text[starts[i]:ends[i]]``."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = tuple(blocks)
        self.text = BORDER.join(block.text for block in blocks)
        self.starts = list(accumulate((len(block.text) + len(BORDER) for block in self.blocks[:-1]), initial=0))
        self.ends = [start + len(block.text) for start, block in zip(self.starts, self.blocks, strict=False)]
        self.index = {block.id: i for i, block in enumerate(self.blocks)}

    def block_at(self, place: int) -> int:
        """The index of the block that holds a place."""
        return bisect_right(self.starts, place) - 1

    def block_text(self, place: int) -> str:
        return self.blocks[self.block_at(place)].text

    def next_start(self, place: int) -> int:
        """Where the block after the one that holds a place begins, or the text ends."""
        index = self.block_at(place) + 1
        return self.starts[index] if index < len(self.starts) else len(self.text)

    def span(self, index: int) -> Span:
        return Span(self.starts[index], self.ends[index])

    def shares(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The blocks that hold a stretch of the text, each with how many characters of it."""
        for index in range(self.block_at(start), len(self.blocks)):
            if self.starts[index] >= end:
                break
            yield index, max(0, min(end, self.ends[index]) - max(start, self.starts[index]))

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def before(self, span: Span, length: int) -> str:
        return self.text[max(0, span.start - length) : span.start]

    def after(self, span: Span, length: int) -> str:
        return self.text[span.end : span.end + length]

    def beside(self, span: Span, length: int) -> tuple[Span, Span]:
        """The stretches right before and right after a span."""
        return Span(max(0, span.start - length), span.start), Span(span.end, min(len(self.text), span.end + length))
