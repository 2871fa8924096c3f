"""A reading is looked at before it is published: what was repaired, with lines before and after, and every change."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from quizzes.services.generation import questions_generate
from readings.models import Edit, Finding, Reading
from readings.selectors.document import document_of
from readings.services.importing import reading_import
from tests.config.test_csp import assert_strict
from tests.readings.documents.readers.making.sheets import printable
from tests.readings.documents.readers.making.source import NAMES, work
from tests.readings.documents.readers.test_source_lines import MAKERS
from tests.readings.services.test_importing import annotate, block
from tests.readings.texts import BRIDGE

CUT = """\
The ferry of Tarn

The ferry of Tarn was rowed by two men, and it carried twelve people at a time across the river until the

bridge was opened in 1902 and nobody needed it any longer. The last ferryman became the first toll keeper.

Another paragraph stands here on its own, and it tells of the toll house on the left bank.
"""


@pytest.fixture
def bridge(course):
    return reading_import(course=course, data=BRIDGE.encode(), name="bridge.md")


@pytest.fixture
def cut(course):
    return reading_import(course=course, data=CUT.encode(), name="ferry.txt")


def page(name: str, *args: object) -> str:
    return reverse(f"admin:readings_reading_{name}", args=args)


def change(desk, row, action: str, **values: object):
    name = "section" if hasattr(row, "blocks") else "block"
    return desk.post(page(name, row.reading_id, row.pk), {"action": action, **values}, follow=True)


def test_the_preview_shows_outline_and_findings_with_lines_before_and_after(desk, cut):
    html = desk.get(page("preview", cut.pk)).content.decode()
    assert "A paragraph cut in two is whole again." in html
    assert '<span class="line">line 3</span> The ferry of Tarn was rowed' in html
    assert '<span class="line">line 5</span> bridge was opened' in html
    assert "In the reading" in html


@pytest.mark.parametrize(("name", "place"), [("pdf", "page 1"), ("docx", "paragraph 1"), ("epub", ".xhtml")])
def test_a_file_without_lines_shows_what_its_reader_saw_with_the_place(desk, client, sam, course, name, place):
    data = MAKERS[name](printable(work(NAMES[0])))
    reading = reading_import(course=course, data=data, name=f"file.{name}")
    row = reading.blocks.filter(kind="paragraph").first()
    Finding.objects.create(reading=reading, position=99, code="damage", action="flagged", message="…", lines=row.lines)
    html = desk.get(page("preview", reading.pk)).content.decode()
    assert re.search(rf'<span class="line">[^<]*{place.split()[0]}[^<]*</span> {re.escape(row.text[:20])}', html)
    client.force_login(sam)
    about = reverse("readings:about", args=[course.slug, reading.slug])
    assert place.split()[0] in client.get(about).content.decode()


def test_publishing_and_taking_back(desk, bridge):
    Reading.objects.update(is_published=False)
    for answer, published in (("yes", True), ("no", False)):
        desk.post(page("preview", bridge.pk), {"publish": answer})
        bridge.refresh_from_db()
        assert bridge.is_published is published


def test_a_joined_paragraph_is_parted_again_where_the_file_parts_it(desk, cut, sam):
    note = annotate(block(cut, "rowed by two men"), sam, "first toll keeper")
    finding = cut.findings.get(code="paragraph_joined")
    desk.post(page("undo_repair", cut.pk, finding.position))
    assert block(cut, "rowed by two men").text.endswith("until the")
    assert block(cut, "nobody needed it").text.startswith("bridge was opened")
    note.refresh_from_db()
    assert (note.state, note.block.text[note.start : note.end]) == ("attached", "first toll keeper")


def test_undoing_it_twice_says_why_not(desk, cut):
    address = page("undo_repair", cut.pk, cut.findings.get(code="paragraph_joined").position)
    desk.post(address)
    assert "This is undone already" in desk.post(address, follow=True).content.decode()


def test_parting_taken_back_loses_no_annotation(desk, cut, sam):
    note = annotate(block(cut, "rowed by two men"), sam, "first toll keeper")
    desk.post(page("undo_repair", cut.pk, cut.findings.get(code="paragraph_joined").position))
    desk.post(page("take_back", cut.pk, Edit.objects.get().pk))
    note.refresh_from_db()
    assert note.state != "detached"
    assert note.block.text[note.start : note.end] == "first toll keeper"
    assert note.block == block(cut, "rowed by two men")


def test_what_was_taken_for_a_quotation_becomes_a_paragraph_again(desk, cut):
    row = block(cut, "tells of the toll house")
    row.kind = "block_quote"
    row.save()
    Finding.objects.create(
        reading=cut, position=90, code="quote_recognized", action="repaired", message="…", lines=row.lines
    )
    desk.post(page("undo_repair", cut.pk, 90))
    row.refresh_from_db()
    assert row.kind == "paragraph"


def test_a_repair_without_a_way_back_says_so(desk, cut):
    Finding.objects.create(reading=cut, position=91, code="notes_renumbered", action="repaired", message="…")
    assert "No undo: Two notes would have the same number" in desk.get(page("preview", cut.pk)).content.decode()
    html = desk.post(page("undo_repair", cut.pk, 91), follow=True).content.decode()
    assert "Two notes would have the same number" in html
    assert not Edit.objects.exists()


@pytest.mark.parametrize(
    ("action", "values"),
    [("section_rename", {"title": "How it began", "number": "1"}), ("section_level", {"level": 2}),
     ("section_merge", {"keep_heading": "on"})],
)  # fmt: skip
def test_a_section_is_changed(desk, bridge, ines, action, values):
    change(desk, bridge.sections.last(), action, **values)
    assert Edit.objects.get().action == action
    assert Edit.objects.get().by == ines


@pytest.mark.parametrize(
    ("action", "values"),
    [("block_split", {"before": "It has three"}), ("block_kind", {"kind": "block_quote"}),
     ("section_split", {"title": "A new part"}), ("note_move", {"target": "1", "after": "Bridge Board"})],
)  # fmt: skip
def test_a_paragraph_is_changed(desk, bridge, action, values):
    change(desk, block(bridge, "opened in 1902"), action, **values)
    assert Edit.objects.get().action == action


def test_a_change_that_cannot_be_made_is_told_at_its_form(desk, bridge):
    html = change(desk, block(bridge, "opened in 1902"), "block_split", before="no such words").content.decode()
    assert "these words are not in the paragraph" in html
    html = change(desk, bridge.sections.first(), "section_merge").content.decode()
    assert "There is no section above" in html
    assert not Edit.objects.exists()


def test_a_paragraph_is_taken_out_of_quizzes_and_back(desk, bridge):
    row = block(bridge, "opened in 1902")
    for answer, askable in (("no", False), ("yes", True)):
        desk.post(page("block", bridge.pk, row.pk), {"askable": answer})
        row.refresh_from_db()
        assert row.is_askable is askable


def test_no_question_is_generated_from_what_was_taken_out(desk, bridge):
    bridge.blocks.filter(kind="paragraph").update(is_askable=False)
    assert [block.kind for section in document_of(bridge, askable_only=True).sections for block in section.blocks] == [
        "table"
    ]
    bridge.blocks.update(is_askable=False)
    assert questions_generate(reading=bridge).created == 0


def test_a_change_is_taken_back(desk, bridge):
    change(desk, bridge.sections.first(), "section_rename", title="Other")
    html = desk.post(page("take_back", bridge.pk, Edit.objects.get().pk), follow=True).content.decode()
    assert "Taken back" in html
    assert bridge.sections.first().title == "Building"


def test_the_text_page_names_what_is_unsure_or_not_for_quizzes(desk, bridge):
    bridge.blocks.filter(text__contains="1902").update(confidence=0.4, is_askable=False)
    html = desk.get(page("text", bridge.pk, bridge.sections.first().pk)).content.decode()
    assert "unsure: 0.4" in html
    assert "not for quizzes" in html


def test_the_page_of_a_paragraph_shows_its_words_and_the_lines_of_the_file(desk, cut):
    row = block(cut, "rowed by two men")
    html = desk.get(page("block", cut.pk, row.pk)).content.decode()
    assert f'<blockquote class="words">{row.text}</blockquote>' in html
    assert '<span class="line">line 5</span> bridge was opened' in html
    assert f"#block-{row.pk}" in html


def test_nothing_of_a_foreign_reading_is_there(client, olga, bridge, desk):
    change(desk, bridge.sections.first(), "section_rename", title="Mine")
    section, row, edit = bridge.sections.first(), bridge.blocks.first(), Edit.objects.get()
    client.force_login(olga)
    looked_at = [page("preview", bridge.pk), page("text", bridge.pk, section.pk), page("block", bridge.pk, row.pk)]
    looked_at += [page("section", bridge.pk, section.pk), page("replace", bridge.pk)]
    posted = [page("undo_repair", bridge.pk, 1), page("take_back", bridge.pk, edit.pk), page("restore", bridge.pk, 1)]
    for address in looked_at:
        assert client.get(address).status_code == 404, address
    for address in [*looked_at, *posted]:
        assert client.post(address, {"publish": "no", "action": "section_rename", "title": "X"}).status_code == 404
    section.refresh_from_db()
    assert section.title == "Mine"


def test_the_pages_hold_nothing_that_the_security_policy_stops(desk, cut):
    change(desk, cut.sections.last(), "section_rename", title="Other")
    row = cut.blocks.first()
    for address in (
        page("preview", cut.pk),
        page("text", cut.pk, row.section_id),
        page("block", cut.pk, row.pk),
        page("section", cut.pk, row.section_id),
        page("replace", cut.pk),
        page("uploads", cut.course_id),
    ):
        assert_strict(desk.get(address))


def test_students_do_not_come_here(client, sam, bridge):
    client.force_login(sam)
    assert client.get(page("preview", bridge.pk)).status_code == 302


def test_parts_of_another_reading_are_not_reached_through_this_one(desk, bridge, cut):
    assert desk.get(page("block", bridge.pk, cut.blocks.first().pk)).status_code == 404
    assert desk.get(page("section", bridge.pk, cut.sections.first().pk)).status_code == 404


def test_the_pages_take_the_same_queries_whatever_the_text(desk, course, django_assert_max_num_queries):
    text = "# Long\n\n" + "".join(f"## Part {n}\n\nParagraph {n} is here.\n\nAnd a second one.\n\n" for n in range(60))
    reading = reading_import(course=course, data=text.encode(), name="long.md")
    with django_assert_max_num_queries(17):
        desk.get(page("preview", reading.pk))
    with django_assert_max_num_queries(10):
        desk.get(page("text", reading.pk, reading.sections.last().pk))
