"""An edited text with the passages it puts to the test, and the verdict on where each passage was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from readings.documents.anchors import Located, anchor_of, locate, match_blocks
from readings.documents.types import Block
from tools import anchor_edits as edit
from tools.anchor_edits import Text, Traced

STANDS = 0.8
"""Share of a passage that must have survived in one paragraph for it to count as still there."""
GONE = 0.3
"""A passage of which no more than this survived must be detached."""
OVERLAP = 0.8
"""Shared part of the place found and the true place, or of the letters of both, from which it is right."""
STRAY = 2
"""A border may be off by as many characters: a stray letter beside a word belongs to either."""


@dataclass(frozen=True)
class Quote:
    """A passage of the old text."""

    block: int
    start: int
    end: int


@dataclass(frozen=True)
class Case:
    old: list[str]
    new: Text
    quotes: list[Quote]

    @cached_property
    def owners(self) -> dict[int, int]:
        """The new block in which each character of the old text still stands."""
        return {origin: i for i, block in enumerate(self.new) for origin in block.origins if origin >= 0}


def blocks_of(texts: Sequence[str]) -> list[Block]:
    """Blocks with ids as the parser gives them: from the content, and the ordinal among equals."""
    seen: Counter[str] = Counter()
    result = []
    for text in texts:
        seen[text] += 1
        result.append(Block(f"{text}#{seen[text]}", "paragraph", text))
    return result


def run(case: Case) -> Iterator[str]:
    """The verdict on each passage of a case: what became of it, and whether it was found right, wrong or missed."""
    old, new = blocks_of(case.old), blocks_of([block.text for block in case.new])
    matching = match_blocks(old, new)
    for quote in case.quotes:
        before = old[quote.block - 1] if quote.block else None
        after = old[quote.block + 1] if quote.block + 1 < len(old) else None
        found = locate(anchor_of(old[quote.block], quote.start, quote.end, before, after), matching)
        yield verdict(case, quote, new, found)


def verdict(case: Case, quote: Quote, new: Sequence[Block], found: Located) -> str:
    """``right``, ``wrong`` or ``missed``, after a word for what became of the passage: ``stands``, ``partly`` or ``gone``."""
    first = sum(len(text) + 1 for text in case.old[: quote.block])
    here = range(first + quote.start, first + quote.end)
    kept = Counter(case.owners[place] for place in here if place in case.owners)
    share = max(kept.values(), default=0) / len(here)
    fate = "stands" if share >= STANDS else "gone" if kept.total() <= GONE * len(here) else "partly"
    if fate == "stands" and _is_torn(case.new[max(kept, key=lambda index: kept[index])], here):
        fate = "partly"
    if found.outcome == "detached":
        return f"{fate} {'missed' if fate == 'stands' else 'right'}"
    index = next(i for i, block in enumerate(new) if block.id == found.block_id)
    good = fate != "gone" and _is_place(case.new[index], here, found)
    return f"{fate} {'right' if good else 'wrong'}"


def _is_torn(block: Traced, here: range) -> bool:
    """Whether the sentences of a passage stand there in another order."""
    places = [edit.abs_place(origin) for origin in block.origins if edit.abs_place(origin) in here]
    return places != sorted(places)


def _is_place(block: Traced, here: range, found: Located) -> bool:
    true = [i for i, origin in enumerate(block.origins) if edit.abs_place(origin) in here]
    if not true or found.start is None or found.end is None:
        return False
    start, end = true[0], true[-1] + 1
    if _is_torn(block, here):
        return start - STRAY <= found.start and found.end <= end + STRAY
    common = min(end, found.end) - max(start, found.start)
    near = max(abs(start - found.start), abs(end - found.end)) <= STRAY
    whole = common >= OVERLAP * (max(end, found.end) - min(start, found.start))
    letters = sum(found.start <= i < found.end for i in true)
    most = 2 * letters >= OVERLAP * (len(true) + found.end - found.start)
    return common > 0 and (near or whole or most)


def around(texts: Sequence[str], block: int, start: int, end: int, random: Random) -> list[Quote]:
    """A sentence, some of its words and one, what stands before and after it, a part of two, and its paragraph."""
    text = texts[block]
    quotes = [Quote(block, start, end), some_words(texts, block, start, end, random), Quote(block, 0, len(text))]
    bounds = edit.sentences(text)
    at = bounds.index((start, end)) if (start, end) in bounds else None
    if at is not None and at > 0:
        quotes += [Quote(block, *bounds[at - 1]), Quote(block, bounds[at - 1][0], end)]
    if at is not None and at + 1 < len(bounds):
        quotes += [Quote(block, *bounds[at + 1]), some_words(texts, block, *bounds[at + 1], random)]
        quotes.append(across(texts, block, (start, end), bounds[at + 1], random))
    return [*quotes, a_word(texts, block, start, end, random)]


def some_words(texts: Sequence[str], block: int, start: int, end: int, random: Random) -> Quote:
    """One to eight neighbouring words of a sentence."""
    words = list(edit.WORD.finditer(texts[block], start, end))
    if not words:
        return Quote(block, start, end)
    first = random.randrange(len(words))
    last = min(len(words) - 1, first + random.randrange(8))
    return Quote(block, words[first].start(), words[last].end())


def a_word(texts: Sequence[str], block: int, start: int, end: int, random: Random) -> Quote:
    """One word, number or name of a sentence."""
    words = [word for word in edit.WORD.finditer(texts[block], start, end) if len(word.group()) > 1]
    return Quote(block, *random.choice(words).span()) if words else Quote(block, start, end)


def across(texts: Sequence[str], block: int, first: tuple[int, int], second: tuple[int, int], random: Random) -> Quote:
    """From the middle of a sentence to the middle of the next one."""
    begins = random.choice([word.start() for word in edit.WORD.finditer(texts[block], *first)] or [first[0]])
    ends = random.choice([word.end() for word in edit.WORD.finditer(texts[block], *second)] or [second[1]])
    return Quote(block, begins, ends)


def anywhere(texts: Sequence[str], count: int, random: Random) -> list[Quote]:
    quotes: list[Quote] = []
    for _ in range(count):
        block, start, end = a_sentence(texts, random)
        quotes.append(random.choice(around(texts, block, start, end, random)))
    return quotes


def a_sentence(texts: Sequence[str], random: Random) -> tuple[int, int, int]:
    block = random.choice([i for i, text in enumerate(texts) if len(text) > 20])
    return block, *random.choice(edit.sentences(texts[block]))


def target(texts: Sequence[str], random: Random) -> tuple[Text, int, int, int, list[Quote]]:
    """The text ready for edits, a sentence to edit, and the passages around it."""
    block, start, end = a_sentence(texts, random)
    return edit.traced(texts), block, start, end, around(texts, block, start, end, random)
