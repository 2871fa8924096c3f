"""A table is put right on the desk: cells, heads, rows and columns; no word of it is lost or changed."""

from __future__ import annotations

import pytest
from django.urls import reverse

from readings.models import Edit, Reading
from readings.selectors.document import block_of
from readings.services.importing import reading_import
from tests.config.test_csp import assert_strict
from tests.readings.services.test_importing import annotate

TOLLS = """\
# The bridge of Tarn

## Tolls

| Tolls on the bridge | | |
|---|---|---|
| Year | Carts[^1] | Cattle |
| 1902 | 12 14 | |
| 1903 | 15 | 18 |
| Source: the toll book | | |

[^1]: With one horse.
"""


@pytest.fixture
def tolls(course) -> Reading:
    return reading_import(course=course, data=TOLLS.encode(), name="tolls.md")


def table(reading: Reading):
    return reading.blocks.filter(kind="table").order_by("position").first()


def rows(reading: Reading) -> list[str]:
    block = block_of(table(reading))
    return ["|".join(row) for row in ([block.header] if block.header else []) + list(block.rows)]


def post(desk, reading: Reading, action: str, **values):
    address = reverse("admin:readings_reading_block", args=[reading.pk, table(reading).pk])
    return desk.post(address, {"action": action, **values}, follow=True)


def words(reading: Reading) -> list[str]:
    return sorted(" ".join(reading.blocks.values_list("text", flat=True)).split())


def test_words_go_from_cell_to_cell_and_what_points_at_them_stays(desk, tolls, sam):
    note = annotate(table(tolls), sam, "1903")
    post(desk, tolls, "table_cells", **{"cell-2-1": "12", "cell-2-2": "14"})
    assert rows(tolls)[2:4] == ["1902|12|14", "1903|15|18"]
    note.refresh_from_db()
    assert (note.state, note.block.text[note.start : note.end]) == ("attached", "1903")
    (mark,) = [mark for mark in table(tolls).marks if mark["kind"] == "note"]
    assert table(tolls).text[: mark["start"]].endswith("Carts")


def test_a_mark_whose_words_leave_its_cell_is_not_lost(desk, tolls):
    post(desk, tolls, "table_cells", **{"cell-1-1": "", "cell-1-2": "Carts Cattle"})
    assert [mark["target"] for mark in table(tolls).marks if mark["kind"] == "note"] == ["1"]


def test_other_words_are_refused_and_what_was_entered_stays_in_the_form(desk, tolls):
    html = post(desk, tolls, "table_cells", **{"cell-3-1": "51"}).content.decode()
    assert "they stay as printed" in html
    assert ">51</textarea>" in html
    assert not Edit.objects.exists()


@pytest.mark.parametrize(
    ("action", "values", "expected"),
    [
        ("table_row_put", {"row": 3}, ["Tolls on the bridge||", "Year|Carts|Cattle", "1902|12 14|", "||", "1903|15|18", "Source: the toll book||"]),
        ("table_row_out", {"row": 0, "kind": "table_caption"}, ["Year|Carts|Cattle", "1902|12 14|", "1903|15|18", "Source: the toll book||"]),
        ("table_row_out", {"row": 4, "kind": "source_line"}, ["Tolls on the bridge||", "Year|Carts|Cattle", "1902|12 14|", "1903|15|18"]),
        ("table_column_put", {"column": 3}, ["Tolls on the bridge|||", "Year|Carts|Cattle|", "1902|12 14||", "1903|15|18|", "Source: the toll book|||"]),
        ("table_column_join", {"column": 2}, ["Tolls on the bridge|", "Year|Carts Cattle", "1902|12 14", "1903|15 18", "Source: the toll book|"]),
        ("table_part", {"row": 3}, ["Tolls on the bridge||", "Year|Carts|Cattle", "1902|12 14|"]),
        ("table_header", {}, ["Tolls on the bridge||", "Year|Carts|Cattle", "1902|12 14|", "1903|15|18", "Source: the toll book||"]),
    ],
)  # fmt: skip
def test_rows_and_columns_change_and_no_word_is_lost(desk, tolls, action, values, expected):
    before = words(tolls)
    assert "Reading" not in post(desk, tolls, action, **values).redirect_chain
    assert rows(tolls) == expected
    assert words(tolls) == before
    assert Edit.objects.get().action == action


def test_a_row_becomes_the_caption_and_the_next_one_the_heads(desk, tolls):
    post(desk, tolls, "table_row_out", row=0, kind="table_caption")
    post(desk, tolls, "table_header", has_header="on")
    assert table(tolls).table["header"] == ["Year", "Carts", "Cattle"]
    assert table(tolls).table["caption"] == "Tolls on the bridge"
    kinds = list(tolls.blocks.order_by("position").values_list("kind", flat=True))
    assert kinds[:2] == ["table_caption", "table"]


def test_no_table_but_paragraphs(desk, tolls):
    before = words(tolls)
    post(desk, tolls, "table_plain")
    assert [block.kind for block in tolls.blocks.all()] == ["paragraph"] * 5
    assert words(tolls) == before


def test_the_changes_are_taken_back(desk, tolls):
    before = rows(tolls)
    for action, values in (("table_row_put", {"row": 1}), ("table_column_join", {"column": 1})):
        post(desk, tolls, action, **values)
    for edit in Edit.objects.order_by("-pk"):
        desk.post(reverse("admin:readings_reading_take_back", args=[tolls.pk, edit.pk]))
    assert rows(tolls) == before


def test_a_large_table_is_edited_page_by_page(desk, course):
    lines = "\n".join(f"| {n} | {n + 1000} |" for n in range(900))
    text = f"# Tolls\n\n## Book\n\n| Day | Toll |\n|---|---|\n{lines}\n"
    reading = reading_import(course=course, data=text.encode(), name="book.md")
    address = reverse("admin:readings_reading_block", args=[reading.pk, table(reading).pk])
    html = desk.get(f"{address}?page=2").content.decode()
    assert 'name="cell-400-0"' in html
    assert 'name="cell-399-0"' not in html
    cells = {"cell-500-0": "1499 499", "cell-500-1": ""}
    desk.post(f"{address}?page=2", {"action": "table_cells", **cells})
    assert rows(reading)[500] == "1499 499|"


def test_the_page_keeps_to_the_security_policy_and_names_every_field(desk, tolls):
    reply = desk.get(reverse("admin:readings_reading_block", args=[tolls.pk, table(tolls).pk]))
    assert_strict(reply)
    assert 'aria-label="Row 2, column 3"' in reply.content.decode()
