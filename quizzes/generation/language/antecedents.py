"""The names that stand before a word, and so can be what it refers to."""

from __future__ import annotations

import re

NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*"
_MID_NAME = re.compile(rf"(?<![.?!“‘\"]\s)(?<=\S\s){NAME}|^{NAME}")


def named_before(text: str, position: int) -> bool:
    """Whether a capitalised name stands before the position, to which a pronoun can refer."""
    return any(len(m.group()) > 1 for m in _MID_NAME.finditer(text[:position]) if m.group() not in STARTERS)


STARTERS = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "By",
        "For",
        "From",
        "With",
        "After",
        "Before",
        "During",
        "Since",
        "What",
        "Which",
        "Who",
        "When",
        "Why",
        "How",
        "If",
        "While",
        "As",
        "To",
        "According",
        "Although",
        "Despite",
        "Under",
        "Of",
    ]
)


PLACES = frozenset(["region", "area", "territory", "peninsula", "city", "village", "enclave"])
"""Nouns that a place name before them explains well enough."""
