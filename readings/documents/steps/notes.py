"""Notes go out of the text: definitions, page-foot notes between two halves of a paragraph, and the list under Notes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from readings.documents.labels import label_of_run
from readings.documents.looks import (
    BIBLIOGRAPHY_TITLES,
    KNOWN_TITLES,
    NOTES_TITLES,
    ends_sentence,
    folded,
    heading_like,
    starts_small,
)
from readings.documents.piece import Draft, Piece, together
from readings.documents.types import Finding, Note

from .signs import SIGNS

NUMBER = re.compile(r"\[?(\d{1,4})[.)\]]?\s+(?=[^\s])")
IMPRINT = re.compile(r"(?:all rights reserved|copyright|©|ISBN)\b", re.IGNORECASE)
LARGEST_GAP = 3
INDENTED = 4
LONGEST_PAGE = 60
FEW = 6


def take_notes(draft: Draft) -> Draft:
    """Every note with its pieces joined; what is left is text that runs on from page to page."""
    taker = _Taker(draft.pieces)
    for i in range(len(draft.pieces)):
        taker.take(i)
    return replace(draft, pieces=tuple(taker.kept), notes=tuple(map(_note, taker.notes))).found(*taker.findings)


def _note(pieces: Sequence[Piece]) -> Note:
    glues = ["" if piece.text.endswith("/") else " " for piece in pieces[:-1]]  # an address goes on without a blank
    whole = together(pieces, glues)
    return Note(whole.label, whole.text, whole.lines, whole.marks)


class _Taker:
    """Goes through the pieces once and remembers which marks it has seen and which note is still open."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.kept: list[Piece] = []
        self.notes: list[list[Piece]] = []
        self.findings: list[Finding] = []
        self.seen: set[str] = set()
        self.last = 0
        self.last_mark = max((i for i, piece in enumerate(pieces) if piece.note_labels), default=0)
        self.in_list = False
        self.runs: Counter[str] = Counter()
        self.unanswered: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.run = 0
        self.last_marked = 0
        self.headed = False
        self.forms: set[str] = set()
        self.counted = 0
        self.defined = {piece.label for piece in pieces if piece.kind == "note"}
        self.listed = any(folded(piece.text) in NOTES_TITLES and heading_like(piece) for piece in pieces)

    def take(self, i: int) -> None:
        piece = self.pieces[i]
        if self.in_list and (
            piece.kind == "heading"
            or folded(piece.text) in KNOWN_TITLES
            or IMPRINT.match(piece.text)
            or self._all_listed(i)
            or self._ends_list(i)
        ):
            self.in_list = False
        if heading_like(piece) and (
            (folded(piece.text) in NOTES_TITLES and self._numbered(i + 1)) or self._opens_numbered_sources(i)
        ):
            self.in_list = True
            self.kept.append(replace(piece, kind="heading", level=piece.level))
            return
        note = self._as_note(i)
        if note:
            self.forms.add(piece.kind)
            self._add(note, at_end=self.in_list or i > self.last_mark)
        elif self.notes and self._goes_on(i):
            self._join(piece, silent=piece.indent >= INDENTED)
        else:
            self.seen.update(piece.note_labels)
            number = piece.label.strip("(.)")
            if piece.kind == "item" and number.isdigit():
                self.counted = int(number)
            for label in piece.note_labels:
                self.unanswered[label].append((self._run_of(label), len(self.kept)))
            self.headed = (self.headed and not piece.note_labels) or piece.kind == "heading" or heading_like(piece)
            self.kept.append(piece)

    def _opens_numbered_sources(self, i: int) -> bool:
        """A bibliography whose numbered entries answer marks that no note has answered is a list of notes."""
        if folded(self.pieces[i].text) not in BIBLIOGRAPHY_TITLES:
            return False
        below = [note for j in range(i + 1, min(i + 1 + FEW, len(self.pieces))) if (note := self._numbered(j))]
        return len(below) > 1 and sum(bool(self.unanswered.get(note.label)) for note in below) > len(below) / 2

    def _run_of(self, label: str) -> int:
        """Which time the marks have begun anew: with a 1 after another number or a heading, or far below the mark before."""
        number = int(label) if label.isdigit() else SIGNS.index(label) + 1 if label in SIGNS else 0
        anew = number == 1 and (self.last_marked > 1 or self.headed)
        if self.last_marked and number and (anew or number < self.last_marked - LARGEST_GAP):
            self.run += 1
        self.last_marked = number or self.last_marked
        return self.run

    def _all_listed(self, i: int) -> bool:
        """Every mark so far has its note, a line like a heading comes, and the text below it has further marks."""
        piece = self.pieces[i]
        if any(self.unanswered.values()) or not self.notes or i >= self.last_mark:
            return False
        return heading_like(piece) and not starts_small(piece.text) and piece.kind in ("text", "item")

    def _ends_list(self, i: int) -> bool:
        """A line like a heading that is no note, with text and no further note below it."""
        piece = self.pieces[i]
        if (
            piece.kind not in ("text", "item")
            or not heading_like(piece)
            or starts_small(piece.text)
            or self._as_note(i)
        ):
            return False
        below = next((j for j in range(i + 1, len(self.pieces)) if self.pieces[j].kind not in ("page", "rule")), None)
        return below is not None and not self._as_note(below) and not _is_rest(self.pieces[below].text)

    def _numbered(self, i: int) -> Piece | None:
        """The piece as a note without its number, if a number stands before it."""
        if i >= len(self.pieces):
            return None
        piece = self.pieces[i]
        if piece.kind == "note":
            return piece
        if piece.kind == "item" and piece.label.strip("().").isdigit():
            return replace(piece, kind="note", label=piece.label.strip("()."))
        number = NUMBER.match(piece.text) if piece.kind == "text" else None
        return replace(piece.sliced(number.end()), kind="note", label=number[1]) if number else None

    def _as_note(self, i: int) -> Piece | None:
        piece = self.pieces[i]
        note = self._numbered(i)
        if piece.kind == "note" or note is None:
            return note
        if piece.kind == "item" and not self.in_list and note.label in self.defined:
            return None
        number = int(note.label)
        again = number == 1 and bool(self.runs["1"]) and bool(self.unanswered.get("1"))
        expected = self.last < number <= self.last + LARGEST_GAP or again
        if self.in_list:
            return note if expected or number == 1 else None
        if not expected or note.label not in self.seen or _may_be_heading(note) or self._counts_on(i, number):
            return None
        return note if piece.kind == "text" or not self._introduced(number) else None

    def _counts_on(self, i: int, number: int) -> bool:
        """Is it the next numbered paragraph, where notes have another form or one with this number follows on the page?"""
        piece = self.pieces[i]
        if piece.kind != "item" or number != self.counted + 1:
            return False
        return (bool(self.forms) and "item" not in self.forms) or self._comes_again(i)

    def _comes_again(self, i: int) -> bool:
        """Does the number open another piece before the page ends?"""
        for piece in self.pieces[i + 1 : i + 1 + LONGEST_PAGE]:
            if piece.kind in ("page", "rule"):
                return False
            if piece.kind == "item" and piece.label.strip("().") == self.pieces[i].label.strip("()."):
                return True
        return False

    def _introduced(self, number: int) -> bool:
        """Does the text right above announce a list, or is it the item before this one? Then no note opens here."""
        above = self.kept[-1] if self.kept else None
        if self.listed or above is None or (above.text.endswith(":") and number == 1):
            return True
        counting = above.kind == "item" and above.label[:1].isdigit() and number == self.counted + 1
        return counting and "item" not in self.forms

    def _add(self, note: Piece, at_end: bool) -> None:
        if note.label.isdigit():
            self.last = int(note.label)
        self.runs[note.label] += 1
        places = self._answered(note.label, at_end)
        if self.runs[note.label] > 1:
            note = self._renamed(note, places)
        self.notes.append([note])

    def _answered(self, label: str, at_end: bool) -> list[int]:
        """The places whose mark this note answers: at the end those of the first run left, below a page's text the last one."""
        places = self.unanswered.pop(label, [])
        if not places:
            return []
        run = places[0][0] if at_end else places[-1][0]
        left = [place for place in places if place[0] > run]
        if left:
            self.unanswered[label] = left
        return [place for found, place in places if found == run]

    def _renamed(self, note: Piece, places: Sequence[int]) -> Piece:
        """Numbers that begin anew in a chapter or on a page get the run behind them, and so do their marks."""
        label = label_of_run(note.label, self.runs[note.label])
        for place in set(places):
            kept = self.kept[place]
            marks = (replace(m, target=label) if m.kind == "note" and m.target == note.label else m for m in kept.marks)
            self.kept[place] = replace(kept, marks=tuple(marks))
        return replace(note, label=label)

    def _goes_on(self, i: int) -> bool:
        """Is this the rest of the last note, cut off by a page?"""
        piece, last = self.pieces[i], self.notes[-1][-1]
        if piece.kind not in ("text", "item"):
            return False
        if self.in_list:
            return not heading_like(piece) or starts_small(piece.text)
        if piece.indent >= INDENTED and i and self.pieces[i - 1] in (last, piece):
            return True
        following = self._as_note(i + 1) if i + 1 < len(self.pieces) else None
        after_rule = bool(i) and self.pieces[i - 1].kind == "rule"
        return bool(following) and not _complete(last.text) and (after_rule or _is_rest(piece.text))

    def _join(self, piece: Piece, silent: bool) -> None:
        note = self.notes[-1]
        message = f"Note {note[0].label} was cut in two and is whole again."
        if not silent:  # a paragraph indented under its note is no damage
            self.findings.append(Finding("note_joined", "repaired", message, (note[-1].lines[-1], *piece.lines)))
        note.append(piece)


def _may_be_heading(note: Piece) -> bool:
    """A number before a short line without commas or quotation marks may be a chapter's."""
    return heading_like(note) and not re.search(r"[,;:\"“”«]|\bibid\b", note.text, re.IGNORECASE)


def _complete(text: str) -> bool:
    return ends_sentence(text) and text.count("(") <= text.count(")")


def _is_rest(text: str) -> bool:
    return starts_small(text) or text[:1].isdigit() or "accessed" in text[:80].lower()
