"""Numbers in words, as numerals: "ten thousand" as "10,000", "forty-nine per cent" as "49 per cent"."""

from __future__ import annotations

import re

_ONES = dict(zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], range(1, 10), strict=True))
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
_TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES)}))?|{'|'.join([*_TEENS, *_ONES])})"
SPELLED = re.compile(
    rf"(?<![\w-])(?i:(?P<number>{_BELOW_HUNDRED}|an?)(?P<hundred> hundred)?(?: (?P<scale>thousand|million|billion|per ?cent)|(?<=hundred)))(?![\w-])"
)
"""A number in words with its scale or per cent: "ten" alone is none."""


def numeral(match: re.Match[str]) -> str:
    """The numeral for a number in words."""
    number = below_hundred(match["number"].casefold()) * (100 if match["hundred"] else 1)
    scale = (match["scale"] or "").casefold()
    if scale == "thousand":
        return f"{number * 1000:,}"
    return f"{number:,} {scale}".strip()


def below_hundred(words: str) -> int:
    """ "forty-nine" as 49, "a" as 1."""
    parts = re.split(r"[ -]", words)
    return sum({**_ONES, **_TEENS, **_TENS, "a": 1, "an": 1}[part] for part in parts)
