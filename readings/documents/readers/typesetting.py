"""What a typesetter did to letters, undone: headings set with blanks between their letters, and initials on a line of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from readings.documents.types import Finding

from .lines import Line

SPACED = re.compile(r"\s*(?:\S[^\w\s]?\s+){3}")
WIDE = re.compile(r"\s{2,}")
FEWEST, LONGEST_WORD = 4, 14
INITIAL = re.compile(r"\s*([“\"‘«]?[^\W\d_a-zß-öø-ÿа-я])\s*$")
APART = re.compile(r"\s*([“\"‘«]?[^\W\d_a-zß-öø-ÿа-я]) ([^\W\d_]+)(?=[\s,’'-])")
WORD = re.compile(r"[^\W\d_]+")
WHOLE = {"A", "I", "O", "À", "É", "А", "В", "И", "К", "О", "С", "У", "Я"}
"""Letters that are words by themselves."""
SPACED_FOUND = "Words whose letters stood apart are whole again: {}."
INITIAL_FOUND = "Large first letters are part of their words again: {}."


def as_written(lines: Sequence[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines with whole words, and what was done to them."""
    made = [_closed_up(line) for line in lines]
    spaced = [line for line, before in zip(made, lines, strict=True) if line is not before]
    made, initials = _with_initials(made)
    return made, [
        *_finding("letters_joined", SPACED_FOUND, spaced),
        *_finding("initial_joined", INITIAL_FOUND, initials),
    ]


def _finding(code: str, message: str, lines: Sequence[Line]) -> list[Finding]:
    if not lines:
        return []
    shown = "; ".join(line.text.strip()[:60] for line in lines[:20])
    return [Finding(code, "repaired", message.format(shown), tuple(line.number for line in lines))]


def _closed_up(line: Line) -> Line:
    """``T H E   M I L L`` becomes ``THE MILL``; the line itself where its letters do not stand apart."""
    if not SPACED.match(line.text) or len(line.text) > 200:
        return line
    groups = [group.split(" ") for group in WIDE.split(line.text.strip())]
    signs = [sign for group in groups for sign in group]
    letters = "".join(found for sign in signs for found in WORD.findall(sign) if len(found) == 1)
    numbers = sum(sign.isdigit() for sign in signs)
    apart = len(letters) >= FEWEST and len(letters) + numbers == len(signs)
    known = len(groups) > 1 or len(letters) <= LONGEST_WORD  # else where the words part cannot be told
    counted = list(letters) == sorted(letters)  # the heads of columns A, B, C
    if not apart or not known or counted or max(map(len, groups)) < FEWEST or not letters[0].isupper():
        return line
    return replace(line, text=" " * line.indent + " ".join("".join(group) for group in groups))


def _with_initials(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """A word whose first letter stands apart, on a line of its own or before a blank, is whole again."""
    found = {i: where for i, line in enumerate(lines) if (where := _initial(lines, i))}
    if not found:
        return lines, []
    counts = Counter(word.lower() for line in lines for word in WORD.findall(line.text))
    made, joined = list(lines), []
    for i, (place, letter, rest) in found.items():
        if not _is_one_word(letter[-1], rest, counts):
            continue
        below = lines[place].text
        made[i] = replace(lines[i], text=letter + rest)
        if place == i:
            made[i] = replace(lines[i], text=below.replace(f"{letter} {rest}", letter + rest, 1))
        else:  # the rest of the line stays where it is, with no blank line above it
            made[place] = replace(lines[place], text=below[below.index(rest) + len(rest) :].lstrip())
            made[i : place + 1] = [*made[i + 1 : place], made[i], made[place]]
        joined.append(made[place - 1 if place > i else i])
    return made, joined


def _initial(lines: Sequence[Line], i: int) -> tuple[int, str, str] | None:
    """Where a paragraph begins with a letter apart: the line with the rest of its first word, the letter, the rest."""
    line = lines[i]
    if len(line.text) > 250 or (i and not lines[i - 1].blank and not line.new_page):
        return None
    if apart := APART.match(line.text):
        return (i, apart[1], apart[2]) if apart[2].islower() else None
    alone = INITIAL.match(line.text)
    place = next((j for j in (i + 1, i + 2) if j < len(lines) and not lines[j].blank), 0) if alone else 0
    rest = WORD.match(lines[place].text.lstrip()) if place and not lines[place].new_page else None
    return (place, alone[1], rest[0]) if alone and rest and (rest[0].islower() or rest[0].isupper()) else None


def _is_one_word(letter: str, rest: str, counts: Counter[str]) -> bool:
    """``W`` and ``hen`` are; ``V`` above ``THE TRIAL`` and the article before ``story`` are not."""
    if counts[(letter + rest).lower()]:
        return True
    return letter not in WHOLE and (rest.islower() or counts[rest.lower()] < 2)
