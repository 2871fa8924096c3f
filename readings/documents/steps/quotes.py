"""Block quotations without marks: set in from the margin, or between an introduction and the text that takes it up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readings.documents.looks import ends_sentence, words
from readings.documents.piece import Draft, Piece
from readings.documents.types import Finding

SHORTEST = 150
SET_IN = 3
FEWEST = 5


def find_quotes(draft: Draft) -> Draft:
    """A paragraph after one that ends with a colon, or stops before a capital, is a block quotation."""
    pieces = list(draft.pieces)
    findings: list[Finding] = []
    flush = _is_flush(pieces)
    for i in range(1, len(pieces)):
        above, piece = pieces[i - 1], pieces[i]
        if piece.kind != "text" or above.kind not in ("text", "quote"):
            continue
        if flush and piece.indent >= SET_IN and len(piece.lines) > 1:
            pieces[i] = replace(piece, kind="quote")
        elif above.kind == "text" and _introduces(above.text) and len(piece.text) > SHORTEST:
            pieces[i] = replace(piece, kind="quote")
            message = "A paragraph without marks was taken for a block quotation, from what stands above it."
            findings.append(Finding("quote_recognized", "repaired", message, piece.lines))
    return replace(draft, pieces=tuple(pieces)).found(*findings)


def _introduces(text: str) -> bool:
    """A sentence that stops before its end; a label such as "Reasons:" announces a paragraph and no quotation."""
    return len(words(text)) >= FEWEST and (text.endswith(":") or not ends_sentence(text))


def _is_flush(pieces: Sequence[Piece]) -> bool:
    """Does the text stand at the margin, so that what is set in means something?"""
    indents = [piece.indent for piece in pieces if piece.kind == "text" and len(piece.lines) > 1]
    return sum(indent < SET_IN for indent in indents) * 2 > len(indents)
