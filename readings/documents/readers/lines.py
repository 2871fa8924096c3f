"""Source lines with their numbers, and how lines that the page's width broke become one text again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
BROKEN = re.compile(r"([^\W\d_]+)[-\u2010\u2011\u00ac\u00ad]$")
HYPHENS = ("-", "\u2010", "\u2011", "\u00ac", "\u00ad")
LONGEST_WORD = 60
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
PLAIN_LETTERS = str.maketrans({**LIGATURES, "\u00a0": " ", "\u200b": "", "\ufeff": ""})
UNSEEN = re.compile(r"(?<=\w)\u00ad(?=\w)")
CONTINUED = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source; ``new_page`` where a form feed stands in it."""

    number: int
    text: str
    new_page: bool = False
    page: str | None = None

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))


def width_of(lines: Sequence[Line]) -> int:
    """The column at which the lines of a text were broken, 0 where they were not."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if len(line.text) > 30)
    if len(lengths) < 20:
        return 0
    width = lengths[int(len(lengths) * 0.97)]
    return width if width <= 130 and lengths[len(lengths) // 2] >= 0.8 * width else 0


def numbered(text: str) -> list[Line]:
    """The lines of a text, counted from 1, in plain letters: no ligatures, hard blanks, or hyphens that do not show."""
    plain = UNSEEN.sub("", text.translate(PLAIN_LETTERS))
    return [Line(n, line.replace("\f", ""), "\f" in line) for n, line in enumerate(plain.split("\n"), 1)]


def single_spaced(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the blank one after each of them, where a text broken at the page's width is double-spaced."""
    full = [i for i, line in enumerate(lines) if not line.blank]
    alone = sum(i + 1 >= len(lines) or lines[i + 1].blank for i in full)
    if len(full) < 20 or alone < 0.95 * len(full) or not width_of(lines):
        return lines
    return [line for i, line in enumerate(lines) if not (line.blank and i and not lines[i - 1].blank)]


class Hyphens:
    """Knows from the document's own words whether a hyphen at a line's end belongs to the word."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.words: frozenset[str] = frozenset()
        if any(text.rstrip().endswith(HYPHENS) for text in texts):
            self.words = frozenset(word.lower() for text in texts for word in WORD.findall(text.rstrip()))

    def unwrap(self, texts: Sequence[str]) -> str:
        """One text from the lines of a paragraph: ``["a cease-", "fire"]`` gives ``"a ceasefire"``."""
        parts: list[str] = []
        for text in texts:
            text = text.strip()
            if parts and parts[-1].endswith(HYPHENS):
                whole = self.glued(parts[-1], text)
                if len(whole) == 1:
                    parts[-1], text = whole[0][: len(whole[0]) - len(text)], text
                    parts.append(text)
                    continue
            parts += [" ", text] if parts else [text]
        return "".join(parts)

    def glued(self, left: str, right: str) -> tuple[str, ...]:
        """The two texts as one where a hyphen parts a word, else both."""
        head, tail = BROKEN.search(left[-LONGEST_WORD:]), CONTINUED.match(right[:LONGEST_WORD])
        if not head or not tail or not tail[0][0].islower():
            return left, right
        whole, hyphened = head[1] + tail[0], f"{head[1]}-{tail[0]}"
        keep = hyphened.lower() in self.words and whole.lower() not in self.words
        return (left + right if keep else left[:-1] + right,)
