"""A corrected file takes the old one's place: paragraphs, annotations, progress and the desk's changes follow it."""

from __future__ import annotations

import pytest

from readings.documents import parse
from readings.models import Annotation, Block, BlockRead, Edit, Enrolment, Reading, ReadingPosition, Revision
from readings.selectors.passages import passage_relocate
from readings.selectors.revisions import comparison, longest_rise
from readings.services.editing import edit_apply
from readings.services.importing import reading_import
from readings.services.revisions import edit_take_back, text_compare
from tests.readings.services.test_importing import annotate, block, revise
from tests.readings.texts import BRIDGE

CORRECTED = BRIDGE.replace("grey stone", "gray stone")
SPLIT = BRIDGE.replace("before. It has", "before.\n\nIt has")


@pytest.fixture
def bridge(course):
    return reading_import(course=course, data=BRIDGE.encode(), name="bridge.md")


def test_a_corrected_paragraph_keeps_its_row_and_what_was_read(bridge, sam):
    old = block(bridge, "opened in 1902")
    BlockRead.objects.create(enrolment=Enrolment.objects.get(user=sam), block=old)
    new = block(revise(bridge, CORRECTED), "gray stone")
    assert new.pk == old.pk
    assert new.key != old.key
    assert BlockRead.objects.get().block == new


def test_an_annotation_in_a_corrected_paragraph_moves_and_asks_to_be_checked(bridge, sam):
    note = annotate(block(bridge, "opened in 1902"), sam, "the only way across the river")
    revise(bridge, BRIDGE.replace("a company that", "the company which"))
    note.refresh_from_db()
    assert note.state == "moved"
    assert note.block.text[note.start : note.end] == "the only way across the river"


def test_a_passage_that_is_gone_is_detached_and_never_put_on_its_twin(course, sam):
    twin = "The toll of {} was paid at the eastern gate by everybody who came with a cart, whatever it carried."
    first, second = twin.format("1903"), twin.format("1908")
    text = f"# Tolls\n\n{first}\n\nA ferry ran beside it for many years and took the poor across for nothing.\n\n{second}\n"
    reading = reading_import(course=course, data=text.encode(), name="tolls.md")
    note = annotate(block(reading, "1903"), sam, "paid at the eastern gate")
    revise(reading, text.replace(f"{first}\n\n", ""))
    note.refresh_from_db()
    assert (note.state, note.block, note.quote) == ("detached", None, "paid at the eastern gate")


def test_a_detached_annotation_is_found_again_when_the_text_comes_back(bridge, sam):
    start = block(bridge, "opened in 1902")
    note = annotate(start, sam, "three arches of grey stone")
    at = note.start
    Annotation.objects.update(prefix=start.text[at - 32 : at], suffix=start.text[note.end : note.end + 32])
    revise(bridge)
    revise(bridge, BRIDGE + "\n")
    note.refresh_from_db()
    assert (note.state, note.block.text[note.start : note.end]) == ("moved", note.quote)


def test_an_annotation_waiting_to_be_checked_waits_on_after_another_correction(bridge, sam):
    note = annotate(block(bridge, "opened in 1902"), sam, "the only way across the river")
    revise(bridge, CORRECTED)
    revise(bridge, CORRECTED.replace("1934", "1935"))
    note.refresh_from_db()
    assert note.state == "moved"
    assert note.block.text[note.start : note.end] == note.quote


def test_a_place_to_resume_in_a_lost_paragraph_goes_to_the_one_before(bridge, sam):
    enrolment = Enrolment.objects.get(user=sam)
    ReadingPosition.objects.create(enrolment=enrolment, reading=bridge, block=block(bridge, "flood of 1930"))
    revise(bridge, BRIDGE.split("The flood of 1930")[0])
    assert ReadingPosition.objects.get().block.kind == "table"


def test_paragraphs_that_change_places_exchange_their_keys_without_collision(course):
    first = "The ferry of Tarn was rowed by two men and carried twelve people at a time, never a cart."
    second = "The toll house stood on the left bank until the flood, and nobody built it again afterwards."
    reading = reading_import(course=course, data=f"# A\n\n{first}\n\n{second}\n".encode(), name="a.md")
    rows = {row.text: row.pk for row in reading.blocks.all()}
    revised = revise(reading, f"# A\n\n{second}\n\n{first}\n")
    assert {row.text: row.pk for row in revised.blocks.all()} == rows


def test_an_unchanged_text_keeps_everything_even_among_look_alikes(course, sam):
    reading = reading_import(course=course, data=b"# List\n\n- Yes.\n- Yes.\n- No.\n- Yes.\n", name="list.md")
    rows = list(reading.blocks.values_list("pk", "key"))
    note = annotate(reading.blocks.filter(text="Yes.").last(), sam, "Yes")
    again = reading_import(course=course, data=b"# List\n\n- Yes.\n- Yes.\n- No.\n- Yes.\n\n", name="l.md", slug="list")
    note.refresh_from_db()
    assert list(again.blocks.values_list("pk", "key")) == rows
    assert (note.state, note.block.number) == ("attached", 4)


def test_the_summary_counts_what_would_change_and_changes_nothing(bridge, sam):
    annotate(block(bridge, "opened in 1902"), sam, "the only way across the river")
    annotate(block(bridge, "flood of 1930"), sam, "one arch")
    BlockRead.objects.create(enrolment=Enrolment.objects.get(user=sam), block=block(bridge, "flood of 1930"))
    before = list(bridge.blocks.values())
    found = comparison(bridge, parse(CORRECTED.encode(), "bridge.md"))
    assert (found.unchanged, found.edited, found.moved, found.new, found.gone) == (2, 1, 0, 0, 0)
    assert found.passages["annotations"] == {"attached": 1, "moved": 1}
    assert (found.reads_kept, found.reads_lost) == (1, 0)
    assert list(bridge.blocks.values()) == before


def test_each_version_of_the_file_is_kept(bridge, ines):
    reading_import(course=bridge.course, data=CORRECTED.encode(), name="new.md", slug=bridge.slug, by=ines)
    newest, oldest = Revision.objects.filter(reading=bridge)
    assert (bytes(oldest.data).decode(), oldest.by) == (BRIDGE, None)
    assert (newest.number, newest.file_name, newest.by) == (2, "new.md", ines)


def test_parsing_anew_makes_no_revision(bridge):
    reading_import(course=bridge.course, data=BRIDGE.encode(), name="bridge.md", again=True)
    assert Revision.objects.count() == 1


def test_a_change_of_the_desk_is_done_anew_in_a_corrected_text(bridge, ines):
    section = bridge.sections.first()
    rename(bridge, ines, section.key, "How it was built")
    revised = revise(bridge, CORRECTED)
    assert revised.sections.first().title == "How it was built"
    assert revised.edits.get().fits


def test_a_change_follows_its_paragraph_into_a_corrected_text(bridge, ines):
    key = block(bridge, "opened in 1902").key
    edit_apply(reading=bridge, action="block_kind", target=key, kind="block_quote", message="…", by=ines)
    revised = revise(bridge, CORRECTED)
    assert block(revised, "gray stone").kind == "block_quote"


def test_a_change_that_no_longer_fits_is_named_before_and_kept_after(bridge, ines):
    rename(bridge, ines, bridge.sections.last().key, "The flood")
    other = BRIDGE.split("## 2. After the flood")[0] + "[^1]: Town archive, file 7.\n"
    assert text_compare(bridge, parse(other.encode(), "b.md")).edits_lost == ["Renamed a section"]
    revised = revise(bridge, other)
    assert revised.sections.count() == 1
    assert not revised.edits.get().fits


def test_values_that_no_action_takes_are_a_change_that_does_not_fit(bridge, ines):
    for values in ({"level": "top"}, {"depth": 2}, {}):
        Edit.objects.create(reading=bridge, action="section_level", target="s-1", values=values, message="…")
    Edit.objects.create(
        reading=bridge, action="repair_undo", target="", values={"places": [], "steps": [{}]}, message="…"
    )
    revised = revise(bridge, CORRECTED)
    assert not any(revised.edits.values_list("fits", flat=True))


def test_two_headings_corrected_at_once_are_told_apart_by_their_paragraphs(bridge):
    before = list(bridge.sections.values_list("pk", flat=True))
    text = BRIDGE.replace("## 1. Building", "## 1. How it was built").replace(
        "## 2. After the flood", "## 2. A wet year"
    )
    assert list(revise(bridge, text).sections.values_list("pk", flat=True)) == before


def test_a_section_above_others_is_known_by_them(course):
    text = (
        "# T\n\n## Part one\n\n### A\n\nThe ferry was rowed by two men.\n\n### B\n\nThe toll house stood on the bank.\n"
    )
    reading = reading_import(course=course, data=text.encode(), name="t.md")
    before = list(reading.sections.values_list("pk", flat=True))
    assert len(before) == 3
    assert (
        list(revise(reading, text.replace("Part one", "The first part")).sections.values_list("pk", flat=True))
        == before
    )


def test_sections_of_the_same_heading_are_told_apart_by_their_paragraphs(course):
    one = "## Notes on it\n\nThe ferry was rowed by two men in those days.\n\n"
    two = "## Notes on it\n\nThe toll house stood on the left bank for years.\n\n"
    reading = reading_import(course=course, data=f"# T\n\n{one}{two}".encode(), name="t.md")
    second = reading.sections.last()
    assert list(revise(reading, f"# T\n\n{two}").sections.values_list("pk", flat=True)) == [second.pk]


def test_a_section_whose_heading_is_corrected_keeps_its_row_its_address_and_its_changes(bridge, ines):
    before = bridge.sections.last()
    edit_apply(reading=bridge, action="section_level", target=before.key, level=2, message="…", by=ines)
    revised = revise(bridge, BRIDGE.replace("## 2. After the flood", "## 2. After the great flood"))
    after = revised.sections.last()
    assert (after.pk, after.slug, after.title, after.level) == (before.pk, before.slug, "After the great flood", 2)
    assert after.key != before.key
    assert revised.edits.get().fits


def test_a_change_can_be_taken_back(bridge, ines, sam):
    note = annotate(block(bridge, "opened in 1902"), sam, "three arches")
    edit = rename(bridge, ines, bridge.sections.first().key, "Something else")
    edit_take_back(edit=edit)
    note.refresh_from_db()
    assert bridge.sections.first().title == "Building"
    assert not bridge.edits.exists()
    assert note.state == "attached"


def rename(reading: Reading, by, target: str, title: str):
    return edit_apply(
        reading=reading, action="section_rename", target=target, title=title, message="Renamed a section", by=by
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [("It has three arches.", ("attached", 7)), ("So: It has three arches.", ("moved", 11)),
     ("three arches, three arches", ("detached", 0)), ("Four.", ("detached", 0))],
)  # fmt: skip
def test_a_quotation_is_found_again_in_its_own_block_only(text, found):
    place = passage_relocate(block=Block(text=text), start=7, end=19, quote="three arches")
    assert (place.outcome, place.start) == found


def test_a_quotation_without_a_block_is_detached():
    assert passage_relocate(block=None, start=0, end=3, quote="The").is_stale


@pytest.mark.parametrize(("places", "length"), [([], 0), ([0, 1, 2], 3), ([3, 1, 2], 2), ([2, 1, 0], 1)])
def test_the_longest_rise(places, length):
    assert longest_rise(places) == length
