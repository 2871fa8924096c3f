"""Edits of a text that remember where every character came from, so that the right place of any passage is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from tools.anchor_texts import NOUNS, PEOPLE, PLACES

LETTERS = "abcdefghijklmnopqrstuvwxyz ,.-"
NEW = -1
WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"[^.!?\n]*[.!?]+(?:[\"”’)\d]*)(?=\s|$)|[^.!?\n]+(?=\n|$)")


@dataclass(frozen=True)
class Traced:
    """A text; of each character its place in the old text, ``NEW``, or ``-2 - place`` where it replaces that one."""

    text: str
    origins: tuple[int, ...]

    @classmethod
    def new(cls, text: str) -> Traced:
        return cls(text, (NEW,) * len(text))

    @classmethod
    def at(cls, text: str, start: int) -> Traced:
        return cls(text, tuple(range(start, start + len(text))))

    def instead(self, text: str) -> Traced:
        """Another text in the place of this one."""
        last = len(self.text) - 1
        return Traced(text, tuple(-2 - abs_place(self.origins[min(i, last)]) for i in range(len(text))))

    def __getitem__(self, part: slice) -> Traced:
        return Traced(self.text[part], self.origins[part])

    def __add__(self, other: Traced) -> Traced:
        return Traced(self.text + other.text, self.origins + other.origins)

    def __len__(self) -> int:
        return len(self.text)


Text = list[Traced]


def abs_place(origin: int) -> int:
    return origin if origin >= NEW else -2 - origin


def joined(parts: Iterable[Traced], between: str = "") -> Traced:
    result = Traced("", ())
    for index, part in enumerate(parts):
        result += (Traced.new(between) if index and between else Traced("", ())) + part
    return result


def traced(paragraphs: Sequence[str]) -> Text:
    """The unedited text, blocks parted by one character as in a layout."""
    result, start = [], 0
    for paragraph in paragraphs:
        result.append(Traced.at(paragraph, start))
        start += len(paragraph) + 1
    return result


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph stand."""
    found = [(m.start() + len(m.group()) - len(m.group().lstrip()), m.end()) for m in SENTENCE.finditer(text)]
    return [(start, end) for start, end in found if end - start > 3] or [(0, len(text))]


def without(block: Traced, start: int, end: int) -> Traced:
    """The block without a range, and without the space that is then too much."""
    rest = block[end:]
    if rest.text[:1] == " ":
        return block[:start] + rest[1:]
    return block[: len(block.text[:start].rstrip(" "))] + rest


def with_inserted(block: Traced, at: int, text: str) -> Traced:
    """The block with a new sentence before the one that begins at ``at``, or at its end."""
    if at >= len(block):
        return block + Traced.new(" " + text)
    return block[:at] + Traced.new(text + " ") + block[at:]


def twin(text: str, random: Random) -> str:
    """A sentence like this one, but for one name, number or word."""
    words = list(re.finditer(r"\w+", text))
    chosen = random.choice([w for w in words if w.group().isdigit() or w.group() in PLACES] or words[1:] or words)
    word = chosen.group()
    while word == chosen.group():
        word = str(random.randint(3, 1989)) if word.isdigit() else random.choice(PLACES + NOUNS)
    return text[: chosen.start()] + word + text[chosen.end() :]


def word_changed(block: Traced, start: int, end: int, random: Random) -> Traced:
    """One word of a range replaced by another."""
    words = list(re.finditer(r"\w+", block.text[start:end]))
    if not words:
        return block
    word = random.choice(words)
    other = random.choice([w for w in (*NOUNS, *PLACES, random.choice(PEOPLE)) if w != word.group()])
    a, b = start + word.start(), start + word.end()
    return block[:a] + block[a:b].instead(other) + block[b:]


def noisy(block: Traced, share: float, random: Random) -> Traced:
    """A share of the characters replaced, doubled by a stray one, or lost."""
    text: list[str] = []
    origins: list[int] = []
    for letter, origin in zip(block.text, block.origins, strict=True):
        edit = random.choice("rid") if random.random() < share else ""
        if edit == "d":
            continue
        text.append(random.choice(LETTERS) if edit == "r" else letter)
        origins.append(-2 - origin if edit == "r" and origin >= 0 else origin)
        if edit == "i":
            text.append(random.choice(LETTERS))
            origins.append(NEW)
    return Traced("".join(text), tuple(origins))


def moved(text: Text, at: int, random: Random) -> Text:
    """A paragraph at another place."""
    rest = text[:at] + text[at + 1 :]
    to = random.choice([i for i in range(len(rest) + 1) if i != at] or [0])
    return [*rest[:to], text[at], *rest[to:]]


def split(text: Text, at: int, random: Random) -> Text:
    """A paragraph parted before one of its sentences."""
    starts = [start for start, _ in sentences(text[at].text)][1:]
    if not starts:
        return text
    cut = random.choice(starts)
    block = text[at]
    end = len(block.text[:cut].rstrip())
    return [*text[:at], block[:end], block[cut:], *text[at + 1 :]]


def merged(text: Text, at: int) -> Text:
    """A paragraph joined with the next one."""
    if at + 1 >= len(text):
        return text
    return [*text[:at], joined(text[at : at + 2], " "), *text[at + 2 :]]
