"""HTML bytes to a tree: the encoding found, scripts and what is never shown taken out, nothing fetched or expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from readings.documents.encoding import BOMS, decode
from readings.documents.errors import EmptyFile, NoText, TooDeep
from readings.documents.types import Finding

Element = Any
"""An element of lxml's tree."""

DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
XML_HEAD = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
SUBSET = re.compile(r"<!DOCTYPE[^\[>]{0,500}\[.*?\]\s*>", re.IGNORECASE | re.DOTALL)
SHORT = re.compile(
    r"<((?!(?:br|hr|img|meta|link|input|col|area|base|embed|source|track|wbr)\b)[a-z][\w:]*)((?:\s[^<>]*?)?)/>",
    re.IGNORECASE,
)
UNSEEN = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "annotation",
    "annotation-xml",
    "object",
    "embed",
    "iframe",
    "canvas",
    "audio",
    "video",
    "map",
    "datalist",
    "applet",
    "frameset",
)
HEAD = 4096


def text_of(data: bytes) -> tuple[str, tuple[Finding, ...]]:
    """The text of an HTML file; the declared encoding counts where the bytes do not say better."""
    declared = _declared(data)
    if declared and not any(data.startswith(bom) for bom, _ in BOMS) and not _is_utf8(data):
        try:
            text = data.decode(declared)
        except (UnicodeDecodeError, LookupError):
            return decode(data), (_wrong(declared),)
        if "\0" not in text:
            return text, ()
    text = decode(data)
    wrong = bool(declared) and not declared.startswith(("utf", "ascii", "us-ascii")) and not text.isascii()
    return text, ((_wrong(declared),) if wrong else ())


def _declared(data: bytes) -> str:
    found = DECLARED.search(data[:HEAD])
    name = (found[1] or found[2]).decode("ascii", "replace").lower() if found else ""
    return "windows-1252" if name in ("iso-8859-1", "latin1", "ascii", "us-ascii") else name


def _is_utf8(data: bytes) -> bool:
    try:
        return bool(data.decode("utf-8")) and not data.startswith(b"\0") and b"\0" not in data[:HEAD]
    except UnicodeDecodeError:
        return False


def _wrong(declared: str) -> Finding:
    message = f"The file says that its encoding is {declared}, but it is another one; the right one was used."
    return Finding("wrong_encoding", "repaired", message)


def tree_of(text: str) -> Element:
    """The tree of HTML or XHTML text; its depth has a limit."""
    if XML_HEAD.match(text) or "xmlns=" in text[:HEAD]:
        text = SHORT.sub(r"<\1\2></\1>", text)  # an empty element in XML's short form would swallow what follows
    text = SUBSET.sub("<!DOCTYPE html>", XML_HEAD.sub("", text), count=1)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        _check(parser)
        raise EmptyFile if not text.strip() else NoText("HTML") from error
    _check(parser)
    return root


def _check(parser: Any) -> None:
    """The parser stops silently at its limits and leaves half a tree; its log says so."""
    stopped = {entry.type_name for entry in parser.error_log}
    if "ERR_NO_MEMORY" in stopped:
        raise MemoryError
    if "ERR_RESOURCE_LIMIT" in stopped:
        raise TooDeep


def strip_unseen(root: Element) -> None:
    """Take out scripts, styles and pictures, which hold no text."""
    etree.strip_elements(root, *UNSEEN, with_tail=False)


def remove(element: Element) -> None:
    """Take an element out of its tree; the text after it stays."""
    element.drop_tree()


def words_in(element: Element) -> str:
    """The text of an element with single blanks, block elements kept apart."""
    return " ".join(" ".join(element.itertext()).split())


def has_type(element: Element, *names: str) -> bool:
    """True where ``role`` or ``epub:type`` holds one of the names, with or without "doc-"."""
    given = f"{element.get('role') or ''} {element.get('epub:type') or ''}".lower().replace("doc-", "").split()
    return any(name in given for name in names)


def tokens(element: Element) -> Iterator[str]:
    """The words that class and id are made of: ``site-nav mainMenu`` gives site, nav, main, menu."""
    given = f"{element.get('class') or ''} {element.get('id') or ''}"
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", given)
    yield from re.split(r"[\s_-]+", spaced.lower())


def is_element(node: Element) -> bool:
    return isinstance(node.tag, str)
