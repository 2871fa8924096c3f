"""Plain text, with or without Markdown's marks: source lines to pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readings.documents.encoding import decode
from readings.documents.piece import Draft

from .blocks import blocks
from .columns import without_columns
from .furniture import without_furniture
from .inner_notes import without_comments
from .lines import Line, numbered, single_spaced

INTERLEAVED = "columns_interleaved"
DOUBTFUL = 0.3


def read_text(data: bytes) -> Draft:
    """The pieces of a text file."""
    return drafted(numbered(decode(data)))


def drafted(lines: Sequence[Line]) -> Draft:
    """The pieces of lines, page furniture taken out."""
    read, comments = without_comments(lines)
    kept, furniture = without_furniture(single_spaced(read))
    ordered, columns = without_columns(kept)
    pieces = tuple(blocks(ordered))
    if any(finding.code == INTERLEAVED for finding in columns):
        pieces = tuple(replace(piece, confidence=DOUBTFUL) for piece in pieces)
    return Draft(pieces=pieces, findings=(*comments, *furniture, *columns))
