"""Whatever the bytes: a document, or a named error whose one line says what to do."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readings.documents import (
    Document,
    DocumentError,
    EmptyFile,
    NotText,
    TooLarge,
    UnknownEncoding,
    UnknownFormat,
    parse,
    render_blocks,
)

ROOT = Path(__file__).parents[3]
TEXT = "The Toll\n\nПереправа стоила недорого, “as they say” – and nobody in the valley ever asked how much it would cost to stay at home.\n"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFile),
        (b"  \n\t\n", EmptyFile),
        (b"\xef\xbb\xbf", EmptyFile),
        (b"WXYZ" + bytes(range(256)) * 4, NotText),
        (b"text with \0 in it", NotText),
        (b"\xff\xfeA\0B", UnknownEncoding),
        (b"\x81\x8d\x8f\x90\x9d" * 40, UnknownEncoding),
    ],
)
def test_bad_bytes_get_a_named_error(data: bytes, error: type[DocumentError]) -> None:
    with pytest.raises(error) as caught:
        parse(data, "x.txt")
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) > 20


def test_a_file_over_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(TooLarge, match=r"0\.0 MB"):
        parse(b"word " * 10, "x.txt", limit=20)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UnknownFormat, match=r"\.md.*\.txt"):
        parse(b"word", "x.xyz")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_simply_works(encoding: str) -> None:
    document = parse(TEXT.encode(encoding), "x.txt")
    assert document.sections[0].blocks[0].text == TEXT.split("\n")[2]


def test_windows_1252_simply_works() -> None:
    text = (
        "The toll – “dear”, they said – was paid in every café of the valley, and nobody in it ever asked what for.\n"
    )
    assert parse(text.encode("cp1252"), "x.txt").sections[0].blocks[0].text == text.strip()


def test_windows_1251_simply_works() -> None:
    text = "Переправа стоила недорого, и никто в долине никогда не спрашивал, сколько стоит остаться дома до самой весны.\n"
    assert parse(text.encode("cp1251"), "x.txt").sections[0].blocks[0].text == text.strip()


def test_a_text_without_a_heading_is_one_section() -> None:
    document = parse(
        b"A sentence that is long enough to be running text and short enough to be read at once.\n" * 3, "x.txt"
    )
    assert [section.title for section in document.sections] == [None]


@pytest.mark.parametrize("command", [[], ["no-such-file.txt"], ["EMPTY"]])
def test_the_command_says_in_one_line_what_is_wrong(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    arguments = [str(tmp_path / "empty.txt") if word == "EMPTY" else word for word in command]
    run = subprocess.run(  # noqa: S603  our own module
        [sys.executable, "-m", "readings.documents", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1


def test_the_command_prints_json(tmp_path: Path) -> None:
    path = tmp_path / "toll.txt"
    path.write_text(TEXT, encoding="utf-8")
    run = subprocess.run(  # noqa: S603  our own module
        [sys.executable, "-m", "readings.documents", str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert '"title": "The Toll"' in run.stdout


def assert_sound(document: Document) -> None:
    """Ids are unique, marks lie in their text, and the pages can be rendered."""
    blocks = [block for section in document.sections for block in section.blocks]
    assert len({block.id for block in blocks}) == len(blocks)
    assert len({section.id for section in document.sections}) == len(document.sections)
    for text, marks in [(b.text, b.marks) for b in blocks] + [(n.text, n.marks) for n in document.notes]:
        assert all(0 <= mark.start <= mark.end <= len(text) for mark in marks)
    render_blocks(blocks)


BITS = [
    "# A",
    "## ",
    "\n",
    "\n\n",
    "---\n",
    "1. ",
    "- ",
    "> ",
    "| a | b |\n",
    "|---|---|\n",
    "a\tb\n",
    "*",
    "**",
    "_",
    "[^1]",
    "[^1]: ",
    "^[",
    "]",
    "(Orr, 2001)",
    "<sup>1</sup>",
    "¹",
    "^{4, 5}",
    "References\n\n",
    "Notes\n\n",
    "Abstract. ",
    "Keywords: ",
    "Table 1: ",
    "Source: ",
    "Contents\n\n",
    "A\t1\n",
    "\f",
    "12\n",
    "word ",
    "The valley was quiet. ",
    "and so ",
    "https://x.y/(z",
    "<!-- ",
    "-->",
    "\\",
    "©",
    "ISBN 1",
    "%",
    "&amp;",
    "```\n",
    "con-\n",
    "Ada Orr",
    "\u2028",
    "\x85",
    "م",
    "слово ",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(BITS), max_size=40).map("".join), st.sampled_from(["x.txt", "x.md"]))
def test_any_mix_of_markup_gives_a_sound_document_or_a_named_error(text: str, name: str) -> None:
    with contextlib.suppress(DocumentError):
        assert_sound(parse(text.encode(), name))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_sound_document_or_a_named_error(data: bytes) -> None:
    with contextlib.suppress(DocumentError):
        assert_sound(parse(data, "x.txt"))
