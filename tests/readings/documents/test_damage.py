"""Damaged copies of our own documents are read as they were written, and no word of them is lost."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from readings.documents import Document, parse
from tests.readings.documents.damage.cases import DAMAGES, HEAVY, UNKNOWABLE, Case, case
from tests.readings.documents.damage.genres import GENRES
from tests.readings.documents.words import document_words, source_words

SEED = 2
LAYOUTS = ("pandoc", "setext", "sup tags cut", "plain", "wrap 90 indent", "cut numbers", "paged ocr heads", "paged of")
MARKS = (
    "glued paged",
    "bracket marks",
    "caret marks",
    "endnotes",
    "chapter notes",
    "restart end",
    "signs",
    "lists",
    "characters",
)
SHARE = 0.9


def folded(text: str | None) -> str:
    return " ".join(re.sub(r"[^\w\s]|_", "", text or "").casefold().split())


def found_share(expected: list[str], found: list[str]) -> float:
    """How many of the expected texts were found, less those that nobody expected."""
    right = sum((Counter(map(folded, expected)) & Counter(map(folded, found))).values())
    return 2 * right / (len(expected) + len(found)) if expected or found else 1.0


def titles(document: Document) -> list[str]:
    return [section.title for section in document.sections if section.title]


def paragraphs(document: Document) -> list[str]:
    kinds = ("paragraph", "list_item", "block_quote", "abstract")
    parts = (section for section in document.sections if section.matter not in ("notes", "bibliography"))
    return [block.text for part in parts for block in part.blocks if block.kind in kinds]


def linked(document: Document) -> list[str]:
    """Every note's beginning with the beginning of the paragraph of its mark."""
    notes = {note.label: note.text for note in document.notes}
    blocks = [block for section in document.sections for block in section.blocks]
    marks = [(mark.target or "", block.text) for block in blocks for mark in block.marks if mark.kind == "note"]
    return [pair(notes.get(target, ""), text) for target, text in marks]


def pair(note: str, text: str) -> str:
    return f"{folded(note)[:20]} / {folded(text)[:30]}"


def expected(copy: Case) -> dict[str, list[str]]:
    parts = copy.truth.parts
    every = [para for _, part, para in copy.truth.paragraphs() if part.matter not in ("notes", "bibliography")]
    shown = [para for para in every if para.kind != "keywords"]
    return {
        "titles": [part.title for part in parts if part.title],
        "paragraphs": [para.text for para in shown],
        "links": [pair(copy.truth.notes[key].text, para.text) for para in shown for _, key in para.notes],
    }


@pytest.mark.parametrize("genre", GENRES)
@pytest.mark.parametrize("damage", [*LAYOUTS, *MARKS])
def test_a_damaged_copy_is_read_as_it_was_written(genre: str, damage: str) -> None:
    if (genre, damage) in UNKNOWABLE:
        pytest.skip("nothing in the text tells numbered notes from numbered paragraphs")
    copy = case(genre, damage, SEED)
    document, truth = parse(copy.data, copy.name), expected(copy)
    assert found_share(truth["titles"], titles(document)) >= SHARE
    assert found_share(truth["paragraphs"], paragraphs(document)) >= SHARE
    assert found_share(truth["links"], linked(document)) >= SHARE


@pytest.mark.parametrize("genre", ["report", "article", "chapter", "thesis"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_no_letter_of_a_damaged_copy_is_lost_or_doubled(genre: str, damage: str) -> None:
    if (genre, damage) == ("article", "columns"):
        pytest.skip("the label of the keywords, which is no text, stands in the middle of a line")
    copy = case(genre, damage, SEED)
    found = letters(document_words(parse(copy.data, copy.name)))
    source = letters(source_words(shown(copy.text)))
    assert source - found == Counter()
    assert found - source == Counter()


def letters(words: Counter[str]) -> Counter[str]:
    """Letters, because a word that a page has parted is one word again only where both halves are known."""
    counts: Counter[str] = Counter()
    for word, times in words.items():
        for letter in word:
            counts[letter] += times
    return counts


def shown(text: str) -> str:
    """The source as it is seen: no soft hyphens, and ligatures as two letters."""
    pairs = {"\u00ad": "", "\u00a0": " ", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "\r": ""}
    return text.translate(str.maketrans(pairs))


@pytest.mark.parametrize("genre", ["report", "article", "thesis"])
def test_columns_read_across_are_said_to_be_doubtful(genre: str) -> None:
    copy = case(genre, "columns", SEED)
    document = parse(copy.data, copy.name)
    assert any(finding.code == "columns_interleaved" for finding in document.findings)
    assert all(block.confidence < 0.5 for section in document.sections for block in section.blocks)


def test_the_same_seed_gives_the_same_copy() -> None:
    assert case("report", "paged", SEED).data == case("report", "paged", SEED).data


def test_every_heavy_damage_is_one_of_the_damages() -> None:
    assert set(HEAVY) <= set(DAMAGES)


def test_a_share_falls_with_what_is_missing_or_invented() -> None:
    assert found_share(["a b", "c"], ["A b.", "c"]) == 1.0
    assert found_share(["a b", "c"], ["a b"]) < 1.0
    assert found_share(["a b"], ["a b", "d"]) < 1.0
