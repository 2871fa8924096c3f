"""A course pack in the database: nothing doubled, and what an instructor changed stays."""

from __future__ import annotations

import pytest

from readings.models import Course, Reading, SourceDefinition, Term
from readings.services.courses import course_load, documents_known, reading_load, reading_refresh
from readings.services.glossary_loading import glossary_load
from readings.services.packs import pack_read
from tests.readings.services.packs import COURSE, GLOSSARY, SUPPLIED, write_documents, write_pack


@pytest.fixture
def folder(tmp_path, db):
    return write_pack(tmp_path / "pack")


def load(folder, course: str = COURSE, glossary: str = GLOSSARY) -> Course:
    """The course, its first reading and its glossary."""
    pack = pack_read(write_pack(folder, course, glossary))
    loaded = course_load(pack=pack)
    entry = pack.readings[0]
    reading_load(course=loaded, entry=entry, position=1, data=pack.text_of(entry).read_bytes(), name="bridge.md")
    glossary_load(course=loaded, entries=pack.terms)
    return loaded


def supply(folder, loaded: Course) -> Reading:
    pack = pack_read(folder)
    return reading_load(course=loaded, entry=pack.readings[1], position=2, data=SUPPLIED, name="x.txt")


def test_course_reading_and_terms_are_there(folder):
    course = load(folder)
    reading = course.readings.get()
    assert (course.title, reading.title, reading.year) == ("The town of Tarn", "The Bridge of Tarn", 2024)
    assert (reading.who_writes, reading.outside_source) == ("An engineer.", "The town clerk.")
    board = course.terms.get(slug="bridge-board")
    assert {(alias.text, alias.language, alias.case_sensitive) for alias in board.aliases.all()} == {
        ("BB", "", True),
        ("Conseil du pont", "fr", False),
    }
    assert board.see_also.get().slug == "tarn"


def test_loading_again_doubles_nothing(folder):
    load(folder)
    before = [list(model.objects.values()) for model in (Course, Term, SourceDefinition)]
    load(folder)
    assert [list(model.objects.values()) for model in (Course, Term, SourceDefinition)] == before
    assert Reading.objects.count() == 1


def test_what_an_instructor_changed_stays(folder):
    course = load(folder)
    Course.objects.update(title="Tarn and me")
    Reading.objects.update(is_published=False, who_writes="A friend.", position=9)
    Term.objects.filter(slug="tarn").update(definition="My town.")
    load(folder)
    reading = course.readings.get()
    assert Course.objects.get().title == "Tarn and me"
    assert (reading.is_published, reading.who_writes, reading.position) == (False, "A friend.", 9)
    assert Term.objects.get(slug="tarn").definition == "My town."


def test_what_changed_in_the_pack_comes_through(folder):
    course = load(folder)
    course.readings.update(is_published=False)
    load(folder, COURSE.replace("An engineer.", "Two engineers."), GLOSSARY.replace("A town.", "A small town."))
    reading = course.readings.get()
    assert (reading.who_writes, reading.is_published) == ("Two engineers.", False)
    assert Term.objects.get(slug="tarn").definition == "A small town."


def test_the_join_code_stays(folder):
    code = load(folder).join_code
    assert load(folder, COURSE.replace("The town of Tarn", "Tarn")).join_code == code


def test_what_a_source_says_is_added_when_the_source_comes(folder):
    course = load(folder)
    assert [row.reading.slug for row in SourceDefinition.objects.select_related("reading")] == ["bridge"]
    supply(folder, course)
    load(folder)
    assert set(SourceDefinition.objects.values_list("reading__slug", "text")) == {
        ("bridge", "Calls it a company."),
        ("ferry", "Does not name it."),
    }


def test_a_working_title_shows_and_is_marked(folder):
    reading = supply(folder, load(folder))
    assert (reading.title, reading.title_is_ours) == ("A paper on the ferry", True)


def test_a_reading_is_refreshed_without_its_file(folder):
    course = load(folder)
    supply(folder, course)
    pack = pack_read(write_pack(folder, COURSE.replace("A paper on the ferry", "The ferry paper")))
    assert reading_refresh(course=course, entry=pack.readings[1], position=2).title == "The ferry paper"
    assert Reading.objects.get(slug="ferry").blocks.exists()


def test_a_reading_that_is_not_there_cannot_be_refreshed(folder):
    course, pack = load(folder), pack_read(folder)
    assert reading_refresh(course=course, entry=pack.readings[1], position=2) is None


def test_documents_are_known_by_their_content_whatever_their_name(folder, tmp_path):
    pack = pack_read(folder)
    found = documents_known(pack=pack, folder=write_documents(tmp_path / "documents"))
    assert {key: path.name for key, path in found.items()} == {pack.readings[1].fingerprint: "scan 7.txt"}
