"""Paragraphs that a page, a rule or a block of notes cut in two become whole again."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from readings.documents.inline import STYLES
from readings.documents.looks import ABBREVIATED, NEVER_LAST, ends_sentence, starts_small, words
from readings.documents.piece import UNKNOWN, Draft, Piece, together
from readings.documents.readers.lines import HYPHENS, Hyphens
from readings.documents.types import Finding, Mark, MarkKind

OPENING = re.compile(
    r"(?:The|This|These|Those|That|A|An|In|On|At|It|We|He|She|They|There|As|For|By|To|But|And|Our|My|I|If|When|While)\b"
)
JOINED = "A paragraph cut in two is whole again."
LEFT_OVER = re.compile(r"(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])")
FEWEST = 6
TAIL = 60
RAGGED = 6


def join_paragraphs(draft: Draft) -> Draft:
    """Join a paragraph that stops in mid-sentence with the one that goes on."""
    hyphens = Hyphens([piece.text for piece in draft.pieces])
    groups: list[list[Piece]] = []
    for piece in draft.pieces:
        if groups and _is_number_in_sentence(groups[-1][-1], piece):
            piece = piece.as_text()
        if piece.kind in ("rule", "page"):
            if groups:
                groups[-1][-1] = replace(groups[-1][-1], cut=True)
        elif groups and _goes_on(groups[-1][0], groups[-1][-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    findings = [
        Finding("paragraph_joined", "repaired", JOINED, (above.lines[-1], below.lines[0]))
        for group in groups
        for above, below in pairwise(group)
    ]
    return replace(draft, pieces=tuple(_whole(group, hyphens) for group in groups)).found(*findings)


def _is_number_in_sentence(above: Piece, below: Piece) -> bool:
    """A number that opens a line behind an unfinished sentence is no item: "in No. / 14. Later ..."."""
    number = below.label.strip("(.)")
    unfinished = ABBREVIATED.search(above.text[-12:]) or NEVER_LAST.search(above.text[-TAIL:])
    return above.kind == "text" and below.kind == "item" and number.isdigit() and number != "1" and bool(unfinished)


def _goes_on(first: Piece, above: Piece, below: Piece) -> bool:
    if first.kind not in ("text", "item", "quote") or below.kind != "text" or above.text.endswith(":"):
        return False
    if starts_small(below.text) or _runs_to_the_edge(above, below):
        return True
    if ends_sentence(above.text) or len(words(above.text[-200:])) < FEWEST or _had_room(above, below):
        return False
    return bool(NEVER_LAST.search(above.text[-TAIL:])) or not OPENING.match(below.text)


def _runs_to_the_edge(above: Piece, below: Piece) -> bool:
    """Before a page's end even a finished sentence goes on if the next word did not fit into its last line."""
    first = below.source[0] if below.source else ""
    if len(first) - len(first.lstrip()) > below.indent:  # set in: a new paragraph
        return False
    return above.cut and above.room <= len(below.text.split(" ", 1)[0]) and below.indent == above.indent


def _had_room(above: Piece, below: Piece) -> bool:
    """The last line ended early though the next word would have fitted: the paragraph ended there, whatever its stop."""
    return above.room != UNKNOWN and above.room > len(below.text.split(" ", 1)[0]) + RAGGED


def _whole(group: list[Piece], hyphens: Hyphens) -> Piece:
    """One piece of all, without the hyphens that parted words between them."""
    if len(group) == 1:
        return group[0]
    parts, glues = list(group), [" "] * (len(group) - 1)
    for i in range(len(group) - 1):
        above, below = parts[i], parts[i + 1]
        if above.text.endswith(HYPHENS):
            whole = hyphens.glued(above.text[-TAIL:], below.text[:TAIL])
            if len(whole) == 1:
                kept = len(whole[0]) == len(above.text[-TAIL:]) + len(below.text[:TAIL])
                parts[i] = above if kept else above.sliced(0, len(above.text) - 1)
                glues[i] = ""
    return _emphasised(together(parts, glues), [len(part.text) for part in parts])


def _emphasised(whole: Piece, lengths: list[int]) -> Piece:
    """An asterisk left over on either side of the seam opens and closes emphasis that a page had cut."""
    marks = list(LEFT_OVER.finditer(whole.text))
    seam = lengths[0]
    if len(marks) != 2 or marks[0].start() >= seam or marks[1].start() < seam or marks[0][0] != marks[1][0]:
        return whole
    (start, first), (end, last) = marks[0].span(), marks[1].span()
    sign = first - start
    text = whole.text[:start] + whole.text[first:end] + whole.text[last:]
    moved = tuple(_moved(_moved(mark, end, sign), start, sign) for mark in whole.marks)
    kinds: tuple[MarkKind, ...] = STYLES[sign]
    emphasis = tuple(Mark(kind, start, end - sign) for kind in kinds)
    return replace(whole, text=text, marks=tuple(sorted((*moved, *emphasis), key=lambda m: (m.start, -m.end))))


def _moved(mark: Mark, place: int, by: int) -> Mark:
    """A mark after so many signs at a place are gone."""
    start = mark.start if mark.start <= place else max(place, mark.start - by)
    return replace(mark, start=start, end=mark.end if mark.end <= place else max(place, mark.end - by))
