"""Which states and other named things a text speaks of."""

from __future__ import annotations

import re
from functools import lru_cache

from .lexicon import ADJECTIVES, STATES


@lru_cache(maxsize=65536)
def families(text: str) -> tuple[str, ...]:
    """The states a text speaks of, in the order of their first mention."""
    found: dict[str, int] = {}
    for match in _ANY.finditer(text):
        word = match.group()
        state = STATES.get(word) or ADJECTIVES[word]
        found.setdefault(state, match.start())
    return tuple(sorted(found, key=lambda state: found[state]))


def spoken_of(text: str) -> list[str]:
    """The states a text speaks of, the short forms in it and its names of several words."""
    names = (re.sub(r"^The ", "", match) for match in _NAME.findall(text))
    return [*families(text), *dict.fromkeys(name for name in names if name not in STATES and name not in ADJECTIVES)]


_NAME = re.compile(r"(?<![.?!] )(?:\b[A-Z]{3,7}\b|\b[A-ZÀ-Ž][\w’-]+(?:(?: of| and| for)?(?: the)? [A-ZÀ-Ž][\w’-]+)+)")
_ANY = re.compile(
    "|".join(sorted((rf"\b{re.escape(w)}" for w in (*STATES, *ADJECTIVES)), key=len, reverse=True))
    .replace(r"\bMinsk", r"\bMinsk(?! [Gg]roup| process)")
    .join(("(?:", r")(?=\b|s\b|(?<=\.))"))
)
