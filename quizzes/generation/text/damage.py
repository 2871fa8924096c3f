"""Which sentences a bad scan or a broken conversion has damaged: nobody should be asked about words that are none."""

from __future__ import annotations

import re
from collections import Counter

from simplemma import is_known

from quizzes.generation.language.words import FUNCTION_WORDS
from quizzes.generation.text.sentences import Sentence

_ODD = re.compile(
    r"[~|^#<>{}\\\ufffd=]|[a-z]\d[a-z]|\b[A-Za-z]?[a-z]{2,}\d|\b\d[a-z]{3,}|\b[a-z]+[A-Z]|\b[A-Z]{2,}[a-z]{3,}|[a-z][.,;][a-z]{2,}|(?<![\w.'’-])[b-hj-zB-HJ-Z](?= [a-z])"
)
_WORD = re.compile(r"(?<![\w’'])[a-z]{4,}(?![\w’'])")
_PREFIX = re.compile(
    r"^(?:anti|co|counter|de|decision|dis|geo|hydro|in|inter|macro|micro|mis|multi|neo|non|over|post|pre|pro|quasi|re|self|socio|state|sub|super|trans|ultra|un|under|uni)"
)
RARE, SHORTEST = 3, 4
"""A strange word that returns so often is a term of the text; what follows a prefix must have so many letters."""


WORN = 0.12
"""From this share of damaged sentences on a text counts as worn, and words are looked at more closely."""
_SHORT = re.compile(r"(?<![\w’'.-])[a-z]{2,3}(?![\w’'.-])")
_CAPITAL = re.compile(r"(?<![\w’'.-])[A-Z][a-z]{5,}(?![\w’'-])")
_PIECES = re.compile(r"(?<![\w’'-])(?=([a-z]{2,} [a-z]{3,})(?![\w’'-]))")


def damaged(sentences: list[Sentence]) -> set[int]:
    """The numbers of the sentences that are damaged; in a worn text also those that merely may be."""
    found = odd(sentences)
    if len(found) < WORN * len(sentences):
        return found
    uses = Counter(word for sentence in sentences for word in _CAPITAL.findall(sentence.text))
    return found | {number for number, sentence in enumerate(sentences) if suspect(sentence.text, uses)}


def suspect(text: str, uses: Counter[str]) -> bool:
    """Whether a worn text has cut a word in two, run two together or misread a capitalised one."""
    return (
        any(not is_known(word, lang="en") for word in _SHORT.findall(text))
        or any(uses[word] < RARE and misread(word) for word in _CAPITAL.findall(text))
        or any(len(pair) > 7 and known(pair.replace(" ", "")) for pair in _PIECES.findall(text))
    )


def misread(word: str) -> bool:
    """Whether a word that no dictionary holds is two in one or ends as an English word does; other such words are names."""
    small = word.casefold()
    if is_known(word, lang="en") or is_known(small, lang="en"):
        return False
    joined = any(is_known(small[:n], lang="en") and small[n:] in FUNCTION_WORDS for n in range(4, len(small) - 1))
    return joined or bool(re.search(r"(?:tion|tor|ment|ence|ance|ness|ing|able|ship|ers?|ally|ive)$", small))


def odd(sentences: list[Sentence]) -> set[int]:
    """The numbers of the sentences that hold odd characters or words that no dictionary and no other sentence knows."""
    uses = Counter(word for sentence in sentences for word in _WORD.findall(sentence.text))
    strange = {word for word, times in uses.items() if times < RARE and not known(word)}
    return {
        number
        for number, sentence in enumerate(sentences)
        if _ODD.search(re.sub(r"https?://\S+", "", sentence.clean))
        or any(word in strange for word in _WORD.findall(sentence.text))
    }


def known(word: str) -> bool:
    """Whether a dictionary holds the word, or what follows a common prefix."""
    rest = _PREFIX.sub("", word)
    return is_known(word, lang="en") or (len(rest) >= SHORTEST and rest != word and is_known(rest, lang="en"))
