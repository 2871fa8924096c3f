"""Metadata of a Word file: its core properties, where they say more than the program's defaults."""

from __future__ import annotations

import re
from dataclasses import replace

from readings.documents.errors import Damaged
from readings.documents.types import Metadata

from .archive import Archive
from .html_meta import date_of, person

CORE = "docProps/core.xml"
EMPTY = re.compile(
    r"(?:microsoft word|document\d*|untitled|title|\s*)(?:\b|$).{0,5}$|.*\.(?:docx?|indd|pdf|rtf|odt)$", re.IGNORECASE
)
MACHINE = re.compile(
    r"^(?:user|admin|administrator|author|unknown|microsoft office user|python-docx|hp|dell|acer|lenovo|owner)$",
    re.IGNORECASE,
)


def core_metadata(archive: Archive) -> Metadata:
    """Title, authors, language, keywords and date; the date of the file's making is none of the text's."""
    if CORE not in archive:
        return Metadata()
    try:
        root = archive.xml(CORE)
    except Damaged:
        return Metadata()
    said = {element.tag.rpartition("}")[2]: " ".join((element.text or "").split()) for element in root.iter("*")}
    title, creator = said.get("title", ""), said.get("creator", "")
    names = [name.strip() for name in creator.split(";") if name.strip() and not MACHINE.match(name.strip())]
    language = re.match(r"[a-z]{2,3}", said.get("language", "").lower())
    found = Metadata(
        title=title if title and not EMPTY.match(title) else None,
        authors=tuple(person(name) for name in names),
        language=language[0] if language else None,
        keywords=tuple(part.strip() for part in re.split(r"[,;]", said.get("keywords", "")) if part.strip()),
    )
    date = date_of(said.get("date", "")) if said.get("date") else None
    return replace(found, date=date, year=int(date[:4]) if date else None)
