"""A term's places with the words around them."""

from __future__ import annotations

from readings.models import Block, TermOccurrence
from readings.selectors.glossary import AROUND, in_context


def place(text: str, word: str, kind: str = "paragraph"):
    start = text.index(word)
    block = Block(text=text, kind=kind)
    return in_context(TermOccurrence(block=block, start=start, end=start + len(word)))


def test_a_short_paragraph_is_shown_whole():
    found = place("The Bridge Board met in May.", "Bridge Board")
    assert (found.before, found.words, found.after) == ("The ", "Bridge Board", " met in May.")


def test_a_long_paragraph_is_cut_at_blanks():
    found = place("water " * 60 + "Tarn " + "stone " * 60, "Tarn")
    assert found.before.startswith("…water ")
    assert found.after.endswith(" stone…")
    assert len(found.before) <= AROUND + 1
    assert len(found.after) <= AROUND + 1


def test_a_text_without_blanks_is_cut_all_the_same():
    found = place("x" * 300 + "Tarn" + "y" * 300, "Tarn")
    assert found.before == "…" + "x" * AROUND
    assert found.after == "y" * AROUND + "…"


def test_rows_of_a_table_are_shown_in_one_line():
    assert place("Bridge\tYear\nTarn\t1902", "Tarn", kind="table").before == "Bridge\tYear "
