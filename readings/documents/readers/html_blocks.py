"""A cleaned HTML tree to pieces, in one walk without recursion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from readings.documents.inline import TO_SUPERSCRIPTS
from readings.documents.piece import Piece, PieceKind
from readings.documents.types import Mark, MarkKind

from .html_lists import counted_as, first_number
from .html_notes import MARKED
from .html_table import is_data_table, table_piece
from .html_text import Flow, link_target
from .html_tree import Element, has_type, is_element, tokens

HEADINGS = {f"h{n}": n for n in range(1, 7)}
BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "aside",
        "header",
        "footer",
        "nav",
        "address",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "form",
        "fieldset",
        "legend",
        "details",
        "summary",
        "center",
        "body",
        "html",
        "hgroup",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "menu",
        "dir",
    ]
)
STYLES: dict[str, MarkKind] = {
    "em": "emphasis",
    "i": "emphasis",
    "cite": "emphasis",
    "dfn": "emphasis",
    "var": "emphasis",
    "strong": "strong",
    "b": "strong",
}
QUOTES = {"quote", "msoquote", "msointensequote", "blockquote", "extract", "disp"}
CAPTIONS = {"caption", "msocaption"}
OFFSET = "data-line-offset"
"""Attribute of an element whose source lines are counted on from an earlier file."""
BLANK_LINE = re.compile(r"\n[ \t]*\n")
PAGE_BREAK = re.compile(r"(?<![a-z])page[-_ ]?(?:break|num(?:ber)?|no)(?![a-z])", re.IGNORECASE)
LONGEST_NUMBER = 40
PAGE_NUMBER = re.compile(r"[\[({]?(?:page|p\.|pg\.?)?\s*(?:\d{1,5}|[ivxlc]{1,8})[\])}]?", re.IGNORECASE)


@dataclass(slots=True)
class _Block:
    """A block element that is open: what its text becomes."""

    element: Element
    kind: PieceKind
    level: int = 0
    label: str = ""
    depth: int = 0


@dataclass(slots=True)
class Walker:
    """Goes through a tree's starts and ends and yields a piece whenever a block's text is complete."""

    flow: Flow = field(default_factory=Flow)
    stack: list[_Block] = field(default_factory=list)
    counters: list[int | None] = field(default_factory=list)
    line: int = 0
    offset: int = 0
    page: str | None = None
    first_page: str | None = None
    """The page on which the open block began."""
    breaks: int = 0

    def pieces(self, root: Element) -> Iterator[Piece]:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if not is_element(element):
                continue
            if event == "start":
                made, skip = self._start(element)
                yield from made
                if skip:
                    walk.skip_subtree()
                else:
                    yield from self._text(element.text)
            else:
                yield from self._end(element)
                if element is not root:
                    yield from self._text(element.tail, element)
        yield from self._flush()

    def _text(self, text: str | None, after: Element | None = None) -> Iterator[Piece]:
        if not text:
            return
        if after is not None and after.get(MARKED) and text.startswith("]"):
            text = text[1:]
        if text.strip() and self.flow.empty:
            self.first_page = self.page
        if self.stack and self.stack[-1].element.tag == "pre" and BLANK_LINE.search(text):
            first, *rest = BLANK_LINE.split(text)
            self.flow.add(first)
            for part in rest:
                yield from self._flush()
                self.flow.add(part)
        else:
            self.flow.add(text)
        if self.breaks and text.strip():
            self.breaks = 0

    def _start(self, element: Element) -> tuple[list[Piece], bool]:
        """What is complete before this element, and whether its content has been read already."""
        tag = element.tag
        self._page_break(element)
        if tag == "table" and is_data_table(element):
            return [*self._flush(), *self._table(element)], True
        if tag in BLOCKS:
            made = list(self._flush())
            self._open(element)
            return made, False
        if tag == "br":
            return self._break(), False
        if tag == "hr":
            return list(self._flush()), False
        if tag == "q":
            self.flow.put("“")
        if tag in STYLES:
            self.flow.start(STYLES[tag])
        return [], self._raised(element) or self._link(element)

    def _raised(self, element: Element) -> bool:
        """Note marks in ``sup`` or in a marked link; True where nothing else is in it."""
        if element.get(MARKED):
            self.flow.note(element.get(MARKED))
            return True
        if element.tag != "sup":
            return False
        marks = [link.get(MARKED) for link in element.iter("a") if link.get(MARKED)]
        for label in marks:
            self.flow.note(label)
        content = element.text_content()
        if marks or self.flow.superscript(content):
            return True
        digits = content.strip()
        if digits.isascii() and digits.isdigit():
            self.flow.put(digits.translate(TO_SUPERSCRIPTS))
            return True
        return False

    def _link(self, element: Element) -> bool:
        if element.tag == "a":
            self.flow.start("link", link_target(element.get("href")))
        return False

    def _break(self) -> list[Piece]:
        """Two line breaks in a row part paragraphs, as old pages do."""
        self.breaks += 1
        if self.breaks == 2 and not self._in("h1", "h2", "h3", "h4", "h5", "h6", "td", "th"):
            return list(self._flush())
        self.flow.add(" ")
        return []

    def _in(self, *tags: str) -> bool:
        return bool(self.stack) and self.stack[-1].element.tag in tags

    def _end(self, element: Element) -> Iterator[Piece]:
        tag = element.tag
        if self.stack and self.stack[-1].element is element:
            yield from self._flush()
            self.stack.pop()
            if tag in ("ol", "ul", "menu", "dir"):
                self.counters.pop()
            if element.get(OFFSET):
                self.offset = 0
        elif tag == "q":
            self.flow.put("”")
        elif tag in STYLES or (tag == "a" and not element.get(MARKED)):
            self.flow.end()

    def _open(self, element: Element) -> None:
        above = self.stack[-1] if self.stack else _Block(element, "text")
        block = _Block(element, above.kind, above.level, above.label, above.depth)
        tag = element.tag
        if element.get(OFFSET):
            self.offset = int(element.get(OFFSET))
        if tag in HEADINGS:
            block.kind, block.level = "heading", HEADINGS[tag]
        elif tag in ("ol", "ul", "menu", "dir"):
            block.kind, block.depth = "text", above.depth + 1
            self.counters.append(first_number(element))
        elif tag == "li":
            block.kind, block.label = "item", self._item_label(element)
        elif tag == "blockquote" or (tag in ("p", "div") and QUOTES & set(tokens(element))):
            block.kind = "quote"
        elif tag in ("figcaption", "caption") or (tag == "p" and CAPTIONS & set(tokens(element))):
            block.kind = "caption"
        self.stack.append(block)
        self.line = (element.sourceline or 0) + self.offset

    def _item_label(self, element: Element) -> str:
        if not self.counters or self.counters[-1] is None:
            return "•"
        value = (element.get("value") or "").strip()
        number = int(value) if value.isascii() and value.isdigit() and len(value) < 7 else self.counters[-1]
        parent = element.getparent()
        self.counters[-1] = number + (-1 if "reversed" in parent.attrib else 1)
        return f"{counted_as(number, parent.get('type') or '1')}."

    def _flush(self) -> Iterator[Piece]:
        text, marks = self.flow.take()
        self.breaks = 0
        if not text:
            return
        block = self.stack[-1] if self.stack else _Block(None, "text")
        page = self.first_page or self.page
        yield Piece(block.kind, text, (self.line,), marks, block.level, block.label, indent=block.depth, page=page)
        if block.kind == "item":
            self._first_of_item_done()

    def _first_of_item_done(self) -> None:
        """Only the first paragraph of a list item carries its label."""
        for block in reversed(self.stack):
            if block.kind != "item":
                break
            block.kind, block.label = "text", ""

    def _table(self, element: Element) -> Iterator[Piece]:
        line = (element.sourceline or 0) + self.offset
        caption = element.find("caption")
        if caption is None and element.getparent() is not None and element.getparent().tag == "figure":
            caption = next(element.itersiblings("figcaption"), None)
        if caption is not None:
            text, marks = read_inline(caption)
            if caption.tag == "figcaption":
                caption.clear(keep_tail=True)
            if text:
                yield Piece("caption", text, ((caption.sourceline or 0) + self.offset,), marks, page=self.page)
        piece = table_piece(element, read_inline, line)
        if piece:
            yield _paged(piece, self.page)

    def _page_break(self, element: Element) -> None:
        """A page's number tells the page and is no part of the text, even inside a word."""
        if not has_type(element, "pagebreak") and not PAGE_BREAK.search(
            f"{element.get('class') or ''} {element.get('id') or ''}"
        ):
            return
        text = element.text_content().strip()
        shown = element.get("title") or element.get("aria-label") or text or element.get("id") or ""
        number = re.search(r"\d{1,5}|\b[ivxlc]{1,8}\b", shown) if len(shown) < LONGEST_NUMBER else None
        self.page = number[0] if number else self.page
        if PAGE_NUMBER.fullmatch(text):
            element.text = None
            for inner in element.iterdescendants():
                inner.text = inner.tail = None


def _paged(piece: Piece, page: str | None) -> Piece:
    return Piece(piece.kind, piece.text, piece.lines, piece.marks, rows=piece.rows, page=page)


def read_inline(element: Element) -> tuple[str, tuple[Mark, ...]]:
    """All text below an element as one, with its marks."""
    pieces = list(Walker().pieces(element))
    if not pieces:
        return "", ()
    whole = pieces[0]
    for piece in pieces[1:]:
        whole = whole.joined(piece)
    return " ".join(whole.text.split("\t")).replace("\n", " "), whole.marks
