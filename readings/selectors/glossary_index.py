"""Where the terms of a glossary stand in a text: the longest name wins, in one pass over the words.

Knows no Django. Names are cut into words and kept in a trie, so a text costs the same however long the glossary is.
Words are runs of letters, digits and combining marks of any script; between the words of a name, blanks, hyphens and
dashes are all the same, so "Nagorno-Karabakh" is also found as "Nagorno–Karabakh" and "Nagorno Karabakh".

>>> matcher = Matcher([Name("Minsk Group", 1), Name("CIS", 2, exact=True)])
>>> matcher.find("The Minsk Group's co-chairs met the CIS.")
[Hit(start=4, end=15, term=1), Hit(start=36, end=39, term=2)]
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

#: Vowel signs and accents that stand as characters of their own belong to the word before them.
MARKS = "".join(chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)).startswith("M"))
WORD = re.compile(rf"(?:[^\W_]|[{re.escape(MARKS)}])+")
BLANK = r"[ \u00a0\u2009\u202f]*"
JOINT = re.compile(rf"{BLANK}[- \u00a0\u2009\u202f\u2010-\u2015\u2212]{BLANK}")
APOSTROPHES = str.maketrans("’ʼ‘`", "''''")
LATIN = re.compile(r"[a-z]+", re.IGNORECASE)
SHORTEST_PLURAL = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A form under which a term is known; ``exact`` where case matters, as in acronyms: CIS is not cis."""

    text: str
    term: int
    exact: bool = False
    inflects: bool = True
    """Whether its English plural is the same name; off for forms in other languages."""


class Hit(NamedTuple):
    """The term stands at ``text[start:end]``."""

    start: int
    end: int
    term: int


class Word(NamedTuple):
    gap: str
    """What stands between it and the word before, made comparable."""
    text: str
    folded: str
    start: int
    end: int


@dataclass(slots=True)
class Node:
    """A place in the trie: the ways on by gap and word, and the term whose name ends here."""

    ways: dict[tuple[str, str], Node] = field(default_factory=dict)
    term: int | None = None


class Matcher:
    """Built once from the names of a glossary; where two terms share a name, the first one given keeps it."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.exact, self.folded = Node(), Node()
        for name in names:
            if words := words_of(name.text):
                for last in endings(name, words[-1].text):
                    self.add(name, [*words[:-1], words[-1]._replace(text=last, folded=last.casefold())])

    def add(self, name: Name, words: list[Word]) -> None:
        node = self.exact if name.exact else self.folded
        for place, word in enumerate(words):
            step = (word.gap if place else "", word.text if name.exact else word.folded)
            node = node.ways.setdefault(step, Node())
        if node.term is None:
            node.term = name.term

    def find(self, text: str) -> list[Hit]:
        """All places of all terms, from left to right, none overlapping; of two names at one place the longer."""
        words, hits, place = words_of(text), [], 0
        while place < len(words):
            end, term = self.longest(words, place)
            if term is None:
                place += 1
                continue
            hits.append(Hit(words[place].start, words[end - 1].end, term))
            place = end
        return hits

    def longest(self, words: list[Word], place: int) -> tuple[int, int | None]:
        """Where the longest name that begins here ends, and its term; of two equally long the one in exact case."""
        exact, folded = follow(self.exact, words, place, fold=False), follow(self.folded, words, place, fold=True)
        return exact if exact[1] is not None and exact[0] >= folded[0] else folded


def follow(node: Node, words: list[Word], place: int, *, fold: bool) -> tuple[int, int | None]:
    """The end and term of the longest name from here on in one trie; (place, None) where there is none."""
    found: tuple[int, int | None] = (place, None)
    for end in range(place, len(words)):
        word = words[end]
        step = (word.gap if end > place else "", word.folded if fold else word.text)
        if (onward := node.ways.get(step)) is None:
            break
        node = onward
        if node.term is not None:
            found = (end + 1, node.term)
    return found


def words_of(text: str) -> list[Word]:
    words: list[Word] = []
    end = 0
    for match in WORD.finditer(text):
        word = composed(match[0])
        words.append(Word(comparable(text[end : match.start()]), word, word.casefold(), *match.span()))
        end = match.end()
    return words


def composed(word: str) -> str:
    """An accent may be one character with its letter or stand after it; both count as the same word."""
    return word if word.isascii() else unicodedata.normalize("NFC", word)


def comparable(gap: str) -> str:
    """One blank for blanks, hyphens and dashes; any other punctuation as it is, so that no name reaches across it."""
    return " " if JOINT.fullmatch(gap) else gap.translate(APOSTROPHES)


def endings(name: Name, word: str) -> list[str]:
    """The last word of a name and its English plural: union and unions, treaty and treaties, NGO and NGOs."""
    if not name.inflects or not LATIN.fullmatch(word) or (len(word) < SHORTEST_PLURAL and not name.exact):
        return [word]
    if name.exact:
        return [word, word + "s"]
    lower = word.casefold()
    if lower.endswith(("s", "x", "z", "ch", "sh")):
        return [word, word + "es"]
    if lower.endswith("y") and lower[-2] not in "aeiou":
        return [word, word[:-1] + "ies"]
    return [word, word + "s"]
