"""Numbers that Word counts itself: headings numbered by a list get the number that the page shows, as text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from .archive import Archive
from .html_lists import counted_as
from .html_tree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMATS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
DEEPEST = 9


@dataclass(slots=True)
class _Level:
    """How one level of a list is shown: ``%1.%2`` with the letters or digits of its format."""

    shown: str
    style: str
    start: int


@dataclass(slots=True)
class _Styles:
    """Which paragraph styles are headings, and the list (number, level) that a style belongs to."""

    headings: set[str] = field(default_factory=set)
    lists: dict[str, tuple[str, int]] = field(default_factory=dict)


def number_headings(archive: Archive, body: Element) -> None:
    """Write the numbers of the headings into the text of a Word file."""
    if "word/numbering.xml" not in archive or "word/styles.xml" not in archive:
        return
    lists = _lists(archive.xml("word/numbering.xml"))
    styles = _styles(archive.xml("word/styles.xml"))
    counts: dict[int, list[int]] = defaultdict(lambda: [0] * DEEPEST)
    for paragraph in body.iter(f"{W}p"):
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        place = _place(paragraph.find(f"{W}pPr/{W}numPr"), styles.lists.get(style))
        if style in styles.headings and place and place[0] in lists:
            _write(paragraph, _next(lists[place[0]], place[1], counts))


def _value(element: Element | None) -> str:
    return (element.get(f"{W}val") or "") if element is not None else ""


def _place(numbering: Element | None, otherwise: tuple[str, int] | None) -> tuple[str, int] | None:
    """The list and level of a paragraph, its own before its style's; number 0 takes it out of any list."""
    if numbering is None:
        return otherwise
    number = _value(numbering.find(f"{W}numId")) or (otherwise[0] if otherwise else "")
    level = _value(numbering.find(f"{W}ilvl"))
    given = int(level) if level.isdecimal() else otherwise[1] if otherwise else 0
    return (number, min(given, DEEPEST - 1)) if number not in ("", "0") else None


def _styles(root: Element) -> _Styles:
    styles = _Styles()
    for style in root.iter(f"{W}style"):
        name = style.get(f"{W}styleId") or ""
        if _value(style.find(f"{W}name")).lower().startswith("heading "):
            styles.headings.add(name)
        place = _place(style.find(f"{W}pPr/{W}numPr"), None)
        if place:
            styles.lists[name] = place
    return styles


def _lists(root: Element) -> dict[str, tuple[int, dict[int, _Level]]]:
    """Number of a list → what it counts with, and its levels."""
    kinds = {kind.get(f"{W}abstractNumId"): kind for kind in root.iter(f"{W}abstractNum")}
    found: dict[str, tuple[int, dict[int, _Level]]] = {}
    for number in root.iter(f"{W}num"):
        name = _value(number.find(f"{W}abstractNumId"))
        if name in kinds and name.isdecimal():
            found[number.get(f"{W}numId") or ""] = (int(name), _levels(kinds[name]))
    return found


def _levels(kind: Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for level in kind.iter(f"{W}lvl"):
        place, start = level.get(f"{W}ilvl") or "", _value(level.find(f"{W}start"))
        if place.isdecimal():
            style = _value(level.find(f"{W}numFmt"))
            shown = "" if style in ("bullet", "none") else _value(level.find(f"{W}lvlText"))
            levels[int(place)] = _Level(shown, FORMATS.get(style, "1"), int(start) if start.isdecimal() else 1)
    return levels


def _next(found: tuple[int, dict[int, _Level]], depth: int, counts: dict[int, list[int]]) -> str:
    """The number that comes next on a level; deeper ones begin anew."""
    kind, levels = found
    count = counts[kind]
    if depth not in levels:
        return ""
    count[depth] = count[depth] + 1 if count[depth] else levels[depth].start
    count[depth + 1 :] = [0] * (DEEPEST - depth - 1)
    shown = levels[depth].shown
    for n in range(depth + 1):
        level = levels.get(n)
        if level:
            shown = shown.replace(f"%{n + 1}", counted_as(count[n] or level.start, level.style))
    return shown


def _write(paragraph: Element, number: str) -> None:
    """The number as the paragraph's first text, and the paragraph no longer part of the list."""
    properties = paragraph.find(f"{W}pPr")
    listed = properties.find(f"{W}numPr")
    if listed is not None:
        properties.remove(listed)
    if number:
        run = etree.Element(f"{W}r")
        text = etree.SubElement(run, f"{W}t")
        text.text = f"{number} "
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        properties.addnext(run)
