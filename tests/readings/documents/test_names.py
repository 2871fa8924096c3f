"""Names of authors as they stand on a title page or in a file's metadata."""

from __future__ import annotations

import pytest

from readings.documents import parse
from readings.documents.names import person
from readings.documents.types import Person


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ada Orr", Person("Ada", "Orr")),
        ("ADA ORR", Person("Ada", "Orr")),
        ("A. B. Orr", Person("A. B.", "Orr")),
        ("Orr, Ada", Person("Ada", "Orr")),
        ("Orr, A. B.", Person("A. B.", "Orr")),
        ("Ada Orr, Fellow, Institute for Bridges", Person("Ada", "Orr")),
        ("Ada Orr, Examiner (Poe & Vale LLP)", Person("Ada", "Orr")),
        ("Orr, PhD", Person(None, "Orr")),
        ("orr", Person(None, "orr")),
    ],
)
def test_a_name_is_parted_into_given_name_and_surname(written: str, read: Person):
    assert person(written) == read


@pytest.mark.parametrize(
    "author", ["Ada Orr", "**Ada Orr and Ben Poe**", "*Ada Orr*", "Ada Orr, Fellow, Bridges Programme"]
)
def test_a_line_of_authors_below_the_title_is_read_whatever_stands_in_it(author: str):
    found = parse(
        f"# A Bridge Too Many\n\n{author}\n\n2021\n\n## Abstract\n\nThe bridge is old.\n".encode(), "a.md"
    ).metadata

    assert found.authors[:1] == (Person("Ada", "Orr"),)


def test_an_exponent_of_a_unit_in_brackets_is_no_note():
    text = "# T\n\nThe lake is old, and it holds 40 km³ of water (of 90 km³) on (m²) ground.\n"
    [block] = [block for section in parse(text.encode(), "a.md").sections for block in section.blocks]

    assert block.text.count("³") == 2
    assert "(m²)" in block.text
