"""Tells what a file is: by its bytes first, by its name where bytes are mute."""

from __future__ import annotations

import codecs
import re
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from .errors import Damaged, EmptyFile, Encrypted, OtherFormat, UnknownFormat, WrongEnding

ENDINGS = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".pdf": "pdf",
    ".epub": "epub",
}
CONVERTED = frozenset({"html", "docx", "pdf", "epub"})
"""Formats that are read in a child process: their parsers are large, and the files come from anywhere."""

AS_TEXT = "Save it as PDF, DOCX or plain text and send that."
OTHERS = (
    (b"{\\rtf", "an RTF document", "Save it as DOCX and send that."),
    (b"\x89PNG", "a picture", "Run text recognition (OCR) on it and send the text."),
    (b"\xff\xd8\xff", "a picture", "Run text recognition (OCR) on it and send the text."),
    (b"GIF8", "a picture", "Run text recognition (OCR) on it and send the text."),
    (b"II*\0", "a picture", "Run text recognition (OCR) on it and send the text."),
    (b"MM\0*", "a picture", "Run text recognition (OCR) on it and send the text."),
    (b"AT&TFORM", "a DjVu scan", "Save its text layer as plain text and send that."),
    (b"%!PS", "a PostScript file", "Save it as PDF and send that."),
    (b"\x1f\x8b", "an archive", "Unpack it and send the document."),
    (b"7z\xbc\xaf", "an archive", "Unpack it and send the document."),
    (b"Rar!", "an archive", "Unpack it and send the document."),
    (b"MZ", "a program", AS_TEXT),
    (b"\x7fELF", "a program", AS_TEXT),
)
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
LOCKED = "EncryptedPackage".encode("utf-16-le")
PAGE = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*){0,20}<(?:!doctype\s+html|html|head)[\s>]", re.IGNORECASE | re.DOTALL
)
WEB_ARCHIVE = re.compile(rb"(?:^|\n)content-type:\s*multipart/related", re.IGNORECASE)
HEAD = 4096


def format_of(data: bytes, name: str) -> str:
    """The format of a file, a key of READERS; raises a DocumentError for what cannot be read."""
    if not data:
        raise EmptyFile
    found = _by_content(data)
    ending = PurePath(name).suffix.lower()
    named = ENDINGS.get(ending)
    if found:
        return found
    if named is None:
        raise UnknownFormat(name, ", ".join(sorted(filter(None, ENDINGS))))
    if named in ("docx", "pdf", "epub"):
        raise WrongEnding(ending)
    return named


def _by_content(data: bytes) -> str | None:
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(OLE):
        if LOCKED in data:
            raise Encrypted("Word")
        raise OtherFormat("an Office document of the old kind", "Save it as DOCX and send that.")
    for magic, what, instead in OTHERS:
        if data.startswith(magic):
            raise OtherFormat(what, instead)
    if WEB_ARCHIVE.search(data[:HEAD]):
        raise OtherFormat("a web archive", "Save the page as HTML and send that.")
    return "html" if PAGE.match(_opening(data)) else None


def _opening(data: bytes) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data[:HEAD].decode("utf-16" if wide else "utf-8", errors="replace")


def _zipped(data: bytes) -> str:
    """DOCX and EPUB are told by the names of their parts; no part is unpacked but EPUB's own short label."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise Damaged("DOCX or EPUB") from error
    if "word/document.xml" in names or ("[Content_Types].xml" in names and any(n.startswith("word/") for n in names)):
        return "docx"
    if "META-INF/container.xml" in names:
        return "epub"
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        raise OtherFormat("a spreadsheet or a presentation", AS_TEXT)
    if "content.xml" in names:
        raise OtherFormat("an OpenDocument file", "Save it as DOCX and send that.")
    raise OtherFormat("an archive", "Unpack it and send the document.")
