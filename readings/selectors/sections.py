"""Which section of a corrected text is which of the present one: by its paragraphs first, whatever its heading says now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from readings.documents import Section
from readings.selectors.passages import Carrier

Pair = tuple[str, str]
ORDINAL = re.compile(r"(?<=[0-9a-f]{10})-\d+$")


class _Pairs:
    """Sections that belong together, each with one other at most."""

    def __init__(self) -> None:
        self.new_of: dict[str, str] = {}
        self.old_of: dict[str, str] = {}

    def add(self, old: str, new: str) -> None:
        if old not in self.new_of and new not in self.old_of:
            self.new_of[old] = new
            self.old_of[new] = old


def section_keys(old: Sequence[Section], new: Sequence[Section], carrier: Carrier) -> dict[str, str]:
    """The new key of each old section that is still there: the one of the same heading, if no other has it; else the one
    that holds most of its paragraphs; else that of the same key, that above the same subsections, or the only one at
    the same place."""
    shared = _shared_words(old, new, carrier)
    found = _Pairs()
    for key in _only_ones(old) & _only_ones(new):
        found.add(key, key)
    for holds in (_same_key_and_words(shared), _most_of_one(old, new, shared)):
        for one, other in sorted(filter(holds, shared), key=lambda pair: -shared[pair]):
            found.add(one, other)
    there = {section.id for section in new}
    for section in old:
        if section.id in there:
            found.add(section.id, section.id)
    for one, other in _parents(old, new, found):
        found.add(one, other)
    for one, other in _between(old, new, found):
        found.add(one, other)
    return found.new_of


def _only_ones(sections: Sequence[Section]) -> set[str]:
    """Keys of sections whose heading no other has; a heading that comes again gives the same key with an ordinal."""
    count = Counter(ORDINAL.sub("", section.id) for section in sections)
    return {section.id for section in sections if count[section.id] == 1}


def _shared_words(old: Sequence[Section], new: Sequence[Section], carrier: Carrier) -> Counter[Pair]:
    """How many words of an old section's paragraphs stand in a new section."""
    home = {block.id: section.id for section in new for block in section.blocks}
    shared: Counter[Pair] = Counter()
    for section in old:
        for block in section.blocks:
            key = carrier.block(block.id)
            if key and key in home:
                shared[section.id, home[key]] += len(block.text.split())
    return shared


def _same_key_and_words(shared: Counter[Pair]) -> Callable[[Pair], bool]:
    best: dict[str, int] = {}
    for (one, _), words in shared.items():
        best[one] = max(words, best.get(one, 0))
    return lambda pair: pair[0] == pair[1] and 2 * shared[pair] >= best[pair[0]]


def _most_of_one(old: Sequence[Section], new: Sequence[Section], shared: Counter[Pair]) -> Callable[[Pair], bool]:
    size = {section.id: sum(len(block.text.split()) for block in section.blocks) for section in (*new, *old)}
    return lambda pair: 2 * shared[pair] >= min(size[pair[0]], size[pair[1]])


def _parents(old: Sequence[Section], new: Sequence[Section], found: _Pairs) -> Iterator[Pair]:
    """Sections above the same subsections, from the inner ones outward."""
    above = {section.id: section.parent for section in new}
    for section in reversed(old):
        parent = above.get(found.new_of.get(section.id, ""))
        if section.parent and parent:
            yield section.parent, parent


def _between(old: Sequence[Section], new: Sequence[Section], found: _Pairs) -> Iterator[Pair]:
    """The only section on each side that stands between the same two others."""
    gaps: dict[tuple[str, str], list[str]] = {}
    for gap, key in _gaps([section.id for section in new], found.old_of):
        gaps.setdefault((found.old_of.get(gap[0], ""), found.old_of.get(gap[1], "")), []).append(key)
    lost: dict[tuple[str, str], list[str]] = {}
    for gap, key in _gaps([section.id for section in old], found.new_of):
        lost.setdefault(gap, []).append(key)
    for gap, keys in lost.items():
        if len(keys) == 1 and len(gaps.get(gap, ())) == 1:
            yield keys[0], gaps[gap][0]


def _gaps(keys: Sequence[str], known: dict[str, str]) -> Iterator[tuple[tuple[str, str], str]]:
    """Each unknown key with the known ones around it."""
    below = ""
    ends: list[str] = []
    for key in reversed(keys):
        ends.append(below)
        below = key if key in known else below
    above = ""
    for key, end in zip(keys, reversed(ends), strict=True):
        if key in known:
            above = key
        else:
            yield (above, end), key
