"""An abstract that is announced inside its own paragraph gets its heading back."""

from __future__ import annotations

import re
from dataclasses import replace

from readings.documents.piece import Draft, Piece

LABEL = re.compile(r"(Abstract|ABSTRACT|Summary|SUMMARY|Аннотация|Резюме)\s*(?:[.:—–]|-(?=\s))\s*(?=\S)")
NEAR = 30


def head_abstract(draft: Draft) -> Draft:
    """``Abstract. We ask …`` becomes a heading and a paragraph, so that no word is lost."""
    for i, piece in enumerate(draft.pieces[:NEAR]):
        label = LABEL.match(piece.text) if piece.kind in ("text", "quote") else None
        if label and len(piece.text) > 2 * label.end():
            heading = Piece("heading", label[1], piece.lines[:1])
            body = replace(piece.sliced(label.end()), kind="text")
            return replace(draft, pieces=(*draft.pieces[:i], heading, body, *draft.pieces[i + 1 :]))
    return draft
