"""What happens to single characters: other line ends, quotation marks, ligatures, blanks, and misread letters."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

MISREAD = {
    "e": "c",
    "l": "1",
    "i": "l",
    "o": "0",
    "m": "rn",
    "h": "b",
    "n": "u",
    "t": "f",
    "S": "5",
    "a": "o",
    "c": "e",
    "u": "n",
    "r": "n",
    "s": "a",
}


def crlf(text: str, chance: random.Random) -> str:
    return text.replace("\n", "\r\n")


def straight(text: str, chance: random.Random) -> str:
    return text.translate(str.maketrans("‘’“”", "''\"\""))


def ligatures(text: str, chance: random.Random) -> str:
    return text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ")


def soft_hyphens(text: str, chance: random.Random) -> str:
    return re.sub(r"[a-z]{8,}", lambda m: m[0][:4] + ("\u00ad" if chance.random() < 0.3 else "") + m[0][4:], text)


def hard_blanks(text: str, chance: random.Random) -> str:
    return re.sub(r"(?<=\w) (?=\w)", lambda m: "\u00a0" if chance.random() < 0.1 else " ", text)


def double_blanks(text: str, chance: random.Random) -> str:
    return re.sub(r"(?<=[a-z]) (?=[a-z])", lambda m: "  " if chance.random() < 0.05 else " ", text)


def trailing_blanks(text: str, chance: random.Random) -> str:
    return re.sub(r"(?<=\S)\n", lambda m: "  \n" if chance.random() < 0.5 else "\n", text)


def misread(text: str, chance: random.Random, rate: float) -> str:
    """Letters as a scanner misreads them; figures stay."""
    return "".join(MISREAD[c] if c in MISREAD and chance.random() < rate else c for c in text)


def interleaved(text: str) -> str:
    """Two columns read across: the left half of the lines beside the right half."""
    lines = text.split("\n")
    half = (len(lines) + 1) // 2
    left, right = lines[:half], [*lines[half:], ""][:half]
    return "\n".join(f"{a:<50}{b}".rstrip() for a, b in zip(left, right, strict=False))


Change = Callable[[str, random.Random], str]
CHANGES: dict[str, Change] = {
    f.__name__: f for f in (crlf, straight, ligatures, soft_hyphens, hard_blanks, double_blanks, trailing_blanks)
}
