"""The main content of a web page: menus, banners, sidebars and forms go out, each with a finding that keeps its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readings.documents.looks import BIBLIOGRAPHY_TITLES, NOTES_TITLES, folded
from readings.documents.types import Finding

from .html_notes import MARKED
from .html_tree import Element, has_type, is_element, remove, tokens, words_in

PROSE = ("p", "li", "blockquote", "td", "pre", "dd")
NAMES = {
    "nav": "A menu",
    "footer": "The page's footer",
    "aside": "A side column",
    "form": "A form",
    "dialog": "A dialogue box",
    "button": "A button",
    "select": "A form field",
    "textarea": "A form field",
    "label": "A form field",
    "header": "The page's header",
}
ROLES = {
    "navigation": "A menu",
    "menu": "A menu",
    "menubar": "A menu",
    "toolbar": "A menu",
    "banner": "The page's header",
    "contentinfo": "The page's footer",
    "complementary": "A side column",
    "search": "A search form",
    "dialog": "A dialogue box",
    "alertdialog": "A dialogue box",
    "toc": "The contents list",
    "landmarks": "A list of places",
    "page-list": "The list of pages",
}
CLASSES = {
    "nav": "A menu",
    "navbar": "A menu",
    "navigation": "A menu",
    "menu": "A menu",
    "breadcrumb": "A menu",
    "breadcrumbs": "A menu",
    "pagination": "A menu",
    "pager": "A menu",
    "skip": "A menu",
    "toc": "The contents list",
    "sidebar": "A side column",
    "cookie": "A cookie notice",
    "cookies": "A cookie notice",
    "consent": "A cookie notice",
    "gdpr": "A cookie notice",
    "share": "Links for sharing",
    "sharing": "Links for sharing",
    "social": "Links for sharing",
    "addthis": "Links for sharing",
    "newsletter": "An invitation to subscribe",
    "subscribe": "An invitation to subscribe",
    "signup": "An invitation to subscribe",
    "related": "Links to other pages",
    "recommended": "Links to other pages",
    "advert": "An advertisement",
    "advertisement": "An advertisement",
    "ads": "An advertisement",
    "promo": "An advertisement",
    "popup": "A dialogue box",
    "modal": "A dialogue box",
    "comments": "Comments of visitors",
    "footer": "The page's footer",
    "masthead": "The page's header",
    "navbox": "A menu",
    "editsection": "An editing link",
    "noprint": "What is not for print",
}
PAGED = ("header", "footer")
"""Titles of the elements in which a word processor keeps the lines at a page's head and foot."""
CONTENTS = "Table of Contents"
LEVEL = re.compile(r"(?<=toc)\d$")
CELLS = ("td", "th", "tr", "thead", "tbody", "caption")
Dropped = tuple[str, str, int]
"""What it was, its words, its line."""
ENOUGH = 0.5
MOST = 0.85
SMALL = 0.3
LARGE = 0.6
BOX = 250


def main_content(root: Element) -> tuple[Element, tuple[Finding, ...]]:
    """The element that holds the text, cleaned of furniture, and what was taken out."""
    body = root.find("body")
    body = root if body is None else body
    total = max(1, _prose(body))
    dropped: list[Dropped] = []
    for element in [e for e in body.iter() if is_element(e)]:
        name = _furniture(element)
        if name and _within(element, body) and _may_go(element, name, total):
            _cut(element)
            dropped.append((name, words_in(element), element.sourceline or 0))
    main = _main(body)
    _take_in(main, body)
    dropped += [("What stands around the text", words, line) for words, line in _around(body, main)]
    return main, tuple(_findings(dropped))


def _furniture(element: Element) -> str | None:
    """What an element is, in words for the instructor, if it is not text."""
    if element.tag in CELLS or element.tag in ("body", "main", "article", "html"):
        return None
    if "hidden" in element.attrib or "display:none" in (element.get("style") or "").replace(" ", "").lower():
        return "A hidden part"
    typed = "role" in element.attrib or "epub:type" in element.attrib
    role = next((ROLES[name] for name in ROLES if has_type(element, name)), None) if typed else None
    if role or element.tag in NAMES:
        return role or NAMES[element.tag]
    if element.tag == "div" and (element.get("title") or "").lower() in PAGED:
        return NAMES[element.get("title").lower()]
    if (element.get("id") or "").startswith(CONTENTS):
        return "The contents list"
    return next((CLASSES[name] for token in tokens(element) if (name := LEVEL.sub("", token)) in CLASSES), None)


def _within(element: Element, body: Element) -> bool:
    """False where an element above has gone already."""
    return element is not body and any(above is body for above in element.iterancestors())


def _may_go(element: Element, name: str, total: int) -> bool:
    """Not what holds a large part of the text, a note mark, or an article's own heading."""
    if any(link.get(MARKED) for link in element.iter("a")) or _is_apparatus(element):
        return False
    if element.tag == "footer" and any(above.tag in ("blockquote", "figure") for above in element.iterancestors()):
        return False
    if element.tag == "aside" and _inside_article(element) and _is_box(element):
        return False
    if element.tag == "header" and (any(True for _ in element.iter("h1", "h2")) or _inside_article(element)):
        return False
    large = name in ("A menu", "The contents list", "A hidden part")
    return _prose(element) <= (LARGE if large else SMALL) * total


def _is_apparatus(element: Element) -> bool:
    """Notes or a bibliography, wherever the page puts them."""
    headings = element.iter("h1", "h2", "h3", "h4", "h5", "h6")
    return any(folded(heading.text_content()) in NOTES_TITLES | BIBLIOGRAPHY_TITLES for heading in headings)


def _is_box(element: Element) -> bool:
    """A boxed passage of an article: prose, not links."""
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    return _prose(element) >= BOX and linked < 0.3 * len(element.text_content())


def _inside_article(element: Element) -> bool:
    return any(above.tag in ("article", "main") for above in element.iterancestors())


def _cut(element: Element) -> None:
    """Take out of the tree but keep the element itself, for its words."""
    tail, element.tail = element.tail, None
    marker = element.makeelement("span")
    marker.tail = tail
    element.getparent().replace(element, marker)
    remove(marker)


def _prose(element: Element) -> int:
    """Letters in paragraphs and their like."""
    return sum(len(e.text or "") + sum(len(c.tail or "") + len(c.text or "") for c in e) for e in element.iter(*PROSE))


def _main(body: Element) -> Element:
    """The landmark with most of the text, else the innermost element that holds nearly all of it."""
    total = max(1, _prose(body))
    marked = [e for e in body.iter() if is_element(e) and (e.tag in ("main", "article") or has_type(e, "main"))]
    sized = [(_prose(element), element) for element in marked[:200]]
    best = max(sized, key=lambda pair: pair[0], default=(0, body))
    if best[0] >= ENOUGH * total:
        return best[1]
    element = body
    while True:
        inner = next(
            (
                c
                for c in element
                if is_element(c)
                and c.tag in ("div", "section", "main", "article", "center", "form")
                and _prose(c) >= MOST * total
            ),
            None,
        )
        if inner is None or _lone_headings(element, inner):
            return element
        element = inner


def _lone_headings(element: Element, inner: Element) -> bool:
    """A title beside the element with the text must not be lost."""
    return any(
        c is not inner and is_element(c) and (c.tag in ("h1", "h2") or any(True for _ in c.iter("h1"))) for c in element
    )


def _take_in(main: Element, body: Element) -> None:
    """Notes and a bibliography that stand beside the main element become part of it."""
    for inner in [main, *main.iterancestors()]:
        if inner is body or inner.getparent() is None:
            return
        for child in [child for child in inner.itersiblings() if is_element(child)]:
            if _is_apparatus(child):
                main.append(child)


def _around(body: Element, main: Element) -> Iterator[tuple[str, int]]:
    """The words beside the way from the body down to the main element, with their lines."""
    way = [main, *main.iterancestors()]
    for above in way[1:]:
        line = above.sourceline or 0
        yield " ".join((above.text or "").split()), line
        for child in above:
            if child not in way and child.tag != "head":
                yield words_in(child), child.sourceline or line
            yield " ".join((child.tail or "").split()), line
        if above is body:
            return


def _findings(dropped: list[Dropped]) -> Iterator[Finding]:
    """One finding for each kind of furniture, with all words of that kind."""
    texts: dict[str, list[str]] = {}
    lines: dict[str, list[int]] = {}
    for name, words, line in dropped:
        if words:
            texts.setdefault(name, []).append(words)
            lines.setdefault(name, []).append(line)
    for name, found in texts.items():
        code = "contents_list" if name == "The contents list" else "page_furniture"
        times = f" ({len(found)} times)" if len(found) > 1 else ""
        yield Finding(
            code, "dropped", f"{name} was taken out of the text{times}.", tuple(lines[name]), "\n".join(found)
        )
