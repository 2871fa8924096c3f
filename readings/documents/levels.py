"""The rank of headings from their numbers, the contents list, their marks and known names, in this order of trust."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .looks import BACK_TITLES, BIBLIOGRAPHY_TITLES, KNOWN_TITLES, NOTES_TITLES, folded
from .piece import Entry, Piece
from .types import Finding

ROMAN = re.compile(r"[IVXL]+$")
APPENDIX = re.compile(r"(?:appendix|annex) (?:[a-z]|\d{1,2}|[ivx]{1,4})\b")
TOP_TITLES = BACK_TITLES | BIBLIOGRAPHY_TITLES | NOTES_TITLES


def ranked(headings: Sequence[Piece], contents: Sequence[Entry]) -> list[Piece]:
    """The headings with their levels, 1 for the rank just below the document's title."""
    listed = {entry.title: entry.depth for entry in contents}
    marks = _by_marks(headings)
    styles = _by_numbering(headings)
    capitals_first = _capitals_first(headings)
    outlined = bool(listed) or any(heading.label for heading in headings)
    result: list[Piece] = []
    above = 0
    for heading in headings:
        level = _told(heading, listed, marks, styles)
        if level is None:
            level = above + 1 if outlined and above else (2 if capitals_first and not heading.text.isupper() else 1)
        else:
            above = level
        result.append(replace(heading, level=level))
    return result


def corrected(headings: Sequence[Piece], result: Sequence[Piece]) -> Iterator[Finding]:
    """A finding for each heading whose level is not the one that its marks say; both lists hold the same headings."""
    marked = {h.level for h in headings if h.level and folded(h.text) not in TOP_TITLES}
    ranks = {level: rank for rank, level in enumerate(sorted(marked), 1)}
    for heading, found in zip(headings, result, strict=True):
        rank = ranks.get(heading.level) if folded(heading.text) not in TOP_TITLES else None
        if rank and rank != found.level:
            message = f"The heading “{heading.text[:80]}” is marked as level {rank} and stands at level {found.level}."
            yield Finding("heading_level", "repaired", message, heading.lines)


def _told(heading: Piece, listed: dict[str, int], marks: dict[int, int], styles: dict[str, int]) -> int | None:
    """The level that the heading's number, the contents list, its mark or its name tells."""
    if heading.label:
        return heading.label.count(".") + styles.get(_style(heading.label), 1)
    title = folded(heading.text)
    if APPENDIX.match(title):
        return 1
    if title in listed:
        return listed[title]
    if heading.level in marks:
        return marks[heading.level]
    return 1 if title in KNOWN_TITLES else None


def _style(label: str) -> str:
    if label[0].isdigit():
        return "figures"
    return "roman" if ROMAN.match(label) and label not in ("C", "D") else "letters"


def _by_numbering(headings: Sequence[Piece]) -> dict[str, int]:
    """Roman numbers, letters and figures are ranks in the order in which they first come; dots count below that."""
    styles = dict.fromkeys(_style(heading.label) for heading in headings if heading.label)
    ranks = {style: rank for rank, style in enumerate(styles, 1)}
    figures = [heading.label for heading in headings if heading.label and heading.label[0].isdigit()]
    if figures and all("." in label for label in figures):  # "IV.", then "4.1": the figures repeat the rank above them
        ranks["figures"] = 1
    return ranks


def _by_marks(headings: Sequence[Piece]) -> dict[int, int]:
    """Ranks of the marks, empty where they contradict each other; names that stand at the top anyway say nothing."""
    every = sorted({heading.level for heading in headings if heading.level})
    levels = [h.level for h in headings if h.level and folded(h.text) not in TOP_TITLES]
    if not levels or levels[0] != min(levels):
        return {}
    ordered = sorted(set(levels))
    ranks = {level: rank for rank, level in enumerate(ordered, 1)}
    jumps = sum(ranks[below] - ranks[above] > 1 for above, below in pairwise(levels))
    return {level: ranks.get(level, 1) for level in every} if jumps * 5 <= len(levels) else {}


def _capitals_first(headings: Sequence[Piece]) -> bool:
    """Where nothing else tells: capitals outrank other headings, if both occur and capitals come first."""
    return bool(headings) and headings[0].text.isupper() and not all(heading.text.isupper() for heading in headings)
