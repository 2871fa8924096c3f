"""The bibliography goes out of the text and becomes references."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from readings.documents.entries import fold, label_of, read_entry
from readings.documents.inline import inline
from readings.documents.looks import BIBLIOGRAPHY_TITLES, READ_AS_TEXT, ends_sentence, folded, starts_small, words
from readings.documents.piece import Draft, Piece, together
from readings.documents.readers.lines import Hyphens
from readings.documents.types import Finding, Reference

YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b|n\.d\.|forthcoming", re.IGNORECASE)
REST = re.compile(r"(?:https?://|www\.|doi:|\[online\]|Available at|Accessed|Retrieved)", re.IGNORECASE)
DASHES = re.compile(r"[-—–_]{2,}\.?,?\s*")
ENTRY = re.compile(
    r"[^\W\d_][\w’'-]*(?:[ -][^\W\d_][\w’'-]*){0,3},\s+(?:[A-ZÀ-ÞА-Я]\.|[A-ZÀ-Þ][\w’'-]+)|[^.]{3,160}?[(\[](?:1[5-9]|20)\d\d[a-z]?[)\]]|[-—–_]{3,}"
)
DATED = re.compile(r"[^\W\d_][^.(]{2,120}[.,]?\s[(\[]?(?:1[5-9]|20)\d\d[a-z]?\b")
CLOSED = 0.6
PARAGRAPH = 25
JOINED = "A bibliography entry cut in two is whole again."


def take_references(draft: Draft) -> Draft:
    """Each piece under a bibliography's heading is an entry, or the rest of the entry above it."""
    kept: list[Piece] = []
    listed: list[Piece] = []
    inside = False
    rank = 0
    for place, piece in enumerate(draft.pieces):
        if piece.kind == "heading":
            title = folded(piece.text)
            opens = title in BIBLIOGRAPHY_TITLES and not (
                title in READ_AS_TEXT and _is_prose(draft.pieces[place + 1 :])
            )
            rank = piece.level if opens else rank
            inside = opens or (inside and piece.level > rank and not piece.label)
        if piece.kind == "heading" or not inside or piece.kind in ("table", "caption", "source"):
            kept.append(piece)
        elif piece.kind not in ("rule", "page"):
            listed.append(piece)
    entries: list[list[Piece]] = []
    findings: list[Finding] = []
    parts = list(_split(listed))
    closed = sum(ends_sentence(part.text) for part in parts) > CLOSED * len(parts)
    for piece in parts:
        if entries and (_goes_on(entries[-1], piece) or (closed and _cut_before(entries[-1][-1].text, piece.text))):
            findings.append(Finding("entry_joined", "repaired", JOINED, (entries[-1][-1].lines[-1], piece.lines[0])))
            entries[-1].append(piece)
        else:
            entries.append([piece])
    references = (*draft.references, *_references([together(entry) for entry in entries]))
    return replace(draft, pieces=tuple(kept), references=references).found(*findings)


def _is_prose(pieces: Sequence[Piece]) -> bool:
    """Whether most of what stands under a heading is paragraphs of sentences, none of which opens as an entry does."""
    below = list(takewhile(lambda piece: piece.kind != "heading", pieces))
    prose = [
        p for p in below if len(words(p.text)) >= PARAGRAPH and not ENTRY.match(p.text) and not DATED.match(p.text)
    ]
    return len(prose) > 0.5 * len(below)


def _split(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Entries that stand line by line without a blank line between them."""
    hyphens = Hyphens([line for piece in pieces for line in piece.source])
    for group in _adjacent(pieces):
        lines = [(number, text) for piece in group for number, text in zip(piece.lines, piece.source, strict=False)]
        starts = _starts([text for _, text in lines])
        if len(starts) < 2 or any(len(piece.lines) != len(piece.source) for piece in group):
            yield from group
            continue
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            numbers = tuple(number for number, _ in lines[start:end])
            texts = tuple(text for _, text in lines[start:end])
            text, marks = inline(hyphens.unwrap(texts))
            yield Piece("text", text, numbers, marks, source=texts)


def _adjacent(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        plain = piece.kind == "text" and bool(piece.source)
        if group and not (plain and piece.lines and piece.lines[0] == group[-1].lines[-1] + 1):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _starts(lines: Sequence[str]) -> list[int]:
    """Where entries begin: at the margin if the other lines hang, else where a line looks like an entry's first."""
    hanging = [line[:1].isspace() for line in lines]
    if any(hanging) and not hanging[0] and sum(hanging) >= 0.1 * len(lines):
        return [i for i, hangs in enumerate(hanging) if not hangs]
    closed = [True, *(ends_sentence(line.rstrip()) or REST.search(line[-90:]) is not None for line in lines[:-1])]
    return [i for i, line in enumerate(lines) if closed[i] and ENTRY.match(line.strip())]


def _goes_on(entry: Sequence[Piece], piece: Piece) -> bool:
    if REST.match(piece.text):
        return True
    small = starts_small(piece.text)
    cut = entry[-1].text.rstrip().endswith((":", ",", "-", " and", "&")) or (
        small and not read_entry(piece.text).authors
    )
    return cut or (small and not any(YEAR.search(part.text) for part in entry[:3]))


def _cut_before(above: str, text: str) -> bool:
    """Where entries end with a full stop: is the one above cut off, and this no beginning of another?"""
    if above.count("(") > above.count(")"):
        return ")" in text.partition("(")[0]
    return not ends_sentence(above) and (starts_small(text) or not (ENTRY.match(text) or DATED.match(text)))


def _references(entries: Sequence[Piece]) -> list[Reference]:
    ids: Counter[str] = Counter()
    references: list[Reference] = []
    names = ""
    for entry in entries:
        repeated = DASHES.match(entry.text)
        work = read_entry(f"{names} {entry.text[repeated.end() :]}" if repeated else entry.text)
        names = work.opening if work.authors else names
        label = label_of(work)
        slug = "r-" + "-".join(fold(label).split())
        ids[slug] += 1
        name = slug if ids[slug] == 1 else f"{slug}-{ids[slug]}"
        references.append(Reference(name, label, entry.text, entry.lines))
    return references
