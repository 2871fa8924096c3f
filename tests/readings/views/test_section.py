"""A page of the text."""

from __future__ import annotations

import pytest

from readings.models import Annotation, Block, BlockRead, Enrolment, Note, Reference, Section, Term, TermOccurrence
from tests.config.clients import browser
from tests.factories import make_member, make_section

TEXT = "/courses/caucasus/readings/bridges/"


@pytest.fixture
def tarn(course, reading):
    """A term that stands in every paragraph."""
    term = Term.objects.create(course=course, slug="tarn", head="Tarn", definition="A river.")
    for block in reading.blocks.all():
        TermOccurrence.objects.create(term=term, block=block, start=4, end=8)
    return term


def page(user, section="s1"):
    return browser(user).get(f"{TEXT}{section}/").content.decode()


def test_the_text_stands_with_numbers_notes_and_headings(sam, reading):
    html = page(sam)
    assert "Opening the bridge</h1>" in html
    assert '<p id="b1" data-block="b1"><a class="number"' in html
    assert 'href="/courses/caucasus/readings/bridges/annotate/b1/"' in html
    assert 'href="#note-1"' in html
    assert 'id="note-1"' in html
    assert "Town archive, file 7." in html
    assert 'href="#noteref-1"' in html


def test_a_page_leads_on_and_back(sam, reading):
    assert f'rel="next" href="{TEXT}s2/"' in page(sam, "s1")
    assert f'rel="prev" href="{TEXT}s1/"' in page(sam, "s2")
    assert "The end" in page(sam, "s2")


def test_only_the_first_place_of_a_term_is_a_link(sam, tarn):
    assert page(sam, "s2").count('class="term"') == 1


def test_only_cited_sources_are_listed_and_all_in_the_bibliography(sam, reading):
    for i, key in enumerate(("cited", "not-cited")):
        Reference.objects.create(reading=reading, key=key, label=key, position=i, text=f"Text of {key}.")
    block = reading.blocks.get(number=1)
    block.marks = [{"kind": "citation", "start": 4, "end": 8, "target": "cited"}]
    block.save()
    Section.objects.create(
        reading=reading, key="s9", slug="sources", position=9, title="Sources", matter="bibliography"
    )
    assert "Text of cited." in page(sam)
    assert "Text of not-cited." not in page(sam)
    assert "Text of not-cited." in page(sam, "sources")


def test_a_table_scrolls_in_a_region_one_can_focus(sam, reading):
    block = reading.blocks.get(number=1)
    block.kind, block.text, block.marks = "table", "Bridge\tYear\nTarn\t1902", []
    block.table = {"header": ["Bridge", "Year"], "rows": [["Tarn", "1902"]], "caption": None}
    block.save()
    html = page(sam)
    assert 'role="region" tabindex="0" aria-label="Table in paragraph 1"' in html
    assert '<th scope="col">Bridge</th>' in html


def test_a_caption_that_lost_its_table_is_still_shown(sam, reading):
    Block.objects.filter(reading=reading, number=1).update(kind="table_caption", text="Table 1. Arches.", marks=[])
    assert "Table 1. Arches." in page(sam)


def test_a_subsection_is_shown_on_the_page_above_it(sam, reading):
    child = make_section(reading, 3, "The arch", "It was made of stone.")
    child.parent = reading.sections.get(slug="s2")
    child.save()
    response = browser(sam).get(f"{TEXT}s3/")
    assert response["Location"] == f"{TEXT}s2/?section=s3"
    html = page(sam, "s2")
    assert '<h2 id="s-s3">' in html
    assert "It was made of stone." in html


def test_a_part_without_text_lists_what_it_is_made_of(sam, reading):
    top = Section.objects.create(reading=reading, key="top", slug="top", position=3, title="Part two")
    child = make_section(reading, 4, "A long chapter", "It is very long.")
    child.parent, child.word_count = top, 5_000
    child.save()
    html = page(sam, "top")
    assert "This part has no text of its own" in html
    assert f'href="{TEXT}s4/"' in html


def test_a_section_that_is_not_there_is_not_found(sam, reading):
    assert browser(sam).get(f"{TEXT}s77/").status_code == 404


def test_nothing_of_the_document_runs(sam, reading):
    Block.objects.filter(reading=reading, number=1).update(text="<script>alert(1)</script>", marks=[])
    Note.objects.filter(reading=reading).update(text="<img src=x onerror=alert(1)>")
    reading.sections.filter(slug="s1").update(title="<script>alert(2)</script>")
    html = page(sam)
    assert "<script>alert" not in html
    assert "<img src=x" not in html


def test_the_text_is_the_same_for_everybody(sam, ines, course, reading):
    Annotation.objects.create(
        reading=reading, block=reading.blocks.first(), author=sam, start=0, end=3, quote="The", comment="A secret"
    )
    kim = make_member("kim", course)
    texts = {main(page(person)) for person in (sam, kim)}
    assert len(texts) == 1
    assert "A secret" not in texts.pop()


def main(html):
    return html[html.index('<div class="text">') : html.index("</main>")]


def test_a_page_needs_eight_queries_whatever_its_length_and_the_class(sam, course, tarn, django_assert_max_num_queries):
    reading = tarn.occurrences.first().block.reading
    long = make_section(reading, 3, "A long part", *[f"Paragraph {i} on the Tarn Bridge." for i in range(120)])
    for block in long.blocks.all():
        block.marks = [{"kind": "note", "start": 9, "end": 9, "target": "1"}]
        block.save()
        TermOccurrence.objects.create(term=tarn, block=block, start=0, end=9)
    for i in range(12):
        seat = Enrolment.objects.get(user=make_member(f"student{i}", course))
        BlockRead.objects.bulk_create([BlockRead(enrolment=seat, block=block) for block in long.blocks.all()])
    client = browser(sam)
    with django_assert_max_num_queries(8):
        assert client.get(f"{TEXT}s3/").status_code == 200
