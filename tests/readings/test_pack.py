"""The course pack that comes with Glossa keeps its own promises: names are unique, references resolve, files exist."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

PACK = Path(__file__).resolve().parents[2] / "readings/packs/south-caucasus"
CATEGORIES = {"institution", "place", "person", "agreement", "event", "concept"}
CARD = {"perspective", "who_writes", "from_where", "for_whom", "what_to_mind"}
TEXTS = sorted(PACK.glob("readings/*.md"))
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

every_text = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((PACK / name).read_text(encoding="utf-8"))


def readings() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load("course.toml")["readings"]
    return found


def terms() -> list[dict[str, Any]]:
    return [term for path in sorted(PACK.glob("glossary/*.toml")) for term in load(f"glossary/{path.name}")["terms"]]


def names(term: dict[str, Any]) -> list[str]:
    forms = [form["text"] for form in term.get("forms", [])]
    return [term["head"], *term.get("aliases", []), *term.get("acronyms", []), *forms]


def body_and_bibliography(path: Path) -> tuple[str, list[str]]:
    body, _, tail = path.read_text(encoding="utf-8").partition("\n## Bibliography\n")
    return body, [entry.strip() for entry in tail.split("\n\n") if entry.strip()]


def test_the_course_names_itself_and_its_licence() -> None:
    course = load("course.toml")["course"]
    assert {"slug", "title", "summary", "language", "licence"} <= course.keys()
    assert course["licence"] in (PACK / "RIGHTS.md").read_text(encoding="utf-8")


def test_slugs_are_fit_for_addresses_and_unique() -> None:
    for group in (readings(), terms()):
        slugs = [item["slug"] for item in group]
        assert all(SLUG.fullmatch(slug) for slug in slugs)
        assert [slug for slug, count in Counter(slugs).items() if count > 1] == []


def test_a_reading_is_a_file_of_the_pack_or_a_document_known_by_its_fingerprint() -> None:
    for reading in readings():
        assert ("file" in reading) != ("fingerprint" in reading), reading["slug"]
        if "file" in reading:
            assert (PACK / reading["file"]).is_file()
        else:
            assert re.fullmatch(r"sha256:[0-9a-f]{64}", reading["fingerprint"]), reading["slug"]
            assert reading["filename_hint"]


def test_every_text_of_the_pack_is_read_in_the_course() -> None:
    assert {PACK / reading["file"] for reading in readings() if "file" in reading} == set(TEXTS)


def test_a_reading_says_who_writes_and_how_we_know() -> None:
    for reading in readings():
        assert reading.get("title") or reading.get("working_title")
        assert reading.get("authors") or reading.get("corporate_author")
        assert {"kind", "language", "rights", "sharing"} <= reading.keys()
        assert set(reading["source_card"]) == CARD
        assert all(reading["source_card"].values())
        outside = reading.get("from_outside", [])
        assert set(outside) <= reading.keys()
        assert bool(outside) == bool(reading.get("outside_source")), reading["slug"]


def test_the_glossary_has_its_heads_in_known_categories() -> None:
    assert len(terms()) >= 45
    assert {load(f"glossary/{path.name}")["category"] for path in PACK.glob("glossary/*.toml")} == CATEGORIES


def test_one_name_leads_to_one_term() -> None:
    count = Counter(name.casefold() for term in terms() for name in names(term))
    assert [name for name, times in count.items() if times > 1] == []


def test_a_definition_is_one_to_three_sentences() -> None:
    for term in terms():
        sentences = re.findall(r"[.!?](?= [A-Z]|$)", term["definition"])
        assert 1 <= len(sentences) <= 3, (term["slug"], len(sentences))


def test_terms_point_at_terms_and_readings_that_exist() -> None:
    known = {term["slug"] for term in terms()}
    sources = {reading["slug"] for reading in readings()}
    for term in terms():
        assert set(term.get("see_also", [])) <= known - {term["slug"]}, term["slug"]
        assert set(term.get("by_source", {})) <= sources, term["slug"]


def test_forms_name_a_language_and_are_in_its_script() -> None:
    script = {"ru": "[Ѐ-ӿ]", "hy": "[԰-֏]", "ka": "[Ⴀ-ჿ]", "az": "[A-Za-zƏə]"}
    for form in (form for term in terms() for form in term.get("forms", [])):
        assert re.search(script[form["language"]], form["text"]), form


@every_text
def test_a_text_is_short_enough_for_one_sitting(path: Path) -> None:
    words = [word for word in path.read_text(encoding="utf-8").split() if re.search(r"\w", word)]
    assert 1000 <= len(words) <= 1800


@every_text
def test_a_text_shows_every_form_that_a_reader_must_handle(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert lines[2].startswith("By ")
    assert any(line.startswith("> ") for line in lines)
    assert any(line.startswith("- ") for line in lines)
    assert any(line.startswith("Table ") and lines[at + 2].startswith("|") for at, line in enumerate(lines))


@every_text
def test_the_rows_of_a_table_have_equally_many_cells(path: Path) -> None:
    rows = [line.count("|") if line.startswith("|") else 0 for line in path.read_text(encoding="utf-8").splitlines()]
    assert all(a == b for a, b in pairwise(rows) if a and b)


@every_text
def test_every_note_mark_has_its_note(path: Path) -> None:
    body, _ = body_and_bibliography(path)
    marks = re.findall(r"\[\^(\d+)\](?!:)", body)
    assert len(marks) >= 3
    assert sorted(marks) == sorted(re.findall(r"^\[\^(\d+)\]:", body, re.MULTILINE))


@every_text
def test_every_citation_has_its_entry_and_every_entry_is_cited(path: Path) -> None:
    body, entries = body_and_bibliography(path)
    cited = set(re.findall(r"\(([^()]+), (\d{4})\)", body))
    opening = {entry: (entry.split(" (", 1)[0], entry.split("(", 1)[1][:4]) for entry in entries}
    for who, year in cited:
        first = who.split(" and ")[0]
        assert any(name.startswith(first) and year == when for name, when in opening.values()), (who, year)
    for name, when in opening.values():
        assert any(name.startswith(who.split(" and ")[0]) and when == year for who, year in cited), name
