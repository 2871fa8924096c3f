"""EPUB books: the chapters in the order of the spine, as one HTML text, so that notes are found across files."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from lxml import html

from readings.documents.errors import Damaged, Encrypted, NoText
from readings.documents.piece import Draft, source_of

from .archive import Archive
from .epub_meta import package_metadata
from .html import draft_of
from .html_blocks import OFFSET
from .html_main import main_content
from .html_notes import take_notes
from .html_tree import Element, has_type, is_element, strip_unseen, text_of, tree_of
from .titles import settled

CONTAINER = "META-INF/container.xml"
RIGHTS = "META-INF/encryption.xml"
PAGES = ("application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document")
COVERS = ("cover", "titlepage", "toc", "landmarks", "nav")
FONTS = re.compile(rb"obfuscation|fonts?/", re.IGNORECASE)
LOCAL = re.compile(r"^(?![a-z][a-z0-9+.-]*:)([^#]*)#(.+)$", re.IGNORECASE)


def read_epub(data: bytes) -> Draft:
    """The pieces of an EPUB file."""
    archive = Archive(data, "EPUB")
    if RIGHTS in archive and not FONTS.search(archive.read(RIGHTS)):
        raise Encrypted("EPUB")
    package_name = _package(archive)
    package = archive.xml(package_name)
    book, chapters = _book(archive, list(_spine(package, package_name, archive)))
    notes = take_notes(book)
    main, dropped = main_content(book)
    draft = draft_of(
        main if len(main.text_content()) > 0.9 * len(book.text_content()) else book, notes, package_metadata(package)
    )
    if not draft.pieces:
        raise NoText("EPUB")
    starts, names = list(chapters), list(chapters.values())
    source = source_of(draft.pieces, lambda line: names[max(0, bisect(starts, line - 1) - 1)])
    return settled(replace(draft, source=source).found(*dropped), draft.metadata.title)


def _package(archive: Archive) -> str:
    for element in archive.xml(CONTAINER).iter("{*}rootfile"):
        name = posixpath.normpath(unquote(element.get("full-path") or ""))
        if name in archive:
            return name
    raise Damaged("EPUB")


def _spine(package: Element, package_name: str, archive: Archive) -> Iterator[str]:
    """Names of the chapter files in reading order; a path never leaves the archive, for only its parts are known."""
    folder = posixpath.dirname(package_name)
    items = {item.get("id"): item for item in package.iter("{*}item")}
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if (
            item is None
            or (item.get("media-type") or PAGES[0]) not in PAGES
            or "nav" in (item.get("properties") or "").split()
        ):
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        if name in archive:
            yield name


def _book(archive: Archive, names: list[str]) -> tuple[Element, dict[int, str]]:
    """One tree with all chapters, and how many lines stand before each of them; names of places carry the chapter's
    number, so that links find them."""
    book = html.document_fromstring("<html><head></head><body></body></html>")
    numbers = {name: n for n, name in enumerate(names)}
    lines = 0
    chapters: dict[int, str] = {}
    for name in names:
        content = archive.read(name)
        archive.check(content, doctype=False)
        text, _ = text_of(content)
        chapter = tree_of(text)
        strip_unseen(chapter)
        body = chapter.find("body")
        if body is None or _is_cover(body):
            continue
        _rename(body, name, numbers)
        body.tag = "div"
        body.set(OFFSET, str(lines))
        chapters[lines] = posixpath.basename(name)
        lines += text.count("\n") + 1
        book.find("body").append(body)
    return book, chapters


def _is_cover(body: Element) -> bool:
    typed = [body, *body.iterchildren("section", "div", "nav")]
    return any(has_type(element, *COVERS) for element in typed[:2]) and len(body.text_content()) < 5000


def _rename(body: Element, name: str, numbers: dict[str, int]) -> None:
    own = numbers[name]
    folder = posixpath.dirname(name)
    for element in body.iter():
        if not is_element(element):
            continue
        for attribute in ("id", "name"):
            if element.get(attribute):
                element.set(attribute, f"c{own}-{element.get(attribute)}")
        link = LOCAL.match(element.get("href") or "") if element.tag == "a" else None
        if link:
            target = posixpath.normpath(posixpath.join(folder, unquote(link[1]))) if link[1] else name
            element.set("href", f"#c{numbers.get(target, own)}-{link[2]}")
