"""Our own documents, broken as scanners and converters break them, come back as they were written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from readings.documents import Document, parse
from tests.readings.documents.breaking import (
    Truth,
    bracketed,
    dotted,
    double_spaced,
    glued,
    in_columns,
    make,
    paged,
    pandoc,
    scanned,
    with_endnotes,
    with_windows_ends,
    without_stops,
)
from tests.readings.documents.words import document_words, source_words

SEEDS = range(1, 11)


def paragraphs(document: Document) -> list[str]:
    return [block.text for section in document.sections for block in section.blocks]


def links(document: Document) -> dict[str | None, str]:
    blocks = [block for section in document.sections for block in section.blocks]
    return {mark.target: block.text for block in blocks for mark in block.marks if mark.kind == "note"}


def letters(words: Counter[str]) -> Counter[str]:
    """A word that a page cut in two is whole in the document, so only the letters can be counted."""
    return Counter("".join(words.elements()))


def assert_restored(document: Document, truth: Truth, *, levels: bool = True) -> None:
    assert document.metadata.title == truth.title
    assert [(person.given, person.family) for person in document.metadata.authors] == [("Mirela", "Tostig")]
    assert [section.title for section in document.sections] == [part.title for part in truth.parts]
    if levels:
        assert [section.level for section in document.sections] == [part.level for part in truth.parts]
    assert paragraphs(document) == [p.text for p in truth.paragraphs]
    assert links(document) == {label: p.text for p in truth.paragraphs for _, label in p.marks}
    assert {note.label: note.text for note in document.notes} == {k: v.replace("*", "") for k, v in truth.notes.items()}


@pytest.mark.parametrize("seed", SEEDS)
def test_pandoc_markdown_is_restored(seed: int) -> None:
    truth = make(seed, numbered=seed % 2 == 0)
    assert_restored(parse(pandoc(truth).encode(), "x.md"), truth)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "damage",
    [
        {"header": True},
        {"header": True, "form_feeds": True},
        {"header": False},
        {"header": False, "hyphens": False, "width": 60},
    ],
    ids=str,
)
def test_pages_are_undone(seed: int, damage: dict[str, int]) -> None:
    truth = make(seed, numbered=True)
    text = paged(truth, **damage)
    assert_restored(parse(text.encode(), "x.txt"), truth)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("damage", [glued, bracketed, dotted, double_spaced, with_windows_ends])
def test_other_forms_of_notes_and_lines_are_undone(seed: int, damage: Callable[[str], str]) -> None:
    truth = make(seed, numbered=True)
    assert_restored(parse(damage(paged(truth)).encode(), "x.txt"), truth)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("width", [0, 72])
def test_endnotes_are_read_and_their_heading_stays(seed: int, width: int) -> None:
    truth = make(seed, numbered=True)
    document = parse(with_endnotes(truth, width=width).encode(), "x.txt")
    *sections, last = document.sections
    assert (last.title, last.matter, last.blocks) == ("Notes", "notes", ())
    assert_restored(replace(document, sections=tuple(sections)), truth)


@pytest.mark.parametrize("seed", SEEDS)
def test_two_columns_are_read_one_after_the_other_and_said_to_be_so(seed: int) -> None:
    truth = make(seed, numbered=True, with_notes=False, parts=12)
    document = parse(in_columns(truth).encode(), "x.txt")
    assert [section.title for section in document.sections] == [part.title for part in truth.parts]
    found, wanted = paragraphs(document), [p.text for p in truth.paragraphs]
    assert sum(text in wanted for text in found) >= 0.9 * len(wanted)
    assert "columns_unfolded" in {finding.code for finding in document.findings}


def test_two_columns_on_pages_that_cannot_be_told_apart_are_flagged() -> None:
    truth = make(1, numbered=True, with_notes=False, parts=14)
    document = parse(in_columns(truth, height=200, page_numbers=False).encode(), "x.txt")
    assert "columns_interleaved" in {finding.code for finding in document.findings}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_lost_full_stop_joins_no_paragraphs_where_the_line_had_room(seed: int) -> None:
    truth = make(seed, numbered=True)
    document = parse(without_stops(paged(truth)).encode(), "x.txt")
    assert [text.rstrip(".") for text in paragraphs(document)] == [p.text.rstrip(".") for p in truth.paragraphs]


@pytest.mark.parametrize("seed", SEEDS)
def test_on_wide_short_pages_a_finished_full_line_at_a_page_end_is_the_only_doubt(seed: int) -> None:
    truth = make(seed, numbered=True)
    document = parse(paged(truth, width=100, height=25).encode(), "x.txt")
    wrong = [text for text in paragraphs(document) if text not in [p.text for p in truth.paragraphs]]
    assert len(wrong) <= 1
    assert {note.label for note in document.notes} == set(truth.notes)


@pytest.mark.parametrize("seed", SEEDS)
def test_bare_headings_are_found_though_their_rank_is_lost(seed: int) -> None:
    truth = make(seed)
    assert_restored(parse(paged(truth).encode(), "x.txt"), truth, levels=False)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("rate", [0.01, 0.03])
def test_a_bad_scan_keeps_its_structure(seed: int, rate: float) -> None:
    truth = make(seed, numbered=True)
    document = parse(scanned(paged(truth), rate, seed).encode(), "x.txt")
    assert len(document.sections) == len(truth.parts)
    assert abs(len(paragraphs(document)) - len(truth.paragraphs)) <= 1
    assert len(document.notes) == len(truth.notes)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_word_is_lost_or_doubled_whatever_the_damage(seed: int) -> None:
    truth = make(seed)
    for text, name in ((pandoc(truth), "x.md"), (paged(truth), "x.txt"), (scanned(paged(truth), 0.05), "x.txt")):
        document = parse(text.encode(), name)
        assert letters(source_words(text)) == letters(document_words(document))
