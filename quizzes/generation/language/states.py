"""Which states a text speaks of."""

from __future__ import annotations

import re

from .lexicon import ADJECTIVES, STATES


def families(text: str) -> list[str]:
    """The states a text speaks of, in the order of their first mention."""
    found: dict[str, int] = {}
    for match in _ANY.finditer(text):
        word = match.group()
        state = STATES.get(word) or ADJECTIVES[word]
        found.setdefault(state, match.start())
    return sorted(found, key=lambda state: found[state])


_ANY = re.compile(
    "|".join(sorted((rf"\b{re.escape(w)}" for w in (*STATES, *ADJECTIVES)), key=len, reverse=True))
    .replace(r"\bMinsk", r"\bMinsk(?! [Gg]roup| process)")
    .join(("(?:", r")(?=\b|s\b)"))
)
