"""What opens an article without headings: an abstract above its keywords, and the keywords themselves."""

from __future__ import annotations

import re
from dataclasses import replace

from readings.documents.types import Document, Section

PARTING = re.compile(r"\s*[;•·|]\s*")
MOST = 3


def read_opening(document: Document) -> Document:
    """Keywords go into the metadata too; paragraphs above them, before the first heading, are the abstract."""
    listed = next((b.text for s in document.sections for b in s.blocks if b.kind == "keywords"), "")
    parts = PARTING.split(listed) if PARTING.search(listed) else listed.split(",")
    keywords = tuple(part.strip(" .") for part in parts if part.strip(" ."))
    metadata = document.metadata
    if keywords:
        kind = metadata.kind or "journal article"
        metadata = replace(metadata, keywords=metadata.keywords or keywords, kind=kind)
    sections = tuple(_with_abstract(section) if i == 0 else section for i, section in enumerate(document.sections))
    return replace(document, metadata=metadata, sections=sections)


def _with_abstract(section: Section) -> Section:
    kinds = [block.kind for block in section.blocks]
    if section.title or "keywords" not in kinds:
        return section
    end = kinds.index("keywords")
    if end > MOST or set(kinds[:end]) != {"paragraph"}:
        return section
    blocks = tuple(replace(b, kind="abstract") if i < end else b for i, b in enumerate(section.blocks))
    return replace(section, role="abstract" if end + 1 == len(kinds) else section.role, blocks=blocks)
