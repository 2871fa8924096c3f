"""A work as a Word file, its parts written by hand: styles, footnotes, a list, a table, core properties."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from .source import Part, Run, Work

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = f"""{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{OFFICE}.styles+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="{OFFICE}.footnotes+xml"/><Override PartName="/word/endnotes.xml" ContentType="{OFFICE}.endnotes+xml"/>
<Override PartName="/word/numbering.xml" ContentType="{OFFICE}.numbering+xml"/></Types>"""
ROOT = f"""{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>"""
LINKS = f"""{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{RELATIONS}/styles" Target="styles.xml"/><Relationship Id="r2" Type="{RELATIONS}/footnotes" Target="footnotes.xml"/>
<Relationship Id="r3" Type="{RELATIONS}/numbering" Target="numbering.xml"/><Relationship Id="r4" Type="{RELATIONS}/endnotes" Target="endnotes.xml"/></Relationships>"""
NUMBERING = f"""{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
STYLES = {
    "Title": "Title",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "Quote": "Quote",
    "Caption": "caption",
}
NAMES = {"text": "", "quote": "Quote", "caption": "Caption", "item": ""}


def paragraph(runs: Iterable[Run], style: str = "", properties: str = "", note: str = "footnote") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(run(r, note) for r in runs)}</w:p>"


def run(part: Run, note: str) -> str:
    if part.note:
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{note}Reference w:id="{part.note}"/></w:r>'
    style = "<w:rPr><w:i/></w:rPr>" if part.style else ""
    return f'<w:r>{style}<w:t xml:space="preserve">{escape(part.text)}</w:t></w:r>'


def block(part: Part, note: str) -> str:
    if part.kind == "heading":
        return paragraph(part.runs, f"Heading{part.level}", note=note)
    if part.kind == "table":
        rows = ("".join(f"<w:tc>{paragraph([Run(cell)])}</w:tc>" for cell in row) for row in part.rows)
        return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if part.kind == "item" else ""
    return paragraph(part.runs, NAMES[part.kind], listed, note)


def notes_part(kind: str, notes: dict[str, tuple[Run, ...]]) -> str:
    made = "".join(f'<w:{kind} w:id="{label}">{paragraph(runs)}</w:{kind}>' for label, runs in notes.items())
    return f"{HEAD}<w:{kind}s {W}>{made}</w:{kind}s>"


def word(work: Work, note: str = "footnote", extra: dict[str, str | bytes] | None = None) -> bytes:
    """The work as DOCX with its notes as footnotes or endnotes; ``extra`` adds parts or replaces them."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{i}"><w:name w:val="{n}"/></w:style>' for i, n in STYLES.items()
    )
    body = (
        paragraph([Run(work.title)], "Title")
        + paragraph([Run(work.byline)])
        + "".join(block(p, note) for p in work.parts)
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "word/_rels/document.xml.rels": LINKS,
        "word/document.xml": f"{HEAD}<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"{HEAD}<w:styles {W}>{styles}</w:styles>",
        "word/numbering.xml": NUMBERING,
        "word/footnotes.xml": notes_part("footnote", work.notes if note == "footnote" else {}),
        "word/endnotes.xml": notes_part("endnote", work.notes if note == "endnote" else {}),
        "docProps/core.xml": f"""{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
            xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(work.title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>""",
        **(extra or {}),
    }
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
