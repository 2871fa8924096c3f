"""A course pack is read whole, or refused with every mistake and what to do about it."""

from __future__ import annotations

import pytest

from readings.services.packs import Entry, PackError, pack_find, pack_read
from tests.readings.services.packs import COURSE, GLOSSARY, write_pack


def problems(folder, course: str = COURSE, glossary: str = GLOSSARY) -> list[str]:
    with pytest.raises(PackError) as caught:
        pack_read(write_pack(folder, course, glossary))
    return caught.value.problems


def test_a_pack_is_read(tmp_path):
    pack = pack_read(write_pack(tmp_path))
    assert pack.course.slug == "tarn"
    assert [entry.shown for entry in pack.readings] == ["The Bridge of Tarn", "A paper on the ferry"]
    assert [entry.data["category"] for entry in pack.terms] == ["institution", "institution"]
    assert pack.text_of(pack.readings[0]).name == "bridge.md"
    assert pack.text_of(pack.readings[1]) is None


def test_a_pack_is_found_by_name_or_path(tmp_path):
    assert pack_find("south-caucasus").name == "south-caucasus"
    assert pack_find(str(write_pack(tmp_path))) == tmp_path


def test_an_unknown_pack_names_those_there_are():
    with pytest.raises(PackError, match="south-caucasus"):
        pack_find("atlantis")


def test_the_digest_follows_the_content_and_not_its_order():
    assert Entry({"a": 1, "b": 2}).digest == Entry({"b": 2, "a": 1}).digest != Entry({"a": 1, "b": 3}).digest


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('slug = "tarn"\n', "", "course.toml, [course], `slug`: is missing"),
        ("[course]", "[course", "course.toml: is not valid TOML"),
        ('file = "readings/bridge.md"\n', "", "reading 1 (bridge): give either `file`"),
        ("bridge.md", "tunnel.md", "reading 1 (bridge), `file`: there is no readings/tunnel.md"),
        ("readings/bridge.md", "../../secret.md", "`file`: must lie inside"),
        ("sha256:", "md5:", "reading 2 (ferry), `fingerprint`: write sha256:"),
        ('slug = "ferry"', 'slug = "bridge"', "`slug`: is used twice"),
        ('slug = "ferry"', 'slug = "The Ferry"', "`slug`: use lower-case"),
        ('working_title = "A paper on the ferry"\n', "", "reading 2 (ferry): has no title"),
        ('outside_source = "The town clerk."\n', "", "reading 1 (bridge), `outside_source`: say where"),
        ("year = 2024", 'year = "2024"', "`year`: must be a number"),
        ("who_writes", "who_writs", "source_card, `who_writs`: is not a key"),
        ("[course]", "[lesson]\n[course]", "`lesson`: is not a key"),
    ],
)
def test_a_mistake_in_the_course_is_named(tmp_path, old, new, said):
    assert any(said in line for line in problems(tmp_path, course=COURSE.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('head = "Tarn"\n', "", "glossary/town.toml, term tarn, `head`: is missing"),
        ('see_also = ["tarn"]', 'see_also = ["torn"]', "`see_also`: there is no term 'torn'"),
        ('ferry = "Does', 'fery = "Does', "`by_source`: there is no reading 'fery'"),
        (
            'head = "Tarn"',
            'head = "Bridge Board"',
            "the name 'bridge board' belongs to the term 'bridge-board' already",
        ),
        ('language = "fr", ', "", "`forms`: write each as"),
        ('slug = "tarn"', 'slug = "bridge-board"', "`slug`: is used twice"),
        ('acronyms = ["BB"]', 'acronyms = "BB"', "`acronyms`: must be a list"),
        ("[[terms]]", "[terms]", "glossary/town.toml: "),
    ],
)
def test_a_mistake_in_the_glossary_is_named(tmp_path, old, new, said):
    assert any(said in line for line in problems(tmp_path, glossary=GLOSSARY.replace(old, new, 1)))


def test_all_mistakes_are_named_at_once(tmp_path):
    found = problems(tmp_path, course=COURSE.replace("2024", '"2024"').replace('title = "The town of Tarn"\n', ""))
    assert len(found) == 2


def test_a_file_in_another_encoding_is_named(tmp_path):
    write_pack(tmp_path)
    (tmp_path / "course.toml").write_bytes("# Brücke".encode("cp1252"))
    with pytest.raises(PackError, match=r"course\.toml: is not UTF-8"):
        pack_read(tmp_path)
