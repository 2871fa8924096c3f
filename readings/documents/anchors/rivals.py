"""Whether another passage could as well be the quotation: one that the edit took out, or one that it put in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from rapidfuzz import fuzz

from .alignment import Alignment
from .likeness import edits, likeness
from .types import Span

WIDE = 240
"""Characters before and after by which look-alikes are told apart."""
UNLIKE = 150
"""Edits from which two windows have nothing to do with each other."""
TELLING = 24
"""A sentence shorter than this proves nothing by being unchanged."""
NEARLY = 0.2
"""A look-alike whose likeness is lower by more than this is no rival."""
PLACED = 0.7
"""A passage of which this share is matched elsewhere is no rival."""
NEAR = 1_000
"""Characters before and after in which a neighbour is looked for."""
FEW_LETTERS = 3
"""And as many letters never tell a few words from others."""
APART = 16
"""Edits by which the right surroundings must beat those of a rival."""


def has_rival(alignment: Alignment, old: Span, new: Span) -> bool:
    """Whether an unmatched passage is nearly as like, and the surroundings do not tell it apart.

    A sentence that stands unchanged yields to no passage that is only like them.
    """
    if not old.length:
        return False
    own = likeness(alignment.old.words(old), alignment.new.words(new))
    distance = _distance(alignment, old, new)
    for rival_old, rival_new in _rivals(alignment, old, new):
        like = likeness(alignment.old.words(rival_old), alignment.new.words(rival_new))
        if like < own - max(NEARLY, FEW_LETTERS / old.length) or (like < own == 1.0 and old.length >= TELLING):
            continue
        rival = _distance(alignment, rival_old, rival_new)
        if distance + APART > rival or distance > 0.75 * rival:
            return True
    return False


def _rivals(alignment: Alignment, old: Span, new: Span) -> Iterator[tuple[Span, Span]]:
    """Pairs of passages, one of them another than given, that the alignment has not told to belong elsewhere."""
    words = alignment.old.words(old)
    for span in chain(_nearby(alignment.new.text, new, words), alignment.new_lookalikes.find(words)):
        if not _overlap(span, new) and alignment.foreign(old, span) < PLACED:
            yield old, span
    words = alignment.new.words(new)
    for span in chain(_nearby(alignment.old.text, old, words), alignment.old_lookalikes.find(words)):
        if not _overlap(span, old) and alignment.elsewhere(span, new) < PLACED:
            yield span, new


def _nearby(text: str, passage: Span, words: str) -> Iterator[Span]:
    """The likest stretch right before a passage and right after it: a neighbour is easily confused with it."""
    reach = min(2 * len(words), NEAR)
    for start, end in ((max(0, passage.start - reach), passage.start), (passage.end, passage.end + reach)):
        found = fuzz.partial_ratio_alignment(words[:NEAR], text[start:end])
        if found and found.dest_end > found.dest_start:
            yield Span(start + found.dest_start, start + found.dest_end)


def _distance(alignment: Alignment, old: Span, new: Span) -> int:
    """Edits between the wide surroundings of two passages, the passages included."""
    return (
        _apart(alignment.old.before(old, WIDE), alignment.new.before(new, WIDE))
        + edits(alignment.old.words(old), alignment.new.words(new))
        + _apart(alignment.old.after(old, WIDE), alignment.new.after(new, WIDE))
    )


def _apart(a: str, b: str) -> int:
    """Edits between two windows, up to those of unlike texts.

    A shift counts at both ends of a window, so it must count twice where the text ends early too.
    """
    return min(edits(a, b) + abs(len(a) - len(b)), UNLIKE)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
