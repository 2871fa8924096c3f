"""Tables: what is asked of columns of numbers and of words, and what is left alone."""

from __future__ import annotations

from quizzes.generation import generate
from quizzes.kinds import check
from readings.documents.types import Block, Document, Section

HEADER = ("Year", "Ships", "Flag")
ROWS = (
    ("1897", "120", "Norwegian"),
    ("1898", "95", "Danish"),
    ("1899", "140", "Chilean"),
    ("1900", "80", "Peruvian"),
    ("1901", "101", "Dutch"),
)


def table(header: tuple[str, ...] = HEADER, rows: tuple[tuple[str, ...], ...] = ROWS) -> Document:
    text = "\n".join("\t".join(row) for row in (header, *rows))
    block = Block(
        id="t", kind="table", text=text, header=header, rows=rows, caption="Table 2: Ships in Bergen. All flags."
    )
    return Document(sections=(Section("s1", "Ships", 1, blocks=(block,)),))


def test_the_highest_number_of_a_column_is_asked_for():
    asked = next(q for q in generate(table()).questions if "highest" in q.stem)

    assert asked.stem == "In which year is “Ships” highest in the table “Ships in Bergen”?"
    assert (asked.key, sorted(asked.distractors)) == ("1899", ["1897", "1898", "1901"])


def test_words_are_matched_with_their_rows():
    asked = next(q for q in generate(table()).questions if q.kind == "matching")

    assert check("matching", asked.data) == []
    assert asked.stem == "Match each year with its “Flag” in the table “Ships in Bergen”."


def test_a_row_with_a_missing_cell_leaves_the_table_alone():
    result = generate(table(rows=(*ROWS[:4], ("1901", "101"))))

    assert result.questions == ()
    assert result.abstained == {"table: merged, missing or too few cells": 1}


def test_a_column_with_a_gap_is_left_alone():
    result = generate(table(rows=(*ROWS[:4], ("1901", "", "Dutch"))))

    assert {question.kind for question in result.questions} == {"matching"}


def test_equal_highest_numbers_have_no_answer():
    rows = (*ROWS[:4], ("1901", "140.0", "Dutch"))

    assert not [q for q in generate(table(rows=rows)).questions if "highest" in q.stem]


def test_the_largest_change_between_neighbouring_years_is_asked_for():
    rows = (*ROWS[:3], ("1900", "60", "Peruvian"), ROWS[4])
    asked = next(q for q in generate(table(rows=rows)).questions if "change" in q.stem)

    assert asked.stem == "Between which two of the years listed did “Ships” change most in the table “Ships in Bergen”?"
    assert (asked.key, asked.distractors) == ("1899 and 1900", ("1897 and 1898", "1898 and 1899", "1900 and 1901"))


def test_a_column_that_adds_up_is_not_compared():
    header = ("Year", "Cumulative catch", "Flag")

    assert not [q for q in generate(table(header)).questions if "Cumulative" in q.stem]


def test_a_comparison_is_explained_with_the_rows_that_decide_it():
    asked = next(q for q in generate(table()).questions if "change most" in q.stem)

    assert asked.feedback.startswith(f"The answer is “{asked.key}”. The table gives: ")
    assert all(f"{year}, " in asked.feedback for year in asked.key.split(" and "))


def test_rows_that_are_dates_are_offered_in_the_order_of_time():
    months = ("March 1897", "December 1898", "July 1899", "May 1900", "April 1901")
    rows = tuple((month, *row[1:]) for month, row in zip(months, ROWS, strict=True))
    asked = next(q for q in generate(table(rows=rows)).questions if "highest" in q.stem)

    assert [option["text"][-4:] for option in asked.data["options"]] == ["1897", "1898", "1899", "1901"]
