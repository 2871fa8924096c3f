"""Blocks to HTML that is safe in any page: every character is escaped, only our own tags come out.

The text of the element with ``data-block`` is the block's text, code point for code point, once the elements with
``data-aside`` (note marks, captions) are left out; so a place in the page and a place in the text are the same number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from urllib.parse import quote

from .labels import printed_label
from .types import Block, Mark, Note

WEB = ("http://", "https://", "mailto:")
INSIDE = ("/", "#", "?", *WEB)


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of a block's text that becomes a link besides the block's own marks, such as a glossary term."""

    start: int
    end: int
    href: str
    css_class: str = "term"
    title: str | None = None


@dataclass(frozen=True, slots=True)
class _Element:
    """A tag around a stretch of text; anchors stand outside and never hold each other."""

    start: int
    end: int
    tag: str
    attributes: str = ""
    rank: int = 0
    """0 for anchors, which stand outermost; higher ranks stand further in."""

    @property
    def opening(self) -> str:
        return f"<{self.tag}{self.attributes}>"

    @property
    def closing(self) -> str:
        return f"</{self.tag}>"


def render_blocks(
    blocks: Iterable[Block],
    ranges: Mapping[str, Sequence[Range]] | None = None,
    leads: Mapping[str, str] | None = None,
    seen: Counter[str] | None = None,
) -> str:
    """A section's blocks as HTML: list items in lists, captions in their tables; ``ranges`` by block id.

    ``leads``, by block id too, is safe HTML with ``data-aside`` that stands first in a block's element, such as the
    paragraph's number; a table has no place for one. ``seen`` counts note marks where a page is made in several calls.
    """
    extra = ranges or {}
    seen = Counter() if seen is None else seen
    leads = leads or {}
    parts: list[str] = []
    caption: Block | None = None
    for is_list, group in groupby(blocks, lambda block: block.kind == "list_item"):
        items = list(group)
        if is_list:
            parts.append(_list(items, extra, seen, leads))
            continue
        for i, block in enumerate(items):
            after = items[i + 1] if i + 1 < len(items) else None
            if block.kind == "table_caption" and after and after.kind == "table" and after.caption == block.text:
                caption = block
                continue
            parts.append(_block(block, extra.get(block.id, ()), seen, caption, leads.get(block.id, "")))
            caption = None
    return "\n".join(parts)


def render_block(block: Block, ranges: Sequence[Range] = ()) -> str:
    """One block as HTML, with ``ranges`` as links in its text."""
    return _block(block, ranges, Counter(), None)


def render_inline(text: str, marks: Sequence[Mark] = (), ranges: Sequence[Range] = ()) -> str:
    """Text with its marks as HTML, without an element around it."""
    return _inline(text, marks, ranges, Counter())


def render_note(note: Note) -> str:
    """The text of a note as HTML, without an element around it."""
    return _inline(note.text, note.marks, (), Counter())


def note_anchor(label: str) -> str:
    """The id of the element that holds the note, which its marks link to."""
    return f"note-{label}"


TAGS: dict[str, tuple[str, str]] = {
    "paragraph": ("p", ""),
    "list_item": ("li", ""),
    "block_quote": ("blockquote", ""),
    "abstract": ("p", "abstract"),
    "keywords": ("p", "keywords"),
    "table_caption": ("p", "caption"),
    "source_line": ("p", "source"),
}


def _block(block: Block, ranges: Sequence[Range], seen: Counter[str], caption: Block | None, lead: str = "") -> str:
    if block.kind == "table":
        return _table(block, ranges, seen, caption)
    tag, css_class = TAGS[block.kind]
    named = f' class="{css_class}"' if css_class else ""
    return f"<{tag}{_identity(block)}{named}>{lead}{_inline(block.text, block.marks, ranges, seen)}</{tag}>"


def _identity(block: Block) -> str:
    name = escape(block.id)
    return f' id="{name}" data-block="{name}"'


def _list(
    items: Sequence[Block], ranges: Mapping[str, Sequence[Range]], seen: Counter[str], leads: Mapping[str, str]
) -> str:
    parts: list[str] = []
    for is_numbered, group in groupby(items, lambda item: _number(item) is not None):
        rows = "\n".join(_list_item(item, ranges.get(item.id, ()), seen, leads.get(item.id, "")) for item in group)
        parts.append(f"<ol>\n{rows}\n</ol>" if is_numbered else f"<ul>\n{rows}\n</ul>")
    return "\n".join(parts)


def _list_item(item: Block, ranges: Sequence[Range], seen: Counter[str], lead: str) -> str:
    number = _number(item)
    value = f' value="{number}"' if number is not None else ""
    return f"<li{_identity(item)}{value}>{lead}{_inline(item.text, item.marks, ranges, seen)}</li>"


def _number(item: Block) -> int | None:
    digits = (item.label or "").strip("(). ")
    return int(digits) if digits.isascii() and digits.isdigit() else None


def _table(block: Block, ranges: Sequence[Range], seen: Counter[str], caption: Block | None) -> str:
    """Rows are parted by line feeds and cells by tabs in the page too, where they are not seen but counted."""
    rows = [block.header, *block.rows] if block.header else list(block.rows)
    lines: list[str] = []
    start = 0
    for i, row in enumerate(rows):
        head = i == 0 and bool(block.header)
        cells: list[str] = []
        for cell in row:
            piece = _slice(block, ranges, start, start + len(cell), seen)
            cells.append(f'<th scope="col">{piece}</th>' if head else f"<td>{piece}</td>")
            start += len(cell) + 1
        lines.append("<tr>" + "\t".join(cells) + "</tr>")
    head_rows, body_rows = (lines[:1], lines[1:]) if block.header else ([], lines)
    head_part = f"<thead>{head_rows[0]}</thead>" + ("\n" if body_rows else "") if head_rows else ""
    body_part = "<tbody>" + "\n".join(body_rows) + "</tbody>" if body_rows else ""
    return f"<table{_identity(block)}>{_caption(block, caption, seen)}{head_part}{body_part}</table>"


def _caption(table: Block, caption: Block | None, seen: Counter[str]) -> str:
    if caption:
        return f"<caption{_identity(caption)} data-aside>{_inline(caption.text, caption.marks, (), seen)}</caption>"
    return f"<caption data-aside>{escape(table.caption)}</caption>" if table.caption else ""


def _slice(block: Block, ranges: Sequence[Range], start: int, end: int, seen: Counter[str]) -> str:
    """The part of a block's text between two places, with what of marks and ranges lies in it."""
    marks = [
        Mark(m.kind, max(m.start, start) - start, min(m.end, end) - start, m.target)
        for m in block.marks
        if m.start <= end and m.end >= start and (m.start < m.end or start <= m.start <= end)
    ]
    inside = [
        Range(max(r.start, start) - start, min(r.end, end) - start, r.href, r.css_class, r.title)
        for r in ranges
        if r.start < end and r.end > start
    ]
    return _inline(block.text[start:end], marks, inside, seen)


def _inline(text: str, marks: Sequence[Mark], ranges: Sequence[Range], seen: Counter[str]) -> str:
    elements = _without_nested_anchors([*_elements(marks), *_terms(ranges)], len(text))
    notes = sorted((m for m in marks if m.kind == "note" and m.target), key=lambda m: m.start)
    cuts = sorted({0, len(text), *(e.start for e in elements), *(e.end for e in elements), *(n.start for n in notes)})
    return "".join(_pieces(text, cuts, elements, notes, seen))


def _pieces(
    text: str, cuts: Sequence[int], elements: Sequence[_Element], notes: Sequence[Mark], seen: Counter[str]
) -> Iterator[str]:
    """Text and tags in order; a tag closes and opens again wherever another one crosses it."""
    waiting = sorted(elements, key=lambda e: e.start, reverse=True)
    marks = list(reversed(notes))
    active: list[_Element] = []
    opened: list[_Element] = []
    for i, cut in enumerate(cuts):
        active = [e for e in active if e.end > cut]
        while waiting and waiting[-1].start <= cut:
            active.append(waiting.pop())
        if marks and marks[-1].start <= cut:
            # A note mark is an anchor itself, so none may be open around it.
            yield from _switch(opened, [e for e in opened if e.rank and e.end > cut])
            while marks and marks[-1].start <= cut:
                yield _note_mark(marks.pop(), seen)
        yield from _switch(opened, sorted(active, key=lambda e: (e.rank, e.start, -e.end)))
        if i + 1 < len(cuts):
            yield escape(text[cut : cuts[i + 1]])


def _switch(opened: list[_Element], wanted: list[_Element]) -> Iterator[str]:
    """Close and open tags until exactly the wanted ones are open, outermost first."""
    common = 0
    while common < min(len(opened), len(wanted)) and opened[common] is wanted[common]:
        common += 1
    while len(opened) > common:
        yield opened.pop().closing
    for element in wanted[common:]:
        opened.append(element)
        yield element.opening


def _elements(marks: Sequence[Mark]) -> Iterator[_Element]:
    for mark in marks:
        make = MAKERS.get(mark.kind)
        element = make(mark) if make and mark.start < mark.end else None
        if element:
            yield element


def _emphasis(mark: Mark) -> _Element:
    return _Element(mark.start, mark.end, "em", rank=2)


def _strong(mark: Mark) -> _Element:
    return _Element(mark.start, mark.end, "strong", rank=1)


def _link(mark: Mark) -> _Element | None:
    if not mark.target or not mark.target.lower().startswith(WEB):
        return None
    return _Element(mark.start, mark.end, "a", f' href="{escape(mark.target)}" rel="noopener noreferrer"')


def _citation(mark: Mark) -> _Element:
    if mark.target is None:
        return _Element(mark.start, mark.end, "span", ' class="citation"', rank=3)
    return _Element(mark.start, mark.end, "a", f' class="citation" href="#{escape(quote(mark.target))}"')


MAKERS: dict[str, Callable[[Mark], _Element | None]] = {
    "emphasis": _emphasis,
    "strong": _strong,
    "link": _link,
    "citation": _citation,
}


def _terms(ranges: Sequence[Range]) -> Iterator[_Element]:
    for term in ranges:
        if term.start < term.end and term.href.startswith(INSIDE):
            title = f' title="{escape(term.title)}"' if term.title else ""
            css_class = escape(term.css_class)
            yield _Element(term.start, term.end, "a", f' class="{css_class}" href="{escape(term.href)}"{title}')


def _without_nested_anchors(elements: list[_Element], length: int) -> list[_Element]:
    """Of anchors that overlap only the first given stays; nothing reaches beyond the text."""
    kept: list[_Element] = []
    starts: list[int] = []
    ends: list[int] = []
    for element in elements:
        if element.start < 0 or element.end > length:
            continue
        if element.rank == 0:
            place = bisect_right(starts, element.start)
            if (place and ends[place - 1] > element.start) or (place < len(starts) and starts[place] < element.end):
                continue
            starts.insert(place, element.start)
            ends.insert(place, element.end)
        kept.append(element)
    return kept


def _note_mark(mark: Mark, seen: Counter[str]) -> str:
    label = mark.target or ""
    seen[label] += 1
    name = f"noteref-{label}" + (f"--{seen[label]}" if seen[label] > 1 else "")
    href = quote(note_anchor(label), safe="")
    shown = escape(printed_label(label))
    return f'<a class="mark" role="doc-noteref" href="#{href}" id="{escape(name)}" data-label="{escape(label)}" data-aside>{shown}</a>'
