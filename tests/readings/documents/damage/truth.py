"""What a document says and how it is built: the truth that a damaged copy is held against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Cite:
    """A citation in a paragraph: its words, and the number of the work it means, None where there is no entry."""

    text: str
    work: int | None
    match: str = "exact"


@dataclass
class Para:
    """A paragraph; notes are (offset in the text, key of the note)."""

    text: str
    kind: str = "paragraph"
    notes: list[tuple[int, int]] = field(default_factory=list)
    cites: list[Cite] = field(default_factory=list)
    label: str = ""
    """A list item's number or bullet as the layout prints it."""
    cut: bool = False
    """Set by the layout where a page's end falls into it."""


@dataclass
class Grid:
    """A table with its caption and source line."""

    caption: str
    header: list[str]
    rows: list[list[str]]
    source: str = ""


@dataclass
class Note:
    text: str
    label: str = ""
    """Set by the layout: numbers may restart."""


@dataclass
class Part:
    """A section with what stands in it."""

    title: str
    level: int
    number: str = ""
    matter: str = "body"
    content: list[Para | Grid] = field(default_factory=list)


@dataclass
class Truth:
    """A whole document."""

    metadata: dict[str, Any]
    parts: list[Part]
    front: list[str] = field(default_factory=list)
    """The lines of the title page; the first one that starts with # is the title."""
    notes: list[Note] = field(default_factory=list)
    works: list[str] = field(default_factory=list)
    """The bibliography's entries."""
    short: list[tuple[str, str]] = field(default_factory=list)
    """Acronyms with what they stand for."""
    imprint: list[str] = field(default_factory=list)

    def paragraphs(self) -> Iterator[tuple[int, Part, Para]]:
        for i, part in enumerate(self.parts):
            for element in part.content:
                if isinstance(element, Para):
                    yield i, part, element


def gold(truth: Truth) -> dict[str, Any]:
    """The truth in the form that the scorer reads."""
    made: dict[str, Any] = {
        "doc": "000",
        "metadata": truth.metadata,
        "sections": [_section(i, part) for i, part in enumerate(truth.parts)],
        "paragraphs": [],
        "notes": [],
        "tables": [_table(element) for part in truth.parts for element in part.content if isinstance(element, Grid)],
        "references": [
            {"label": str(i), "line": i, "lines": [i], "first6": first(text)} for i, text in enumerate(truth.works)
        ],
        "citations": [],
        "abbreviations": {
            "expanded": [{"short": short, "long": long} for short, long in truth.short],
            "unexpanded": [],
            "aliases": [],
        },
    }
    for section, part in enumerate(truth.parts):
        for element in part.content if part.matter not in ("notes", "bibliography") else ():
            if isinstance(element, Grid):
                made["paragraphs"] += [
                    _paragraph(len(made["paragraphs"]) + i, section, part, shown)
                    for i, shown in enumerate(_shown(element))
                ]
            else:
                _add(made, truth, section, part, element)
    return made


def _add(made: dict[str, Any], truth: Truth, section: int, part: Part, para: Para) -> None:
    """A paragraph with its notes and citations."""
    place = len(made["paragraphs"])
    made["paragraphs"].append(_paragraph(place, section, part, para))
    for _, key in para.notes:
        note = truth.notes[key]
        runs = sum(earlier["label"].split("-")[0] == note.label for earlier in made["notes"])
        made["notes"].append(
            {
                "label": f"{note.label}-{runs + 1}" if runs else note.label,
                "line": 0,
                "marker_line": place,
                "first6": first(note.text),
                "section": section,
                "paragraph": place,
            }
        )
    for cite in para.cites:
        entry = None if cite.work is None else str(cite.work)
        made["citations"].append(
            {"text": cite.text, "line": -1 - place, "paragraph": place, "entry": entry, "match": cite.match}
        )


def _shown(grid: Grid) -> list[Para]:
    """A table's caption, cells and source as they are read in a row."""
    cells = " ".join(cell for row in (grid.header, *grid.rows) for cell in row)
    return [Para(grid.caption, "table_caption"), Para(cells, "table"), Para(grid.source, "source_line")]


def first(text: str) -> str:
    return " ".join(text.split()[:6])


def _section(i: int, part: Part) -> dict[str, Any]:
    return {
        "index": i,
        "title": part.title or None,
        "number": part.number or None,
        "level": part.level,
        "matter": part.matter,
        "line": i,
        "synthetic": not part.title,
    }


def _paragraph(i: int, section: int, part: Part, para: Para) -> dict[str, Any]:
    text = para.text.removeprefix("Keywords: ")
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    return {
        "index": i,
        "section": section,
        "kind": para.kind,
        "first6": " ".join(words[:6]),
        "last6": " ".join(words[-6:]),
        "words": len(words),
        "lines": [-1 - i],
        "joined_from": [1, 2] if para.cut else [],
        "matter": part.matter,
    }


def _table(grid: Grid) -> dict[str, Any]:
    return {"caption": grid.caption, "header": grid.header, "cells": grid.rows}
