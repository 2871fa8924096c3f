"""Plain text, with or without Markdown's marks: source lines to pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readings.documents.encoding import decode
from readings.documents.piece import Draft
from readings.documents.steps.imprint import imprint_metadata
from readings.documents.types import Metadata

from .blocks import blocks
from .columns import without_columns
from .furniture import IMPRINT, without_furniture, without_specks
from .inner_notes import without_comments
from .lines import Line, numbered, single_spaced
from .raw_blocks import raw_blocks, without_raw
from .typesetting import as_written

INTERLEAVED = "columns_interleaved"
DOUBTFUL = 0.3


def read_text(data: bytes) -> Draft:
    """The pieces of a text file."""
    return drafted(numbered(decode(data)))


def drafted(lines: Sequence[Line]) -> Draft:
    """The pieces of lines, page furniture taken out."""
    read, comments = without_comments(lines)
    plain, raw = without_raw(read, raw_blocks(read))
    clean, specks = without_specks(plain)
    written, letters = as_written(clean)
    kept, furniture = without_furniture(single_spaced(written))
    ordered, columns = without_columns(kept)
    pieces = tuple(blocks(ordered))
    if any(finding.code == INTERLEAVED for finding in columns):
        pieces = tuple(replace(piece, confidence=DOUBTFUL) for piece in pieces)
    metadata = _said_by(
        [line for finding in furniture if finding.code == IMPRINT for line in (finding.text or "").split("\n")]
    )
    return Draft(pieces=pieces, metadata=metadata, findings=(*comments, *raw, *specks, *letters, *furniture, *columns))


def _said_by(imprint: Sequence[str]) -> Metadata:
    """What lines at the feet of pages tell; the text's own title page knows its year and publisher better."""
    return replace(imprint_metadata(Metadata(), imprint), year=None, date=None, publisher=None)
