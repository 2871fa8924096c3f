"""Lines to pieces: what blank lines, indents and Markdown's marks say about where a piece begins and what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from readings.documents.inline import TO_DIGITS, inline
from readings.documents.looks import ends_sentence
from readings.documents.piece import UNKNOWN, Piece, PieceKind

from .cells import DELIMITER, GRID, barred_cells, tabbed_cells, table_of
from .inner_notes import InnerNotes
from .lines import Hyphens, Line, width_of
from .raw_blocks import Raw, raw_blocks
from .ruled import Ruled, ruled_tables

HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
ATTRIBUTE = r"(?:[#.][^\s{}]{1,80}|[\w:-]{1,40}=(?:\"[^\"{}]{0,120}\"|[^\s{}\"]{1,80})|-)"
ATTRIBUTES = rf"\{{\s?{ATTRIBUTE}(?:\s{ATTRIBUTE}){{0,8}}\s?\}}"
CLOSING = re.compile(rf"(?:\s+#+)?(?:\s*{ATTRIBUTES})?\s*$")
RULE = re.compile(r"\s{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
UNDERLINE = re.compile(r"\s{0,3}(?:={3,}|-{3,})\s*$")
EMPTY_QUOTE = re.compile(r"\s{0,3}>\s*$")
QUOTE = re.compile(r"\s{0,3}>\s?")
BULLET = re.compile(r"\s*([-*+•●▪◦‣■□○])\s+(?=\S)")
DASH = re.compile(r"(?:\s*(–)|\s{1,8}(o))\s+(?=\S)")
ORDERED = re.compile(r"\s*(\(?(?:\d{1,3}[.)]|[a-z][.)]|[A-Z]\)|[ivxl]{1,5}[.)]))\s+(?=\S)")
NOTE = re.compile(
    r"\s{0,3}(?:\[\^([^\]\s]{1,80})\]:|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})(?=[\s\w“\"'‘<*\[(])|<sup>\s*(\d{1,4}|[*†‡§])\s*</sup>)\s*"
)
PIPED = re.compile(r"\|.*\||[^|]+\|[^|]")
NUMBERED_LINE = re.compile(r"\s{0,3}\[?(\d{1,3})[.)\]]?\s+(?=\S)")
FENCE = re.compile(rf"\s{{0,3}}(?:```|~~~|:{{3,}})\s*(?:[\w{{}}.#= -]{{0,80}}|{ATTRIBUTES}\s*:*)$")
CAPTION = re.compile(r"\s{0,3}:\s+(?=\S)")
TITLED = re.compile(r"\s*(?:Table|Figure|TABLE|FIGURE|Таблица|Рисунок)\s\d{1,3}(?:\.\d{1,2})?[.:]\s+\S")
VERSE = re.compile(r"\|\s+(?=[^|\s])[^|]+$")
TABBED = re.compile(r" *\t?[^\s\t][^\t]*\t+[^\t]*[^\s\t]")


DEEPEST, FEWEST_STARTS = 8, 5
GOING_ON = ("text", "item", "note", "quote", "caption")
"""What a line without marks goes on with."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What one line is; without ``starts`` it goes on with the piece above it."""

    kind: PieceKind
    text: str
    label: str = ""
    level: int = 0
    starts: bool = True


@dataclass(slots=True)
class _Open:
    """A piece whose lines are still being read."""

    shape: Shape
    lines: list[Line] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def blocks(lines: Sequence[Line]) -> Iterator[Piece]:
    """The pieces of a text in reading order."""
    hyphens = Hyphens([line.text for line in lines])
    width = width_of(lines)
    first_lines = _indents_first_lines(lines)
    inner = InnerNotes(lines)

    def read() -> Iterator[Piece]:
        for part in _parts(lines):
            if isinstance(part, Piece):
                yield part
                continue
            for opened in _with_feet(list(_chunks(part)), first_lines):
                last = len(opened.lines[-1].text.rstrip())
                room = width - last if width and (len(opened.lines) > 1 or last > width / 2) else UNKNOWN
                for piece in _closed(opened, hyphens, inner):
                    yield replace(piece, page=opened.lines[0].page, room=room)

    return map(inner.numbered, _settled(list(read())))


def _parts(lines: Sequence[Line]) -> Iterator[Piece | Sequence[Line]]:
    """Tables between lines of dashes, blocks of HTML, and the lines around them."""
    done = 0
    spans: list[Ruled | Raw] = [*ruled_tables(lines), *(raw for raw in raw_blocks(lines) if raw.pieces)]
    for span in sorted(spans, key=lambda span: span.start):
        if span.start < done:
            continue
        yield lines[done : span.start]
        if isinstance(span, Raw):
            yield from span.pieces
        else:
            numbers = tuple(line.number for line in lines[span.start : span.end] if not line.blank)
            yield replace(table_of("table", span.rows, numbers), page=lines[span.start].page)
        done = span.end
    yield lines[done:]


def _settled(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """What stands behind a colon defines the term above, unless a table is next to it; a dash alone begins no list."""
    for i, piece in enumerate(pieces):
        near = [*(pieces[i - 1 : i] if i else []), *pieces[i + 1 : i + 2]]
        if piece.kind == "caption" and not any(other.kind in ("table", "tabbed") for other in near):
            piece = replace(piece, kind="text")
        elif piece.kind == "item" and piece.label in ("–", "o") and all(piece.label != other.label for other in near):
            piece = piece.as_text()
        yield piece


def _chunks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Runs of lines without a blank one between them; a form feed alone stands for the end of a page."""
    chunk: list[Line] = []
    for line in lines:
        if EMPTY_QUOTE.match(line.text):
            line = replace(line, text="")
        if chunk and (line.blank or line.new_page):
            yield chunk
            chunk = []
        if line.new_page:
            yield [replace(line, text="")]
        if not line.blank:
            chunk.append(replace(line, new_page=False))
    if chunk:
        yield chunk


def _with_feet(chunks: Sequence[Sequence[Line]], first_lines: bool) -> Iterator[_Open]:
    """The pieces of all chunks; at a page's foot the number after the last one there begins a note, whatever stands above."""
    number, ruled = 0, False
    for i, chunk in enumerate(chunks):
        at_foot = ruled or _is_rule(chunk[0]) or (i + 1 < len(chunks) and chunks[i + 1][0].new_page)
        for opened in _grouped(chunk, first_lines, number + 1 if number and at_foot else 0):
            opens = NUMBERED_LINE.match(opened.lines[0].text) if at_foot else None
            number = int(opens[1]) if opens else number
            yield opened
        ruled = len(chunk) == 1 and _is_rule(chunk[0])


def _is_rule(line: Line) -> bool:
    return bool(RULE.match(line.text))


def _grouped(chunk: Sequence[Line], first_lines: bool = False, expected: int = 0) -> Iterator[_Open]:
    starts = _indented_starts(chunk, first_lines)
    current: _Open | None = None
    for i, line in enumerate(chunk):
        if FENCE.match(line.text) and not (current and current.shape.kind == "item"):
            continue
        if current and UNDERLINE.match(line.text) and _may_be_underlined(current):
            current.shape = Shape("heading", "", level=1 if "=" in line.text else 2)
            current.texts = [current.lines[0].text]
            current.lines.append(line)
            continue
        if current and current.shape.kind == "text" and _is_next_number(current.texts[0], line.text, expected):
            yield current
            shape = (_item(line.text, None) if expected else None) or Shape("text", line.text)
            current, expected = _Open(shape, [line], [shape.text]), 0
            continue
        after = chunk[i + 1].text if i + 1 < len(chunk) else ""
        titled = (
            current is not None and bool(TITLED.match(line.text)) and ends_sentence(current.lines[-1].text.rstrip())
        )
        begins = (i in starts or titled) and current is not None and current.shape.kind in ("text", "item")
        shape = _shape(line, after, current.shape if current and not begins else None)
        if current and not shape.starts and not (begins and current.shape.kind == "text"):
            current.lines.append(line)
            current.texts.append(shape.text)
            continue
        if current:
            yield current
        current = _Open(shape, [line], [shape.text])
    if current:
        yield current


def _is_next_number(first: str, text: str, expected: int) -> bool:
    """Does this line open with the number after the one that the piece opens with, or the one that is expected?"""
    one, other = NUMBERED_LINE.match(first), NUMBERED_LINE.match(text)
    return bool(other) and int(other[1]) == (int(one[1]) + 1 if one else expected)  # type: ignore[index]


def _may_be_underlined(current: _Open) -> bool:
    """A single line, with or without a number before it."""
    numbered = current.shape.kind == "item" and current.shape.label[:1].isdigit()
    return (current.shape.kind == "text" or numbered) and len(current.lines) == 1


def _shape(line: Line, after: str, above: Shape | None) -> Shape:
    text, current = line.text, above.kind if above else None
    if line.new_page:
        return Shape("page", "")
    if RULE.match(text):
        return Shape("rule", "")
    if heading := HEADING.match(text):
        end = CLOSING.search(text)
        return Shape("heading", text[heading.end() : end.start() if end else None], level=len(heading[1]))
    if note := NOTE.match(text):
        label = (note[1] or note[2] or note[3]).translate(TO_DIGITS)
        return Shape("note", text[note.end() :], label)
    if quote := QUOTE.match(text):
        return Shape("quote", text[quote.end() :], starts=current != "quote")
    if caption := CAPTION.match(text):
        return Shape("caption", CLOSING.sub("", text[caption.end() :]))
    if VERSE.match(text) and (current == "quote" or VERSE.match(after)):
        return Shape("quote", text[1:], starts=current != "quote")
    if _in_pipe_table(text, after, current):
        return Shape("table", text, starts=current != "table")
    if TABBED.match(text) and (current == "tabbed" or TABBED.match(after)):
        return Shape("tabbed", text, starts=current != "tabbed")
    return _item(text, above) or Shape("text", text, starts=current not in GOING_ON)


def _in_pipe_table(text: str, after: str, current: PieceKind | None) -> bool:
    if GRID.match(text.strip()):
        return True
    if "|" not in text:
        return False
    bare, below = text.strip(), after.strip()
    if not PIPED.match(bare) and not DELIMITER.match(bare):
        return False
    return current == "table" or ("|" in below and bool(DELIMITER.match(below))) or bare.startswith("|")


def _item(text: str, above: Shape | None) -> Shape | None:
    """A bullet may cut a paragraph short; a number or a dash opens an item only where a piece begins or a list goes on."""
    if bullet := BULLET.match(text):
        return Shape("item", text[bullet.end() :], bullet[1])
    listed = above is None or above.kind == "item"
    if ordered := ORDERED.match(text) if listed else None:
        return Shape("item", text[ordered.end() :], ordered[1])
    dash = DASH.match(text)
    label = (dash[1] or dash[2]) if dash else ""
    return Shape("item", text[dash.end() :], label) if dash and (above is None or above.label == label) else None


def _indented_starts(chunk: Sequence[Line], first_lines: bool = False) -> frozenset[int]:
    """Lines where an indent, or its absence in a hanging one, begins a new paragraph without a blank line."""
    indented = [line.indent >= 2 for line in chunk]
    inner = indented[1:]
    if first_lines and any(inner) and not all(indented):
        ended = [ends_sentence(line.text.rstrip()) or line.text.rstrip().endswith(":") for line in chunk]
        return frozenset(i for i in range(1, len(chunk)) if indented[i] and (not indented[i - 1] or ended[i - 1]))
    if not any(indented) or all(inner) or len(chunk) < 3:
        return frozenset()
    rare = sum(inner) < len(inner) / 2
    return frozenset(i for i in range(1, len(chunk)) if indented[i] == rare and indented[i - 1] != rare)


def _indents_first_lines(lines: Sequence[Line]) -> bool:
    """Does an indent, and no blank line, part the paragraphs of this text?"""
    near = [(above, line) for above, line in pairwise(lines) if not above.blank and not line.blank]
    begun = sum(above.indent < 2 <= line.indent <= DEEPEST for above, line in near)
    ended = sum(line.indent < 2 <= above.indent <= DEEPEST for above, line in near)
    flush = sum(above.indent < 2 and line.indent < 2 for above, line in near)
    return begun >= FEWEST_STARTS and ended >= begun and flush > begun


def _closed(opened: _Open, hyphens: Hyphens, inner: InnerNotes) -> Iterator[Piece]:
    """The piece of the lines read, and the notes that were written inside it."""
    shape = opened.shape
    numbers = tuple(line.number for line in opened.lines)
    if shape.kind in ("table", "tabbed"):
        yield _table(shape.kind, opened.texts, numbers)
        return
    source, notes = inner.taken_out(hyphens.unwrap(opened.texts))
    text, marks = inline(source)
    if not text.strip() and shape.kind in ("text", "item", "quote") and not marks:  # a picture or an empty tag
        return
    indent = min((line.indent for line in opened.lines), default=0)
    yield Piece(
        shape.kind,
        text,
        numbers,
        marks,
        shape.level,
        shape.label,
        source=tuple(line.text for line in opened.lines),
        indent=indent,
    )
    for label, note in notes:
        text, marks = inline(note)
        yield Piece("note", text, numbers, marks, label=label)


def _table(kind: PieceKind, texts: Sequence[str], numbers: tuple[int, ...]) -> Piece:
    sources = tabbed_cells(texts) if kind == "tabbed" else barred_cells(texts)
    # A line of dashes and bars alone has no cells.
    return table_of(kind, sources, numbers) if sources else Piece("rule", "", numbers)
