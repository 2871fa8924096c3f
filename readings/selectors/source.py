"""The lines of a reading's file, to show what stood where the import repaired something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from django.core.cache import cache

from readings.documents import DocumentError
from readings.documents.encoding import decode
from readings.documents.formats import format_of
from readings.models import Block, Finding, Reading

WITH_LINES = ("text", "markdown", "html")
"""Formats in which a line number counts lines of the file itself; of the others the lines as read are kept."""
MOST_LINES = 6
LONGEST = 400
KEPT_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    text: str
    place: str
    """What a person calls it: "line 12" of a text file, "page 3" of a PDF."""
    is_after_gap: bool
    """Whether lines between it and the one before are left out."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with the source lines that it is about, and the paragraphs that came of them."""

    finding: Finding
    before: list[Line]
    after: list[Block]


Source = Mapping[int, tuple[str, str]]
"""The lines of a file by their numbers: text, and place as a person calls it."""


def source_of(reading: Reading) -> Source:
    """The lines of the file; of a PDF, DOCX or EPUB those that its reader saw. Empty where it was not kept."""
    key = f"source-lines:{reading.pk}:{reading.revision}:{reading.fingerprint}"
    lines: Source | None = cache.get(key)
    if lines is None:
        lines = _read(reading)
        cache.set(key, lines, KEPT_SECONDS)
    return lines


def _read(reading: Reading) -> Source:
    revision = reading.revisions.filter(number=reading.revision).first()
    if revision is None:
        return {}
    if revision.lines:
        return {number: (text, place) for number, text, place in revision.lines}
    data = bytes(revision.data)
    try:
        found = decode(data).split("\n") if format_of(data, revision.file_name) in WITH_LINES else []
    except DocumentError:
        return {}
    return {number: (text, f"line {number}") for number, text in enumerate(found, 1)}


def lines_at(source: Source, numbers: Iterable[int]) -> list[Line]:
    """Of the source the lines with these numbers, at most a few and none too long to look at."""
    there = [number for number in sorted(set(numbers)) if number in source and source[number][0].strip()]
    there = there[: MOST_LINES // 2] + there[-MOST_LINES // 2 :] if len(there) > MOST_LINES else there
    gaps = {below for above, below in pairwise(there) if below > above + 1}
    return [Line(number, _short(source[number][0]), source[number][1], number in gaps) for number in there]


def _short(text: str) -> str:
    """Both ends of a long line: what was joined stands at one of them."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"


def findings_shown(reading: Reading, findings: Iterable[Finding]) -> list[Found]:
    """Each finding with its lines before and its paragraphs after; two queries and one file, however many they are."""
    findings, source = list(findings), source_of(reading)
    wanted = {line for finding in findings for line in finding.lines}
    by_line: dict[int, list[Block]] = {}
    for block in reading.blocks.select_related("section").order_by("position") if wanted else ():
        for line in wanted.intersection(block.lines):
            by_line.setdefault(line, []).append(block)
    shown = []
    for finding in findings:
        after = {block.pk: block for line in finding.lines for block in by_line.get(line, ())}
        shown.append(Found(finding, lines_at(source, finding.lines), list(after.values())[:3]))
    return shown
