"""Passages that resemble a quotation and belong to nobody: left out of the new text, or new in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from .types import Span

WORD = re.compile(r"\w+")
SHORT_RUN = 4
"""A matched run shorter than this inside unmatched text is chance and does not part it."""
COMMON = 64
"""Of a word that stands more often than this in the unmatched text only the first places are looked at."""
RAREST = 48
"""Of a long quotation only so many words are looked up."""
BUCKET = 24
MOST_CANDIDATES = 8


class Lookalikes:
    """The unmatched stretches of a text, to be searched by the words of a quotation."""

    def __init__(self, text: str, matched: Iterable[Span]) -> None:
        self.text = text
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        for hole in _holes(matched, len(text)):
            for word in WORD.finditer(text, hole.start, hole.end):
                self.places[word.group().casefold()].append(word.start())

    def find(self, quotation: str) -> Iterator[Span]:
        """The stretches that share words with the quotation in about the same order, likeliest first."""
        votes = self._votes(quotation)
        for bucket, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:MOST_CANDIDATES]:
            start = max(0, bucket * BUCKET)
            window = self.text[start : start + len(quotation) + 2 * BUCKET]
            found = fuzz.partial_ratio_alignment(quotation, window)
            if found and found.dest_end > found.dest_start:
                yield Span(start + found.dest_start, start + found.dest_end)

    def _votes(self, quotation: str) -> Counter[int]:
        words = [(word.group().casefold(), word.start()) for word in WORD.finditer(quotation)]
        known = sorted((len(self.places[word]), word, at) for word, at in words if word in self.places)
        votes: Counter[int] = Counter()
        for _, word, at in known[:RAREST]:
            for place in self.places[word][:COMMON]:
                # a window that begins at either bucket border holds the whole quotation
                votes[(place - at) // BUCKET] += 1
        return votes


def _holes(matched: Iterable[Span], length: int) -> Iterator[Span]:
    end = 0
    for span in matched:
        if span.length < SHORT_RUN:
            continue
        if end < span.start:
            yield Span(end, span.start)
        end = max(end, span.end)
    if end < length:
        yield Span(end, length)
