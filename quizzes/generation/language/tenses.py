"""Past forms of any English verb: the list of the genre first, then simplemma's word list."""

from __future__ import annotations

import re
from functools import lru_cache

from simplemma import is_known, lemmatize

from .verbs import FINITE, PARTICIPLES
from .words import bag

BE = bag("was were")
_BETWEEN = bag("also then not first again later soon never")
"""What may stand between "was" and its participle."""
_NO_VERB_AFTER = bag(
    "the a an of in on at by with for to from its their his her this that these those as and newly most more no some any "
    "all many few several each every other such or"
)
"""Behind these an -ed form is an adjective or a participle."""


@lru_cache(maxsize=16384)
def base_of_past(word: str) -> str | None:
    """ "voted" → "vote", "withdrew" → "withdraw"; None for a word that is no past form."""
    if word in FINITE:
        return FINITE[word].base if FINITE[word].form == "past" else None
    if not word.islower() or not word.endswith("ed"):
        return None
    base = word[:-2] if is_known(word[:-2], lang="en") and word[-3] in "kwx" else lemmatize(word, lang="en")
    return base if base != word and word.startswith(base[:-1]) else None


def verb_places(words: list[str]) -> list[int]:
    """Where the past verbs stand, "was" and its participle counted once."""
    found: list[int] = []
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        if before in BE or (place > 1 and words[place - 2] in BE and (before.endswith("ly") or before in _BETWEEN)):
            continue
        plain = re.sub(r"[,;.]$", "", word)
        after = words[place + 1] if place + 1 < len(words) else ""
        if (
            found
            and before != "and"
            and (plain.endswith("ed") or plain in PARTICIPLES)
            and after in ("to", "by", "in", "for", "as", "at", "with")
        ):
            continue  # "a law designed to …"
        if plain in BE or (
            base_of_past(plain) and before.casefold() not in _NO_VERB_AFTER and not before.endswith(("'s", "’s"))
        ):
            found.append(place)
    return found
