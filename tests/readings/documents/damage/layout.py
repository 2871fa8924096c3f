"""A truth to the text of a copy: rows, pages with what stands at their heads and feet, and one string in the end."""

from __future__ import annotations

import random
import textwrap
from dataclasses import dataclass, field

from .style import SIGNS, Style, bullet, counted, heading_lines, table_lines
from .truth import Grid, Para, Part, Truth

MARK = 0xE000
INNER = 96
FIGURES = ("A map of the coast", "Prices by year", "The office and its neighbours")
SHORTEST = 4
MARKS = "".join(chr(MARK + i) for i in range(400))


@dataclass
class Row:
    """One printed line: of which paragraph, and which notes are marked in it."""

    text: str
    owner: object = None
    notes: list[int] = field(default_factory=list)


class Layout:
    """Prints one document in one style and writes into the truth what the pages cut and how notes are numbered."""

    def __init__(self, truth: Truth, style: Style, seed: int = 0) -> None:
        self.truth, self.style = truth, style
        self.chance = random.Random(seed)  # noqa: S311  test data
        self.width = style.width or INNER
        self.keys: dict[int, list[int]] = {}
        self.title = str(truth.metadata["title"])

    def text(self) -> str:
        self._label_notes()
        self._add_note_parts()
        rows = self._rows()
        pages = self._pages(rows) if self.style.pages else [(rows, [])]
        lines: list[str] = []
        for number, (body, foot) in enumerate(pages, 1):
            if self.style.pages == "bare" and lines and body[0].owner is not pages[number - 2][0][-1].owner:
                lines.append("")
            lines += self._page(number, len(pages), body, foot)
        text = "\n".join(lines)
        for key, note in enumerate(self.truth.notes):
            text = text.replace(chr(MARK + key), counted(self.style.mark, note.label))
        return text

    def _label_notes(self) -> None:
        """Numbers from 1, again in every chapter if the style says so; on pages they are given later."""
        count, chapter = 0, -1
        for section, part, para in self.truth.paragraphs():
            if part.level == 1 and section != chapter and self.style.restart == "chapter":
                count = 0
            chapter = section
            for _, key in para.notes:
                self.truth.notes[key].label = self._numbered(count)
                count += 1

    def _numbered(self, count: int) -> str:
        return SIGNS[count % len(SIGNS)] if self.style.mark == "*" else str(count + 1)

    # rows

    def _rows(self) -> list[Row]:
        rows: list[Row] = []
        for line in self.truth.front:
            bare = line.removeprefix("# ")
            rows += [Row(line if self.style.markdown else bare), Row("")]
        rows += self._contents()
        for i, part in enumerate(self.truth.parts):
            if part.title == "Notes":
                rows += self._note_list(self.keys[i], part)
                continue
            if part.title:
                rows += [
                    *(
                        Row(line, part)
                        for line in heading_lines(
                            self.style, part.title, part.level, part.number, self.chance.randrange(4)
                        )
                    ),
                    Row(""),
                ]
            rows += self._content(part)
        if self.style.markdown and self.style.notes == "end":
            rows += [row for key in range(len(self.truth.notes)) for row in (*self._note(key), Row(""))]
        for line in self.truth.imprint:
            rows += [*(Row(text) for text in self._wrapped(line)), Row("")]
        return rows

    def _add_note_parts(self) -> None:
        """Sections for the notes, at the end or after every chapter."""
        if self.style.notes not in ("end", "chapter") or self.style.markdown:
            return
        parts: list[Part] = []
        keys: list[int] = []
        for i, part in enumerate(self.truth.parts):
            parts.append(part)
            keys += [key for para in part.content if isinstance(para, Para) for _, key in para.notes]
            last = i + 1 == len(self.truth.parts)
            if keys and (last or (self.style.notes == "chapter" and self.truth.parts[i + 1].level == 1)):
                self.keys[len(parts)] = keys
                parts.append(Part("Notes", 1, matter="notes"))
                keys = []
        self.truth.parts = parts

    def _note_list(self, keys: list[int], part: Part) -> list[Row]:
        shown = [*(Row(line, part) for line in heading_lines(self.style, part.title, 1, "", 0)), Row("")]
        return shown + [row for key in keys for row in (*self._note(key), Row(""))]

    def _note(self, key: int) -> list[Row]:
        note = self.truth.notes[key]
        return [Row(line, note) for line in self._wrapped(counted(self.style.note, note.label) + note.text)]

    def _contents(self) -> list[Row]:
        if not self.style.contents or len(self.truth.parts) < 3:
            return []
        between = {"tabs": "\t", "dots": " ........ ", "spaces": "        "}[self.style.contents]
        lines = [
            f"{part.number + '. ' if part.number else ''}{part.title}{between}{i + 2}"
            for i, part in enumerate(self.truth.parts)
            if part.title
        ]
        return [*(Row(line) for line in ("Contents", "", *lines)), Row(""), *self._lists(between)]

    def _lists(self, between: str) -> list[Row]:
        """The lists of figures and tables; the figures are lost, so only their captions stand here."""
        if not self.style.lists:
            return []
        grids = [element for part in self.truth.parts for element in part.content if isinstance(element, Grid)]
        tables = [f"{grid.caption}{between}{i + 9}" for i, grid in enumerate(grids)]
        figures = [f"Figure {i}. {name}{between}{i + 4}" for i, name in enumerate(FIGURES, 1)]
        parts = (("List of Figures", figures), ("List of Tables", tables))
        return [Row(line) for title, lines in parts if lines for line in (title, "", *lines, "")]

    def _content(self, part: Part) -> list[Row]:
        rows: list[Row] = []
        place = 0
        for element in part.content:
            if isinstance(element, Grid):
                lines = table_lines(self.style, element.header, element.rows)
                rows += [
                    Row(element.caption),
                    Row(""),
                    *(Row(line, element) for line in lines),
                    Row(""),
                    Row(element.source),
                    Row(""),
                ]
                continue
            place = place + 1 if element.kind == "list_item" else 0
            rows += self._para(element, place - 1)
            if self.style.gap == "blank":
                rows.append(Row(""))
            if self.style.notes == "below":
                rows += [row for _, key in element.notes for row in (*self._note(key), Row(""))]
        if self.style.gap == "indent" and part.content:
            rows.append(Row(""))
        return rows

    def _para(self, para: Para, place: int) -> list[Row]:
        text = para.text
        for offset, key in reversed(para.notes):
            text = text[:offset] + chr(MARK + key) + text[offset:]
        if para.kind == "list_item":
            text = bullet(self.style.bullet, place) + text
        elif para.label:
            text = f"{para.label} {text}"
        if para.kind == "block_quote" and self.style.markdown:
            text = "> " + text
        lines = self._wrapped(text)
        if self.style.gap == "indent":
            lines[0] = "    " + lines[0]
        elif para.kind == "block_quote" and self.style.width:
            lines = ["     " + line for line in lines]
        return [
            Row(line, para, [ord(c) - MARK for c in line if MARK <= ord(c) < MARK + len(self.truth.notes)])
            for line in lines
        ]

    def _wrapped(self, text: str) -> list[str]:
        lines = textwrap.wrap(text, self.width - 4, break_long_words=False, break_on_hyphens=False)
        return self._hyphened(lines) if self.style.hyphens and self.style.width else lines

    def _hyphened(self, lines: list[str]) -> list[str]:
        """Long words are parted at line ends, as far as there is room."""
        for i in range(len(lines) - 1):
            word, _, rest = lines[i + 1].partition(" ")
            room = self.width - len(lines[i]) - 2
            if rest and word.isalpha() and word.islower() and len(word) >= 2 * SHORTEST and room > SHORTEST:
                cut = min(room, len(word) - SHORTEST)
                lines[i] += f" {word[:cut]}-"
                lines[i + 1] = f"{word[cut:]} {rest}"
        return lines

    # pages

    def _pages(self, rows: list[Row]) -> list[tuple[list[Row], list[Row]]]:
        pages: list[tuple[list[Row], list[Row]]] = []
        rest = list(rows)
        carried: list[Row] = []
        while rest:
            body, foot, used = [], carried, 0
            carried = []
            while rest and (used + len(foot) < self.style.height or not body):
                row = rest.pop(0)
                body.append(row)
                used += 1
                if row.notes and self.style.notes == "foot":
                    foot = foot + [line for key in row.notes for line in (*self._page_note(key, body), Row(""))]
            while len(body) > 1 and not body[-1].text:
                body.pop()
            if isinstance(body[-1].owner, Part) and rest:
                rest[:0] = [body.pop(), Row("")]
            if not self.style.width:
                self._never_between_sentences(body, rest)
            if self.style.cut_notes and rest and len(foot) > SHORTEST and foot[-2].owner is foot[-3].owner:
                carried = [*foot[-2:-1], Row("")]
                foot = foot[:-2]
            self._note_cut(body, rest)
            while rest and not rest[0].text:
                rest.pop(0)
            pages.append((body, foot))
        return pages

    def _never_between_sentences(self, body: list[Row], rest: list[Row]) -> None:
        """A page that ends with a sentence inside a paragraph leaves no trace once the line breaks are gone."""
        while rest and len(body) > 1 and body[-1].owner is rest[0].owner and isinstance(rest[0].owner, Para):
            if body[-1].text.rstrip(MARKS)[-1:] not in ".?!”)" or body[-2].owner is not body[-1].owner:
                return
            rest.insert(0, body.pop())

    def _page_note(self, key: int, body: list[Row]) -> list[Row]:
        if self.style.restart == "page":
            self.truth.notes[key].label = self._numbered([k for row in body for k in row.notes].index(key))
        return self._note(key)

    def _note_cut(self, body: list[Row], rest: list[Row]) -> None:
        following = next((row.owner for row in rest), None)
        if rest and rest[0].text and isinstance(following, Para) and body and body[-1].owner is following:
            following.cut = True

    def _page(self, number: int, count: int, body: list[Row], foot: list[Row]) -> list[str]:
        while body and not body[-1].text:
            body.pop()
        head = self._head(number)
        lines = [*([head, ""] if head else []), *self._joined(body)]
        if foot:
            lines += ["", *self._joined(foot)]
        if number == count:
            return lines
        while lines and not lines[-1]:
            lines.pop()
        match self.style.pages:
            case "formfeed":
                return (
                    [*lines, "\f"]
                    if not self.style.width
                    else [*lines, "", str(number).center(self.width).rstrip(), "\f"]
                )
            case "rule":
                return [*lines, "", "---", ""]
            case "number":
                return [*lines, "", str(number), ""]
            case "of":
                return [*lines, "", f"Page {number} of {count}", ""]
            case "blank":
                return [*lines, ""]
        return lines if body and body[-1].text and not foot else [*lines, ""]

    def _head(self, number: int) -> str:
        family = self.truth.metadata["authors"][0]["family"]
        if not self.style.head or number == 1:
            return ""
        if self.style.head == "plain":
            return self.title
        head = f"{self.title}    {number}" if number % 2 else f"{number}    {family}: Public Works"
        if self.style.head == "ocr":
            head = "".join(
                self.chance.choice("o0ecl1i") if c.islower() and self.chance.random() < 0.06 else c for c in head
            )
        return head

    def _joined(self, rows: list[Row]) -> list[str]:
        """The lines; where the style has no width, those of one paragraph are one."""
        if self.style.width:
            return [row.text for row in rows]
        lines: list[str] = []
        last: object = None
        for row in rows:
            if row.owner is not None and row.owner is last and not isinstance(row.owner, (Grid, Part)):
                lines[-1] += " " + row.text
            else:
                lines.append(row.text)
            last = row.owner
        return lines
