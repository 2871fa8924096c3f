"""What has to be changed in a text so that a repair of the import is undone: each function gives the steps for one place.

The places are found by the lines that the finding names and by the words with which the file's lines begin; where these
no longer tell, an EditError says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from readings.documents import Block, Document, Mark, Section
from readings.documents.readers.lines import HYPHENS, PLAIN_LETTERS
from readings.selectors.repairs import Place
from readings.selectors.source import Source, opening, words_of, words_on
from readings.services.editing_actions import Step
from readings.services.editing_places import EditError, is_made
from readings.services.editing_tables import grid_of

CONTEXT = 15
CHANGED = "The passage has been changed since. Change it on its own page instead."
UNCLEAR = "Where the file has it is not clear any more. Change the passage on its own page instead."


def parted_paragraph(document: Document, place: Place, source: Source) -> list[Step]:
    """Parted where the second line begins; a hyphen that went with the joint stands again."""
    line = place.lines[-1] if place.lines else 0
    found = [
        (block, start)
        for block in _blocks(document)
        if line and set(place.lines) <= set(block.lines) and (start := opening(block.text, source, line))
    ]
    if len(found) != 1:
        raise EditError(CHANGED)
    block, start = found[0]
    steps: list[Step] = []
    text = block.text
    if text[start - 1].isalnum():
        hyphen = _hyphen(source, place.lines[0])
        steps.append(("text_put", block.id, {"after": shortest_end(text, start), "text": hyphen}))
        text, start = f"{text[:start]}{hyphen}{text[start:]}", start + len(hyphen)
    return [*steps, ("block_split", block.id, {"before": shortest_unique(text, start), "line": line})]


def no_quotation(document: Document, place: Place, source: Source) -> list[Step]:
    """A paragraph again; so are the parts of it, where it has been parted since."""
    quoted = [b for b in _blocks(document) if b.kind == "block_quote" and b.lines and set(b.lines) <= set(place.lines)]
    if not quoted:
        raise EditError(CHANGED)
    return [("block_kind", block.id, {"kind": "paragraph"}) for block in quoted]


def parted_note(document: Document, place: Place, source: Source) -> list[Step]:
    line = place.lines[1] if len(place.lines) > 1 else 0
    for note in document.notes:
        start = opening(note.text, source, line) if line and set(place.lines) <= set(note.lines) else None
        if start:
            values = {"before": shortest_unique(note.text, start), "block": above(document, line)}
            return [("note_part", note.label, {**values, "lines": list(_from(note.lines, line))})]
    raise EditError(CHANGED)


def parted_entry(document: Document, place: Place, source: Source) -> list[Step]:
    line = max(place.lines, default=0)
    for entry in document.references:
        start = opening(entry.text, source, line) if line and set(place.lines) <= set(entry.lines) else None
        if start:
            values = {"before": shortest_unique(entry.text, start), "lines": list(_from(entry.lines, line))}
            return [("entry_part", entry.id, values)]
    raise EditError(CHANGED)


def parted_heading(document: Document, place: Place, source: Source) -> list[Step]:
    section = _section_of_lines(document, place.lines)
    start = opening(section.title or "", source, place.lines[-1])
    if not start:
        raise EditError(CHANGED)
    return [("heading_part", section.id, {"before": shortest_unique(section.title or "", start)})]


def marked_level(document: Document, place: Place, source: Source) -> list[Step]:
    """The level that the marks before the heading say, among all that occur."""
    section = _section_of_lines(document, place.lines)
    marks = {other.id: _marks(source, other.lines) for other in document.sections if other.matter == "body"}
    ranks = sorted({count for count in marks.values() if count})
    if not marks.get(section.id):
        raise EditError(CHANGED)
    return [("section_level", section.id, {"level": ranks.index(marks[section.id]) + 1})]


def parted_table(document: Document, place: Place, source: Source) -> list[Step]:
    """Parted before the first row below the break; heads of the columns that were repeated there are its own again."""
    table, line = _table(document, place.lines), place.lines[-1]
    grid = [[cell.text for cell in row] for row in grid_of(table)]
    row = next((n for n, at in enumerate(row_lines(grid, table.lines, source)) if at >= line), 0)
    if not row:
        raise EditError(UNCLEAR)
    values: dict[str, object] = {"row": row, "line": line}
    if table.header and words_on(source, line) == words_of(" ".join(table.header)):
        values["header"] = list(table.header)
    return [("table_part", table.id, values)]


def header_back(document: Document, place: Place, source: Source) -> list[Step]:
    """The row that stood twice stands again where the table was cut; not where the tables are apart and both have it."""
    table, line = _table(document, place.lines), place.lines[-1]
    grid = [[cell.text for cell in row] for row in grid_of(table)]
    rows = row_lines(grid, table.lines, source)
    row = next((n for n, at in enumerate(rows) if at > line), len(rows))
    return [("table_row_put", table.id, {"row": row, "cells": place.words.split("\t")})]


def with_hyphen(document: Document, place: Place, source: Source) -> list[Step]:
    """The hyphen at the line's end stands again in the word."""
    line = place.lines[0]
    for target, text, lines in _texts(document):
        start = opening(text, source, line) if line in lines else None
        if start and text[start - 1].isalnum():
            hyphen = _hyphen(source, _before(lines, line))
            return [("text_put", target, {"after": shortest_end(text, start), "text": hyphen})]
    raise EditError("The hyphen stands in the text, or the passage has been changed since.")


def figures(document: Document, place: Place, source: Source) -> list[Step]:
    """Marks of notes that were figures in the paragraph which begins on this line are figures again."""
    block = block_of_lines(document, place.lines)
    printed = _compact(" ".join(source[line][0] for line in _run(block.lines, place.lines[0]) if line in source))
    steps: list[Step] = []
    text = block.text
    for mark in sorted(block.marks, key=lambda mark: mark.start, reverse=True):
        if form := _printed(mark, block.text, printed):
            values = {"after": shortest_end(text, mark.start), "text": form, "mark": mark.target}
            steps.append(("text_put", block.id, values))
            text = f"{text[: mark.start]}{form}{text[mark.start :]}"
    if not steps:
        raise EditError(CHANGED)
    return steps


def _printed(mark: Mark, text: str, printed: str) -> str:
    """How a note's mark stands in the file, empty where it is a mark there too."""
    if mark.kind != "note" or not mark.target:
        return ""
    before = _compact(text[max(0, mark.start - CONTEXT) : mark.start])
    number = mark.target.partition("-")[0]
    return next((form for form in (f"[{number}]", number) if f"{before}{form}" in printed), "")


def brought_back(document: Document, place: Place, source: Source) -> list[Step]:
    """Words that were left out stand again: within the paragraph whose lines they part, or as one of their own."""
    line = place.lines[0] if place.lines else 0
    for block in _blocks(document):
        around = block.kind != "table" and line not in block.lines and min(block.lines, default=0) < line
        below = min((number for number in block.lines if number > line), default=0) if around else 0
        start = opening(block.text, source, below) if below else None
        if start:
            return [("text_put", block.id, _between(block.text, start, place.words))]
    return [("block_put", above(document, line), {"text": place.words, "lines": list(place.lines)})]


def _between(text: str, start: int, words: str) -> dict[str, object]:
    """The words before ``start``; a word that was whole only without them is parted again."""
    if text[start - 1].isalnum():
        return {"after": shortest_end(text, start), "text": f"- {words} "}
    end = len(text[:start].rstrip())
    return {"after": shortest_end(text, end), "text": f" {words}"}


def above(document: Document, line: int) -> str:
    """The key of the paragraph or heading after which a line of the file stands; empty before all of them."""
    stands = [
        (lines[0], key)
        for section in document.sections
        for key, lines in ((section.id, section.lines), *((block.id, block.lines) for block in section.blocks))
        if lines and (lines[0] < line or (lines[0] == line and is_made(key)))
    ]
    best = max((first for first, _ in stands), default=0)
    return next((key for first, key in reversed(stands) if first == best), "")


def block_of_lines(document: Document, lines: Sequence[int]) -> Block:
    """The one paragraph that was made of all these lines."""
    found = [block for block in _blocks(document) if lines and set(lines) <= set(block.lines)]
    if len(found) != 1:
        raise EditError(CHANGED)
    return found[0]


def _table(document: Document, lines: Sequence[int]) -> Block:
    table = block_of_lines(document, lines)
    if table.kind != "table":
        raise EditError(CHANGED)
    return table


def _section_of_lines(document: Document, lines: Sequence[int]) -> Section:
    found = [section for section in document.sections if lines and set(lines) <= set(section.lines)]
    if len(found) != 1:
        raise EditError(CHANGED)
    return found[0]


def _blocks(document: Document) -> Iterator[Block]:
    for section in document.sections:
        yield from section.blocks


def _texts(document: Document) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Everything in which a word can be broken, by the name that a change calls it."""
    for section in document.sections:
        yield section.id, section.title or "", section.lines
    for block in _blocks(document):
        yield block.id, block.text, block.lines
    for note in document.notes:
        yield note.label, note.text, note.lines


def row_lines(grid: Sequence[Sequence[str]], lines: Sequence[int], source: Source) -> list[int]:
    """For each row of a table the line of the file on which it begins, by its words in their order; 0 where unknown."""
    stream = [(word, line) for line in lines for word in words_on(source, line)]
    found: list[int] = []
    start = 0
    for row in grid:
        words = words_of(" ".join(row))
        size = len(words)
        at = next(
            (i for i in range(start, len(stream) - size + 1) if [w for w, _ in stream[i : i + size]] == words), -1
        )
        found.append(stream[at][1] if at >= 0 and size else 0)
        start = at + size if at >= 0 else start
    return found


def _marks(source: Source, lines: Sequence[int]) -> int:
    """How many marks stand before a heading."""
    text = source[lines[0]][0].lstrip() if lines and lines[0] in source else ""
    return len(text) - len(text.lstrip("#"))


def _hyphen(source: Source, line: int) -> str:
    last = source[line][0].rstrip()[-1:] if line in source else ""
    return last if last in HYPHENS and last else "-"


def _before(lines: Sequence[int], line: int) -> int:
    place = lines.index(line)
    return lines[place - 1] if place else 0


def _from(lines: Iterable[int], line: int) -> list[int]:
    """The lines from this one on, in the order of the text."""
    there = list(lines)
    return there[there.index(line) :]


def _run(lines: Sequence[int], line: int) -> Iterator[int]:
    """The lines from this one on that stand right below each other: what the paragraph was before it was joined."""
    for number in lines[lines.index(line) :]:
        if number != line:
            return
        yield number
        line += 1


def _compact(text: str) -> str:
    return "".join(text.translate(PLAIN_LETTERS).split())


def shortest_unique(text: str, start: int) -> str:
    """The fewest words from there on, by tens of letters, that stand in the text only once."""
    for length in range(30, len(text), 30):
        words = text[start : start + length].rstrip()
        if text.count(words) == 1:
            return words
    return text[start:]


def shortest_end(text: str, end: int) -> str:
    """The fewest letters up to there, by tens, that stand in the text only once."""
    for length in range(20, end, 20):
        if text.count(text[end - length : end]) == 1:
            return text[end - length : end]
    return text[:end]
