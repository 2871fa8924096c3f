"""Notes of an HTML tree: which links are note marks, which elements hold the notes, what their labels are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from readings.documents.types import Finding

from .html_tree import Element, has_type, is_element, remove

MARKED = "data-note-mark"
"""Attribute that says: a note mark with this label stands here."""
MARK = re.compile(
    r"[\[(]?\s*(?:(?:note|fn|n)\.?\s*)?(\d{1,5}|[*†‡§]{1,4}|[a-z]|[ivxl]{1,6})\s*[\])]?[.,;]?$", re.IGNORECASE
)
NAMED = re.compile(
    r"(?:^|[-_.:])(?:fn|ftn|edn|note|notes|footnote|endnote|cite|en|n)(?=[-_.:\d]|$)|(?:foot|end)note", re.IGNORECASE
)
BACK = re.compile(r"[\s↩↑⏎^←⬆︎\ufe0e\ufe0f\u21a9\[\]]*$")
BACK_NAME = re.compile(r"back|return|(?:fn|note|cite|footnote|endnote|ftn|edn)[-_]?ref|^r\d|_ref", re.IGNORECASE)
HOLDERS = ("li", "aside", "dd", "tr")
BLOCKS = ("p", "div", "li", "aside", "dd", "dt", "td", "tr", "section", "blockquote")


@dataclass(slots=True)
class Found:
    """Labels and elements of the notes, in the order of their marks."""

    elements: list[tuple[str, list[Element]]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def take_notes(root: Element) -> Found:
    """Find the notes, put MARKED on their marks, and take the elements that hold them out of the tree."""
    places = _Places(root)
    found = Found()
    labels = _labels(places, found)
    notes = {target: places.by_name[target] for target in labels}
    anchors = set(notes.values())
    for target, element in notes.items():
        found.elements.append((labels[target], _holder(element, anchors, places)))
    for _, elements in found.elements:
        _without_way_back(elements, places)
        for element in elements:
            remove(element)
    return found


class _Places:
    """The elements of a tree in their order, with the names that links point at."""

    def __init__(self, root: Element) -> None:
        self.all = [element for element in root.iter() if is_element(element)]
        self.order = {element: i for i, element in enumerate(self.all)}
        self.by_name: dict[str, Element] = {}
        for element in self.all:
            for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
                if name:
                    self.by_name.setdefault(name, element)

    def links(self) -> Iterator[tuple[Element, str]]:
        """Links within the document whose target is there."""
        for element in self.all:
            href = element.get("href") or ""
            if element.tag == "a" and href.startswith("#") and href[1:] in self.by_name:
                yield element, href[1:]


def _labels(places: _Places, found: Found) -> dict[str, str]:
    """Name of a note's element → its label; marks are marked on the way."""
    labels: dict[str, str] = {}
    used: set[str] = set()
    round_ = 1
    for link, name in places.links():
        label = _mark_label(link, name, places, len(labels) + 1)
        if label is None:
            continue
        if name not in labels:
            if (label in used and round_ == 1) or f"{round_}.{label}" in used:
                round_ += 1
            labels[name] = label if round_ == 1 else f"{round_}.{label}"
            used.add(labels[name])
        link.set(MARKED, labels[name])
    if round_ > 1:
        message = "The numbers of the notes begin anew in each part; the part's number stands before them now."
        found.findings.append(Finding("notes_renumbered", "repaired", message))
    return labels


def _mark_label(link: Element, name: str, places: _Places, number: int) -> str | None:
    """The label of a link that is a note mark, else None."""
    text = " ".join(link.text_content().split())
    shown = MARK.match(text)
    if has_type(link, "noteref"):
        return shown[1] if shown else str(number)
    target = places.by_name[name]
    if not shown or places.order[target] <= places.order[link] or _is_way_back(link):
        return None
    raised = any(e.tag == "sup" for e in (*link.iterancestors("sup"), *link.iter("sup")))
    raised = raised or _in_brackets(link, text, shown[1], target)
    return shown[1] if raised or NAMED.search(name) or has_type(target, "footnote", "endnote", "rearnote") else None


def _in_brackets(link: Element, text: str, label: str, target: Element) -> bool:
    """A number in square brackets, whose target begins with the same number."""
    before = link.getprevious().tail if link.getprevious() is not None else link.getparent().text
    inside = (before or "").endswith("[") and (link.tail or "").startswith("]")
    block = target if target.tag in BLOCKS else target.getparent()
    return (inside or text.startswith("[")) and block.text_content().lstrip(" [\n").startswith(label)


def _is_way_back(link: Element) -> bool:
    return has_type(link, "backlink") or bool(BACK_NAME.search(link.get("href") or ""))


def _holder(target: Element, anchors: set[Element], places: _Places) -> list[Element]:
    """The elements that hold one note: the block around the link's target, and its further paragraphs."""
    block = target if target.tag in BLOCKS else next((e for e in target.iterancestors() if e.tag in BLOCKS), target)
    if _others(block, target, anchors):
        return [_cut_out(target, anchors)]
    for parent in block.iterancestors():
        named = parent.tag in HOLDERS or (parent.tag == "div" and NAMED.search(parent.get("id") or ""))
        if (
            not named
            or _others(parent, target, anchors)
            or any(e.get(MARKED) for e in parent.iter("a") if e is not target and not _inside(e, block))
        ):
            break
        block = parent
    return [block, *_rest(block, anchors)]


def _cut_out(target: Element, anchors: set[Element]) -> Element:
    """Of a block with several notes the part from this target to the next, in an element of its own."""
    part = target.makeelement("span")
    target.addprevious(part)
    node = target
    while node is not None and (node is target or not any(e in anchors for e in node.iter())):
        following = node.getnext()
        part.append(node)
        node = following
    return part


def _inside(element: Element, block: Element) -> bool:
    return block in element.iterancestors()


def _others(block: Element, target: Element, anchors: set[Element]) -> bool:
    return any(e in anchors and e is not target for e in block.iter())


def _rest(block: Element, anchors: set[Element]) -> list[Element]:
    """Paragraphs after a note's first one, where another note follows and only notes stand around."""
    if block.tag != "p":
        return []
    rest: list[Element] = []
    for sibling in block.itersiblings():
        if any(e in anchors for e in sibling.iter()):
            return rest
        if sibling.tag != "p" or len(rest) > 3:
            return []
        rest.append(sibling)
    return []


def _without_way_back(elements: list[Element], places: _Places) -> None:
    for element in elements:
        for link in list(element.iter("a")):
            href = link.get("href") or ""
            if not href.startswith("#") or link.get(MARKED) or link is element:
                continue
            if BACK.match(link.text_content()) or _is_way_back(link) or MARK.match(link.text_content().strip()):
                remove(link)
