"""Notes and their marks: what has no partner is flagged, and "Ibid." and short forms learn what they repeat."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import replace

from readings.documents.entries import fold
from readings.documents.labels import printed_label
from readings.documents.types import Document, Finding, Note

LEAD = re.compile(r"(?:(?:see|cf\.?|compare|also|e\.g\.|for example|quoted in|cited in),?\s+){1,3}", re.IGNORECASE)
IBID = re.compile(r"(?:ibid|ibidem|idem|ebenda|ebd|там же)\b|id\.,?\s", re.IGNORECASE)
SEE_NOTE = re.compile(
    r"\b(?:(?:supra|above|see|cf\.?|as in|same as)\s+(?:at\s+)?(?:foot|end)?notes?|n\.|fn\.?)\s*(\d{1,4})\b|\b(?:foot|end)?note\s+(\d{1,4})\s+(?:above|supra)",
    re.IGNORECASE,
)
CITED = re.compile(r"\b(?:op\.?\s?cit|loc\.?\s?cit|art\.?\s?cit|a\.\s?a\.\s?O)\b\.?|\bук\.?\s?соч\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
QUOTED = re.compile(r"[\"“‘'«*]([^\"”’'»]{6,80})")
NAME = r"[A-ZÀ-ÞĀ-ŽƏА-Я][\w’'-]+"
OPENING = re.compile(
    rf"(?:(?:{NAME}|[A-ZÀ-Þ]\.|d[eai]|v[ao]n|der|al)[\s-]+|[A-ZÀ-Þ]\.){{0,4}}({NAME})(?:,|\s+\(|\s+(?:and|&|et al)\b|\s+op\.)"
)
PAGES = re.compile(r"(?:[,:]?\s+(?:pp?\.\s*|ch\.\s*|chap\.\s*|at\s+)?(?:\d+|[xvil]+)(?:\s?[–-]\s?\d+)?(?=[,.]|$))+\.?$")
NAMES = re.compile(rf"{NAME}(?:(?:,|,?\s+and|\s+&)\s+{NAME}){{0,3}}(?:\s+et\s+al\.?)?[.,]?")
SHORT_FORM = 150
MOST_WORDS = 12
REMEMBERED = 30


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
    earlier = _Earlier(notes)
    return tuple(map(earlier.resolved, notes))


class _Earlier:
    """Goes through the notes in order and remembers those that a later one may repeat."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self.last: Note | None = None
        self.by_opening: dict[str, deque[Note]] = defaultdict(lambda: deque(maxlen=REMEMBERED))
        self.by_printed: dict[str, str] = {printed_label(note.label): note.label for note in reversed(notes)}

    def resolved(self, note: Note) -> Note:
        """The note with the label of the one that it repeats. Where numbers begin anew, the nearest one above is meant."""
        bare = note.text[lead.end() :] if (lead := LEAD.match(note.text)) else note.text
        target = self._target(note.text, bare)
        whole = replace(note, refers_to=target) if target else note
        self.last = whole
        self.by_printed[printed_label(note.label)] = note.label
        if not target and (opening := _opening(bare)):
            self.by_opening[opening].append(note)
        return whole

    def _target(self, text: str, bare: str) -> str | None:
        if IBID.match(bare):
            return (self.last.refers_to or self.last.label) if self.last else None
        if len(text) > SHORT_FORM:
            return None
        see = SEE_NOTE.search(text)
        if see and (see[1] or see[2]) in self.by_printed:
            return self.by_printed[see[1] or see[2]]
        if "http" in text:
            return None
        earlier: Sequence[Note] = self.by_opening.get(_opening(bare), ())
        if CITED.search(bare):
            return earlier[-1].label if earlier else None
        same = next((other.label for other in earlier if _same_work(bare, other.text)), None)
        return same or (earlier[0].label if len(earlier) == 1 and NAMES.fullmatch(PAGES.sub("", bare)) else None)


def _opening(text: str) -> str:
    """The surname that a reference opens with, before a comma, a bracket or a second name; given names may come first."""
    name = OPENING.match(text[:80])
    return fold(name[1]) if name else ""


def _same_work(short: str, full: str) -> bool:
    """A short form has the year, or the beginning of the title, or nothing but words of a reference that says more."""
    if len(full) < 1.2 * len(short):
        return False
    title = QUOTED.search(short)
    if title:
        return fold(title[1])[:20] in fold(full)
    years = set(YEAR.findall(short))
    if years:
        return years <= set(YEAR.findall(full)) and len(short) < 80
    words = fold(PAGES.sub("", short)).split()
    return 1 < len(words) <= MOST_WORDS and " ".join(words[1:]) in fold(full)
