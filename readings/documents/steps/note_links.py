"""Notes and their marks: what has no partner is flagged, and "Ibid." and short forms learn what they repeat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readings.documents.entries import fold
from readings.documents.types import Document, Finding, Note

IBID = re.compile(r"(?:see\s+)?(?:ibid|ibidem|idem|id|там же)\b", re.IGNORECASE)
SEE_NOTE = re.compile(
    r"\b(?:(?:supra|above|see|cf\.?)\s+(?:at\s+)?(?:foot|end)?note|n\.)\s*(\d{1,4})\b|\b(?:foot|end)?note\s+(\d{1,4})\s+above",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
QUOTED = re.compile(r"[\"“‘'«*]([^\"”’'»]{6,80})")
OPENING = re.compile(r"(?:[A-Z]\.\s?)*([A-ZÀ-ÞĀ-ŽА-Я][\w’'-]+)(?:,|\s+\(|\s+(?:and|&)\s+[A-Z])")
SHORT_FORM = 150


def link_notes(document: Document) -> Document:
    """Fill in what notes repeat and say which marks and notes stand alone."""
    notes = _resolved(document.notes)
    marked = {m.target: b.lines for s in document.sections for b in s.blocks for m in b.marks if m.kind == "note"}
    labels = {note.label for note in notes}
    findings = [
        Finding("mark_without_note", "flagged", f"The text marks a note {label}, but there is none.", lines)
        for label, lines in marked.items()
        if label not in labels
    ]
    findings += [
        Finding("note_without_mark", "flagged", f"No mark in the text leads to note {note.label}.", note.lines)
        for note in notes
        if note.label not in marked
    ]
    return replace(document, notes=notes, findings=(*document.findings, *findings))


def _resolved(notes: Sequence[Note]) -> tuple[Note, ...]:
    resolved: list[Note] = []
    by_opening: dict[str, list[Note]] = {}
    labels = {note.label for note in notes}
    for note in notes:
        target = _target(note, resolved, by_opening, labels)
        resolved.append(replace(note, refers_to=target) if target else note)
        by_opening.setdefault(_opening(note.text), []).append(note)
    return tuple(resolved)


def _target(note: Note, before: Sequence[Note], by_opening: dict[str, list[Note]], labels: set[str]) -> str | None:
    if IBID.match(note.text):
        return (before[-1].refers_to or before[-1].label) if before else None
    see = SEE_NOTE.search(note.text) if len(note.text) < SHORT_FORM else None
    if see and (see[1] or see[2]) in labels:
        return see[1] or see[2]
    if len(note.text) > SHORT_FORM or "http" in note.text:
        return None
    opening = _opening(note.text)
    earlier = by_opening[opening] if opening in by_opening and opening else ()
    return next((other.label for other in earlier if _same_work(note.text, other.text)), None)


def _opening(text: str) -> str:
    """The surname that a reference opens with: a name, then a comma, a year in brackets or a second name."""
    name = OPENING.match(text[:80])
    return fold(name[1]) if name else ""


def _same_work(short: str, full: str) -> bool:
    """A short form has the year, or the beginning of the title, of a reference that says more."""
    if len(full) < 1.2 * len(short):
        return False
    title = QUOTED.search(short)
    if title:
        return fold(title[1])[:20] in fold(full)
    years = set(YEAR.findall(short))
    return bool(years) and years <= set(YEAR.findall(full)) and len(short) < 80
