"""``export_course`` writes a pack that loads into the same course again, and keeps back what may not be passed on."""

from __future__ import annotations

import tomllib
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from readings.models import Alias, Course, Reading, Term
from readings.selectors.document import document_of
from readings.services.editing import edit_apply
from readings.services.editing_repairs import repair_undo
from readings.services.exporting_toml import toml_of
from readings.services.importing import reading_import
from tests.readings.services.packs import SUPPLIED, write_documents, write_pack
from tests.readings.services.test_undoing import TEXTS

NOT_COMPARED = {
    "id", "course_id", "reading_id", "section_id", "parent_id", "term_id", "block_id", "pack_digest", "join_code",
    "created_at", "imported_at",
}  # fmt: skip
KINDS = ("sections", "blocks", "notes", "references", "findings")


@pytest.fixture
def tarn(tmp_path, db):
    pack, documents = write_pack(tmp_path / "pack"), write_documents(tmp_path / "documents")
    call_command("load_course", str(pack), documents=documents, stdout=StringIO())
    return Course.objects.get(slug="tarn")


def export(course: Course, folder, **options: Any) -> str:
    out = StringIO()
    call_command("export_course", course.slug, str(folder), stdout=out, **options)
    return out.getvalue()


def rows(course: Course) -> dict[str, Any]:
    """All that the course holds, as plain data without what differs between two databases."""
    readings = list(course.readings.all())
    terms = Term.objects.filter(course=course).order_by("slug")
    return {
        "course": plain(Course.objects.filter(pk=course.pk)),
        "readings": plain(course.readings.all()),
        **{f"{kind} of {reading.slug}": plain(getattr(reading, kind).all()) for reading in readings for kind in KINDS},
        "terms": plain(terms),
        "aliases": [plain(term.aliases.order_by("text")) for term in terms],
        "see also": [sorted(other.slug for other in term.see_also.all()) for term in terms],
        "sources": [sorted(term.source_definitions.values_list("reading__slug", "text")) for term in terms],
        "places": [sorted(term.occurrences.values_list("block__key", "start", "end")) for term in terms],
    }


def plain(queryset) -> list[dict[str, Any]]:
    return [{key: value for key, value in row.items() if key not in NOT_COMPARED} for row in queryset.values()]


def reloaded(course: Course, folder) -> Course:
    """The course exported, taken away, and loaded from the export."""
    export(course, folder, with_documents=True)
    slug = course.slug
    course.delete()
    documents = folder / "documents"
    call_command("load_course", str(folder), documents=documents if documents.is_dir() else None, stdout=StringIO())
    return Course.objects.get(slug=slug)


def test_a_round_trip_changes_nothing(tarn, tmp_path):
    before = rows(tarn)
    assert rows(reloaded(tarn, tmp_path / "out")) == before


def test_a_round_trip_of_the_demo_course_changes_nothing(db, tmp_path):
    call_command("load_course", "south-caucasus", stdout=StringIO())
    course = Course.objects.get()
    before = rows(course)
    assert rows(reloaded(course, tmp_path / "out")) == before


def test_a_round_trip_keeps_what_was_changed_on_the_desk(tarn, tmp_path, django_user_model):
    by = django_user_model.objects.create_user("ines")
    bridge = tarn.readings.get(slug="bridge")
    Reading.objects.filter(pk=bridge.pk).update(title="My “title”", byline="By many", kind="", is_published=False)
    bridge.blocks.filter(number=3).update(is_askable=False)
    edit_apply(
        reading=bridge, action="section_rename", target=bridge.sections.first().key, title="How", message="…", by=by
    )
    edit_apply(
        reading=bridge, action="block_split", target=bridge.blocks.first().key, before="It has", message="…", by=by
    )
    Alias.objects.create(term=tarn.terms.first(), text="ԲԲ", language="hy", case_sensitive=True)
    before = rows(tarn)
    after = rows(reloaded(tarn, tmp_path / "out"))
    for table in (before, after):
        for reading in table["readings"]:
            del reading["metadata"]
    assert after == before


@pytest.mark.parametrize("case", ["page_furniture", "table_joined", "marks_restored", "note_joined"])
def test_repairs_that_were_undone_travel_with_the_course(tarn, tmp_path, django_user_model, case):
    by = django_user_model.objects.create_user("ines")
    reading = reading_import(course=tarn, data=TEXTS[case].encode(), name="ferry.md", slug="again")
    for finding in reading.findings.filter(code=case):
        repair_undo(finding=finding, by=by)
    table = reading.blocks.filter(kind="table").first()
    if table:
        edit_apply(reading=reading, action="table_row_put", target=table.key, row=1, message="…", by=by)
    before = text_of(reading)
    after = reloaded(tarn, tmp_path / "out").readings.get(slug="again")
    assert text_of(after) == before
    assert all(after.edits.values_list("fits", flat=True))


def text_of(reading: Reading) -> Any:
    document = document_of(reading)
    return document.sections, document.notes, document.references


def test_documents_that_may_not_be_passed_on_are_named_only(tarn, tmp_path):
    said = export(tarn, tmp_path / "out")
    written = [path.name for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert sorted(written) == ["bridge.md", "course.toml", "institution.toml"]
    assert "A paper on the ferry" in said
    assert all(SUPPLIED not in path.read_bytes() for path in (tmp_path / "out").rglob("*.*"))


def test_an_own_archive_holds_them_too(tarn, tmp_path):
    export(tarn, tmp_path / "out", with_documents=True)
    assert (tmp_path / "out" / "documents" / "scan 7.txt").read_bytes() == SUPPLIED


def test_what_the_desk_releases_goes_into_the_pack(tarn, tmp_path):
    Reading.objects.update(may_be_passed_on=True)
    export(tarn, tmp_path / "out")
    assert (tmp_path / "out" / "readings" / "scan 7.txt").is_file()


def test_a_folder_in_use_is_refused(tarn, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("x")
    with pytest.raises(CommandError, match="is not empty"):
        export(tarn, tmp_path / "out")


def test_an_unknown_course_names_those_there_are(tarn, tmp_path):
    with pytest.raises(CommandError, match="Courses: tarn"):
        call_command("export_course", "turn", str(tmp_path / "out"))


def test_a_course_that_could_not_be_loaded_again_says_what_to_correct(tarn, tmp_path):
    Term.objects.filter(slug="tarn").update(head="Bridge Board")
    with pytest.raises(CommandError, match="belongs to the term"):
        export(tarn, tmp_path / "out")


def test_a_reading_whose_file_was_not_kept_is_named(tarn, tmp_path):
    tarn.readings.get(slug="bridge").revisions.all().delete()
    assert "Their files were not kept" in export(tarn, tmp_path / "out")


LEAF = st.text(st.characters(exclude_categories=["Cs"])) | st.integers(-(2**63), 2**63 - 1) | st.booleans()
DATA = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=5)
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=6), DATA, max_size=5))
def test_any_data_comes_back_from_toml(data):
    assert tomllib.loads(toml_of(data)) == data
