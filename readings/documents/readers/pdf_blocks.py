"""Lines of a PDF to pieces: headings by type, paragraphs by indent and space, lists, quotations; across pages too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readings.documents.looks import ends_sentence, starts_small, words
from readings.documents.piece import Piece
from readings.documents.types import Finding, Mark

from .html_table import grid_piece
from .lines import Hyphens
from .pdf_joiner import Joiner
from .pdf_lines import PageLine, cell_lines
from .pdf_notes import FootNote
from .pdf_pages import UNKNOWN
from .pdf_type import heading_styles, is_indented, leading_of, style_of

APART = 1.22
"""Lines further apart than this share of the usual distance belong to two paragraphs."""
ITEM = re.compile(r"([•·▪◦‣●■○\uf0b7\uf0a7\ufffd]|[–—-](?=\s)|\(?(?:\d{1,3}|[a-z])[.)](?=\s))\s*(?=\S)")
NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\S")
LONGEST_HEADING = 28
MOST_LINES = 4


@dataclass(slots=True)
class _Open:
    """A piece whose lines are still being read."""

    kind: str
    lines: list[PageLine]
    level: int = 0
    label: str = ""


class Blocks:
    """Goes through the lines and decides at each whether a new piece begins."""

    def __init__(self, lines: Sequence[PageLine], notes: Sequence[FootNote], size: float, pages: Sequence[str]) -> None:
        self.lines = lines
        self.size = size
        self.pages = pages
        whole = [*lines, *(line for note in notes for line in note.lines)]
        self.hyphens = Hyphens([line.text for line in whole])
        self.leading = leading_of(lines, size)
        self.styles = heading_styles(lines, size)
        self.indented = is_indented(lines, size)
        self.broken: list[tuple[int, str]] = []
        self.joined: list[Finding] = []
        self.hung = False

    def pieces(self) -> Iterator[Piece]:
        current: _Open | None = None
        for i, line in enumerate(self.lines):
            if line.grid:
                if current:
                    yield self._closed(current)
                    current = None
                if not self._is_rest_of_table(i):
                    yield from self._table(i)
            elif current and self._goes_on(current, line, i):
                current.lines.append(line)
            else:
                if current:
                    yield self._closed(current)
                current = self._opened(line)
        if current:
            yield self._closed(current)

    def findings(self) -> list[Finding]:
        if not self.broken:
            return self.joined
        shown = ", ".join(word for _, word in self.broken[:200])
        message = f"Words broken at line ends are whole again ({len(self.broken)} times): {shown}."
        return [Finding("hyphenation_joined", "repaired", message, tuple(n for n, _ in self.broken)), *self.joined]

    def note(self, note: FootNote) -> Piece:
        text, marks = self._text(note.lines)
        return Piece("note", text, _numbers(note.lines), marks, label=note.label, page=self.pages[note.page])

    def _is_heading(self, line: PageLine) -> bool:
        style = style_of(line)
        return style in self.styles and len(words(line.text)) <= LONGEST_HEADING and any(map(str.isalpha, line.text))

    def _opened(self, line: PageLine) -> _Open:
        if self._is_heading(line):
            return _Open("heading", [line], self.styles.index(style_of(line)) + 1)
        if line.label:
            return _Open("note", [line], label=line.label)
        item = ITEM.match(line.text)
        return _Open("item" if item else "text", [line], label=item[1].replace(UNKNOWN, "•") if item else "")

    def _goes_on(self, current: _Open, line: PageLine, i: int) -> bool:
        above = current.lines[-1]
        heading = self._is_heading(line)
        if current.kind == "heading" or heading:
            return self._same_heading(current, line)
        if line.label or abs(line.size - above.size) > 0.08 * self.size:
            return False
        if ITEM.match(line.text) and (current.kind == "item" or above.short or ends_sentence(above.text)):
            return False
        if (line.page, line.column) != (above.page, above.column):
            return self._over_the_edge(current, line)
        if line.top - above.top > APART * self.leading * max(1.0, line.size / self.size):
            return False
        return not self._indent_begins(current, line, i)

    def _same_heading(self, current: _Open, line: PageLine) -> bool:
        above = current.lines[-1]
        near = line.page == above.page and line.top - above.top < 1.7 * line.size
        return (
            current.kind == "heading"
            and near
            and style_of(line) == style_of(above)
            and not NUMBER.match(line.text)
            and len(current.lines) < MOST_LINES
        )

    def _over_the_edge(self, current: _Open, line: PageLine) -> bool:
        """Does a paragraph go on at the top of the next column or page?"""
        above = current.lines[-1]
        if current.kind == "note" or (
            self.indented and 0.6 < line.indent < 5 and current.kind == "text" and not _is_inset(current)
        ):
            return False
        ended = ends_sentence(above.text)
        goes_on = (
            (not ended and not above.short)
            or starts_small(line.text)
            or (self.indented and line.indent < 0.3 and not above.short and current.kind == "text")
        )
        if goes_on and line.page != above.page:
            self.joined.append(
                Finding(
                    "paragraph_joined",
                    "repaired",
                    "A paragraph cut in two is whole again.",
                    (above.number, line.number),
                )
            )
        return goes_on

    def _indent_begins(self, current: _Open, line: PageLine, i: int) -> bool:
        """Does the line's indent, or the short line above it, say that a new paragraph begins?"""
        above = current.lines[-1]
        step = line.indent - above.indent
        if current.kind == "item":
            return step < -0.6 or self._outdents(above, line, i)
        if step > 0.6:
            if self.hung and len(current.lines) == 1:
                return False
            return above.short or (ends_sentence(above.text) and not self._hangs(i))
        if self.hung and len(current.lines) == 1 and max(line.indent, above.indent) < 0.3:
            return ends_sentence(above.text)
        if self.indented and 0.6 < line.indent < 5 and abs(step) < 0.3 and len(current.lines) == 1:
            return ends_sentence(above.text)
        hanging = len(current.lines) > 1 and current.lines[0].indent < above.indent - 0.6
        if step < -0.6 and (hanging or len(current.lines) > 2):
            return True
        return (
            above.x1 < above.right - 0.3 * (above.right - above.left)
            and ends_sentence(above.text)
            and not starts_small(line.text)
        )

    def _outdents(self, above: PageLine, line: PageLine, i: int) -> bool:
        """After a list item: a new paragraph whose own indent is that of the item's text."""
        after = self.lines[i + 1] if i + 1 < len(self.lines) else None
        back = after is not None and after.page == line.page and after.indent < line.indent - 0.6
        ended = above.short or ends_sentence(above.text) or above.text.endswith(";")
        return back and ended and after is not None and not ITEM.match(after.text) and not starts_small(line.text)

    def _hangs(self, i: int) -> bool:
        """The line is the second of an entry whose lines after the first are all indented."""
        line, after = self.lines[i], self.lines[i + 1] if i + 1 < len(self.lines) else None
        above = self.lines[i - 1]
        return (
            not above.short and after is not None and after.page == line.page and abs(after.indent - line.indent) < 0.3
        )

    def _closed(self, opened: _Open) -> Piece:
        text, marks = self._text(opened.lines)
        self.hung = opened.lines[-1].indent > opened.lines[0].indent + 0.6 if len(opened.lines) > 1 else self.hung
        kind = "quote" if opened.kind == "text" and _is_inset(opened) else opened.kind
        if kind == "heading":
            marks = tuple(m for m in marks if m.kind != "strong")
        lines, page = _numbers(opened.lines), self.pages[opened.lines[0].page]
        piece = Piece(kind, text, lines, marks, opened.level, opened.label, page=page)  # type: ignore[arg-type]
        item = ITEM.match(text) if kind == "item" else None
        return piece.sliced(item.end()) if item else piece

    def _text(self, lines: Sequence[PageLine]) -> tuple[str, tuple[Mark, ...]]:
        joiner = Joiner(self.hyphens)
        for line in lines:
            joiner.add(line)
        self.broken += joiner.broken
        return joiner.done()

    def _is_rest_of_table(self, i: int) -> bool:
        """A table right after another one, on the next page or column and as wide, goes on with it."""
        if not i:
            return False
        above, grid = self.lines[i - 1], self.lines[i].grid
        apart = (above.page, above.column) != (self.lines[i].page, self.lines[i].column)
        return apart and above.grid is not None and grid is not None and len(above.grid.rows[0]) == len(grid.rows[0])

    def _table(self, i: int) -> Iterator[Piece]:
        """The table at this place with its parts on the pages that follow; a header that is repeated counts once."""
        rows: list[list[tuple[str, tuple[Mark, ...]]]] = []
        first, numbers = self.lines[i], []
        while i < len(self.lines) and (self.lines[i] is first or self._is_rest_of_table(i)):
            found = [row for row in self._cells(self.lines[i]) if any(text for text, _ in row)]
            again = bool(rows) and bool(found) and [text for text, _ in found[0]] == [text for text, _ in rows[0]]
            rows += found[again:]
            if again:
                message = "A table's header was repeated on a new page and stands once."
                words = "\t".join(text for text, _ in found[0])
                self.joined.append(Finding("table_header_repeated", "dropped", message, (self.lines[i].number,), words))
            numbers.append(self.lines[i].number)
            i += 1
        if rows:
            yield replace(grid_piece(rows, first.number), page=self.pages[first.page], lines=tuple(numbers))

    def _cells(self, line: PageLine) -> list[list[tuple[str, tuple[Mark, ...]]]]:
        cells = line.grid.rows if line.grid else ()
        return [[self._text(cell_lines(cell, line)) for cell in row] for row in cells]


def _numbers(lines: Sequence[PageLine]) -> tuple[int, ...]:
    return tuple(line.number for line in lines)


def _is_inset(opened: _Open) -> bool:
    """All lines stand in from the left, so it is a quotation."""
    lines = opened.lines
    return (
        len(lines) > 1
        and all(line.indent > 0.8 for line in lines)
        and len(words(" ".join(line.text for line in lines))) > 12
    )
