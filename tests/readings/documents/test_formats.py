"""The format of a file is told by its bytes; its name counts only where they are mute."""

from __future__ import annotations

import pytest

from readings.documents.errors import OtherFormat, UnknownFormat, WrongEnding
from readings.documents.formats import ENDINGS, format_of
from readings.documents.readers import READERS


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (b"%PDF-1.4", "a.txt", "pdf"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "a.txt", "html"),
        (b"<?xml version='1.0'?>\n<!-- made by hand -->\n<html>", "a", "html"),
        ("<html>".encode("utf-16"), "a.txt", "html"),
        (b"<p>A fragment.</p>", "a.htm", "html"),
        (b"<p>A fragment.</p>", "a.md", "markdown"),
        (b"Salt", "README", "text"),
        (b"Salt", "a.MD", "markdown"),
        (b"The word <html> inside a text", "a.txt", "text"),
    ],
)
def test_bytes_come_before_names(data: bytes, name: str, found: str) -> None:
    assert format_of(data, name) == found


def test_every_ending_has_a_reader() -> None:
    assert set(ENDINGS.values()) == set(READERS)


def test_a_text_that_calls_itself_pdf_is_refused_with_the_reason() -> None:
    with pytest.raises(WrongEnding, match=r"ends in \.pdf, but its content is something else"):
        format_of(b"Salt", "a.pdf")


def test_an_unknown_ending_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownFormat, match=r"'a\.xyz'.*\.docx"):
        format_of(b"Salt", "a.xyz")


def test_a_known_format_without_reader_is_named() -> None:
    with pytest.raises(OtherFormat, match="RTF"):
        format_of(b"{\\rtf1}", "a.txt")
