"""Markdown: a block of metadata between dashes may come first, then text like any other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from readings.documents.encoding import decode
from readings.documents.names import iso_date, person
from readings.documents.piece import Draft
from readings.documents.types import Finding, Metadata

from .lines import Line, numbered
from .text import drafted

FIELD = re.compile(r"([A-Za-z][\w-]*)\s*:\s*(.*)$")
ITEM = re.compile(r"\s*-\s+(.*)$")
NESTED = re.compile(r"\s+(?:-\s+)?name\s*:\s*(.*)$")
LONGEST = 200
LONGEST_VALUE = 1000
READ = "The metadata that the file declares was read."


def read_markdown(data: bytes) -> Draft:
    """The pieces of a Markdown file, and the metadata it declares."""
    lines = numbered(decode(data))
    end = _header_end(lines)
    header = lines[:end] or _title_block(lines)
    if not header:
        return drafted(lines)
    draft = drafted([*(replace(line, text="") for line in header), *lines[len(header) :]])
    fields = _fields(header[1:-1]) if end else _titled(header)
    words = "\n".join(line.text.lstrip("%") for line in header if line.text.strip("-. "))
    finding = Finding("metadata_block", "dropped", READ, tuple(line.number for line in header), words)
    return replace(draft, metadata=declared(fields).or_else(draft.metadata)).found(finding)


def _title_block(lines: Sequence[Line]) -> list[Line]:
    """The lines behind per cent signs that may open a file: title, authors, date."""
    return list(takewhile(lambda line: line.text.startswith("%"), lines[:3]))


def _titled(header: Sequence[Line]) -> dict[str, list[str]]:
    names = ("title", "author", "date")
    return {name: _values(line.text.lstrip("%")) for name, line in zip(names, header, strict=False)}


def _header_end(lines: Sequence[Line]) -> int:
    """How many lines the metadata block takes, 0 where there is none."""
    if not lines or lines[0].text.strip() != "---":
        return 0
    ends = (i for i, line in enumerate(lines[1:LONGEST], 1) if line.text.strip() in ("---", "..."))
    end = next(ends, 0)
    body = [line.text for line in lines[1:end] if line.text.strip()]
    return end + 1 if body and FIELD.match(body[0]) else 0


def _fields(lines: Sequence[Line]) -> dict[str, list[str]]:
    """Names and values; a value may go on in items or indented lines below its name."""
    fields: dict[str, list[str]] = {}
    name = ""
    for line in _unquoted(lines):
        field = FIELD.match(line.text)
        nested, item = NESTED.match(line.text), ITEM.match(line.text)
        if field:
            name = field[1].lower()
            fields[name] = _values(field[2])
        elif name and (nested or item):
            fields[name] += _values((nested or item)[1])  # type: ignore[index]
        elif name and line.text.startswith(" ") and fields[name] and not FIELD.match(line.text.strip()):
            fields[name][-1] += f" {line.text.strip()}"
    return fields


def _unquoted(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, a value whose quotation mark is closed on a later line put on one."""
    open_line: Line | None = None
    for line in lines:
        if open_line:
            line = replace(open_line, text=f"{open_line.text} {line.text.strip()}")
        field = FIELD.match(line.text)
        value = field[2].strip() if field else ""
        is_open = value[:1] in ("'", '"') and (len(value) == 1 or value[-1] != value[0]) and len(value) < LONGEST_VALUE
        open_line = line if is_open else None
        if not is_open:
            yield line
    if open_line:
        yield open_line


def _values(text: str) -> list[str]:
    text = text.strip()
    if text in ("", "|", ">", ">-", "|-"):
        return []
    listed = text[1:-1].split(",") if text.startswith("[") and text.endswith("]") else [text]
    return [value.strip().strip("\"'") for value in listed if value.strip()]


def declared(fields: dict[str, list[str]]) -> Metadata:
    """Metadata from named values, as Markdown headers and web pages give them."""

    def one(*names: str) -> str | None:
        return next((fields[name][0] for name in names if fields.get(name)), None)

    date = iso_date(one("date", "published") or "") or one("date", "published")
    year = re.search(r"\b(?:19|20)\d\d\b", date or one("year") or "")
    names = [
        name
        for value in fields.get("author", []) + fields.get("authors", [])
        for name in re.split(r"\s+and\s+|;", value)
    ]
    return Metadata(
        title=one("title"),
        subtitle=one("subtitle"),
        authors=tuple(map(person, names)),
        publisher=one("publisher", "institution", "institute"),
        container=one("container-title", "journal", "series"),
        date=date,
        year=int(year[0]) if year else None,
        kind=one("kind", "type"),
        language=(one("lang", "language") or "")[:2] or None,
        isbn=one("isbn"),
        doi=one("doi"),
        rights=one("rights", "license", "copyright"),
        keywords=tuple(fields.get("keywords", []) + fields.get("tags", [])),
        affiliations=tuple(fields.get("affiliation", [])),
    )
