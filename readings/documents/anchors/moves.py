"""Paragraphs that stand at another place of the new text and were edited as well."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from .align import WORD, Run, align, shared_once
from .layout import Layout
from .sentences import SENTENCE, sentence_around
from .types import Span

LEFT_OVER = 0.5
"""A block of which less than this share is matched looks for its place elsewhere."""
SHORTEST = 48
NEAR = 1_000
"""Characters around which a sentence that changed places is looked for, and must be the only one."""
MOST = 0.8
"""Share of a sentence that must be unmatched for it to be looked for."""
SENTENCE_LENGTH = 24
"""A shorter sentence is not recognised by its words alone."""
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


def moved_sentences(old: Layout, new: Layout, runs: Sequence[Run]) -> list[Run]:
    """The runs, with those of unchanged sentences that changed places nearby instead of what chance gave them."""
    places: dict[str, list[Span]] = defaultdict(list)
    for span in _unmatched_sentences(new, sorted((run.new, run.length) for run in runs)):
        places[new.words(span)].append(span)
    if not places:
        return list(runs)
    pairs = [
        (was, places[words][0])
        for was in _unmatched_sentences(old, [(run.old, run.length) for run in runs])
        if len(places[words := old.words(was)]) == 1
    ]
    pairs = [(was, now) for was, now in pairs if _is_near(runs, was, now) and _once(old, was) and _once(new, now)]
    if not pairs:
        return list(runs)
    stay = _outside(runs, [was for was, _ in pairs], lambda run: run.old)
    stay = _outside(stay, sorted(now for _, now in pairs), lambda run: run.new)
    return sorted([*stay, *(Run(was.start, now.start, was.length) for was, now in pairs)])


def _is_near(runs: Sequence[Run], was: Span, now: Span) -> bool:
    """Whether a sentence stands no farther from where the text before it went than neighbours do."""
    before = runs[max(0, bisect_left(runs, (was.start,)) - 1)] if runs else Run(0, 0, 0)
    return abs(before.new + was.start - before.old - now.start) <= NEAR


def _outside(runs: Sequence[Run], spans: Sequence[Span], start_of: Callable[[Run], int]) -> list[Run]:
    """The runs without what lies in one of the rising spans."""
    result = []
    for run in runs:
        start = start_of(run)
        rest, end = start, start + run.length
        for span in spans[max(0, bisect_left(spans, (start,)) - 1) :]:
            if span.start >= end:
                break
            if span.end > rest:
                result.append(Run(run.old + rest - start, run.new + rest - start, max(0, span.start - rest)))
                rest = span.end
        result.append(Run(run.old + rest - start, run.new + rest - start, max(0, end - rest)))
    return [run for run in result if run.length]


def _unmatched_sentences(layout: Layout, matched: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """The longer sentences of which hardly anything is matched."""
    ends = [start + length for start, length in matched]
    free = [(end, start) for end, (start, _) in zip([0, *ends], [*matched, (len(layout.text), 0)], strict=True)]
    for start, end in free:
        if end - start < MOST * SENTENCE_LENGTH:
            continue
        around = sentence_around(layout.text, Span(start, end))
        for found in SENTENCE.finditer(layout.text, around.start, around.end):
            common = min(end, found.end()) - max(start, found.start())
            if len(found.group()) >= SENTENCE_LENGTH and common >= MOST * len(found.group()):
                yield Span(*found.span())


def _once(layout: Layout, span: Span) -> bool:
    return layout.text.count(layout.words(span), max(0, span.start - NEAR), span.end + NEAR) == 1


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
