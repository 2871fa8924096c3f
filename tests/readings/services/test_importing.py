"""A file becomes a reading with all its rows, once, and a later revision keeps what people did with it."""

from __future__ import annotations

import pytest

from readings import documents
from readings.models import Annotation, Block, BlockRead, Enrolment, Reading, Section
from readings.selectors.document import document_of
from readings.services.importing import reading_import
from tests.readings.texts import BRIDGE, BRIDGE_REVISED


@pytest.fixture
def bridge(course):
    return reading_import(course=course, data=BRIDGE.encode(), name="bridge.md")


def revise(reading: Reading, text: str = BRIDGE_REVISED) -> Reading:
    return reading_import(course=reading.course, data=text.encode(), name="bridge.md", slug=reading.slug)


def block(reading: Reading, words: str) -> Block:
    return reading.blocks.get(text__contains=words)


def annotate(block: Block, author, words: str) -> Annotation:
    start = block.text.index(words)
    return Annotation.objects.create(
        reading=block.reading, block=block, author=author, start=start, end=start + len(words), quote=words
    )


def test_a_file_becomes_sections_blocks_and_notes(bridge):
    assert [str(section) for section in bridge.sections.all()] == ["1 Building", "2 After the flood"]
    assert [block.number for block in bridge.blocks.all()] == list(range(1, bridge.blocks.count() + 1))
    assert bridge.notes.get().text == "Town archive, file 7."
    assert block(bridge, "opened in 1902").section.title == "Building"


def test_words_are_counted_for_blocks_and_sections(bridge):
    flood = bridge.sections.get(title="After the flood")
    assert flood.word_count == sum(row.word_count for row in flood.blocks.all()) == 14


def test_sections_have_readable_addresses(bridge):
    assert [section.slug for section in bridge.sections.all()] == ["1-building", "2-after-the-flood"]


def test_equal_titles_get_different_addresses(course):
    text = "# Two parts\n\n## The years 1996–2001\n\nOne.\n\n## The years 1996–2001\n\nTwo.\n"
    reading = reading_import(course=course, data=text.encode(), name="two.md")
    slugs = set(reading.sections.values_list("slug", flat=True))
    assert {"the-years-1996-2001", "the-years-1996-2001-2"} <= slugs


def test_the_rows_give_back_the_document_they_were_made_from(bridge):
    assert document_of(bridge) == documents.parse(BRIDGE.encode(), "bridge.md")


def test_giving_back_the_document_takes_the_same_queries_whatever_its_length(bridge, django_assert_num_queries):
    with django_assert_num_queries(5):
        document_of(bridge)


def test_the_same_file_again_changes_nothing(bridge):
    before = list(Block.objects.values())
    again = reading_import(course=bridge.course, data=BRIDGE.encode(), name="renamed.md")
    assert (again.pk, again.revision) == (bridge.pk, 1)
    assert list(Block.objects.values()) == before
    assert Reading.objects.count() == 1


def test_parsing_anew_keeps_rows_and_revision(bridge):
    before = set(bridge.blocks.values_list("pk", flat=True))
    again = reading_import(course=bridge.course, data=BRIDGE.encode(), name="bridge.md", again=True)
    assert again.revision == 1
    assert set(again.blocks.values_list("pk", flat=True)) == before


def test_another_file_under_the_same_slug_is_the_next_revision(bridge):
    revised = revise(bridge)
    assert (revised.pk, revised.revision) == (bridge.pk, 2)
    assert [section.slug for section in revised.sections.all()] == ["1-building", "2-after-the-flood"]
    assert not revised.notes.exists()


def test_an_unchanged_block_keeps_its_row_where_it_moved(bridge):
    before = block(bridge, "flood of 1930")
    after = block(revise(bridge), "flood of 1930")
    assert after.pk == before.pk
    assert (after.section.title, after.number) == ("Building", 1)


def test_annotations_of_kept_blocks_stay_where_they_are(bridge, sam):
    note = annotate(block(bridge, "flood of 1930"), sam, "one arch")
    revise(bridge)
    note.refresh_from_db()
    assert (note.state, note.block.text[note.start : note.end]) == ("attached", "one arch")


def test_annotations_of_lost_blocks_are_detached_and_keep_their_words(bridge, sam):
    note = annotate(block(bridge, "opened in 1902"), sam, "three arches")
    revise(bridge)
    note.refresh_from_db()
    assert (note.block, note.state, note.quote) == (None, "detached", "three arches")


def test_progress_on_kept_blocks_stays(bridge, sam):
    enrolment = Enrolment.objects.get(user=sam)
    BlockRead.objects.create(enrolment=enrolment, block=block(bridge, "flood of 1930"))
    revise(bridge)
    assert BlockRead.objects.filter(enrolment=enrolment).count() == 1


def test_a_section_that_only_changed_its_words_keeps_its_address(bridge):
    revised = revise(bridge, BRIDGE.replace("# 2. After the flood", "# 2. After the Flood"))
    assert "2-after-the-flood" in revised.sections.values_list("slug", flat=True)


def test_what_is_known_besides_wins_over_the_text(course):
    about = {
        "title": "Bridges",
        "year": 1999,
        "authors": [{"given": "Ada", "family": "Tarn"}, {"given": "Ben", "family": "Oda"}],
        "from_outside": ["year"],
        "source_card": {"who_writes": "Two engineers."},
    }
    reading = reading_import(course=course, data=BRIDGE.encode(), name="bridge.md", about=about)
    assert (reading.title, reading.year, reading.byline) == ("Bridges", 1999, "Ada Tarn and Ben Oda")
    assert (reading.who_writes, reading.from_outside) == ("Two engineers.", ["year"])
    assert "source_card" not in reading.metadata


def test_a_working_title_is_marked_as_ours(course):
    about = {"working_title": "A paper on bridges"}
    reading = reading_import(course=course, data=b"One paragraph only.", name="x.txt", about=about)
    assert (reading.title, reading.title_is_ours) == ("A paper on bridges", True)


def test_what_an_instructor_wrote_stays_on_a_new_revision(bridge):
    Reading.objects.filter(pk=bridge.pk).update(title="My title", who_writes="An engineer.")
    revised = revise(bridge)
    assert (revised.title, revised.who_writes) == ("My title", "An engineer.")


def test_a_title_given_later_leaves_everything_else(bridge):
    Reading.objects.filter(pk=bridge.pk).update(who_writes="An engineer.", byline="Ada Tarn")
    about = {"title": "Bridges"}
    again = reading_import(course=bridge.course, data=BRIDGE.encode(), name="bridge.md", about=about)
    again.refresh_from_db()
    assert (again.title, again.who_writes, again.byline) == ("Bridges", "An engineer.", "Ada Tarn")


def test_terms_are_found_in_the_new_text(course):
    course.terms.create(slug="bb", head="Bridge Board", definition="A board.")
    reading = reading_import(course=course, data=BRIDGE.encode(), name="bridge.md")
    assert reading.blocks.filter(term_occurrences__isnull=False).distinct().count() == 2


@pytest.mark.parametrize("data", [b"", b"   \n ", bytes(range(256)) * 40], ids=["empty", "blank", "binary"])
def test_what_is_no_text_is_refused_and_nothing_is_stored(course, data):
    with pytest.raises(documents.DocumentError) as caught:
        reading_import(course=course, data=data, name="file.txt")
    assert "\n" not in str(caught.value)
    assert not Reading.objects.exists()


def test_a_file_beyond_the_limit_is_refused(course, settings):
    settings.UPLOAD_MAX_BYTES = 100
    with pytest.raises(documents.TooLarge):
        reading_import(course=course, data=b"word " * 21, name="file.txt")
    assert not Reading.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_common_encodings_simply_work(course, encoding):
    text = "Über die Brücke – a “fine” café stands by the bridge of Tarn."
    reading = reading_import(course=course, data=text.encode(encoding), name="file.txt")
    assert text in reading.blocks.values_list("text", flat=True)


def test_a_text_without_headings_is_one_opening(course):
    reading = reading_import(course=course, data=b"One paragraph only.\n\nAnd a second one.", name="plain.txt")
    assert reading.sections.count() == 1
    assert reading.title == "plain"


def test_a_failure_while_storing_leaves_nothing_half_done(bridge, monkeypatch):
    def fail(**_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("readings.services.importing.glossary_index_rebuild", fail)
    with pytest.raises(RuntimeError):
        revise(bridge)
    assert Reading.objects.get().revision == 1
    assert Section.objects.count() == 2
    assert block(bridge, "opened in 1902")
