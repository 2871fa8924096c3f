"""How much of a work's structure a parsed document holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readings.documents import Document

from .source import Part, Work

NUMBERED = re.compile(r"(\d+)\.\s+")


@dataclass(frozen=True)
class Share:
    """Found and asked for."""

    found: int
    whole: int

    @property
    def complete(self) -> bool:
        return self.found == self.whole


@dataclass(frozen=True)
class Kept:
    title: bool
    sections: Share
    levels: Share
    paragraphs: Share
    kinds: Share
    notes: Share
    cells: Share
    emphasis: Share
    references: Share
    extra_paragraphs: int
    extra_sections: int

    @property
    def complete(self) -> bool:
        shares = (self.sections, self.levels, self.paragraphs, self.kinds, self.notes, self.cells, self.references)
        return (
            self.title and not self.extra_paragraphs + self.extra_sections and all(share.complete for share in shares)
        )


KINDS = {"text": "paragraph", "item": "list_item", "quote": "block_quote", "caption": "table_caption"}


def folded(text: str) -> str:
    return " ".join(text.split())


def kept(work: Work, document: Document) -> Kept:
    """Section by section and paragraph by paragraph; a paragraph counts only in its own section and word for word."""
    wanted = _by_section(work)
    sections = {(s.number, s.title): s for s in document.sections}
    names = [name for name in wanted if name != (None, None)]
    bibliography = [part.text for part in wanted.pop((None, "Bibliography"), [])]
    levels = [sections[name].level == 1 for name in names if name in sections]
    asked = [(name, part) for name, found in wanted.items() for part in found if part.kind != "table"]
    blocks = {name: {folded(b.text): b for b in s.blocks} for name, s in sections.items()}
    right = [(part, block) for name, part in asked if (block := blocks.get(name, {}).get(folded(part.text)))]
    body = [b for s in document.sections if s.matter != "bibliography" for b in s.blocks if b.kind != "table"]
    return Kept(
        title=folded(work.title) == folded(_title(document)),
        sections=Share(sum(name in sections for name in names), len(names)),
        levels=Share(sum(levels), len(names)),
        paragraphs=Share(len(right), len(asked)),
        kinds=Share(sum(KINDS[part.kind] == block.kind for part, block in right), len(asked)),
        notes=Share(_linked(work, document, right), len(work.notes)),
        cells=_cells(work, document),
        emphasis=_emphasis(work, document),
        references=Share(
            len({folded(t) for t in bibliography} & {folded(r.text) for r in document.references}), len(bibliography)
        ),
        extra_paragraphs=max(0, len(body) - len(asked)),
        extra_sections=sum(s.matter != "notes" and (s.number, s.title) not in names for s in document.sections),
    )


def _title(document: Document) -> str:
    title, subtitle = document.metadata.title or "", document.metadata.subtitle
    return f"{title}: {subtitle}" if subtitle else title


def _by_section(work: Work) -> dict[tuple[str | None, str | None], list[Part]]:
    found: dict[tuple[str | None, str | None], list[Part]] = {}
    name: tuple[str | None, str | None] = (None, None)
    for part in work.parts:
        if part.kind == "heading":
            number = NUMBERED.match(part.text)
            name = (number[1] if number else None, part.text[number.end() :] if number else part.text)
            found[name] = []
        else:
            found.setdefault(name, []).append(part)
    return found


def _linked(work: Work, document: Document, right: list[tuple[Part, object]]) -> int:
    """Notes whose text is whole and whose mark stands in the right paragraph at the right place."""
    texts = {note.label: folded(note.text) for note in document.notes}
    linked = 0
    for part, block in right:
        place = 0
        for run in part.runs:
            if run.note:
                marks = [m.target for m in block.marks if m.kind == "note" and m.start == place]
                wanted = folded("".join(r.text for r in work.notes[run.note]))
                linked += any(texts.get(target or "") == wanted for target in marks)
            place += len(run.text)
    return linked


def _cells(work: Work, document: Document) -> Share:
    wanted = [row for part in work.parts for row in part.rows]
    tables = [b for s in document.sections for b in s.blocks if b.kind == "table"]
    found = [row for table in tables for row in (table.header, *table.rows)]
    pairs = zip(wanted, found, strict=False)
    same = sum(folded(a) == folded(b) for left, right in pairs for a, b in zip(left, right, strict=False))
    return Share(same if len(found) <= len(wanted) else 0, sum(map(len, wanted)))


def _emphasis(work: Work, document: Document) -> Share:
    """Words set in italics in the text proper; the bibliography keeps no marks."""
    wanted = [r.text for p in work.parts for r in p.runs if r.style and not re.search(r"\(\d{4}\)", p.text)]
    blocks = [b for s in document.sections for b in s.blocks]
    shown = [b.text[m.start : m.end] for b in blocks for m in b.marks if m.kind == "emphasis"]
    return Share(sum(text in shown for text in wanted), len(wanted))
