"""The demo readings as plain structure: what every format is made from, and what reading it must give back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

READINGS = Path(__file__).resolve().parents[5] / "readings/packs/south-caucasus/readings"
NAMES = ("minsk-group", "russian-led-institutions", "statement-of-10-november-2020")
RUN = re.compile(r"\[\^(?P<note>\w+)\]|(?P<star>\*+)(?P<inner>[^*]+)(?P=star)")


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style, or a note mark where ``note`` is set."""

    text: str = ""
    style: str = ""
    note: str = ""


@dataclass(frozen=True)
class Part:
    """A block: heading, text, item, quote, caption or table."""

    kind: str
    runs: tuple[Run, ...] = ()
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(run.note for run in self.runs if run.note)


@dataclass
class Work:
    title: str
    byline: str
    parts: list[Part] = field(default_factory=list)
    notes: dict[str, tuple[Run, ...]] = field(default_factory=dict)


def work(name: str) -> Work:
    """One of the demo readings."""
    return read((READINGS / f"{name}.md").read_text("utf-8"))


def read(markdown: str) -> Work:
    """The few marks that the demo readings use: headings, notes, a list, a quotation, a table, emphasis."""
    chunks = [chunk.strip() for chunk in re.split(r"\n\s*\n", markdown) if chunk.strip()]
    made = Work(chunks[0].lstrip("# "), chunks[1])
    for chunk in chunks[2:]:
        note = re.match(r"\[\^(\w+)\]:\s*", chunk)
        if note:
            made.notes[note[1]] = runs(chunk[note.end() :])
        else:
            made.parts += parts(chunk)
    return made


def parts(chunk: str) -> Iterator[Part]:
    flat = " ".join(chunk.split("\n"))
    if heading := re.match(r"(#+)\s+", chunk):
        yield Part("heading", runs(flat[heading.end() :]), len(heading[1]) - 1)
    elif chunk.startswith("- "):
        yield from (Part("item", runs(line[2:])) for line in chunk.split("\n"))
    elif chunk.startswith("> "):
        yield Part("quote", runs(re.sub(r"(?:^|\s)>\s", " ", flat).strip()))
    elif chunk.startswith("|"):
        lines = [line for line in chunk.split("\n") if not re.match(r"\|[-|\s]+$", line)]
        yield Part("table", rows=tuple(tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines))
    else:
        yield Part("caption" if flat.startswith("Table ") else "text", runs(flat))


def runs(text: str) -> tuple[Run, ...]:
    found: list[Run] = []
    done = 0
    for match in RUN.finditer(text):
        found.append(Run(text[done : match.start()]))
        found.append(Run(note=match["note"]) if match["note"] else Run(match["inner"], "emphasis"))
        done = match.end()
    return tuple(run for run in (*found, Run(text[done:])) if run.text or run.note)
