"""How a reading is cut into pages: a section stands on one page with its subsections unless that page would be too long."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from readings.models import Reading, Section

WORDS_PER_MINUTE = 220
PAGE_WORDS = 2_000
"""About nine minutes: a section that is longer with its subsections gives each of them a page of its own."""


def reading_minutes(words: int) -> int:
    """Minutes of reading, at least one where there is anything to read."""
    return max(1, round(words / WORDS_PER_MINUTE)) if words else 0


@dataclass(slots=True)
class Entry:
    """A section in the outline."""

    section: Section
    depth: int
    root: Section
    children: list[Entry] = field(default_factory=list)
    words: int = 0
    """With all subsections."""
    page: Section | None = None
    """The section whose page shows this one; itself, or one that it stands under."""

    @property
    def has_own_page(self) -> bool:
        return self.page is self.section

    @property
    def minutes(self) -> int:
        return reading_minutes(self.words)

    def sum_of(self, values: Mapping[int, Any], nothing: Any) -> Any:
        """What sections have by their pk, added up for this one and all below it."""
        return sum((child.sum_of(values, nothing) for child in self.children), values.get(self.section.pk, nothing))


class Outline:
    """The sections of one reading in order, and the pages they make."""

    def __init__(self, reading: Reading, sections: Iterable[Section]) -> None:
        self.reading = reading
        self.entries = _with_pages(_entries(sections))

    def entry(self, slug: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.section.slug == slug), None)

    def on_page(self, page: Section) -> list[Entry]:
        return [entry for entry in self.entries if entry.page is page]

    def around(self, page: Section) -> tuple[Section | None, Section | None]:
        """The pages before and after this one."""
        place = self.pages.index(page)
        before = self.pages[place - 1] if place else None
        return before, self.pages[place + 1] if place + 1 < len(self.pages) else None

    def open_at(self, page: Section) -> list[Entry]:
        """What the contents beside a page show: all parts, and of the part one is in everything."""
        root = next(entry.root for entry in self.entries if entry.section is page)
        return [entry for entry in self.entries if entry.depth == 0 or entry.root is root]

    @cached_property
    def pages(self) -> list[Section]:
        return [entry.section for entry in self.entries if entry.has_own_page]

    @cached_property
    def words(self) -> int:
        return sum(entry.section.word_count for entry in self.entries)

    @property
    def minutes(self) -> int:
        return reading_minutes(self.words)


def outline_of(reading: Reading) -> Outline:
    return Outline(reading, reading.sections.order_by("position"))


def _entries(sections: Iterable[Section]) -> list[Entry]:
    entries: dict[int, Entry] = {}
    for section in sections:
        above = entries.get(section.parent_id or 0)
        entry = Entry(section, depth=above.depth + 1 if above else 0, root=above.root if above else section)
        entries[section.pk] = entry
        if above:
            above.children.append(entry)
    return list(entries.values())


def _with_pages(entries: list[Entry]) -> list[Entry]:
    for entry in reversed(entries):
        entry.words = entry.section.word_count + sum(child.words for child in entry.children)
    for entry in entries:
        entry.page = entry.page or entry.section
        shown_above = entry.page is not entry.section
        for child in entry.children:
            child.page = entry.page if shown_above or entry.words <= PAGE_WORDS else None
    return entries
