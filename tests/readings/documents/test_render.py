"""Blocks become HTML that runs nothing and whose visible text is the block's text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readings.documents import Block, Mark, Note, Range, parse, printed_label, render_block, render_blocks, render_note

VOID_TAGS = frozenset[str]()


class Visible(HTMLParser):
    """Checks that tags nest, collects the text outside of asides and the tags with their attributes."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, bool]] = []
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)
        self.close()
        assert not self.stack

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            assert "a" not in [name for name, _ in self.stack]
        aside = "data-aside" in dict(attrs) or bool(self.stack and self.stack[-1][1])
        self.stack.append((tag, aside))
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not (self.stack and self.stack[-1][1]):
            self.text += data


def block(text: str, *marks: Mark, **values: object) -> Block:
    return Block(**{"id": "b-1", "kind": "paragraph", "text": text, "marks": marks, **values})  # type: ignore[arg-type]


def test_text_is_escaped() -> None:
    source = render_block(block("<script>alert('&')</script>"))
    assert "<script" not in source
    assert Visible(source).text == "<script>alert('&')</script>"


def test_marks_become_tags() -> None:
    source = render_block(block("so it is", Mark("emphasis", 3, 5), Mark("strong", 6, 8)))
    assert source == '<p id="b-1" data-block="b-1">so <em>it</em> <strong>is</strong></p>'


def test_marks_that_cross_each_other_are_split() -> None:
    source = render_block(block("abcdef", Mark("emphasis", 0, 4), Mark("strong", 2, 6)))
    assert "<em>ab</em><strong><em>cd</em>ef</strong>" in source


def test_a_note_mark_is_a_link_that_the_browser_does_not_count() -> None:
    page = Visible(render_block(block("It fell. Nobody knew.", Mark("note", 8, 8, "4"))))
    assert page.text == "It fell. Nobody knew."
    assert page.tags[1] == (
        "a",
        {
            "class": "mark",
            "role": "doc-noteref",
            "href": "#note-4",
            "id": "noteref-4",
            "data-label": "4",
            "data-aside": None,
        },
    )


def test_two_marks_of_one_note_have_different_ids() -> None:
    source = render_blocks([block("One.", Mark("note", 4, 4, "1")), block("Two.", Mark("note", 4, 4, "1"))])
    assert 'id="noteref-1"' in source
    assert 'id="noteref-1--2"' in source


def test_a_note_whose_number_begins_anew_is_shown_as_printed_and_has_its_own_place() -> None:
    first, second = Mark("note", 4, 4, "1"), Mark("note", 4, 4, "1-2")
    source = render_blocks([block("One.", first), block("Two.", first), block("Three.", second)])
    assert source.count(">1</a>") == 3
    assert 'href="#note-1-2" id="noteref-1-2"' in source
    assert len(set(re.findall(r'id="(noteref-[^"]+)"', source))) == 3


@pytest.mark.parametrize(
    ("label", "shown"), [("4", "4"), ("12-3", "12"), ("†-2", "†"), ("smith-2", "smith-2"), ("a", "a")]
)
def test_only_the_count_behind_a_printed_label_is_left_out(label: str, shown: str) -> None:
    assert printed_label(label) == shown


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", " https://x.example", "//x.example", ""]
)
def test_an_address_that_is_not_of_the_web_is_no_link(address: str) -> None:
    assert "<a" not in render_block(block("see here", Mark("link", 4, 8, address)))


def test_a_link_leaves_with_no_opener() -> None:
    source = render_block(block("see here", Mark("link", 4, 8, 'https://x.example/?a="b"')))
    assert '<a href="https://x.example/?a=&quot;b&quot;" rel="noopener noreferrer">here</a>' in source


def test_a_term_is_a_link_and_a_note_mark_inside_splits_it() -> None:
    term = Range(4, 15, "/glossary/minsk/", title="Minsk Group")
    source = render_block(block("The Minsk Group met.", Mark("note", 9, 9, "2")), [term])
    page = Visible(source)
    assert page.text == "The Minsk Group met."
    assert [attributes["class"] for tag, attributes in page.tags if tag == "a"] == ["term", "mark", "term"]


def test_a_term_inside_a_link_stays_text() -> None:
    source = render_block(block("the group", Mark("link", 0, 9, "https://x.example")), [Range(4, 9, "/t/")])
    assert source.count("<a") == 1


def test_a_citation_links_to_its_entry_or_to_nothing() -> None:
    source = render_block(block("(Orr, 2001) (Poe, 1)", Mark("citation", 0, 11, "r-1"), Mark("citation", 12, 20)))
    assert '<a class="citation" href="#r-1">(Orr, 2001)</a> <span class="citation">(Poe, 1)</span>' in source


def test_a_table_reads_like_its_text() -> None:
    text = "Year\tSum\n2010\t7 <m>\n2011\t"
    table = block(
        text,
        Mark("strong", 9, 13),
        kind="table",
        header=("Year", "Sum"),
        rows=(("2010", "7 <m>"), ("2011", "")),
        caption="Sums & years",
    )
    source = render_block(table, [Range(14, 15, "/t/")])
    assert Visible(source).text == text
    assert '<caption data-aside>Sums &amp; years</caption><thead><tr><th scope="col">Year</th>' in source
    assert '<strong>2010</strong></td>\t<td><a class="term" href="/t/">7</a>' in source


def test_a_caption_stands_in_its_table_with_its_own_id() -> None:
    caption = block("Table 1: Sums", kind="table_caption", id="b-2")
    table = block("A\tB\n1\t2", kind="table", header=("A", "B"), rows=(("1", "2"),), caption="Table 1: Sums")
    source = render_blocks([caption, table])
    assert source.startswith(
        '<table id="b-1" data-block="b-1"><caption id="b-2" data-block="b-2" data-aside>Table 1: Sums</caption>'
    )


def test_list_items_stand_in_lists() -> None:
    items = [block("a", kind="list_item", label="-"), block("b", kind="list_item", label="3."), block("c")]
    assert render_blocks(items) == (
        '<ul>\n<li id="b-1" data-block="b-1">a</li>\n</ul>\n'
        '<ol>\n<li id="b-1" data-block="b-1" value="3">b</li>\n</ol>\n'
        '<p id="b-1" data-block="b-1">c</p>'
    )


def test_a_note_is_rendered_without_an_element_around_it() -> None:
    assert render_note(Note("1", "See Orr.", marks=(Mark("emphasis", 4, 7),))) == "See <em>Orr</em>."


PLACES = st.integers(min_value=0, max_value=30)
MARKS = st.lists(
    st.builds(
        lambda kind, a, b, target: Mark(kind, min(a, b), max(a, b) if kind != "note" else min(a, b), target),
        st.sampled_from(["emphasis", "strong", "link", "note", "citation"]),
        PLACES,
        PLACES,
        st.sampled_from(["1", "https://x.example", "javascript:1", '"><script>', None]),
    ),
    max_size=8,
)
RANGES = st.lists(st.builds(lambda a, b: Range(min(a, b), max(a, b), "/t/", title='"<'), PLACES, PLACES), max_size=4)


@given(st.text(alphabet="ab <>&\"'é🙂", min_size=30, max_size=30), MARKS, RANGES)
def test_whatever_the_marks_the_visible_text_is_the_block_text(
    text: str, marks: list[Mark], ranges: list[Range]
) -> None:
    source = render_block(block(text, *marks), ranges)
    page = Visible(source)
    assert page.text == text
    assert {tag for tag, _ in page.tags} <= {"p", "em", "strong", "a", "span"}
    assert all((a.get("href") or "/").startswith(("https://", "/", "#")) for _, a in page.tags)


def test_a_document_comes_back_from_its_own_data() -> None:
    document = parse(
        b"# On Salt\n\nSalt was *dear*.[^1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: So they say.\n", "salt.md"
    )
    assert type(document).from_dict(document.to_dict()) == document


def test_a_paragraphs_number_stands_in_its_element_but_not_in_its_text():
    block = Block(id="b-1", kind="paragraph", text="The bridge stands.")
    html = render_blocks([block], leads={"b-1": '<a data-aside href="#b-1">9</a>'})
    assert html == '<p id="b-1" data-block="b-1"><a data-aside href="#b-1">9</a>The bridge stands.</p>'
