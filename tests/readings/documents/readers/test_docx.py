"""Word files: styles, notes of both kinds, tables, links, tracked changes, and what is left out."""

from __future__ import annotations

from readings.documents import Block, Document, Person
from readings.documents.pipeline import document_of
from readings.documents.readers.docx import read_docx

from .making.source import Run, Work, work
from .making.word import HEAD, W, notes_part, paragraph, word, zipped

PROSE = "The ferry left Varda at dawn, and nobody on the quay believed that the customs house would ever open again."
MORE = "A second council met in the salt store above the harbour, because the town hall had been let to a circus."


def file(body: str, **parts: str | bytes) -> bytes:
    """A Word file with this body; parts are given by name, ``__`` standing for a slash and ``_`` before the ending for a stop."""
    names = {
        name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"): content
        for name, content in parts.items()
    }
    document = f'{HEAD}<w:document {W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{body}</w:body></w:document>'
    return word(Work("", ""), extra={"word/document.xml": document, **names})


def read(body: str, **parts: str | bytes) -> Document:
    return document_of(read_docx(file(body, **parts)))


def blocks(document: Document) -> list[Block]:
    return [block for section in document.sections for block in section.blocks]


def p(text: str, style: str = "") -> str:
    return paragraph([Run(text)], style)


def test_heading_styles_give_sections_and_ranks() -> None:
    body = (
        p("Salt", "Title")
        + p("1. Roads", "Heading1")
        + p(PROSE)
        + p("1.1 Old", "Heading2")
        + p(MORE)
        + p("2. Seas", "Heading1")
        + p(PROSE)
    )
    document = read(body)
    assert document.metadata.title == "Salt"
    assert [(s.number, s.title, s.level) for s in document.sections] == [
        ("1", "Roads", 1),
        ("1.1", "Old", 2),
        ("2", "Seas", 1),
    ]


def test_headings_that_word_numbers_itself_show_their_numbers() -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    levels = level.format(0, "decimal", "%1.") + level.format(1, "lowerLetter", "%1.%2")
    numbering = f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    style = '<w:style w:type="paragraph" w:styleId="Heading{0}"><w:name w:val="heading {0}"/><w:pPr><w:numPr><w:ilvl w:val="{1}"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    styles = f"{HEAD}<w:styles {W}>{style.format(1, 0)}{style.format(2, 1)}</w:styles>"
    out = paragraph([Run("Preface")], "Heading1", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    body = (
        out
        + p(PROSE)
        + "".join(
            p(name, f"Heading{n}") + p(MORE + name)
            for n, name in ((1, "Roads"), (2, "Old"), (2, "New"), (1, "Seas"), (2, "Deep"))
        )
    )
    document = read(body, word__styles_xml=styles, word__numbering_xml=numbering)
    assert [(s.number, s.title, s.level) for s in document.sections][:1] == [(None, "Preface", 1)]
    shown = [f"{s.number or ''} {s.title}".strip() for s in document.sections[1:]]
    assert shown == ["1 Roads", "1.a Old", "1.b New", "2 Seas", "2.a Deep"]


def test_bold_paragraphs_are_headings_where_no_style_is_used() -> None:
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r></w:p>"
    document = read(bold.format("Roads") + p(PROSE) + bold.format("Seas") + p(MORE))
    assert [section.title for section in document.sections] == ["Roads", "Seas"]


def test_footnotes_and_endnotes_of_one_file_keep_apart() -> None:
    body = "<w:p><w:r><w:t>Foot</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:t> and end</w:t></w:r><w:r><w:endnoteReference w:id='1'/></w:r></w:p>"
    document = read(
        p("One", "Heading1") + body,
        word__footnotes_xml=notes_part("footnote", {"1": (Run("At the foot."),)}),
        word__endnotes_xml=notes_part("endnote", {"1": (Run("At the end."),)}),
    )
    block = blocks(document)[0]
    notes = {note.label: note.text for note in document.notes}
    assert [(block.text[: m.start], notes[m.target or ""]) for m in block.marks] == [
        ("Foot", "At the foot."),
        ("Foot and end", "At the end."),
    ]


def test_merged_cells_are_filled() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>" + "<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = [
        cell.format("", "Road") + cell.format('<w:gridSpan w:val="2"/>', "Year"),
        cell.format('<w:vMerge w:val="restart"/>', "North") + cell.format("", "1900") + cell.format("", "1910"),
        cell.format("<w:vMerge/>", "") + cell.format("", "1920") + cell.format("", "1930"),
    ]
    document = read(p(PROSE) + "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>" + p(MORE))
    table = next(block for block in blocks(document) if block.kind == "table")
    assert (table.header, table.rows) == (
        ("Road", "Year", "Year"),
        (("North", "1900", "1910"), ("North", "1920", "1930")),
    )


def test_what_was_deleted_with_changes_tracked_is_gone_and_what_was_inserted_is_there() -> None:
    body = f"<w:p><w:r><w:t>{PROSE} </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>there</w:t></w:r></w:ins></w:p>"
    assert blocks(read(body))[0].text == f"{PROSE} there"


def test_the_contents_list_goes_out_with_its_words() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{i}"><w:name w:val="{n}"/></w:style>'
        for i, n in (("TOC1", "toc 1"), ("Heading1", "heading 1"))
    )
    document = read(
        p("Roads 3", "TOC1") + p("Roads", "Heading1") + p(PROSE),
        word__styles_xml=f"{HEAD}<w:styles {W}>{styles}</w:styles>",
    )
    assert [block.text for block in blocks(document)] == [PROSE]
    assert "Roads 3" in {finding.text for finding in document.findings}


def test_macros_are_not_read_and_the_instructor_is_told() -> None:
    document = read(p(PROSE), word__vbaProject_bin=b"AutoOpen")
    assert [block.text for block in blocks(document)] == [PROSE]
    assert "macros_ignored" in {finding.code for finding in document.findings}


def test_core_properties_are_metadata_unless_they_are_the_programs_own() -> None:
    core = f"""{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:title>{{}}</dc:title><dc:creator>{{}}</dc:creator><cp:keywords>salt; roads</cp:keywords><dc:language>en-US</dc:language></cp:coreProperties>"""
    found = read(p(PROSE), docProps__core_xml=core.format("Salt roads", "Ann Orr;Ben Poe")).metadata
    assert (found.title, found.authors, found.keywords, found.language) == (
        "Salt roads",
        (Person("Ann", "Orr"), Person("Ben", "Poe")),
        ("salt", "roads"),
        "en",
    )
    found = read(p(PROSE), docProps__core_xml=core.format("Document1.docx", "Microsoft Office User")).metadata
    assert (found.title, found.authors) == (None, ())


def test_lines_are_paragraphs_counted() -> None:
    document = read(p("One", "Heading1") + p(PROSE) + p(MORE))
    assert [block.lines for block in blocks(document)] == [(2,), (3,)]


def test_a_file_of_another_program_without_styles_part_is_read() -> None:
    data = zipped(
        {
            "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
            "word/document.xml": f"{HEAD}<w:document {W}><w:body>{p(PROSE)}</w:body></w:document>",
        }
    )
    assert [block.text for block in blocks(document_of(read_docx(data)))] == [PROSE]


def test_italics_of_a_reading_are_marks() -> None:
    draft = read_docx(word(work("minsk-group")))
    italic = [piece.text[m.start : m.end] for piece in draft.pieces for m in piece.marks if m.kind == "emphasis"]
    assert "Black Garden: Armenia and Azerbaijan Through Peace and War" in italic


def broken(before: str, after: str) -> str:
    """A paragraph in the middle of which Word last showed a new page."""
    return (
        f'<w:p><w:r><w:t xml:space="preserve">{before} </w:t><w:lastRenderedPageBreak/><w:t>{after}</w:t></w:r></w:p>'
    )


def test_paragraphs_know_the_page_on_which_word_last_showed_them() -> None:
    start = '<w:sectPr><w:pgNumType w:start="7"/></w:sectPr>'
    document = read(p(PROSE) + broken(PROSE, MORE) + p(MORE) + start)
    assert [(block.text, block.page) for block in blocks(document)] == [
        (PROSE, "7"),
        (f"{PROSE} {MORE}", "7"),
        (MORE, "8"),
    ]


def test_a_section_may_count_its_pages_anew_and_in_other_figures() -> None:
    front = '<w:sectPr><w:pgNumType w:fmt="lowerRoman"/></w:sectPr>'
    preface = f"<w:p><w:pPr>{front}</w:pPr><w:r><w:t>{PROSE}</w:t></w:r></w:p>"
    text = f"<w:p><w:r><w:lastRenderedPageBreak/><w:t>{MORE}</w:t></w:r></w:p>"
    document = read(preface + text + '<w:sectPr><w:pgNumType w:start="1"/></w:sectPr>')
    assert [block.page for block in blocks(document)] == ["i", "1"]


def test_without_a_recorded_page_break_nobody_makes_up_pages() -> None:
    assert {block.page for block in blocks(read(p(PROSE) + p(MORE)))} == {None}


def test_a_bold_line_above_the_authors_is_the_title_and_no_heading() -> None:
    def bold(text: str) -> str:
        return f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>"

    document = read(bold("Salt and its roads") + p("Ada Orr") + bold("Roads") + p(PROSE) + bold("Seas") + p(MORE))
    assert document.metadata.title == "Salt and its roads"
    assert document.metadata.authors == (Person("Ada", "Orr"),)
    assert [section.title for section in document.sections] == ["Roads", "Seas"]
