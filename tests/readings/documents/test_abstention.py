"""A text that cannot be read says so, and one that can be read does not."""

from __future__ import annotations

import random
import textwrap
from itertools import chain, zip_longest

import pytest

from readings.documents import Document, parse
from tests.readings.documents.readers.making.source import NAMES, work

MISREAD = {"h": "b", "e": "c", "rn": "m", "l": "1", "o": "0", "t": "f", "u": "n"}


def lines(name: str, width: int = 44) -> list[str]:
    prose = (part.text for part in work(name).parts if part.kind == "text")
    return [line for text in prose for line in textwrap.wrap(text, width)]


def misread(text: str, rate: float) -> str:
    chance = random.Random(5)  # noqa: S311  test data

    def word(word: str) -> str:
        sign = chance.choice(list(MISREAD))
        return word.replace(sign, MISREAD[sign], 1) if chance.random() < rate else word

    return " ".join(map(word, text.split(" ")))


def codes(document: Document) -> set[str]:
    return {finding.code for finding in document.findings}


def confidences(document: Document) -> list[float]:
    return [block.confidence for section in document.sections for block in section.blocks]


@pytest.mark.parametrize("name", NAMES)
def test_a_clean_text_is_not_doubted(name: str) -> None:
    document = parse("\n".join(lines(name)).encode(), "x.txt")
    assert not codes(document) & {"columns_interleaved", "heavy_damage"}
    assert min(confidences(document)) > 0.9


def test_columns_read_across_are_doubted_as_a_whole() -> None:
    pairs = list(zip_longest(lines(NAMES[0]), lines(NAMES[1]), fillvalue=""))
    for text in ("\n".join(map(" ".join, pairs)), "\n".join(chain(*pairs))):
        document = parse(text.encode(), "x.txt")
        assert "columns_interleaved" in codes(document)
        assert max(confidences(document)) < 0.5


@pytest.mark.parametrize("rate", [0.2, 0.5])
def test_a_misread_text_is_doubted_where_it_is_damaged(rate: float) -> None:
    document = parse(misread("\n".join(lines(NAMES[0], 80)), rate).encode(), "x.txt")
    assert "heavy_damage" in codes(document)
    assert sum(confidences(document)) / len(confidences(document)) < 0.9
