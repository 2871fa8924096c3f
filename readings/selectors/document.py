"""A stored reading as the pure Document it was made from: what question generation and exports work on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from readings import documents, models


def document_of(reading: models.Reading, *, askable_only: bool = False) -> documents.Document:
    """The reading's document, in five queries whatever its length; without what the desk took out of quizzes, if asked."""
    return documents.Document(
        metadata=metadata_of(reading.metadata),
        sections=sections_of(reading, askable_only=askable_only),
        notes=tuple(note_of(note) for note in reading.notes.order_by("position")),
        references=tuple(
            documents.Reference(id=row.key, label=row.label, text=row.text, lines=tuple(row.lines))
            for row in reading.references.order_by("position")
        ),
        abbreviations=abbreviations_of(reading.abbreviations),
        findings=tuple(finding_of(row) for row in reading.findings.order_by("position")),
    )


def sections_of(reading: models.Reading, *, askable_only: bool = False) -> tuple[documents.Section, ...]:
    """The reading's sections with their paragraphs, in two queries."""
    blocks: dict[int, list[documents.Block]] = defaultdict(list)
    rows_of_text = reading.blocks.filter(is_askable=True) if askable_only else reading.blocks
    for block in rows_of_text.order_by("position"):
        blocks[block.section_id].append(block_of(block))
    rows = list(reading.sections.order_by("position"))
    keys = {section.pk: section.key for section in rows}
    return tuple(section_of(row, keys, blocks[row.pk]) for row in rows)


def section_of(row: models.Section, keys: Mapping[int, str], blocks: Iterable[documents.Block]) -> documents.Section:
    return documents.Section(
        id=row.key,
        title=row.title or None,
        level=row.level,
        number=row.number or None,
        matter=row.matter,  # type: ignore[arg-type]
        role=row.role or None,
        parent=keys.get(row.parent_id) if row.parent_id else None,
        lines=tuple(row.lines),
        blocks=tuple(blocks),
    )


def block_of(row: models.Block) -> documents.Block:
    table = row.table or {}
    return documents.Block(
        id=row.key,
        kind=row.kind,  # type: ignore[arg-type]
        text=row.text,
        lines=tuple(row.lines),
        marks=marks_of(row.marks),
        label=row.label or None,
        header=tuple(table.get("header", ())),
        rows=tuple(tuple(cells) for cells in table.get("rows", ())),
        caption=table.get("caption"),
        page=row.page or None,
        confidence=row.confidence,
    )


def marks_of(rows: Iterable[Mapping[str, Any]]) -> tuple[documents.Mark, ...]:
    return tuple(documents.Mark(**row) for row in rows)


def note_of(row: models.Note) -> documents.Note:
    return documents.Note(
        label=row.label,
        text=row.text,
        lines=tuple(row.lines),
        marks=marks_of(row.marks),
        refers_to=row.refers_to or None,
    )


def finding_of(row: models.Finding) -> documents.Finding:
    return documents.Finding(
        code=row.code,
        action=row.action,  # type: ignore[arg-type]
        message=row.message,
        lines=tuple(row.lines),
        text=row.text or None,
    )


def metadata_of(data: Mapping[str, Any]) -> documents.Metadata:
    """From the stored JSON; what the document's type does not know (working titles and the like) is left out."""
    known = {name: data[name] for name in documents.Metadata.__dataclass_fields__ if name in data}
    for name in ("authors", "editors"):
        people = known.get(name) or ()
        known[name] = tuple(documents.Person(person.get("given"), person.get("family")) for person in people)
    for name in ("affiliations", "keywords"):
        known[name] = tuple(known.get(name) or ())
    return documents.Metadata(**known)


def abbreviations_of(data: Mapping[str, Any]) -> documents.Abbreviations:
    return documents.Abbreviations(
        expanded=tuple(documents.Abbreviation(**row) for row in data.get("expanded", ())),
        unexpanded=tuple(documents.Abbreviation(**row) for row in data.get("unexpanded", ())),
        aliases=tuple(
            documents.AliasGroup(row["canonical"], tuple(row["variants"])) for row in data.get("aliases", ())
        ),
    )
