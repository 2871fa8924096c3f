"""EPUB books: order of the spine, notes across files, numbers that begin anew, metadata of the package."""

from __future__ import annotations

from readings.documents import Document
from readings.documents.pipeline import document_of
from readings.documents.readers.epub import read_epub

from .making.book import XHTML, book, packed
from .making.source import work

PROSE = "The ferry left Varda at dawn, and nobody on the quay believed that the customs house would ever open again."


def read(files: dict[str, str], spine: list[str] | None = None, metadata: str = "") -> Document:
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in files)
    order = "".join(f'<itemref idref="{name}"/>' for name in spine or files)
    opf = f"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>
<manifest>{items}</manifest><spine>{order}</spine></package>"""
    return document_of(
        read_epub(packed({f"OEBPS/{n}": XHTML.format(title=n, body=body) for n, body in files.items()}, opf))
    )


def chapter(name: str, note: str = "") -> str:
    mark = '<sup><a href="#f1">1</a></sup>' if note else ""
    return f"<h1>{name}</h1><p>{PROSE} This is {name}.{mark}</p>" + (
        f'<aside id="f1" epub:type="footnote">{note}</aside>' if note else ""
    )


def test_chapters_stand_in_the_order_of_the_spine() -> None:
    document = read({"a.xhtml": chapter("Alpha"), "b.xhtml": chapter("Beta")}, ["b.xhtml", "a.xhtml"])
    assert [section.title for section in document.sections] == ["Beta", "Alpha"]


def test_numbers_of_notes_that_begin_anew_are_told_apart() -> None:
    document = read({"a.xhtml": chapter("Alpha", "Of alpha."), "b.xhtml": chapter("Beta", "Of beta.")})
    notes = {note.label: note.text for note in document.notes}
    marks = [mark.target for section in document.sections for block in section.blocks for mark in block.marks]
    assert [notes[label or ""] for label in marks] == ["Of alpha.", "Of beta."]
    assert "notes_renumbered" in {finding.code for finding in document.findings}


def test_lines_count_on_through_the_files() -> None:
    document = read({"a.xhtml": chapter("Alpha"), "b.xhtml": chapter("Beta")})
    first, second = (section.blocks[0].lines[0] for section in document.sections)
    assert first < second


def test_printed_pages_go_on_into_the_next_file() -> None:
    pages = {"a.xhtml": '<span epub:type="pagebreak" title="7"/>' + chapter("Alpha"), "b.xhtml": chapter("Beta")}
    assert [section.blocks[0].page for section in read(pages).sections] == ["7", "7"]


def test_an_empty_element_in_short_form_does_not_swallow_the_text() -> None:
    document = read(
        {
            "a.xhtml": f'<h1><a id="x"/>Alpha</h1><p><i/>{PROSE}<b class="y" /></p><p>{PROSE} Again.</p>',
            "b.xhtml": chapter("Beta"),
        }
    )
    assert [block.text for block in document.sections[0].blocks] == [PROSE, f"{PROSE} Again."]
    assert not [mark for block in document.sections[0].blocks for mark in block.marks]


def test_a_cover_and_the_navigation_are_no_text() -> None:
    files = {
        "nav.xhtml": '<nav epub:type="toc"><ol><li><a href="a.xhtml">Alpha</a></li></ol></nav>',
        "a.xhtml": chapter("Alpha"),
        "b.xhtml": chapter("Beta"),
    }
    document = read(files)
    assert [section.title for section in document.sections] == ["Alpha", "Beta"]


def test_the_package_gives_the_metadata() -> None:
    metadata = "<dc:title>Salt</dc:title><dc:creator>Ann Orr</dc:creator><dc:date>2019-05</dc:date><dc:identifier>urn:isbn:978-0-306-40615-7</dc:identifier><dc:language>de-AT</dc:language>"
    found = read({"a.xhtml": chapter("Alpha"), "b.xhtml": chapter("Beta")}, metadata=metadata).metadata
    assert (found.title, found.year, found.isbn, found.language) == ("Salt", 2019, "9780306406157", "de")
    assert [(author.given, author.family) for author in found.authors] == [("Ann", "Orr")]


def test_an_institution_is_a_corporate_author() -> None:
    assert document_of(read_epub(book(work("minsk-group")))).metadata.corporate_author == "The Glossa contributors"
