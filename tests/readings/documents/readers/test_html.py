"""Web pages as they are written in the wild: their text, notes, tables and metadata, and nothing of their surroundings."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from readings.documents import Block, Document, Person
from readings.documents.pipeline import document_of
from readings.documents.readers.html import read_html

PROSE = "The ferry left Varda at dawn, and nobody on the quay believed that the customs house would ever open again."
MORE = "A second council met in the salt store above the harbour, because the town hall had been let to a circus."


def page(body: str, head: str = "<title>Salt</title>") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def read(body: str, head: str = "<title>Salt</title>") -> Document:
    return document_of(read_html(page(body, head)))


def blocks(document: Document) -> list[Block]:
    return [block for section in document.sections for block in section.blocks]


def texts(document: Document) -> list[str]:
    return [block.text for block in blocks(document)]


def linked(document: Document) -> list[tuple[str, str]]:
    """(words before the mark, text of the note)"""
    notes = {note.label: note.text for note in document.notes}
    return [
        (block.text[: mark.start][-13:], notes[mark.target or ""])
        for block in blocks(document)
        for mark in block.marks
        if mark.kind == "note" and mark.target in notes
    ]


NOTES = {
    "a list below, with ways back": (
        f'<p>{PROSE}<sup><a href="#fn1" id="r1">1</a></sup> {MORE}<sup><a href="#fn2" id="r2">2</a></sup></p>'
        '<section class="footnotes"><hr><ol><li id="fn1">First. <a href="#r1">↩</a></li><li id="fn2"><p>Second. <a href="#r2">↩</a></p></li></ol></section>'
    ),
    "what Word saves": (
        f'<p class=MsoNormal>{PROSE}<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> '
        f'{MORE}<a href="#_ftn2" name="_ftnref2">[2]</a></p><div><br clear=all><hr><div id=ftn1><p class=MsoFootnoteText>'
        '<a href="#_ftnref1" name="_ftn1">[1]</a> First.</p></div><div id=ftn2><p class=MsoFootnoteText><a href="#_ftnref2" name="_ftn2">[2]</a> Second.</p></div></div>'
    ),
    "asides of a book": (
        f'<p>{PROSE}<a epub:type="noteref" href="#n1">1</a> {MORE}<a role="doc-noteref" href="#n2">2</a></p>'
        '<aside epub:type="footnote" id="n1"><p>First.</p></aside><aside role="doc-footnote" id="n2">Second.</aside>'
    ),
    "an encyclopedia's": (
        f'<p>{PROSE}<sup class="reference" id="cite_ref-a_1-0"><a href="#cite_note-a-1">[1]</a></sup> {MORE}<sup id="cite_ref-2"><a href="#cite_note-2"><span>[</span>2<span>]</span></a></sup></p>'
        '<ol class="references"><li id="cite_note-a-1"><b><a href="#cite_ref-a_1-0">^</a></b> <span>First.</span></li><li id="cite_note-2"><a href="#cite_ref-2">↑</a> Second.</li></ol>'
    ),
    "paragraphs with anchors": (
        f'<p>{PROSE}<a href="#note1" name="back1"><sup>1</sup></a> {MORE}<a href="#note2" name="back2"><sup>2</sup></a></p><h2>Notes</h2>'
        '<p><a name="note1"></a><a href="#back1">1.</a> First.</p><p><a name="note2" href="#back2">2</a> Second.</p>'
    ),
    "one paragraph with line breaks": (
        f'<p>{PROSE}<sup><a href="#f1">1</a></sup> {MORE}<sup><a href="#f2">2</a></sup></p>'
        '<p><a id="f1">1.</a> First.<br><a id="f2">2.</a> Second.</p>'
    ),
    "raised numbers without links": (
        f"<p>{PROSE}<sup>1</sup> {MORE}<sup>2</sup></p><h2>Notes</h2><p>1. First.</p><p>2. Second.</p>"
    ),
    "raised numbers and a list": (
        f"<p>{PROSE}<sup>1</sup> {MORE}<sup>2</sup></p><h2>Notes</h2><ol><li>First.</li><li>Second.</li></ol>"
    ),
    "raised numbers on both sides": (
        f"<p>{PROSE}<sup>1</sup> {MORE}<sup>2</sup></p><hr><p><sup>1</sup> First.</p><p><sup>2</sup> Second.</p>"
    ),
    "brackets": (
        f'<p>{PROSE} [<a href="#e1">1</a>] {MORE} [<a href="#e2">2</a>]</p><div id="endnotes"><p id="e1">[1] First.</p><p id="e2">[2] Second.</p></div>'
    ),
    "a table of notes": (
        f'<p>{PROSE}<sup><a href="#t1">1</a></sup> {MORE}<sup><a href="#t2">2</a></sup></p>'
        '<table><tr id="t1"><td>1</td><td>First.</td></tr><tr id="t2"><td>2</td><td>Second.</td></tr></table>'
    ),
}


@pytest.mark.parametrize("kind", NOTES)
def test_notes_are_linked_however_they_are_written(kind: str) -> None:
    document = read(f"<h1>Salt</h1><h2>One</h2>{NOTES[kind]}")
    assert [(before.strip(". []").split()[-1], note) for before, note in linked(document)] == [
        ("again", "First."),
        ("circus", "Second."),
    ]
    assert len(document.notes) == 2
    assert not any(text in ("First.", "Second.", "[", "]") for text in texts(document))


def test_a_note_of_two_paragraphs_is_one_note() -> None:
    document = read(
        f'<p>{PROSE}<sup><a href="#fn1">1</a></sup></p><ol><li id="fn1"><p>First.</p><p>And more.</p></li></ol>'
    )
    assert [note.text for note in document.notes] == ["First. And more."]


def test_two_marks_may_call_the_same_note() -> None:
    document = read(
        f'<p>{PROSE}<sup><a href="#n1">1</a></sup> {MORE}<sup><a href="#n1">1</a></sup></p><ol><li id="n1">First.</li></ol>'
    )
    assert [note for _, note in linked(document)] == ["First.", "First."]


def test_a_link_to_a_chapter_is_no_note() -> None:
    document = read(f'<p>See chapter <a href="#c2">2</a> of the book. {PROSE}</p><h2 id="c2">Two</h2><p>{MORE}</p>')
    assert document.notes == ()
    assert texts(document) == [f"See chapter 2 of the book. {PROSE}", MORE]


def test_powers_and_ordinals_stay_in_the_text() -> None:
    document = read(f"<p>The lake covers 40 km<sup>2</sup> since the 19<sup>th</sup> century. {PROSE}</p>")
    assert texts(document)[0].startswith("The lake covers 40 km² since the 19th century.")


def test_a_raised_letter_that_no_note_answers_to_stays_in_the_text() -> None:
    document = read(
        f"<p>See table 2<sup>a</sup> of the <em>second</em> book<sup>b</sup>. {PROSE}<sup>1</sup></p><h2>Notes</h2><p>1. First.</p>"
    )
    block = blocks(document)[0]
    assert block.text == f"See table 2a of the second bookb. {PROSE}"
    assert [(mark.kind, block.text[mark.start : mark.end]) for mark in block.marks] == [
        ("emphasis", "second"),
        ("note", ""),
    ]
    assert linked(document) == [(PROSE[-13:], "First.")]


def test_surroundings_go_out_with_their_words() -> None:
    document = read(
        f"<header><a>Desk</a></header><div class='cookie-banner'>We use cookies</div><nav><a>Home</a></nav><div class='breadcrumbs'>You are here</div>"
        f"<article><h1>Salt</h1><p>{PROSE}</p><div class='social-share'>Tweet this</div><p>{MORE}</p></article>"
        "<aside><h2>Most read</h2></aside><div id='comments'><p>Nice!</p></div><footer>Imprint</footer>"
    )
    assert texts(document) == [PROSE, MORE]
    assert [section.title for section in document.sections] == [None]
    gone = "\n".join(finding.text or "" for finding in document.findings if finding.action == "dropped")
    for words in ("Desk", "We use cookies", "Home", "You are here", "Tweet this", "Most read", "Nice!", "Imprint"):
        assert words in gone


def test_a_page_without_landmarks_is_read_from_its_densest_part() -> None:
    menu = "".join(f"<a href='/{n}'>Item {n}</a> " for n in range(20))
    document = read(f"<div id=wrap><div>{menu}</div><div class=x><h2>One</h2><p>{PROSE}</p><p>{MORE}</p></div></div>")
    assert texts(document) == [PROSE, MORE]


def test_a_bibliography_beside_the_main_part_belongs_to_the_text() -> None:
    entries = "<p>Orr, A. (2001) Salt. Varda: Harbour Press.</p><p>Poe, B. (2003) Roads. Varda: Harbour Press.</p>"
    document = read(
        f"<main><h1>Salt</h1><h2>One</h2><p>{PROSE}</p><p>{MORE}</p></main><aside><h2>References</h2>{entries}</aside>"
    )
    assert len(document.references) == 2


def test_a_boxed_passage_and_the_source_of_a_quotation_stay() -> None:
    box = f"<aside class=box><h3>A box</h3><p>{PROSE} Boxed.</p><p>{MORE} Boxed.</p><p>{PROSE} Boxed again.</p></aside>"
    quote = "<blockquote><p>Salt is white.</p><footer>The harbour master</footer></blockquote>"
    document = read(f"<main><h1>Salt</h1><h2>One</h2><p>{PROSE}</p>{box}<p>{MORE}</p>{quote}</main>")
    assert f"{PROSE} Boxed." in texts(document)
    assert "The harbour master" in texts(document)


def test_a_page_whose_body_is_named_after_its_menu_keeps_its_text() -> None:
    document = read(f"<div class='nav menu-open'><h2>One</h2><p>{PROSE}</p><p>{MORE}</p></div>")
    assert texts(document) == [PROSE, MORE]


def test_an_old_page_without_paragraphs_keeps_its_text() -> None:
    document = read(f"<font size=2>{PROSE}<br><br>{MORE}<br>The end.</font>")
    assert texts(document) == [PROSE, f"{MORE} The end."]


def test_headings_keep_ranks_without_gaps_and_their_numbers() -> None:
    body = f"<h1>Salt</h1><h2>1 Roads</h2><p>{PROSE}</p><h4>1.1 Old ones</h4><p>{MORE}</p><h2>2 Seas</h2><p>{PROSE} Twice.</p><h2>12 angry men</h2><p>{MORE} Twice.</p>"
    found = [(s.number, s.title, s.level) for s in read(body).sections]
    assert found == [("1", "Roads", 1), ("1.1", "Old ones", 2), ("2", "Seas", 1), (None, "12 angry men", 1)]


def test_bold_lines_are_headings_where_there_are_no_others() -> None:
    document = read(f"<p><b>Roads</b></p><p>{PROSE}</p><p><strong>Seas</strong></p><p>{MORE}</p>")
    assert [section.title for section in document.sections] == ["Roads", "Seas"]


def test_numbered_paragraphs_keep_their_numbers() -> None:
    body = "".join(f"<p>{n}. {PROSE} Time {n}.</p>" for n in range(11, 16))
    assert [block.label for block in blocks(read(f"<h2>One</h2>{body}"))] == ["11.", "12.", "13.", "14.", "15."]


def test_lists_keep_the_labels_that_the_page_shows() -> None:
    body = f"<p>{PROSE}</p><ol start=3><li>three<li>four<ol type=a><li>deep</ol><li value=9>nine</ol><ol type=I reversed><li>two<li>one</ol>"
    found = [(block.label, block.text) for block in blocks(read(body)) if block.kind == "list_item"]
    assert found == [("3.", "three"), ("4.", "four"), ("a.", "deep"), ("9.", "nine"), ("II.", "two"), ("I.", "one")]


def test_spans_of_a_table_are_filled_and_its_header_is_one_row() -> None:
    body = f"""<p>{PROSE}</p><figure><table><thead><tr><th rowspan=2>Road<th colspan=2>Year</tr><tr><th>begun<th>done</tr></thead>
    <tr><td rowspan=2>North<td>1900<td>1910<sup>1</sup></tr><tr><td colspan=2>never</tr></table><figcaption>Roads</figcaption></figure>"""
    table = next(block for block in blocks(read(body)) if block.kind == "table")
    assert table.header == ("Road", "Year begun", "Year done")
    assert table.rows == (("North", "1900", "1910"), ("North", "never", "never"))
    assert table.caption == "Roads"
    mark = next(mark for mark in table.marks if mark.kind == "note")
    assert table.text[: mark.start].endswith("1910")


def test_a_table_for_layout_is_read_as_text() -> None:
    document = read(f"<table><tr><td>Menu</td><td><h2>One</h2><p>{PROSE}</p><p>{MORE}</p></td></tr></table>")
    assert PROSE in texts(document)
    assert not any(block.kind == "table" for block in blocks(document))


def test_emphasis_and_links_are_marks_and_scripts_are_none() -> None:
    document = read(
        f'<p><em>Soft</em> and <a href="https://example.org/a?b=1&amp;c=2">far <b>away</b></a> or <a href="javascript:x()">not</a>. {PROSE}</p>'
    )
    block = blocks(document)[0]
    found = [(mark.kind, block.text[mark.start : mark.end], mark.target) for mark in block.marks]
    assert found == [
        ("emphasis", "Soft", None),
        ("link", "far away", "https://example.org/a?b=1&c=2"),
        ("strong", "away", None),
    ]


def test_quotations_are_told_by_element_or_class() -> None:
    document = read(f"<p>{PROSE}</p><blockquote><p>{MORE}</p></blockquote><p class=MsoQuote>{MORE} Twice.</p>")
    assert [block.kind for block in blocks(document)] == ["paragraph", "block_quote", "block_quote"]


def test_printed_pages_are_known_where_the_page_marks_them() -> None:
    document = read(
        f'<span epub:type="pagebreak" id="page12" title="12"></span><p>{PROSE}</p><div role="doc-pagebreak" aria-label="13"></div><p>{MORE}</p>'
    )
    assert [block.page for block in blocks(document)] == ["12", "13"]


def test_metadata_comes_from_the_head() -> None:
    head = """<html lang="en-GB"><title>Salt roads - The Desk</title><meta name="citation_title" content="Salt roads: A history">
    <meta name="citation_author" content="Orr, Ann"><meta name="citation_author" content="Ben Poe">
    <meta name="citation_publication_date" content="2019/03/07"><meta name="citation_journal_title" content="Roads Quarterly">
    <meta name="citation_doi" content="https://doi.org/10.1234/salt.5"><meta name="keywords" content="salt, roads">"""
    found = read(f"<h1>Salt roads: A history</h1><p>{PROSE}</p>", head).metadata
    assert (found.title, found.subtitle) == ("Salt roads", "A history")
    assert found.authors == (Person("Ann", "Orr"), Person("Ben", "Poe"))
    assert (found.date, found.year, found.container) == ("2019-03-07", 2019, "Roads Quarterly")
    assert (found.doi, found.keywords) == ("10.1234/salt.5", ("salt", "roads"))


def test_metadata_comes_from_json_where_meta_elements_are_silent() -> None:
    head = """<title>x</title><script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "Desk"}, {"@type": ["Article"],
    "headline": "Salt", "author": [{"@type": "Person", "name": "Ann Orr"}], "datePublished": "2020-01-02T10:00:00Z", "publisher": {"name": "The Desk"}}]}</script>"""
    found = read(f"<p>{PROSE}</p>", head).metadata
    assert (found.title, found.authors, found.date, found.publisher) == (
        "Salt",
        (Person("Ann", "Orr"),),
        "2020-01-02",
        "The Desk",
    )


def test_a_wrong_declaration_of_the_encoding_is_reported() -> None:
    data = f"<meta charset=windows-1252><p>Паром ушёл. {PROSE}</p>".encode()
    document = document_of(read_html(data))
    assert texts(document) == [f"Паром ушёл. {PROSE}"]
    assert "wrong_encoding" in {finding.code for finding in document.findings}


def test_every_word_that_a_page_shows_is_in_exactly_one_place() -> None:
    body = f"""<header>Desk</header><h1>Salt</h1><p class=byline>By Ann Orr</p><h2>1. One</h2><p>{PROSE}<sup><a href="#n1">1</a></sup></p>
    <ul><li>first item</li></ul><table><tr><th>Head</th></tr><tr><td>Cell</td></tr></table><blockquote>Quoted {MORE}</blockquote>
    <div class=share>Send it</div><h2>Notes</h2><ol><li id=n1>Noted</li></ol><footer>Imprint</footer>"""
    document = read(body, "")
    shown = re.sub(r"<sup>.*?</sup>|<[^>]*>", " ", body)
    kept = [
        *texts(document),
        *(f"{s.number or ''} {s.title or ''}" for s in document.sections),
        *(n.text for n in document.notes),
    ]
    kept += [finding.text or "" for finding in document.findings if finding.action == "dropped"]
    assert words("\n".join(kept)) == words(shown)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def test_a_title_block_gives_subtitle_and_the_abstract_is_a_section() -> None:
    block = '<header><h1 class="title">Salt: a history</h1><p class="subtitle">From Varda to the sea</p><p class="author">Ann Orr</p></header>'
    document = read(
        f'{block}<div class="abstract-title">Abstract</div><p>{PROSE}</p><h1>Roads</h1><p>{MORE}</p>',
        "<title>Salt: a history</title>",
    )
    assert (document.metadata.title, document.metadata.subtitle) == ("Salt: a history", "From Varda to the sea")
    assert [(section.title, section.level) for section in document.sections] == [("Abstract", 1), ("Roads", 1)]
    assert document.sections[0].blocks[0].kind == "abstract"


def test_what_word_processors_leave_around_a_text_goes_out() -> None:
    body = f"""<div title="header"><p>Salt and roads</p></div>
    <p class="title"><font size="6"><b>Salt and its roads</b></font></p><p class=MsoSubtitle>Ada Orr</p>
    <p class=MsoToc1><a href="#_Toc1">The Road and Its Toll 1</a></p><div id="Table of Contents1"><p>Seas 2</p></div>
    <h1>The Road and Its Toll</h1><p>{PROSE}</p><h1>Seas</h1><p>{MORE}</p>
    <div title="footer"><p>14</p></div>"""
    document = read(body, "<title></title>")
    assert texts(document) == [PROSE, MORE]
    assert [section.title for section in document.sections] == ["The Road and Its Toll", "Seas"]
    assert (document.metadata.title, [a.family for a in document.metadata.authors]) == ("Salt and its roads", ["Orr"])
    kept = " ".join(finding.text or "" for finding in document.findings)
    assert all(words in kept for words in ("Salt and roads", "Road and Its Toll 1", "Seas 2", "14"))


def test_page_numbers_inside_words_and_between_paragraphs_tell_the_page() -> None:
    body = (
        f'<h2>Roads</h2><p><span class="pagenum">34</span>{PROSE[:20]}<span class="pageno"><a id="p35">[35]</a></span>'
        f'{PROSE[20:]}</p><p class="page-number">36</p><p>{MORE}</p>'
    )
    assert [(block.text, block.page) for block in blocks(read(body))] == [(PROSE, "34"), (MORE, "36")]


def test_numbered_bold_titles_that_run_into_their_paragraphs_are_headings() -> None:
    names = ("Roads", "Seas", "Ferries")
    listed = "".join(f"<tr><td>{n}. {name}.</td></tr>" for n, name in enumerate(names, 4))
    run_in = "".join(f"<p>{n}. <b>{name}.</b> {PROSE}</p><p>{MORE}</p>" for n, name in enumerate(names, 4))
    document = read(f"<h2>Salt</h2><table>{listed}</table>{run_in}", "<title>On salt</title>")
    found = [(section.number, section.title, section.level) for section in document.sections]
    assert found == [(str(n), name, 1) for n, name in enumerate(names, 4)]
    assert texts(document) == [PROSE, MORE] * 3
    assert "contents_list" in {finding.code for finding in document.findings}


def test_a_numbered_list_with_bold_beginnings_stays_a_list() -> None:
    items = "".join(f"<p>{n}. <b>{name}.</b> {PROSE}</p>" for n, name in enumerate(("Roads", "Seas", "Ferries"), 1))
    assert {block.kind for block in blocks(read(f"<h2>Salt</h2><p>{MORE}</p>{items}"))} == {"paragraph", "list_item"}
