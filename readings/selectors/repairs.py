"""The places where an import repaired something or left it out: what can be undone at each, and what has been."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from readings import documents, models
from readings.selectors.document import finding_of
from readings.selectors.source import Source, source_of

UNDO = "repair_undo"
"""The action under which undone repairs stand in the log of changes."""
ONE_BY_ONE = ("hyphenation_joined", "marks_restored")
"""Repairs of many places in one finding: each line is a place of its own."""
WHY_NOT = {
    "notes_renumbered": "Two notes would have the same number, and marks would lead to the wrong one. Where a mark is "
    "wrong, move it at its paragraph.",
    "wrong_encoding": "In the other encoding letters would be unreadable. If some are wrong, save the file as UTF-8 and "
    "bring it as a new version.",
    "columns_unfolded": "The columns would be one broken text again. If their order is wrong, correct the file and bring "
    "it as a new version.",
}
"""Repairs that nobody would want back as they were, and what to do instead."""
UNKNOWN = "For this repair there is no way back. Change the passage itself, or correct the file and bring it as a new version."


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a finding."""

    key: str
    """From the finding's code and the words, so that it is known again after the next import."""
    lines: tuple[int, ...]
    words: str
    """What was left out; of a repair, what the file has there."""


def places_of(finding: documents.Finding, source: Source) -> list[Place]:
    """Each line that was left out or repaired by itself, or the finding as a whole."""
    if finding.action == "flagged":
        return []
    counted: Counter[str] = Counter()
    places = []
    for lines, words in _parts(finding, source):
        digest = hashlib.sha1(" ".join(words.split()).encode(), usedforsecurity=False).hexdigest()[:10]
        key = f"{finding.code}:{digest}"
        counted[key] += 1
        places.append(Place(key if counted[key] == 1 else f"{key}-{counted[key]}", lines, words))
    return places


def _parts(finding: documents.Finding, source: Source) -> Iterator[tuple[tuple[int, ...], str]]:
    if finding.action == "dropped":
        yield from _left_out(finding, source)
    elif finding.code in ONE_BY_ONE:
        yield from (((line,), source[line][0] if line in source else str(line)) for line in finding.lines)
    else:
        yield finding.lines, "\n".join(source[line][0] for line in finding.lines if line in source) or finding.message


def _left_out(finding: documents.Finding, source: Source) -> Iterator[tuple[tuple[int, ...], str]]:
    """The words line by line, each with the line of the file where they stood; none where that is not known."""
    parts = [part.strip() for part in (finding.text or "").split("\n") if part.strip()]
    if finding.code in ("table_header", "table_header_repeated"):
        yield finding.lines, finding.text or ""
        return
    if len(parts) == len(finding.lines):
        yield from zip(((line,) for line in finding.lines), parts, strict=True)
        return
    lines = iter(finding.lines)
    here = finding.lines[:1]
    for part in parts:
        opening = "".join(filter(str.isalnum, part))[:20]
        rest = list(lines)
        found = next((n for n, line in enumerate(rest) if _begins(source.get(line), opening)), None)
        here = here if found is None else (rest[found],)
        lines = iter(rest if found is None else rest[found + 1 :])
        yield here, part


def _begins(line: tuple[str, str] | None, opening: str) -> bool:
    return bool(opening) and line is not None and opening in "".join(filter(str.isalnum, line[0]))


@dataclass(frozen=True, slots=True)
class Repair:
    """What can still be undone of a finding, and what has been."""

    places: list[Place]
    open: list[Place]
    undone: list[models.Edit]
    why_not: str
    """Why there is no way back; empty where there is one, or where nothing was done."""


def repairs_of(reading: models.Reading, findings: Iterable[models.Finding], known: Container[str]) -> list[Repair]:
    """For each finding its repair; ``known`` are the codes of those that can be undone."""
    source, done = source_of(reading), undone_in(reading)
    repairs = []
    for row in findings:
        finding = finding_of(row)
        places = places_of(finding, source)
        undone = {done[place.key].pk: done[place.key] for place in places if place.key in done}
        open_ones = [place for place in places if place.key not in done]
        repairs.append(Repair(places, open_ones, list(undone.values()), why_not(finding, known)))
    return repairs


def why_not(finding: documents.Finding, known: Container[str]) -> str:
    if finding.action != "repaired" or finding.code in known:
        return ""
    return WHY_NOT.get(finding.code, UNKNOWN)


def undone_in(reading: models.Reading) -> Mapping[str, models.Edit]:
    """The keys of the places that are undone, each with the change that undid it."""
    edits = reading.edits.filter(action=UNDO, fits=True)
    return {key: edit for edit in edits for key in edit.values.get("places", ())}
