"""Find a quotation again after an edit: at its place, at another one, or honestly not at all.

Phelps and Wilensky ("Robust intra-document locations", 2000) keep several descriptions of a place and fall back from
one to the next; Brush, Bargeron, Gupta and Cadiz ("Robust annotation positioning in digital documents", CHI 2001)
found that readers would rather see a note orphaned than at a place that is not its own, and that the words count for
more than the surroundings; Hypothesis ("Fuzzy anchoring", 2013) searches for the quotation, its prefix and its suffix
by approximate matching. Those search the new text alone, so a look-alike is as good as the passage. Here the old text is
known as well: both are aligned, every new passage comes from at most one old passage, and a search only confirms it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from readings.documents.types import Block

from .alignment import Alignment
from .by_sentence import place_by_sentences
from .judge import verdict, verdict_on_sentences
from .layout import Layout
from .likeness import likeness_after, likeness_before
from .match import Matching
from .place import place
from .types import Anchor, Located, RangeOutside, Span

CONTEXT = 48
"""Characters kept of the text before and after a quotation."""
RECOGNISED = 0.8
"""Likeness of both surroundings that lets a quotation be found without its old block."""
CLEAR = 0.3
"""By how much the second likeliest place must be less like."""
MOST_PLACES = 200


def anchor_of(
    block: Block, start: int, end: int, previous: Block | None = None, following: Block | None = None
) -> Anchor:
    """The anchor of a range of a block; the neighbours lend it surroundings where it stands at the block's border."""
    if not 0 <= start <= end <= len(block.text):
        raise RangeOutside(block.id, start, end, len(block.text))
    layout = Layout([neighbour for neighbour in (previous, block, following) if neighbour])
    at = layout.starts[1 if previous else 0]
    span = Span(at + start, at + end)
    return Anchor(block.id, start, end, layout.words(span), layout.before(span, CONTEXT), layout.after(span, CONTEXT))


def locate(anchor: Anchor, matching: Matching) -> Located:
    """Where the anchor's passage stands in the new text.

    The first gate: its block is there with the same text → attached. The second: its words are found with their
    surroundings, and no look-alike competes → moved, please check; they are looked for by their sentences first, then where
    the alignment leads. Everything else is detached.
    """
    alignment = matching.alignment
    old = _standing(anchor, alignment.old) or _quoted(anchor, alignment.old)
    if old is None:
        return _restored(anchor, alignment)
    at = alignment.old.block_at(old.start)
    block = matching.blocks[alignment.old.blocks[at].id]
    if block.outcome == "identical":
        start = old.start - alignment.old.starts[at]
        return Located("attached", block.new_id, start, start + old.length, 1.0, "Its paragraph is unchanged.")
    new = place(alignment, old) if old.length else None
    if new is None:
        return _detached("Its words are no longer in the text.")
    if alignment.new.block_text(new.start) == alignment.old.blocks[at].text:
        return _detached("Several paragraphs have the same words, and some of them went.")
    searched = place_by_sentences(alignment, old)
    if searched:
        by_sentences, ends = searched
        judged = verdict_on_sentences(alignment, old, by_sentences, ends)
        if judged.good:
            return _moved(alignment.new, by_sentences, judged.score, judged.reason)
    judged = verdict(alignment, old, new)
    if judged.good:
        return _moved(alignment.new, new, judged.score, judged.reason)
    return _detached(judged.reason, judged.score)


def _standing(anchor: Anchor, layout: Layout) -> Span | None:
    """The anchor's own range, if its words do stand there."""
    index = layout.index.get(anchor.block_id)
    if index is None or not 0 <= anchor.start <= anchor.end:
        return None
    span = Span(layout.starts[index] + anchor.start, layout.starts[index] + anchor.end)
    return span if span.end <= layout.ends[index] and layout.words(span) == anchor.exact else None


def _quoted(anchor: Anchor, layout: Layout) -> Span | None:
    """The one place where the anchor's exact words stand between its own surroundings."""
    places = list(islice(_places(anchor.exact, layout.text), MOST_PLACES + 1)) if anchor.exact else []
    if not 0 < len(places) <= MOST_PLACES:
        return None
    scored = sorted(((_recognised(anchor, layout, span), span) for span in places), reverse=True)
    clear = len(scored) == 1 or scored[1][0] < RECOGNISED - CLEAR
    return scored[0][1] if scored[0][0] >= RECOGNISED and clear else None


def _places(words: str, text: str) -> Iterator[Span]:
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)


def _recognised(anchor: Anchor, layout: Layout, span: Span) -> float:
    before, after = layout.before(span, len(anchor.prefix)), layout.after(span, len(anchor.suffix))
    return min(likeness_before(anchor.prefix, before), likeness_after(anchor.suffix, after))


def _restored(anchor: Anchor, alignment: Alignment) -> Located:
    """A passage that the old text did not hold, perhaps lost by an earlier edit, and that is new in this text."""
    new = _quoted(anchor, alignment.new)
    if new is None or alignment.foreign(Span(0, 0), new):
        return _detached("Its words were not in the text before this edit, and were not found now.")
    return _moved(alignment.new, new, 1.0, "Its words and surroundings are in the text again; please check.")


def _moved(new: Layout, span: Span, score: float, reason: str) -> Located:
    index = new.block_at(span.start)
    at = new.starts[index]
    return Located("moved", new.blocks[index].id, span.start - at, span.end - at, score, reason)


def _detached(reason: str, score: float = 0.0) -> Located:
    return Located("detached", None, None, None, score, reason)
