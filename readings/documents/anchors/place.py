"""Where the runs around a passage put it in the new text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from rapidfuzz.distance import Levenshtein, Opcode

from .align import SHORTEST, Run
from .alignment import Alignment, clipped_to_new
from .types import Span

INSERTED = 24
"""Characters from which what stands beyond the last equal run is an insertion."""
EDGE = 16
"""Characters beside the passage that help to find its borders."""
BESIDE = 64
"""Characters beside the passage that are aligned with it letter by letter."""
CUT = 3
"""Edits for which a border inside a word counts."""
TOO_LONG = 4_000
"""Of a longer passage only the ends are compared to find its borders."""


def place(alignment: Alignment, old: Span) -> Span | None:
    """The likeliest place of an old passage, within one new block; None when nothing leads there.

    A border inside an equal run is exact. One inside a rewritten stretch is reckoned from the run before and from the
    run after it, moved to the nearest borders of words, and the reading that fits words and surroundings best is taken.
    """
    inner = alignment.inside(old)
    block = _block(alignment, old)
    if block is None:
        return None
    room = alignment.new.span(block)
    inner = [run for run in (clipped_to_new(run, room) for run in inner) if run.length > 0]
    room = _unclaimed(alignment, old, inner, room)
    readings = [
        Span(start, end)
        for start, end in product(_starts(alignment, old, inner, room), _ends(alignment, old, inner, room))
        if start < end
    ]
    best = min(readings, key=lambda new: (_misfit(alignment, old, new), new), default=None)
    if best is None:
        return None
    return _trimmed(old, _refined(alignment, old, best, alignment.new.span(block)), inner)


def _trimmed(old: Span, new: Span, inner: Sequence[Run]) -> Span:
    """The place without a sentence that was put in before or after all that is left of the passage."""
    start, end = new
    inner = [run for run in inner if run.length >= SHORTEST]
    if inner and inner[0].new - start >= inner[0].old - old.start + INSERTED:
        start = inner[0].new - (inner[0].old - old.start)
    if inner and end - inner[-1].new_end >= old.end - inner[-1].old_end + INSERTED:
        end = inner[-1].new_end + old.end - inner[-1].old_end
    return Span(start, end)


def _refined(alignment: Alignment, old: Span, new: Span, room: Span) -> Span:
    """The same place with the borders that an alignment of the passage and its surroundings, letter by letter, gives."""
    if alignment.old.words(old) == alignment.new.words(new) or max(old.length, new.length) > TOO_LONG:
        return new
    before, after = alignment.old.before(old, BESIDE), alignment.old.after(old, BESIDE)
    first = max(0, new.start - BESIDE)
    window = alignment.new.text[first : new.end + BESIDE]
    opcodes = list(Levenshtein.opcodes(before + alignment.old.words(old) + after, window))
    start = first + _through(opcodes[::-1], len(before))
    end = first + _through(opcodes, len(before) + old.length)
    readings = [
        Span(a, b)
        for a, b in product(
            _snapped(alignment, {start, new.start}, room, old.start, alignment.old.text),
            _snapped(alignment, {end, new.end}, room, old.end, alignment.old.text),
        )
        if a < b
    ]
    return min([new, *readings], key=lambda reading: (_misfit(alignment, old, reading), reading))


def _through(opcodes: Iterable[Opcode], place: int) -> int:
    """Where the first operation that touches a place puts it."""
    for op in opcodes:
        if op.src_start <= place <= op.src_end:
            return min(op.dest_start + place - op.src_start, op.dest_end)
    return 0


def _block(alignment: Alignment, old: Span) -> int | None:
    """The new block that holds most of the passage, or else the one that its neighbours lead to."""
    shared = alignment.shared_with(old)
    if shared:
        return max(shared, key=lambda index: (shared[index], -index))
    before, after = alignment.beside(old)
    if before:
        return alignment.new.block_at(before.new_end)
    return alignment.new.block_at(after.new - 1) if after else None


def _unclaimed(alignment: Alignment, old: Span, inner: list[Run], room: Span) -> Span:
    """The room without what belongs to the neighbours."""
    before, after = alignment.beside(old)
    start, end = room
    if before and before.new_end <= (inner[0].new if inner else room.end):
        start = max(start, before.new_end)
    if after and after.new >= (inner[-1].new_end if inner else start):
        end = min(end, after.new)
    return Span(start, max(start, end))


def _starts(alignment: Alignment, old: Span, inner: list[Run], room: Span) -> set[int]:
    if inner and inner[0].old == old.start:
        return {inner[0].new}
    before, after = alignment.beside(old)
    places = set()
    if inner:
        places.add(inner[0].new - (inner[0].old - old.start))
    if before:
        places.add(before.new_end + old.start - before.old_end)
    if after and not inner:
        places.add(after.new - (after.old - old.start))
    return _snapped(alignment, places, room, old.start, alignment.old.text)


def _ends(alignment: Alignment, old: Span, inner: list[Run], room: Span) -> set[int]:
    if inner and inner[-1].old_end == old.end:
        return {inner[-1].new_end}
    before, after = alignment.beside(old)
    places = set()
    if inner:
        places.add(inner[-1].new_end + old.end - inner[-1].old_end)
    if after:
        places.add(after.new - (after.old - old.end))
    if before and not inner:
        places.add(before.new_end + old.end - before.old_end)
    return _snapped(alignment, places, room, old.end, alignment.old.text)


def _snapped(alignment: Alignment, places: Iterable[int], room: Span, border: int, old_text: str) -> set[int]:
    """The places within the block, and the borders of words beside them where the old border parted words."""
    within = {min(max(place, room.start), room.end) for place in places}
    if not _parts_words(old_text, border):
        return within
    return within | {edge for place in within for edge in _word_borders(alignment.new.text, place, room)}


def _word_borders(text: str, place: int, room: Span) -> Iterator[int]:
    for step in (-1, 1):
        edge = place
        while room.start < edge < room.end and not _parts_words(text, edge):
            edge += step
        yield edge


def _parts_words(text: str, place: int) -> bool:
    return not (0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum())


def _misfit(alignment: Alignment, old: Span, new: Span) -> int:
    """Edits between the passages and what stands right beside them, more where a word is cut."""
    a, b = alignment.old.words(old), alignment.new.words(new)
    if len(a) > TOO_LONG:
        half = TOO_LONG // 2
        a, b = a[:half] + a[-half:], b[:half] + b[-half:]
    cut = _cuts_word(alignment, old.start, new.start) + _cuts_word(alignment, old.end, new.end)
    return (
        Levenshtein.distance(a, b)
        + Levenshtein.distance(alignment.old.before(old, EDGE), alignment.new.before(new, EDGE))
        + Levenshtein.distance(alignment.old.after(old, EDGE), alignment.new.after(new, EDGE))
        + CUT * cut
    )


def border(alignment: Alignment, old: int, places: Iterable[int], room: Span) -> int:
    """Of the places, and the borders of words beside them, the one whose two sides are likest those of the old place."""

    def misfit(new: int) -> int:
        before, after = alignment.old.beside(Span(old, old), EDGE)
        now_before, now_after = alignment.new.beside(Span(new, new), EDGE)
        return (
            Levenshtein.distance(alignment.old.words(before), alignment.new.words(now_before))
            + Levenshtein.distance(alignment.old.words(after), alignment.new.words(now_after))
            + CUT * _cuts_word(alignment, old, new)
        )

    return min(_snapped(alignment, places, room, old, alignment.old.text), key=lambda new: (misfit(new), new))


def _cuts_word(alignment: Alignment, old: int, new: int) -> bool:
    """Whether a border between words has come to lie inside one."""
    return _parts_words(alignment.old.text, old) and not _parts_words(alignment.new.text, new)
