"""The damages by name, and one damaged copy with its truth for a genre, a damage and a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from typing import Any

from .genres import GENRES, Maker
from .layout import Layout
from .noise import CHANGES, interleaved, misread
from .style import Style
from .truth import Grid, Truth, gold

MARKDOWN = Style(markdown=True, heading="hash", mark="[^1]", note="[^1]: ", table="pipes", bullet="- ")
PLAIN = Style(contents="tabs")
WRAPPED = replace(PLAIN, width=76, contents="dots")
PAGED = replace(WRAPPED, pages="formfeed", notes="foot", hyphens=True)
CUT = Style(pages="blank", notes="foot", contents="tabs")


@dataclass(frozen=True)
class Damage:
    """A style, and what is done to characters; ``rate`` is the share of misread letters."""

    style: Style
    changes: tuple[str, ...] = ()
    rate: float = 0
    columns: bool = False
    make: dict[str, Any] = field(default_factory=dict)
    suffix: str = ".txt"


FLAT: dict[str, Any] = {"depth": 1, "numbered": False}
DAMAGES: dict[str, Damage] = {
    "pandoc": Damage(MARKDOWN, suffix=".md"),
    "pandoc wrapped": Damage(replace(MARKDOWN, width=80), suffix=".md"),
    "wrong levels": Damage(replace(MARKDOWN, heading="wrong"), suffix=".md"),
    "setext": Damage(replace(MARKDOWN, heading="setext"), suffix=".md", make={"depth": 2}),
    "bold heads": Damage(
        replace(MARKDOWN, heading="bold", pages="rule", notes="foot", mark="<sup>1</sup>", note="1 "), suffix=".md"
    ),
    "sup tags cut": Damage(replace(CUT, markdown=True, heading="hash", mark="<sup>1</sup>", note="1 "), suffix=".md"),
    "plain": Damage(PLAIN),
    "plain unnumbered": Damage(replace(PLAIN, contents=""), make=FLAT),
    "caps": Damage(replace(PLAIN, contents="", heading="caps", bullet="– "), make=FLAT),
    "roman": Damage(replace(WRAPPED, heading="roman", contents=""), make={"depth": 1}),
    "wrap 62": Damage(replace(WRAPPED, width=62, bullet="* ")),
    "wrap 90 indent": Damage(replace(WRAPPED, width=90, gap="indent", bullet="1) ")),
    "wrap hyphens": Damage(replace(WRAPPED, hyphens=True, table="aligned", contents="spaces")),
    "cut": Damage(CUT),
    "cut rule": Damage(replace(CUT, pages="rule")),
    "cut numbers": Damage(replace(CUT, pages="number", bullet="(a) ")),
    "cut notes": Damage(replace(CUT, pages="number", cut_notes=True)),
    "cut of": Damage(replace(CUT, pages="of", head="plain")),
    "cut heads": Damage(replace(CUT, head="sides", pages="formfeed")),
    "paged": Damage(PAGED),
    "paged heads": Damage(replace(PAGED, head="sides", pages="blank")),
    "paged ocr heads": Damage(replace(PAGED, head="ocr", pages="formfeed")),
    "paged numbers": Damage(replace(PAGED, pages="number", table="aligned")),
    "paged of": Damage(replace(PAGED, pages="of", width=64, head="plain")),
    "paged bare": Damage(replace(PAGED, pages="bare", width=84)),
    "paged indent": Damage(replace(PAGED, gap="indent", pages="number")),
    "glued marks": Damage(replace(CUT, mark="1", note="1 ")),
    "glued paged": Damage(replace(PAGED, mark="1", note="1 ")),
    "bracket marks": Damage(replace(PAGED, mark="[1]", note="[1] ", pages="number")),
    "caret marks": Damage(replace(CUT, mark="^1^", note="1. ", pages="number")),
    "dot notes": Damage(replace(PAGED, note="1. ")),
    "endnotes": Damage(replace(WRAPPED, note="1. ")),
    "endnotes glued": Damage(replace(PLAIN, mark="1", note="1. ")),
    "endnotes bracket": Damage(replace(PAGED, notes="end", mark="[1]", note="[1] ")),
    "chapter notes": Damage(replace(PLAIN, notes="chapter", note="1. ")),
    "restart chapter": Damage(replace(PLAIN, notes="chapter", restart="chapter", note="1. ")),
    "restart end": Damage(replace(PLAIN, restart="chapter", note="1. ")),
    "restart page": Damage(replace(PAGED, restart="page")),
    "signs": Damage(replace(PAGED, restart="page", mark="*", note="* ")),
    "signs glued": Damage(replace(CUT, restart="page", mark="*", note="*", pages="number")),
    "lists": Damage(replace(WRAPPED, lists=True)),
    "lists tabs": Damage(replace(PAGED, lists=True, contents="tabs", pages="number")),
    "cells": Damage(replace(PLAIN, table="cells")),
    "characters": Damage(PAGED, tuple(CHANGES)),
    "misread 1": Damage(PAGED, rate=0.01),
    "misread 3": Damage(replace(PAGED, head="sides"), rate=0.03),
    "misread 10": Damage(PAGED, rate=0.10),
    "columns": Damage(Style(width=48, hyphens=True), columns=True),
}
HEAVY = ("misread 3", "misread 10", "columns")


UNKNOWABLE = {("chapter", "wrong levels"), ("ruling", "wrong levels")}
"""Nothing in the text tells the ranks of bare headings with wrong marks."""


@dataclass(frozen=True)
class Case:
    """A damaged copy, the name of its file, and the truth."""

    data: bytes
    name: str
    truth: Truth
    text: str

    @property
    def gold(self) -> dict[str, Any]:
        return gold(self.truth)


def case(genre: str, damage: str, seed: int) -> Case:
    """The copy with that damage; the same arguments give the same copy."""
    how = DAMAGES[damage]
    truth = GENRES[genre](Maker(seed, **how.make))
    chance = random.Random(seed)  # noqa: S311  test data
    if how.rate:
        _misread(truth, chance, how.rate)
    text = Layout(truth, how.style, seed).text()
    for name in how.changes:
        text = CHANGES[name](text, chance)
    if how.columns:
        text = interleaved(text)
    return Case(text.encode(), f"copy{how.suffix}", truth, text)


def _misread(truth: Truth, chance: random.Random, rate: float) -> None:
    """Misread letters are part of the truth: the parser must keep them, and find its way all the same."""
    for part in truth.parts:
        for element in part.content:
            if not isinstance(element, Grid):
                places = _Moved(element.text, chance, rate)
                element.text = places.text
                element.notes = [(places.at[offset], key) for offset, key in element.notes]
    for note in truth.notes:
        note.text = misread(note.text, chance, rate)
    for part in truth.parts:
        for element in part.content:
            if not isinstance(element, Grid):
                element.cites = []


class _Moved:
    """A misread text, and where each place of the old one has gone."""

    def __init__(self, text: str, chance: random.Random, rate: float) -> None:
        parts = [misread(c, chance, rate) for c in text]
        self.text = "".join(parts)
        self.at = [0]
        for part in parts:
            self.at.append(self.at[-1] + len(part))
