"""Each change of a text gives the changed document and keeps what points into it; bad input says what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readings.documents import Block, Document, Mark, Note, Section
from readings.selectors.passages import Anchor, EditCarrier, EditCarriers
from readings.services.editing_actions import ACTIONS, replayed
from readings.services.editing_places import EditError

LONG = "The bridge was built in 1902. It has three arches of grey stone."
DOCUMENT = Document(
    sections=(
        Section("s-1", "Building", 1, number="1", blocks=(
            Block("b-1", "paragraph", LONG, (3,), (Mark("note", 29, 29, "1"), Mark("emphasis", 37, 49))),
            Block("b-2", "paragraph", "And a way for carts.", (5,)),
            Block("b-t", "table", "a\tb", (7,)),
        )),
        Section("s-2", "The flood", 2, parent="s-1", blocks=(Block("b-3", "list_item", "It came at night.", (9,)),)),
        Section("s-3", "Since then", 2, parent="s-1", lines=(11,)),
    ),
    notes=(Note("1", "Archive."),),
)  # fmt: skip


def changed(action: str, target: str, **values: object) -> tuple[Document, EditCarrier]:
    return ACTIONS[action](DOCUMENT, target, **values)


def blocks(document: Document, section: int = 0) -> list[Block]:
    return list(document.sections[section].blocks)


def carried(carrier: EditCarrier, key: str, start: int, end: int) -> tuple[object, ...]:
    found = carrier.passage(Anchor(key, start, end, ""))
    return found.outcome, found.block_id, found.start, found.end


def words_of(document: Document) -> list[str]:
    parts = [text for section in document.sections for text in (section.title or "", *(b.text for b in section.blocks))]
    return sorted(" ".join(parts).split())


def test_a_renamed_section_keeps_its_id():
    section = changed("section_rename", "s-1", title="  How it\nbegan ", number="I")[0].sections[0]
    assert (section.id, section.title, section.number) == ("s-1", "How it began", "I")


def test_another_level_gives_the_sections_below_another_parent():
    sections = changed("section_level", "s-2", level=1)[0].sections
    assert [(section.level, section.parent) for section in sections] == [(1, None), (1, None), (2, "s-2")]


def test_a_merged_section_leaves_its_paragraphs_and_its_heading_as_words():
    document, _ = changed("section_merge", "s-2", keep_heading=True)
    assert [block.text for block in blocks(document)][-2:] == ["The flood", "It came at night."]
    assert words_of(document) == words_of(DOCUMENT)


def test_a_merged_section_may_leave_its_heading_out():
    assert [block.id for block in blocks(changed("section_merge", "s-2", keep_heading=False)[0])][-1] == "b-3"


def test_a_section_begins_at_a_paragraph():
    document, _ = changed("section_split", "b-2", title="Carts")
    assert [section.title for section in document.sections][:2] == ["Building", "Carts"]
    assert [block.id for block in blocks(document, 1)] == ["b-2", "b-t"]


def test_a_paragraph_becomes_a_heading():
    document, carrier = changed("section_split", "b-2")
    assert document.sections[1].title == "And a way for carts."
    assert [block.id for block in blocks(document, 1)] == ["b-t"]
    assert carrier.block("b-2") is None
    assert carried(carrier, "b-2", 0, 3)[0] == "detached"


def test_merged_paragraphs_keep_lines_marks_and_annotations():
    document, carrier = changed("block_merge", "b-2")
    whole = blocks(document)[0]
    assert (whole.text, whole.lines, len(whole.marks)) == (f"{LONG} And a way for carts.", (3, 5), 2)
    assert carried(carrier, "b-2", 4, 9) == ("attached", "b-1", len(LONG) + 5, len(LONG) + 10)
    assert carried(carrier, "b-1", 4, 10) == ("attached", "b-1", 4, 10)


def test_a_parted_paragraph_keeps_marks_and_annotations_on_their_words():
    document, carrier = changed("block_split", "b-1", before="It has")
    first, second = blocks(document)[:2]
    assert (first.text, second.text) == ("The bridge was built in 1902.", "It has three arches of grey stone.")
    assert first.marks == (Mark("note", 29, 29, "1"),)
    assert [second.text[mark.start : mark.end] for mark in second.marks] == ["three arches"]
    at = LONG.index("grey")
    assert carried(carrier, "b-1", at, at + 4) == ("attached", second.id, at - 30, at - 26)


def test_a_passage_across_the_cut_is_kept_up_to_it_and_asks_to_be_checked():
    _, carrier = changed("block_split", "b-1", before="It has")
    assert carried(carrier, "b-1", 24, 40) == ("moved", "b-1", 24, 29)


def test_a_notes_mark_moves():
    document, _ = changed("note_move", "1", block="b-2", after="carts")
    assert [mark.kind for mark in blocks(document)[0].marks] == ["emphasis"]
    assert blocks(document)[1].marks == (Mark("note", 19, 19, "1"),)


def test_another_kind():
    assert blocks(changed("block_kind", "b-3", kind="paragraph")[0], 1)[0].kind == "paragraph"


BAD = [
    ("section_rename", "s-1", {"title": "  "}, "Give the section a title"),
    ("section_rename", "s-9", {"title": "X"}, "no longer in the text"),
    ("section_level", "s-1", {"level": 0}, "level from 1"),
    ("section_merge", "s-1", {}, "no section above"),
    ("section_split", "b-9", {}, "no longer in the text"),
    ("block_merge", "b-1", {}, "no paragraph in this section above"),
    ("block_merge", "b-t", {}, "table"),
    ("block_split", "b-1", {"before": "The bridge"}, "begins with these words already"),
    ("block_split", "b-1", {"before": "no such"}, "not in the paragraph"),
    ("block_split", "b-1", {"before": "e"}, "more than once"),
    ("block_split", "b-1", {"before": "   "}, "not in the paragraph"),
    ("block_kind", "b-1", {"kind": "table"}, "Choose one of"),
    ("block_kind", "b-t", {"kind": "paragraph"}, "table"),
    ("note_move", "7", {"block": "b-2", "after": "carts"}, "no note 7"),
    ("note_move", "1", {"block": "b-2", "after": "ships"}, "not in the paragraph"),
]


@pytest.mark.parametrize(("action", "target", "values", "said"), BAD)
def test_what_cannot_be_done_says_what_to_do(action, target, values, said):
    with pytest.raises(EditError, match=said):
        changed(action, target, **values)


def test_the_same_changes_of_the_same_text_give_the_same_text():
    steps = [("block_split", "b-1", {"before": "It has"}), ("section_level", "s-3", {"level": 1})]
    assert replayed(DOCUMENT, steps) == replayed(DOCUMENT, steps)


def test_changes_that_no_longer_fit_are_left_out_and_named():
    steps = [("block_kind", "gone", {"kind": "paragraph"}), ("section_level", "s-3", {"level": 1})]
    document, lost = replayed(DOCUMENT, steps)
    assert lost == {0}
    assert document.sections[2].level == 1


@given(st.data())
def test_parting_and_merging_again_loses_no_word_and_no_place(data):
    cuts = [at for at in range(1, len(LONG)) if LONG[at - 1] == " " and LONG.count(LONG[at:]) == 1]
    cut = data.draw(st.sampled_from(cuts))
    start = data.draw(st.integers(0, len(LONG) - 2).filter(lambda at: LONG[at] != " "))
    end = data.draw(st.integers(start + 1, len(LONG)))
    document, carrier = changed("block_split", "b-1", before=LONG[cut:])
    assert words_of(document) == words_of(DOCUMENT)
    found = carrier.passage(Anchor("b-1", start, end, LONG[start:end]))
    text = {block.id: block.text for block in blocks(document)}[found.block_id]
    assert LONG[start:end].startswith(text[found.start : found.end])
    again, _ = ACTIONS["block_merge"](document, blocks(document)[1].id)
    assert blocks(again)[0].text == LONG


TABLE = Document(
    sections=(
        Section("s-1", "Tolls", 1, blocks=(
            Block("b-0", "paragraph", "Above it.", (1,)),
            Block("b-t", "table", "Year\tToll\n1902\t12\n1903\t14", (3, 4, 5), (Mark("note", 9, 9, "1"),), header=("Year", "Toll"),
                  rows=(("1902", "12"), ("1903", "14"))),
            Block("b-1", "paragraph", "Below it.", (7,)),
        )),
    ),
    notes=(Note("1", "In pence.", (9, 10)),),
)  # fmt: skip
STEPS = st.one_of(
    st.tuples(st.just("table_row_put"), st.fixed_dictionaries({"row": st.integers(0, 4)})),
    st.tuples(st.just("table_row_out"), st.fixed_dictionaries({"row": st.integers(0, 3), "kind": st.sampled_from(["table_caption", "paragraph", "source_line"])})),
    st.tuples(st.just("table_column_put"), st.fixed_dictionaries({"column": st.integers(0, 3)})),
    st.tuples(st.just("table_column_join"), st.fixed_dictionaries({"column": st.integers(0, 2)})),
    st.tuples(st.just("table_part"), st.fixed_dictionaries({"row": st.integers(0, 3)})),
    st.tuples(st.just("table_header"), st.fixed_dictionaries({"has_header": st.booleans()})),
    st.tuples(st.just("table_plain"), st.just({})),
)  # fmt: skip


@given(st.lists(STEPS, max_size=6))
def test_whatever_is_done_to_a_table_its_words_marks_and_passages_stay(steps):
    document, carriers = TABLE, []
    for action, values in steps:
        try:
            document, carrier = ACTIONS[action](document, "b-t", **values)
        except EditError:
            continue
        carriers.append(carrier)
    assert words_of(document) == words_of(TABLE)
    texts = {block.id: block for section in document.sections for block in section.blocks}
    assert [mark.target for block in texts.values() for mark in block.marks] == ["1"]
    for block in texts.values():
        if block.kind == "table":
            shown = [block.header, *block.rows] if block.header else list(block.rows)
            assert block.text == "\n".join("\t".join(row) for row in shown)
    start = blocks(TABLE)[1].text.index("1903")
    found = EditCarriers(carriers).passage(Anchor("b-t", start, start + 4, "1903"))
    assert found.outcome == "attached"
    assert texts[found.block_id].text[found.start : found.end] == "1903"


def test_letters_put_back_move_marks_and_passages_along():
    document, carrier = changed("text_put", "b-1", after="The bri", text="-")
    block = blocks(document)[0]
    assert block.text.startswith("The bri-dge was")
    assert [block.text[: mark.start] for mark in block.marks if mark.kind == "note"] == [
        "The bri-dge was built in 1902."
    ]
    assert [block.text[mark.start : mark.end] for mark in block.marks if mark.kind == "emphasis"] == ["three arches"]
    at = LONG.index("grey")
    assert carried(carrier, "b-1", at, at + 4) == ("attached", "b-1", at + 1, at + 5)
    assert carried(carrier, "b-1", 0, at) == ("moved", "b-1", 0, at + 1)


def test_several_changes_carry_a_passage_through_all_of_them():
    steps = [
        {"action": "text_put", "target": "b-1", "values": {"after": "The bri", "text": "-"}},
        {"action": "block_split", "target": "b-1", "values": {"before": "It has"}},
    ]
    document, carrier = changed("repair_undo", "b-1", places=[], steps=steps)
    at = LONG.index("grey")
    found = carrier.passage(Anchor("b-1", at, at + 4, "grey"))
    text = {block.id: block.text for block in blocks(document)}[found.block_id]
    assert (found.outcome, text[found.start : found.end]) == ("attached", "grey")
    assert carrier.block("b-1") == "b-1"


def test_a_note_cut_in_two_gives_its_rest_to_the_text():
    document, _ = ACTIONS["note_part"](TABLE, "1", before="pence", block="b-0", lines=[10])
    assert (document.notes[0].text, document.notes[0].lines) == ("In", (9,))
    assert [block.text for block in blocks(document)][1] == "pence."


def test_a_paragraph_before_all_others_opens_the_text():
    document, _ = changed("block_put", "", text="March 2019", lines=[1])
    assert (document.sections[0].title, blocks(document)[0].text) == (None, "March 2019")
    again, _ = ACTIONS["block_put"](document, "", text="Tarn", lines=[1])
    assert [block.text for block in blocks(again)] == ["Tarn", "March 2019"]


MORE_BAD = [
    ("text_put", "b-1", {"after": "no such", "text": "-"}, "not in the paragraph"),
    ("text_put", "b-1", {"after": "The bri", "text": "1", "mark": "1"}, "no longer there"),
    ("note_part", "9", {"before": "x", "block": ""}, "no longer in the text"),
    ("note_part", "1", {"before": "Archive", "block": ""}, "Nothing would be left"),
    ("entry_part", "r-1", {"before": "x"}, "no longer in the text"),
    ("heading_part", "s-2", {"before": "sea"}, "not in the paragraph"),
    ("table_cells", "b-t", {"rows": [["a"]]}, "another number of rows"),
    ("table_cells", "b-t", {"rows": [["a", "c"]]}, "stay as printed"),
    ("table_cells", "b-1", {"rows": []}, "not a table"),
    ("table_row_out", "b-t", {"row": 0}, "keeps at least one row"),
    ("table_row_put", "b-t", {"row": 5}, "no such row"),
    ("table_column_put", "b-t", {"column": -1}, "no such column"),
    ("table_part", "b-t", {"row": 0}, "between two of its rows"),
    ("repair_undo", "b-1", {"places": [], "steps": [{"action": "repair_undo"}]}, "not known"),
]


@pytest.mark.parametrize(("action", "target", "values", "said"), MORE_BAD)
def test_what_cannot_be_undone_or_done_to_a_table_says_what_to_do(action, target, values, said):
    with pytest.raises(EditError, match=said):
        changed(action, target, **values)
