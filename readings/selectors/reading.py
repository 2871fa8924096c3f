"""What the pages of one reading show: the overview, and a page of its text with notes, sources and glossary terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from readings.models import Block, Note, Reading, Reference, Section, TermOccurrence
from readings.selectors.courses import Seat
from readings.selectors.outline import Entry, Outline, outline_of, reading_minutes
from readings.selectors.progress import Progress, positions_by_reading, progress_by_section


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it stands on a page: the page's own, or one shown below it."""

    entry: Entry
    blocks: list[Block]


@dataclass(frozen=True, slots=True)
class SectionPage:
    """A page of the text, the same for every reader."""

    outline: Outline
    section: Section
    parts: list[Part]
    notes: list[Note]
    references: list[Reference]
    terms: dict[int, list[TermOccurrence]]
    """By block, the first place of each term on this page."""

    @property
    def place(self) -> int:
        return self.outline.pages.index(self.section) + 1

    @property
    def contents(self) -> list[Entry]:
        return self.outline.open_at(self.section)

    @property
    def has_text(self) -> bool:
        return any(part.blocks for part in self.parts)

    @property
    def minutes(self) -> int:
        return reading_minutes(sum(part.entry.section.word_count for part in self.parts))

    @property
    def below(self) -> list[Entry]:
        """Its subsections that have pages of their own."""
        return [child for child in self.parts[0].entry.children if child.has_own_page]


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page of a reading, with the person's own progress."""

    outline: Outline
    rows: list[tuple[Entry, Progress]]
    progress: Progress
    resume: Block | None


def section_page(reading: Reading, slug: str) -> SectionPage | Section:
    """The page at this address; the section alone where it stands on the page of one above it.

    Section.DoesNotExist where the reading has no such section. Five queries, whatever the length of the page.
    """
    outline = outline_of(reading)
    entry = outline.entry(slug)
    if entry is None:
        raise Section.DoesNotExist
    if not entry.has_own_page:
        return entry.page
    parts = _parts(reading, outline.on_page(entry.section))
    blocks = [block for part in parts for block in part.blocks]
    notes = _notes(reading, entry.section, blocks)
    return SectionPage(
        outline=outline,
        section=entry.section,
        parts=parts,
        notes=notes,
        references=_references(reading, entry.section, [*blocks, *notes]),
        terms=first_terms(blocks),
    )


def overview(seat: Seat, reading: Reading) -> Overview:
    outline = outline_of(reading)
    own = progress_by_section(seat.enrolment_id, reading)
    rows = [(entry, entry.sum_of(own, Progress())) for entry in outline.entries]
    position = positions_by_reading(seat.enrolment_id, [reading]).get(reading.pk)
    return Overview(outline, rows, sum(own.values(), Progress()), position.block if position else None)


def first_terms(blocks: Iterable[Block]) -> dict[int, list[TermOccurrence]]:
    """By block, the first occurrence of each term in these blocks, in reading order."""
    found = TermOccurrence.objects.filter(block__in=[block.pk for block in blocks]).select_related("term")
    first: dict[int, list[TermOccurrence]] = {}
    seen: set[int] = set()
    for occurrence in found.order_by("block__position", "start"):
        if occurrence.term_id not in seen:
            seen.add(occurrence.term_id)
            first.setdefault(occurrence.block_id, []).append(occurrence)
    return first


def _parts(reading: Reading, entries: list[Entry]) -> list[Part]:
    parts = {entry.section.pk: Part(entry, []) for entry in entries}
    for block in reading.blocks.filter(section__in=parts).order_by("position"):
        parts[block.section_id].blocks.append(block)
    return list(parts.values())


def _notes(reading: Reading, section: Section, blocks: list[Block]) -> list[Note]:
    """Those marked in the text, or all of them where the document keeps its notes."""
    notes = reading.notes.order_by("position")
    return list(notes if section.matter == "notes" else notes.filter(label__in=targets(blocks, "note")))


def _references(reading: Reading, section: Section, texts: Iterable[Block | Note]) -> list[Reference]:
    """Those cited in the text and its notes, or all of them in the bibliography."""
    entries = reading.references.order_by("position")
    return list(entries if section.matter == "bibliography" else entries.filter(key__in=targets(texts, "citation")))


def targets(texts: Iterable[Block | Note], kind: str) -> set[str]:
    """What the marks of that kind point at: labels of notes, keys of references."""
    return {mark["target"] for text in texts for mark in text.marks if mark["kind"] == kind and mark.get("target")}
