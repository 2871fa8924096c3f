"""A measurement (make bench), not part of the suite: long lines, many notes and hostile repetitions are read in time that grows with their length, not with its square."""

from __future__ import annotations

import time

import pytest

from readings.documents import parse

pytestmark = pytest.mark.bench

SHAPES = {
    "one line": lambda n: "The valley was quiet (Orr, 2001) and so on. " * (n // 44),
    "one word": lambda n: "a" * n,
    "asterisks": lambda n: "*a " * (n // 3),
    "underscores": lambda n: "_a" * (n // 2),
    "brackets": lambda n: "[" * n,
    "link beginnings": lambda n: "[a](" * (n // 4),
    "inner notes": lambda n: "^[a " * (n // 4),
    "addresses": lambda n: "http://" + "(a" * (n // 2),
    "blanks": lambda n: " " * n + "x",
    "tabs": lambda n: "\t" * n + "x",
    "bars": lambda n: "|" * n,
    "broken words": lambda n: "con-\ncord " * (n // 10),
    "notes": lambda n: "\n\n".join(f"A text with a mark.[^{i}]\n\n[^{i}]: Note {i}." for i in range(n // 45)),
    "page-foot notes": lambda n: "\n\n".join(
        f"A text with a mark in it.<sup>{i}</sup>\n\n{i} Note {i}, here." for i in range(1, n // 60)
    ),
    "headings": lambda n: "\n\n".join(f"## Part {i}" for i in range(n // 12)),
    "short lines": lambda n: "Ab cd\n\n" * (n // 7),
    "numbers": lambda n: "\n\n".join(map(str, range(n // 7))),
    "entries": lambda n: (
        "# T\n\nOnce (Orr, 1999).\n\n# References\n\n"
        + "\n\n".join(f"Orr{i}, A. (1{i % 900 + 100}). Salt {i}." for i in range(n // 30))
    ),
    "brackets with names": lambda n: "(A, " * (n // 4),
    "short forms": lambda n: "Ab Bc Cd De (ABCD) " * (n // 19),
    "names": lambda n: "Aa, " * (n // 4) + "(2001)",
    "comments": lambda n: "<!-- a --> b " * (n // 13),
}
SIZE = 60_000


def seconds(text: str) -> float:
    start = time.process_time()
    parse(text.encode(), "x.md")
    return time.process_time() - start


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_takes_no_more_than_about_four_times_the_time(shape: str) -> None:
    seconds(SHAPES[shape](SIZE // 4))
    small, large = seconds(SHAPES[shape](SIZE)), seconds(SHAPES[shape](4 * SIZE))
    assert large < 8 * small + 0.15


def test_a_line_of_five_megabytes_is_read() -> None:
    assert seconds("The valley was quiet and the river was not, as everyone who lived there knew. " * 64_000) < 15
