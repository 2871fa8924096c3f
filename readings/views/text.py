"""The text of a section page as HTML: paragraphs with their numbers, notes and sources, all through one safe renderer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from readings.documents import Range, note_anchor, printed_label, render_blocks, render_inline, render_note
from readings.models import Block, Note, Reading, Reference
from readings.selectors.document import block_of, note_of
from readings.selectors.outline import Entry
from readings.selectors.reading import SectionPage, targets

TABLES = ("table", "table_caption")


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks that are rendered together; a table stands alone, because it scrolls by itself."""

    html: SafeString
    table: Block | None = None


@dataclass(frozen=True, slots=True)
class PartText:
    entry: Entry
    heading: int
    """2 for a section directly below the page's own; 0 for the page's own, whose title is the page's."""
    runs: list[Run]


@dataclass(frozen=True, slots=True)
class NoteText:
    note: Note
    shown: str
    """The label as printed; the note's own one is unique in the reading."""
    anchor: str
    html: SafeString
    is_marked_here: bool
    """Whether the page has the mark that the note leads back to."""


def page_parts(page: SectionPage) -> list[PartText]:
    base = page.parts[0].entry.depth
    seen: Counter[str] = Counter()
    parts = []
    for part in page.parts:
        depth = part.entry.depth - base
        parts.append(PartText(part.entry, min(depth + 1, 6) if depth else 0, list(_runs(page, part.blocks, seen))))
    return parts


def note_rows(page: SectionPage) -> list[NoteText]:
    here = targets([block for part in page.parts for block in part.blocks], "note")
    return [
        NoteText(
            note,
            printed_label(note.label),
            note_anchor(note.label),
            _safe(render_note(note_of(note))),
            note.label in here,
        )
        for note in page.notes
    ]


def reference_rows(page: SectionPage) -> list[tuple[Reference, SafeString]]:
    return [(reference, _safe(render_inline(reference.text))) for reference in page.references]


def _runs(page: SectionPage, blocks: list[Block], seen: Counter[str]) -> Iterator[Run]:
    for is_table, group in groupby(blocks, key=lambda block: block.kind in TABLES):
        run = list(group)
        if not is_table:
            yield Run(_html(page, run, seen))
            continue
        caption: list[Block] = []
        for block in run:
            caption.append(block)
            if block.kind == "table":
                yield Run(_html(page, caption, seen), block)
                caption = []
        if caption:
            yield Run(_html(page, caption, seen))


def _html(page: SectionPage, blocks: list[Block], seen: Counter[str]) -> SafeString:
    terms = {block.key: _terms(page, block) for block in blocks}
    numbers = {block.key: number_link(page.outline.reading, block) for block in blocks if block.kind not in TABLES}
    return _safe(render_blocks(map(block_of, blocks), terms, numbers, seen))


def number_link(reading: Reading, block: Block) -> SafeString:
    """The paragraph's number in the gutter, from which it is annotated as a whole."""
    address = reverse("readings:annotate", args=[reading.course.slug, reading.slug, block.key])
    text = '<a class="number" href="{}" data-aside aria-label="Paragraph {}: annotate">{}</a>'
    return format_html(text, address, block.number, block.number)


def _terms(page: SectionPage, block: Block) -> list[Range]:
    course = page.outline.reading.course.slug
    return [
        Range(place.start, place.end, reverse("readings:term", args=[course, place.term.slug]))
        for place in page.terms.get(block.pk, ())
    ]


def _safe(html: str) -> SafeString:
    """The renderer has escaped every character of the document."""
    return mark_safe(html)  # noqa: S308
