"""Whether another passage could as well be the quotation: one that the edit took out, or one that it put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from rapidfuzz import fuzz

from .alignment import Alignment
from .likeness import edits, likeness
from .telling import change, fitted
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
CLEAR = 2.0
"""By how much less likely noise must have changed a word of the rival."""
APART = 16
"""Edits by which the right surroundings must beat those of a rival."""


def has_rival(alignment: Alignment, old: Span, new: Span, within: tuple[Span, Span] | None = None) -> bool:
    """Whether another passage is nearly as like, and neither its words nor its surroundings tell it apart.

    A sentence that stands unchanged yields to no passage that is only like it. ``within`` limits the search.
    """
    if not old.length:
        return False
    own = likeness(alignment.old.words(old), alignment.new.words(new))
    changed = change(alignment.old.words(old), alignment.new.words(new))
    distance = _distance(alignment, old, new)
    for rival_old, rival_new in _rivals(alignment, old, new):
        if within and not (_overlap(rival_old, within[0]) and _overlap(rival_new, within[1])):
            continue
        like = likeness(alignment.old.words(rival_old), alignment.new.words(rival_new))
        if like < own - max(NEARLY, FEW_LETTERS / old.length) or (like < own == 1.0 and old.length >= TELLING):
            continue
        words = change(alignment.old.words(rival_old), alignment.new.words(rival_new)) - changed
        rival = _distance(alignment, rival_old, rival_new)
        if words >= CLEAR and not _told(rival, distance):
            continue
        if not _told(distance, rival) or words <= -CLEAR:
            return True
    return False


def _told(distance: int, other: int) -> bool:
    """Whether surroundings are so much nearer than others that they tell two passages apart."""
    return distance + APART <= other and distance <= 0.75 * other


def _rivals(alignment: Alignment, old: Span, new: Span) -> Iterator[tuple[Span, Span]]:
    """Pairs of passages, one of them another than given, that the alignment has not told to belong elsewhere."""
    words, text = alignment.old.words(old), alignment.new.text
    led = [Span(run.new, run.new_end) for run in alignment.inside(old)]
    for span in chain(_hull(led), nearby(text, new, words), alignment.new_lookalikes.find(words)):
        span = fitted(words, text, span, _side(text, span, new))
        if not _overlap(span, new) and alignment.foreign(old, span) < PLACED:
            yield old, span
    words, text = alignment.new.words(new), alignment.old.text
    led = [Span(run.old, run.old_end) for run in alignment.origins(new)]
    for span in chain(_hull(led), nearby(text, old, words), alignment.old_lookalikes.find(words)):
        span = fitted(words, text, span, _side(text, span, old))
        if not _overlap(span, old) and alignment.elsewhere(span, new) < PLACED:
            yield span, new


def _hull(spans: Sequence[Span]) -> Iterator[Span]:
    if spans:
        yield Span(min(span.start for span in spans), max(span.end for span in spans))


def _side(text: str, span: Span, passage: Span) -> Span:
    """The text on that side of a passage where the span lies."""
    if span.end <= passage.start:
        return Span(0, passage.start)
    return Span(passage.end if span.start >= passage.end else 0, len(text))


def nearby(text: str, passage: Span, words: str) -> Iterator[Span]:
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
