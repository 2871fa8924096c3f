"""Pages of a Word file: where it was last shown to begin a new one, the page's number is written into the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from .html_lists import counted_as
from .html_tree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLE = "GlossaPage"
"""The style of the runs that hold page numbers, for the converter."""
SHOWN = f"{W}lastRenderedPageBreak"
FORMATS = {"lowerRoman": "i", "upperRoman": "I"}


def mark_pages(body: Element) -> None:
    """Put a run with the page's number before each break, and before the first text; nothing where no break is recorded."""
    sections = list(_sections(body))
    breaks = list(body.iter(SHOWN)) or [br for br in body.iter(f"{W}br") if br.get(f"{W}type") == "page"]
    if not breaks:
        return
    number, place = _start(sections[0][1]) or 1, 0
    first = etree.Element(f"{W}p")
    body.find(f"{W}body").insert(0, first)
    first.append(_marker(number, sections[0][1]))
    owners = {id(paragraph): i for i, (paragraphs, _) in enumerate(sections) for paragraph in paragraphs}
    for found in breaks:
        paragraph = next((e for e in found.iterancestors(f"{W}p") if id(e) in owners), None)
        run = next(found.iterancestors(f"{W}r"), None)
        if paragraph is None or run is None or run.getparent() is not paragraph:
            continue
        section = owners[id(paragraph)]
        number = _start(sections[section][1]) or number + 1 if section != place else number + 1
        place = section
        _parted(run, found).addprevious(_marker(number, sections[section][1]))


def _sections(body: Element) -> Iterator[tuple[Sequence[Element], Element | None]]:
    """The paragraphs of each section with its properties, which stand at its end."""
    paragraphs: list[Element] = []
    for paragraph in body.iter(f"{W}p"):
        paragraphs.append(paragraph)
        properties = paragraph.find(f"{W}pPr/{W}sectPr")
        if properties is not None:
            yield paragraphs, properties
            paragraphs = []
    yield paragraphs, body.find(f"{W}body/{W}sectPr")


def _start(properties: Element | None) -> int:
    """The number that a section's first page is given, 0 where it goes on with the section before."""
    numbering = properties.find(f"{W}pgNumType") if properties is not None else None
    start = (numbering.get(f"{W}start") or "") if numbering is not None else ""
    return int(start) if start.isdecimal() and len(start) < 6 else 0


def _parted(run: Element, found: Element) -> Element:
    """The run that begins with the break: a new one where text of its own stands before it."""
    children = list(run)
    if not any(child.tag in (f"{W}t", f"{W}tab") for child in children[: children.index(found)]):
        return run
    rest = etree.Element(f"{W}r")
    for child in children[children.index(found) :]:
        rest.append(child)
    style = run.find(f"{W}rPr")
    if style is not None:
        rest.insert(0, deepcopy(style))
    run.addnext(rest)
    return rest


def _marker(number: int, properties: Element | None) -> Element:
    numbering = properties.find(f"{W}pgNumType") if properties is not None else None
    style = FORMATS.get((numbering.get(f"{W}fmt") or "") if numbering is not None else "", "1")
    run = etree.Element(f"{W}r")
    etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}rStyle").set(f"{W}val", STYLE)
    etree.SubElement(run, f"{W}t").text = counted_as(number, style)
    return run
