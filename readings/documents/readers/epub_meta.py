"""Metadata of an EPUB book, from the Dublin Core of its package file."""

from __future__ import annotations

import re

from readings.documents.types import Metadata

from .html_meta import DOI, INSTITUTION, date_of, first, person
from .html_tree import Element

ISBN = re.compile(r"97[89][\d-]{10,14}|\b\d{9}[\dX]\b")


def package_metadata(package: Element) -> Metadata:
    """What the package file says of the book."""
    said: dict[str, list[str]] = {}
    for element in package.iter("{http://purl.org/dc/elements/1.1/}*"):
        value = " ".join("".join(element.itertext()).split())
        if value:
            said.setdefault(element.tag.rpartition("}")[2].lower(), []).append(value)
    names = said.get("creator", [])
    date = next(filter(None, map(date_of, said.get("date", []))), None)
    language = re.match(r"[a-z]{2,3}", first(said.get("language", [])).lower())
    numbers = " ".join(said.get("identifier", []))
    isbn, doi = ISBN.search(numbers), DOI.search(numbers)
    return Metadata(
        title=first(said.get("title", [])) or None,
        authors=tuple(person(name) for name in names if not INSTITUTION.search(name)),
        corporate_author=first([name for name in names if INSTITUTION.search(name)]) or None,
        publisher=first(said.get("publisher", [])) or None,
        date=date,
        year=int(date[:4]) if date else None,
        language=language[0] if language else None,
        isbn=isbn[0].replace("-", "") if isbn else None,
        doi=doi[0] if doi else None,
        rights=first(said.get("rights", [])) or None,
        keywords=tuple(said.get("subject", [])),
    )
