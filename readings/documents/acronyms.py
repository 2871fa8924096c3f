"""Which words before a short form it stands for: by their first letters, by letters in order, or by being an institution."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .names import ORGANISATION

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
SMALL = {
    "of",
    "for",
    "and",
    "the",
    "in",
    "on",
    "to",
    "a",
    "an",
    "de",
    "la",
    "des",
    "du",
    "und",
    "der",
    "et",
    "y",
    "with",
    "at",
}
JOINT = r"(?:of|for|and|the|on|in|de)(?=\s)"
NAME = re.compile(rf"(?:[A-Z][\w-]*)(?:\s+(?:[A-Z][\w-]*|{JOINT})){{0,12}}$")
CLAUSE = re.compile(r".*[;:()\[\]]|.*[.!?]\s", re.DOTALL)


def long_form(short: str, before: str) -> str | None:
    """The words at the end of ``before`` that ``short`` abbreviates, None where none fit."""
    earlier = CLAUSE.match(before)
    clause = before[earlier.end() :] if earlier else before
    letters = _letters(short)
    words = _words(clause)[-(2 * len(letters) + 6) :]
    start = _by_initials(letters, words)
    if start is None:
        start = _by_letters(letters, words)
    if start is None:
        start = _institution(letters, clause)
    return clause[start:].strip(" ,'\"“”‘’") if start is not None else None


def _letters(short: str) -> str:
    """The letters that count, without a plural's s."""
    letters = re.sub(r"[\W_]", "", short)
    plural = letters.endswith("s") and letters[:-1].isupper() and len(letters) > 2
    return (letters[:-1] if plural else letters).lower()


@dataclass(frozen=True, slots=True)
class _Word:
    """A word in small letters; one that may be left out counts for a short form or not."""

    start: int
    text: str
    optional: bool


def _words(clause: str) -> list[_Word]:
    found = WORD.finditer(clause)
    return [
        _Word(word.start(), word[0].lower(), word[0].lower() in SMALL or clause[word.start() - 1 : word.start()] == "-")
        for word in found
    ]


def _by_initials(letters: str, words: Sequence[_Word]) -> int | None:
    """Each letter begins a word, from the last one back; small words and second parts of compounds may stand between."""
    left = len(letters)
    for word in reversed(words):
        if word.text[0] == letters[left - 1]:
            left -= 1
        elif not word.optional:
            return None
        if left == 0:
            return word.start
    return None


def _by_letters(letters: str, words: Sequence[_Word]) -> int | None:
    """The letters occur in order, the first one at the beginning of a word; no word that counts is left out."""
    left = len(letters)
    for word in reversed(words):
        rest = left
        for letter in reversed(word.text[1:]):
            if rest > 1 and letter == letters[rest - 1]:
                rest -= 1
        if rest and word.text[0] == letters[rest - 1]:
            rest -= 1
        if rest == 0:
            return word.start
        if rest == left and not word.optional:
            return None
        left = rest
    return None


def _institution(letters: str, clause: str) -> int | None:
    """A name in capitals with a word such as Institute in it: its short form may come from another language."""
    name = NAME.search(clause[-150:])
    if not name or not ORGANISATION.search(name[0]) or len(name[0].split()) < 2:
        return None
    start = len(clause) - len(clause[-150:]) + name.start()
    starts = [
        start + word.start() for word in re.finditer(r"[A-Z][\w-]*", name[0]) if word[0] not in ("The", "At", "In")
    ]
    fitting = [
        place for place in starts if clause[place].lower() == letters[0] and len(clause[place:].split()) == len(letters)
    ]
    return fitting[0] if fitting else starts[0]
