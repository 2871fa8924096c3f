"""Metadata of a PDF: its information dictionary, where it says more than the name of the file it was made from."""

from __future__ import annotations

import re
from collections.abc import Mapping

from readings.documents.types import Metadata

from .docx_meta import EMPTY, MACHINE
from .html_meta import INSTITUTION, person

MADE_FROM = re.compile(r"^(?:microsoft (?:word|powerpoint) - |untitled|anonymous|unspecified)", re.IGNORECASE)


def info_metadata(info: Mapping[str, str]) -> Metadata:
    """Title, authors and keywords; the date of the file's making is none of the text's."""
    title, author = (_said(info, key) for key in ("Title", "Author"))
    names = [name.strip() for name in re.split(r";|\band\b|&", author) if name.strip()]
    return Metadata(
        title=title or None,
        authors=tuple(person(name) for name in names if not INSTITUTION.search(name)),
        corporate_author=next((name for name in names if INSTITUTION.search(name)), None),
        keywords=tuple(part.strip() for part in re.split(r"[,;]", _said(info, "Keywords")) if part.strip()),
    )


def _said(info: Mapping[str, str], key: str) -> str:
    value = " ".join(info.get(key, "").replace("\0", "").split())[:500]
    return "" if EMPTY.match(value) or MACHINE.match(value) or MADE_FROM.match(value) else value
