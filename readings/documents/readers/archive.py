"""The parts of a zipped document, read within limits and without trusting what the archive says of itself."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from readings.documents.errors import Damaged, DeclaresEntities, Encrypted, Overfull

from .html_tree import Element

WHOLE = 200_000_000
"""Bytes that all parts read may have together."""
PART = 60_000_000
"""Bytes of one part."""
MOST_PARTS = 10_000
MARKUP = (".xml", ".rels", ".opf", ".ncx", ".xhtml", ".html", ".htm")
ENTITY = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST)|<!DOCTYPE[^>]*\[", re.IGNORECASE)
DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)


class Archive:
    """A zip file's parts by name. ``kind`` is what messages call it."""

    def __init__(self, data: bytes, kind: str) -> None:
        self.kind = kind
        self.size = 0
        try:
            self.zip = ZipFile(BytesIO(data))
            self.parts = {info.filename: info for info in self.zip.infolist()}
        except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise Damaged(kind) from error
        if len(self.parts) > MOST_PARTS:
            raise Overfull(kind, WHOLE)

    def __contains__(self, name: str) -> bool:
        return name in self.parts

    def read(self, name: str) -> bytes:
        """A part's bytes; raises Damaged, Encrypted or Overfull."""
        info = self.parts.get(name)
        if info is None:
            raise Damaged(self.kind)
        if info.flag_bits & 1:
            raise Encrypted(self.kind)
        content = self._unpacked(info)
        self.size += len(content)
        if len(content) > PART or self.size > WHOLE:
            raise Overfull(self.kind, WHOLE)
        return content

    def _unpacked(self, info: ZipInfo) -> bytes:
        """No more than the limit and one byte, whatever size the archive claims."""
        try:
            with self.zip.open(info) as part:
                return part.read(PART + 1)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
            raise Damaged(self.kind) from error

    def xml(self, name: str) -> Element:
        """A part as a tree; no document type, no entities, nothing fetched."""
        content = self.read(name)
        self.check(content, doctype=True)
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise Damaged(self.kind) from error

    def check(self, content: bytes, doctype: bool) -> None:
        """Raise DeclaresEntities for markup that defines entities, or has any document type where none belongs."""
        wide = content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:8]
        text = content.decode("utf-16" if wide else "latin-1", errors="replace")
        if ENTITY.search(text) or (doctype and DOCTYPE.search(text)):
            raise DeclaresEntities(self.kind)
