"""Note marks that lost their superscript, as ``[3]`` or as figures glued to a word, are marks again where notes answer them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readings.documents.looks import NOTES_TITLES, folded, heading_like
from readings.documents.piece import Draft, Piece
from readings.documents.types import Finding, Mark

CANDIDATE = re.compile(
    r"\[(\d{1,3})\]|(?<=[^\W\d_])(\d{1,3})(?![\w%°])|(?<=[.,;:!?”\"’')\]»])(?<!\d:)(?<!\b\d[.,])(?<!\b\d\d[.,])(\d{1,3})(?=[\s.,;:)\]”\"’]|$)(?!,\d|\.\d)"
)
DEFINITION = re.compile(r"\[?(\d{1,3})[.)\]]?\s+(?=\S)")
FEWEST = 2
SHARE = 0.6
MOST_GAPS = 2


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Figures in a text that may be a note mark."""

    piece: int
    start: int
    end: int
    number: int


def restore_marks(draft: Draft) -> Draft:
    """Turn the longest run of rising candidates into marks, if most notes that have none get theirs; then the lone ones."""
    return _lone_marks(_risen(draft))


def _lone_marks(draft: Draft) -> Draft:
    """Between the marks of the notes before and after it, the one place where a note's number is glued to a word is its mark."""
    places = {
        int(mark.target): (i, mark.start)
        for i, piece in enumerate(draft.pieces)
        if piece.kind != "note"
        for mark in reversed(piece.marks)
        if mark.kind == "note" and mark.target and mark.target.isdecimal()
    }
    defined = {
        int(piece.label): i for i, piece in enumerate(draft.pieces) if piece.kind == "note" and piece.label.isdecimal()
    }
    found: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for number in sorted(defined.keys() - places.keys()):
        before = places.get(number - 1, (0, 0) if number == 1 else None)
        after = places.get(number + 1)
        glued = list(_glued(draft.pieces, number, before, after)) if before and after and before < after else []
        if len(glued) == 1:
            piece, start, end = glued[0]
            found[piece].append((start, end, str(number)))
            places[number] = piece, start
    if not found:
        return draft
    pieces = tuple(with_marks(piece, sorted(found[i])) if i in found else piece for i, piece in enumerate(draft.pieces))
    message = (
        f"{sum(map(len, found.values()))} note marks had lost their superscript between others and are marks again."
    )
    lines = tuple(draft.pieces[i].lines[0] for i in sorted(found))
    return replace(draft, pieces=pieces).found(Finding("marks_restored", "repaired", message, lines))


def _glued(
    pieces: Sequence[Piece], number: int, before: tuple[int, int], after: tuple[int, int]
) -> Iterator[tuple[int, int, int]]:
    """Where a number stands right behind a word or a sign, between two places of the text."""
    pattern = re.compile(rf"(?<=[^\s\d$€£(\[/–-])(?<!\d[,:]){number}(?![\w%°]|[.,]\d)")
    for i in range(before[0], after[0] + 1):
        piece = pieces[i]
        if piece.kind in ("text", "quote", "item"):
            start = before[1] if i == before[0] else 0
            end = after[1] if i == after[0] else len(piece.text)
            yield from ((i, match.start(), match.end()) for match in pattern.finditer(piece.text, start, end))


def _risen(draft: Draft) -> Draft:
    marked = {label for piece in draft.pieces if piece.kind != "note" for label in piece.note_labels}
    defined = _defined(draft.pieces)
    lacking = {number for number in defined if str(number) not in marked}
    if len(lacking) < FEWEST or len(marked) > len(lacking):
        return draft
    chain = _chain([c for c in _candidates(draft.pieces, set(defined.values())) if c.number in lacking])
    if len(chain) < max(FEWEST, SHARE * len(lacking)):
        return draft
    by_piece: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for candidate in chain:
        by_piece[candidate.piece].append((candidate.start, candidate.end, str(candidate.number)))
    pieces = tuple(with_marks(piece, by_piece[i]) if i in by_piece else piece for i, piece in enumerate(draft.pieces))
    message = f"{len(chain)} note marks had lost their superscript and are marks again."
    lines = tuple(dict.fromkeys(draft.pieces[i].lines[0] for i in by_piece))
    return replace(draft, pieces=pieces).found(Finding("marks_restored", "repaired", message, lines))


def _defined(pieces: Sequence[Piece]) -> dict[int, int]:
    """Numbers that open a piece which may be a note, each with the first such piece."""
    defined: dict[int, int] = {}
    counted: dict[int, int] = {}
    short: dict[int, int] = {}
    in_list = False
    for i, piece in enumerate(pieces):
        if heading_like(piece) and folded(piece.text) in NOTES_TITLES:
            in_list = True
        number = _number(piece)
        if number:
            told = in_list or piece.kind == "note" or not heading_like(piece)
            (short if not told else counted if piece.kind == "item" and not in_list else defined).setdefault(number, i)
    for found in (defined, counted):  # between two notes a short one is no heading
        found |= {n: i for n, i in short.items() if n not in found and n - 1 in found and n + 1 in found}
    return defined if len(defined) >= FEWEST else {**counted, **defined}  # beside notes, "1." counts paragraphs


def _number(piece: Piece) -> int | None:
    if piece.kind in ("note", "item"):
        digits = piece.label.strip("()[].")
        return int(digits) if digits.isdecimal() else None
    found = DEFINITION.match(piece.text) if piece.kind == "text" else None
    return int(found[1]) if found else None


def _candidates(pieces: Sequence[Piece], definitions: set[int]) -> Iterator[_Candidate]:
    for i, piece in enumerate(pieces):
        if piece.kind in ("text", "quote", "item") and i not in definitions:
            for found in CANDIDATE.finditer(piece.text):
                yield _Candidate(i, found.start(), found.end(), int(found[1] or found[2] or found[3]))


def _chain(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The longest run in which each number is the next one, or skips no more than MOST_GAPS."""
    best: dict[int, tuple[int, int]] = {}
    previous: list[int | None] = []
    for i, candidate in enumerate(candidates):
        reach = [best[n] for n in range(candidate.number - 1 - MOST_GAPS, candidate.number) if n in best]
        length, before = max(reach, default=(0, -1))
        previous.append(before if length else None)
        if length + 1 > best.get(candidate.number, (0, -1))[0]:
            best[candidate.number] = (length + 1, i)
    place: int | None = max(best.values(), default=(0, None))[1]
    chain: list[_Candidate] = []
    while place is not None:
        chain.append(candidates[place])
        place = previous[place]
    return chain[::-1]


def with_marks(piece: Piece, found: Sequence[tuple[int, int, str]]) -> Piece:
    """The piece with signs taken out, each given as (start, end, label) in their order, and marks in their places."""
    parts: list[str] = []
    marks = list(piece.marks)
    done = removed = 0
    for start, end, label in found:
        parts.append(piece.text[done:start])
        place, size = start - removed, end - start
        marks = [_shifted(mark, place, size) for mark in marks]
        marks.append(Mark("note", place, place, label))
        done, removed = end, removed + size
    text = "".join([*parts, piece.text[done:]])
    return replace(piece, text=text, marks=tuple(sorted(marks, key=lambda m: (m.start, -m.end))))


def _shifted(mark: Mark, place: int, size: int) -> Mark:
    """A mark after letters at a place are gone."""
    start = mark.start if mark.start <= place else max(place, mark.start - size)
    end = mark.end if mark.end <= place else max(place, mark.end - size)
    return replace(mark, start=start, end=end)
