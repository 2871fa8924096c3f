"""Cells of tables: the row says of whom, the column says what; columns with gaps or repeated answers are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.sentences import asked_sections
from quizzes.generation.source import Source
from quizzes.generation.types import Evidence, Fact
from readings.documents.types import Block, Section

FEWEST_ROWS, LONGEST_CELL = 4, 80
_NUMBER = re.compile(
    r"^\D{0,4}(\d[\d,]*(?:\.\d+)?)(?: (?:million|billion|thousand|per cent|percent|%|km|tons?))?\s*%?$"
)


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A fact for each cell of each column that can be asked about."""
    for section in asked_sections(source.document):
        for block in section.blocks:
            if block.kind == "table":
                yield from of_table(block, section, source, refused)


def of_table(block: Block, section: Section, source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """The facts of one table."""
    rows = [row for row in block.rows if len(row) == len(block.header)]
    labels = [row[0].strip() for row in rows]
    if (
        len(block.header) < 2
        or len(rows) < FEWEST_ROWS
        or len(rows) < len(block.rows)
        or len(set(labels)) < len(labels)
        or not all(labels)
    ):
        refused["table: merged, missing or too few cells"] += 1
        return
    for column, name in enumerate(block.header[1:], 1):
        cells = [row[column].strip() for row in rows]
        if not all(cells) or len(set(cells)) < len(cells) or max(map(len, cells)) > LONGEST_CELL or not name.strip():
            refused["table: column with gaps or repeated cells"] += 1
            continue
        kind = "number" if all(_NUMBER.match(cell) for cell in cells) else "text"
        for label, cell, row in zip(labels, cells, rows, strict=True):
            yield Fact(
                "table", label, name.strip(), cell, kind, evidence_of(block, row), section.id, source.index,
                parts={"table": titled(block), "row": block.header[0].strip(), "column": name.strip(), "block": block.id},
            )  # fmt: skip


def evidence_of(block: Block, row: tuple[str, ...]) -> Evidence:
    """The line of the table's text that holds the row."""
    line = "\t".join(row)
    start = max(block.text.find(line), 0)
    return Evidence(block.id, start, start + len(line), block.text[start : start + len(line)])


def titled(block: Block) -> str:
    """How a question calls the table: by its caption, without its number and its comments."""
    caption = re.sub(r"^(?:Table|Figure|Chart) ?[\dIVX.]*[.:–-]?\s*", "", block.caption or "")
    caption = re.split(r"\. ", caption)[0].strip(" .:")
    return f"the table “{caption}”" if caption else "the table"


def number_in(cell: str) -> float:
    """The number of a numeric cell, scaled."""
    match = _NUMBER.match(cell)
    scale = 1e9 if "billion" in cell else 1e6 if "million" in cell else 1e3 if "thousand" in cell else 1.0
    return float(match[1].replace(",", "")) * scale if match else 0.0
