"""The case files in tests/cases/documents: input and expected outline, to which anyone can add."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from readings.documents import parse
from tests.readings.documents.outline import compared, outline
from tests.readings.documents.words import document_words, source_words

FOLDER = Path(__file__).parents[2] / "cases" / "documents"
CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n\s*~~~~ (?P<name>\S+)\n(?P<text>.*?)\n~~~~ expected\n(?P<expected>.*?)\n~~~~$",
    re.MULTILINE | re.DOTALL,
)
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['title']}")
    for path in sorted(FOLDER.glob("*.md"))
    if path.name != "README.md"
    for case in CASE.finditer(path.read_text(encoding="utf-8"))
]


def test_every_case_in_the_files_is_read() -> None:
    headings = sum(path.read_text(encoding="utf-8").count("\n~~~~ expected\n") for path in FOLDER.glob("*.md"))
    assert len(CASES) == headings


@pytest.mark.parametrize("case", CASES)
def test_case(case: re.Match[str]) -> None:
    expected = case["expected"].split("\n")
    actual = outline(parse(case["text"].encode(), case["name"]))
    assert sorted(compared(actual, expected)) == sorted(expected)
    kinds = ("#", "paragraph", "list_item", "block_quote", "table", "abstract")
    assert [line for line in compared(actual, expected) if line.startswith(kinds)] == [
        line for line in expected if line.startswith(kinds)
    ]


@pytest.mark.parametrize("case", CASES)
def test_no_word_of_a_case_is_lost_or_doubled(case: re.Match[str]) -> None:
    document = parse(case["text"].encode(), case["name"])
    source, found = source_words(case["text"]), document_words(document)
    assert source - found == {}
    assert found - source == {}
