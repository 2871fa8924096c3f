"""``load_course`` loads a pack, says what it does and what it did not find, and can run again."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from readings.models import Course, Reading, TermOccurrence
from tests.readings.services.packs import COURSE, write_documents, write_pack


@pytest.fixture
def pack(tmp_path, db):
    return write_pack(tmp_path / "pack")


def load(pack, **options) -> str:
    out = StringIO()
    call_command("load_course", str(pack), stdout=out, **options)
    return out.getvalue()


def test_the_course_is_loaded_with_progress_and_seconds(pack):
    out = load(pack)
    assert "1. The Bridge of Tarn … 2 sections, 3 paragraphs, 1 notes, 0." in out
    assert "Glossary: 2 terms (2 new or changed)" in out
    assert TermOccurrence.objects.exists()


def test_missing_documents_are_named_with_what_to_do(pack):
    out = load(pack)
    assert "A paper on the ferry (was called ferry.txt)" in out
    assert "--documents FOLDER" in out
    assert Reading.objects.count() == 1


def test_documents_are_found_under_any_name(pack, tmp_path):
    out = load(pack, documents=write_documents(tmp_path / "documents"))
    assert Reading.objects.count() == 2
    assert "--documents FOLDER" not in out


def test_a_document_loaded_before_is_not_missing_later(pack, tmp_path):
    load(pack, documents=write_documents(tmp_path / "documents"))
    assert "--documents FOLDER" not in load(pack)


def test_loading_again_doubles_nothing(pack):
    load(pack)
    places = TermOccurrence.objects.count()
    assert "(0 new or changed)" in load(pack)
    assert (Course.objects.count(), Reading.objects.count(), TermOccurrence.objects.count()) == (1, 1, places)


def test_a_broken_pack_is_refused_before_anything_is_stored(pack):
    write_pack(pack, COURSE.replace('kind = "course text"\n', ""))
    with pytest.raises(CommandError, match=r"reading 1 \(bridge\), `kind`: is missing"):
        load(pack)
    assert not Course.objects.exists()


def test_an_unreadable_text_is_named_and_the_rest_is_loaded(pack, tmp_path):
    (pack / "readings" / "bridge.md").write_text("")
    with pytest.raises(CommandError, match=r"bridge\.md: The file is empty"):
        load(pack, documents=write_documents(tmp_path / "documents"))
    assert Reading.objects.get().slug == "ferry"


def test_a_folder_that_is_not_there_is_named(pack, tmp_path):
    with pytest.raises(CommandError, match="There is no folder"):
        load(pack, documents=tmp_path / "nowhere")


def test_the_demo_pack_loads(db):
    out = StringIO()
    call_command("load_course", "south-caucasus", stdout=out)
    assert Course.objects.get(slug="south-caucasus").readings.count() == 3
