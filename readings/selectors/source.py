"""The lines of a reading's file, to show what stood where the import repaired something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from django.core.cache import cache

from readings.documents import DocumentError
from readings.documents.encoding import decode
from readings.documents.formats import format_of
from readings.documents.readers.lines import PLAIN_LETTERS
from readings.models import Block, Finding, Note, Reading

WITH_LINES = ("text", "markdown", "html")
"""Formats in which a line number counts lines of the file itself; of the others the lines as read are kept."""
PRINTED_MARK = re.compile(r"\[\^[^\]]*\]|\^\{[^}]*\}|\^\d+|[⁰¹²³⁴-⁹]+")
WORDS = 8
JOINT = 120
"""So many letters are shown on each side of the place where something was joined."""
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
class After:
    """A paragraph or a note that came of a finding, and of its words those to look at."""

    block: Block | None
    note: Note | None
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with the source lines that it is about, and what came of them in the text."""

    finding: Finding
    before: list[Line]
    after: list[After]


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


def opening(text: str, source: Source, line: int) -> int | None:
    """Where in the text the words begin with which a line of the file begins; None where that is not one place."""
    words = words_on(source, line)[:WORDS]
    for count in range(len(words), 0, -1):
        found = list(re.finditer(r"\W+".join(map(re.escape, words[:count])), text))
        if found:
            return found[0].start() if len(found) == 1 else None
    return None


def words_on(source: Source, line: int) -> list[str]:
    return words_of(source[line][0]) if line in source else []


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", PRINTED_MARK.sub(" ", text.translate(PLAIN_LETTERS)))


def findings_shown(reading: Reading, findings: Iterable[Finding]) -> list[Found]:
    """Each finding with its lines before and its paragraphs after; three queries and one file, however many they are."""
    findings, source = list(findings), source_of(reading)
    wanted = {line for finding in findings for line in finding.lines}
    by_line: dict[int, list[Block | Note]] = {}
    rows: list[Block | Note] = []
    if wanted:
        rows = [*reading.blocks.select_related("section").order_by("position"), *reading.notes.order_by("position")]
    for row in rows:
        for line in wanted.intersection(row.lines):
            by_line.setdefault(line, []).append(row)
    shown = []
    for finding in findings:
        after = {(type(row), row.pk): row for line in finding.lines for row in by_line.get(line, ())}
        before = lines_at(source, finding.lines)
        if _is_joint(finding, before):
            before = [replace(before[0], text=_end(before[0].text)), replace(before[1], text=_start(before[1].text))]
        shown.append(Found(finding, before, [_after(row, finding, source) for row in list(after.values())[:3]]))
    return shown


def _is_joint(finding: Finding, before: list[Line]) -> bool:
    return finding.code.endswith("_joined") and len(before) == len(finding.lines) == 2


def _after(row: Block | Note, finding: Finding, source: Source) -> After:
    """The words around the joint, where there is one; else the first words."""
    at = opening(row.text, source, finding.lines[-1]) if finding.code.endswith("_joined") else None
    words = _start(row.text, 2 * JOINT) if not at else f"{_end(row.text[:at])}{_start(row.text[at:])}"
    return After(row if isinstance(row, Block) else None, row if isinstance(row, Note) else None, words)


def _start(text: str, length: int = JOINT) -> str:
    return text if len(text) <= length else f"{text[:length].rstrip()}…"


def _end(text: str) -> str:
    return text if len(text) <= JOINT else f"…{text[-JOINT:].lstrip()}"
