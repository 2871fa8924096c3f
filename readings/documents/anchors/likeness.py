"""How alike two passages, and the texts beside two passages, are."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

CLOSE = (12, 24, 48)
"""How many characters beside a passage are compared: adjacent ones count in all three."""
LONG = 20_000
"""Of longer passages only both ends are compared."""


def likeness(a: str, b: str) -> float:
    """0 to 1: the share of letters that need no edit."""
    return 1.0 if a == b else Levenshtein.normalized_similarity(shortened(a), shortened(b))


def edits(a: str, b: str) -> int:
    """How many letters must be put in, taken out or changed."""
    return Levenshtein.distance(shortened(a), shortened(b))


def shortened(text: str) -> str:
    return text if len(text) <= LONG else text[: LONG // 2] + text[-LONG // 2 :]


def likeness_after(a: str, b: str) -> float:
    """How alike two texts are that both begin at the passage."""
    if not a and not b:
        return 1.0
    return sum(likeness(a[:n], b[:n]) for n in CLOSE) / len(CLOSE)


def likeness_before(a: str, b: str) -> float:
    """How alike two texts are that both end at the passage."""
    return likeness_after(a[::-1], b[::-1])
