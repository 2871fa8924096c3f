"""``import_reading`` takes files into a course, each on its own."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from readings.models import Block, Reading
from tests.readings.texts import BRIDGE


def run(*files, **options) -> str:
    out = StringIO()
    call_command("import_reading", *map(str, files), stdout=out, **{"course": "caucasus", **options})
    return out.getvalue()


@pytest.fixture
def bridge(tmp_path):
    path = tmp_path / "bridge.md"
    path.write_text(BRIDGE)
    return path


def test_a_file_is_imported(course, bridge):
    assert "bridge.md: “The Bridge of Tarn”, 2 sections" in run(bridge)
    assert Reading.objects.get().course == course


def test_the_title_can_be_given(course, bridge):
    run(bridge, title="A bridge")
    assert Reading.objects.get().title == "A bridge"


def test_a_title_is_for_one_file(course, bridge):
    with pytest.raises(CommandError, match="one file"):
        run(bridge, bridge, title="A bridge")


def test_importing_twice_makes_one_reading(course, bridge):
    run(bridge)
    run(bridge)
    assert Reading.objects.count() == 1


def test_each_bad_file_is_reported_and_the_good_ones_are_imported(course, bridge, tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    with pytest.raises(CommandError) as caught:
        run(tmp_path / "empty.txt", bridge, tmp_path / "binary.txt", tmp_path / "none.txt")
    lines = str(caught.value).splitlines()
    assert [line.partition(":")[0].rpartition("/")[2] for line in lines] == ["empty.txt", "binary.txt", "none.txt"]
    assert Reading.objects.get().file_name == "bridge.md"


def test_a_file_beyond_the_limit_is_refused_unread(course, bridge, settings):
    settings.UPLOAD_MAX_BYTES = 10
    with pytest.raises(CommandError, match=r"bridge\.md: The file has"):
        run(bridge)
    assert not Reading.objects.exists()


def test_an_unknown_course_names_the_courses_there_are(course, bridge):
    with pytest.raises(CommandError, match="Courses: caucasus"):
        run(bridge, course="atlantis")


def test_one_line_of_a_megabyte_is_imported_whole(course, tmp_path):
    line = "Some short words stand here. " * 35_000
    (tmp_path / "long.txt").write_text(line)
    run(tmp_path / "long.txt")
    assert Block.objects.get().text == line.strip()
