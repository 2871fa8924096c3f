"""A work as an EPUB: a file for each section, and one for all notes."""

from __future__ import annotations

from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from .source import Part, Work
from .web import blocks, inline

XHTML = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>{title}</title></head>
<body epub:type="bodymatter"><a id="start"/>{body}</body></html>"""
CONTAINER = """<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""


def chapters(work: Work) -> list[list[Part]]:
    """The parts of the work, cut at its headings of the first rank."""
    made: list[list[Part]] = [[]]
    for part in work.parts:
        if part.kind == "heading" and part.level == 1:
            made.append([])
        made[-1].append(part)
    return [chapter for chapter in made if chapter]


def book(work: Work) -> bytes:
    files = {"title.xhtml": f"<h1>{escape(work.title)}</h1><p>{escape(work.byline)}</p>"}
    files |= {f"c{n}.xhtml": blocks(chapter, "notes.xhtml") for n, chapter in enumerate(chapters(work), 1)}
    asides = "".join(
        f'<aside epub:type="footnote" id="n{label}"><p><a href="c1.xhtml#r{label}">{label}</a>. {inline(runs)}</p></aside>'
        for label, runs in work.notes.items()
    )
    files["notes.xhtml"] = f'<section epub:type="footnotes">{asides}</section>'
    return packed(
        {f"OEBPS/{name}": XHTML.format(title=escape(name), body=body) for name, body in files.items()},
        package(work, list(files)),
    )


def package(work: Work, names: list[str]) -> str:
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(names)))
    return f"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(work.title)}</dc:title><dc:creator>The Glossa contributors</dc:creator>
<dc:language>en</dc:language><dc:date>2026-11-01</dc:date><dc:publisher>Glossa</dc:publisher></metadata>
<manifest>{items}</manifest><spine>{spine}</spine></package>"""


def packed(files: dict[str, str], opf: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/book.opf", opf)
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()
