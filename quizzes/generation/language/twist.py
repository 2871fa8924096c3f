"""Which states a text speaks of, and turning a true statement into a false one: one word into its opposite."""

from __future__ import annotations

import re

from .lexicon import ADJECTIVES, STATES

_PAIRS = """increased:decreased increasing:decreasing increases:decreases strengthen:weaken strengthened:weakened
strengthening:weakening strengthens:weakens supported:opposed supports:opposes supporting:opposing accepted:rejected accepts:rejects
improved:worsened facilitated:hindered facilitates:hinders
accelerated:delayed accelerate:delay stronger:weaker closer:looser higher:lower positive:negative
deepened:loosened rose:fell grew:shrank growing:shrinking strong:weak gained:lost regained:lost won:lost
praised:criticized welcomed:criticized reduced:increased raised:lowered
successful:unsuccessful ratified:rejected approved:rejected united:divided
easier:harder legal:illegal formal:informal stable:unstable widened:narrowed ended:began"""
OPPOSITES: dict[str, str] = {}
for _pair in _PAIRS.split():
    _left, _right = _pair.split(":")
    OPPOSITES.setdefault(_left, _right)
    OPPOSITES.setdefault(_right, _left)
_OPPOSITE = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(OPPOSITES, key=len, reverse=True))})(?![\w-])")


def _family(state: str) -> tuple[list[str], list[str]]:
    """A state's seats of government and adjectives."""
    seats = [name for name, owner in STATES.items() if owner == state and name != state]
    return seats, [name for name, owner in ADJECTIVES.items() if owner == state]


def forms_of(state: str) -> list[str]:
    """Every word that stands for the state or for what is the state's: Peru, Lima, Peruvian."""
    seats, adjectives = _family(state)
    return sorted([state, *seats, *adjectives], key=len, reverse=True)


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


_BALANCED = re.compile(
    r"\b(?:not|never|no|neither|nor|despite|although|though|but|instead|rather|both|risk|threat|fears?|would|could|might|may|"
    r"more or less|the more|at least|at most)\b"
)
"""Words by which a sentence weighs one thing against another, so that its opposite may hold as well, or makes no sense."""


def opposite(text: str) -> tuple[str, str, str] | None:
    """The text with its one telling word turned into the opposite, and the two words."""
    found = list(_OPPOSITE.finditer(text))
    if (
        len(found) != 1
        or _BALANCED.search(text)
        or re.search(r"(?:ly|aimed at|in order to) $", text[: found[0].start()])
    ):
        return None
    if found[0].group() == "closer" and text[found[0].end() :].startswith(" to"):
        return None
    word = found[0].group()
    other = OPPOSITES[word]
    before = re.sub(r"\b([Aa])n? $", rf"\1{'n' if other[0] in 'aeiou' else ''} ", text[: found[0].start()])
    return f"{before}{other}{text[found[0].end() :]}", word, other
