"""How a copy looks: page size, marks, headings, tables; a damage is a style that differs from the plain one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SIGNS = ("*", "†", "‡", "§", "**", "††", "‡‡")
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class Style:
    """Every choice of a printer, a scanner or a converter."""

    markdown: bool = False
    width: int = 0
    """Columns of a line; 0 puts a paragraph, or its piece on a page, in one line."""
    gap: Literal["blank", "indent"] = "blank"
    pages: Literal["", "formfeed", "rule", "number", "of", "blank", "bare"] = ""
    """What stands between two pages; "bare" is nothing at all."""
    head: Literal["", "plain", "sides", "ocr"] = ""
    height: int = 40
    hyphens: bool = False
    notes: Literal["foot", "end", "chapter", "below"] = "end"
    """Where notes stand: at the foot of the page, at the end, after each chapter, or below their paragraph."""
    restart: Literal["", "chapter", "page"] = ""
    mark: str = "¹"
    """A pattern for marks: ¹ becomes a superscript, 1 a digit, * a sign."""
    note: str = "¹ "
    cut_notes: bool = False
    """A note may go on at the foot of the next page."""
    heading: Literal["hash", "wrong", "plain", "caps", "bold", "setext", "roman"] = "plain"
    table: Literal["pipes", "tabs", "aligned", "cells"] = "tabs"
    bullet: str = "• "
    contents: Literal["", "tabs", "dots", "spaces"] = ""
    lists: bool = False
    """Lists of figures and tables follow the contents."""


def counted(pattern: str, label: str) -> str:
    """A mark or a bullet with its number put in."""
    if "¹" in pattern:
        return pattern.replace("¹", label.translate(SUPERSCRIPT))
    if "*" in pattern and "1" not in pattern:
        return pattern.replace("*", label)
    return pattern.replace("1", label)


def bullet(pattern: str, i: int) -> str:
    if "(a)" in pattern:
        return pattern.replace("(a)", f"({chr(97 + i)})")
    return pattern.replace("1", str(i + 1))


def heading_lines(style: Style, title: str, level: int, number: str, wrong: int) -> list[str]:
    """A heading as the style prints it."""
    printed = f"{number}{'.' if number and '.' not in number else ''} {title}".strip()
    if style.heading == "roman" and number:
        top, _, rest = number.partition(".")
        printed = f"{ROMAN[int(top)]}. {title}" if not rest else f"{number} {title}"
    match style.heading:
        case "hash":
            return [f"{'#' * (level + 1)} {printed}"]
        case "wrong":
            return [f"{'#' * (1 + wrong % 4)} {printed}"]
        case "caps":
            return [printed.upper()]
        case "bold":
            return [f"**{printed}**"]
        case "setext":
            return [printed, ("=" if level == 1 else "-") * len(printed)]
    return [printed]


def table_lines(style: Style, header: list[str], rows: list[list[str]]) -> list[str]:
    """A table as the style prints it."""
    every = [header, *rows]
    match style.table:
        case "pipes":
            return ["| " + " | ".join(row) + " |" for row in [header, ["---"] * len(header), *rows]]
        case "tabs":
            return ["\t".join(row) for row in every]
        case "aligned":
            widths = [max(len(row[i]) for row in every) + 3 for i in range(len(header))]
            return [
                "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in every
            ]
    return [cell for row in every for cell in row]
