"""Quotations are found again after edits, or let go: what attaches, what moves, what is detached."""

from __future__ import annotations

import pytest

from readings.documents import Block
from readings.documents.anchors import Anchor, Located, RangeOutside, anchor_of, locate, match_blocks

HARBOUR = (
    "The harbour froze in January. Nobody had seen the ice reach the lighthouse before. The pilots went home early."
)
MARKET = "The market stayed open through the winter. Fishermen sold what they had salted in autumn, and little else."
SCHOOL = "The school at the quay closed for three weeks. Its teachers wrote letters to the council about the stoves."
NOTICE = "Opinions given in this chapter are those of the speakers and not of the council that paid for the record."


def blocks(*texts: str) -> list[Block]:
    return [
        Block(f"b{i}-{hash(text)}-{texts[: texts.index(text) + 1].count(text)}", "paragraph", text)
        for i, text in enumerate(texts)
    ]


def anchor(old: list[Block], words: str, at: int | None = None) -> Anchor:
    index = next(i for i, block in enumerate(old) if words in block.text) if at is None else at
    start = old[index].text.index(words)
    before = old[index - 1] if index else None
    after = old[index + 1] if index + 1 < len(old) else None
    return anchor_of(old[index], start, start + len(words), before, after)


def found(words: str, old: list[Block], new: list[Block], at: int | None = None) -> tuple[str, str | None]:
    """The outcome, and the words that now stand where the anchor points."""
    result = locate(anchor(old, words, at), match_blocks(old, new))
    return result.outcome, words_at(result, new)


def words_at(result: Located, new: list[Block]) -> str | None:
    block = next((block for block in new if block.id == result.block_id), None)
    return block.text[result.start : result.end] if block else None


def test_an_anchor_keeps_its_words_and_those_around_them_across_the_border_of_the_block() -> None:
    before, block, after = blocks("First.", "Second stands here.", "Third.")
    made = anchor_of(block, 0, 6, before, after)
    assert (made.exact, made.prefix, made.suffix) == ("Second", "First.\n", " stands here.\nThird.")


def test_a_range_outside_its_block_is_refused_with_the_limits() -> None:
    with pytest.raises(RangeOutside, match="send offsets from 0 to 5"):
        anchor_of(Block("b", "paragraph", "Short"), 3, 9)


def test_an_unchanged_paragraph_keeps_its_anchor_at_the_same_offsets() -> None:
    old, new = blocks(HARBOUR, MARKET), blocks(SCHOOL, HARBOUR, MARKET)
    made = anchor(old, "the ice reach the lighthouse")
    result = locate(made, match_blocks(old, new))
    assert (result.outcome, result.block_id, result.start, result.end) == ("attached", new[1].id, made.start, made.end)


def test_a_paragraph_at_another_place_stays_attached() -> None:
    old, new = blocks(HARBOUR, MARKET, SCHOOL), blocks(MARKET, SCHOOL, HARBOUR)
    assert found("The pilots went home early.", old, new) == ("attached", "The pilots went home early.")


def test_words_in_an_edited_paragraph_are_found_and_to_be_checked() -> None:
    old, new = blocks(HARBOUR, MARKET), blocks(HARBOUR.replace("January", "a bitter February"), MARKET)
    assert found("reach the lighthouse before", old, new) == ("moved", "reach the lighthouse before")


def test_a_quotation_with_a_corrected_word_is_found_whole() -> None:
    old, new = blocks(HARBOUR, MARKET), blocks(HARBOUR.replace("pilots", "skippers"), MARKET)
    assert found("The pilots went home early.", old, new) == ("moved", "The skippers went home early.")


def test_a_word_that_was_replaced_is_detached() -> None:
    old, new = blocks(HARBOUR, MARKET), blocks(HARBOUR.replace("January", "Lent"), MARKET)
    assert found("January", old, new)[0] == "detached"


def test_a_deleted_sentence_is_detached() -> None:
    old, new = blocks(HARBOUR, MARKET), blocks(HARBOUR.replace(" The pilots went home early.", ""), MARKET)
    assert found("The pilots went home early.", old, new)[0] == "detached"


def test_a_deleted_sentence_does_not_go_over_to_its_near_twin_that_was_always_elsewhere() -> None:
    twin = MARKET + " The pilots went home late."
    old, new = blocks(HARBOUR, twin), blocks(HARBOUR.replace(" The pilots went home early.", ""), twin)
    assert found("The pilots went home early.", old, new)[0] == "detached"


def test_a_deleted_sentence_does_not_go_over_to_a_near_twin_that_is_new_elsewhere() -> None:
    old = blocks(HARBOUR, MARKET, SCHOOL)
    new = blocks(HARBOUR.replace(" The pilots went home early.", ""), MARKET, SCHOOL + " The pilots went home late.")
    assert found("The pilots went home early.", old, new)[0] == "detached"


def test_a_paragraph_of_one_sentence_needs_more_than_its_own_words_to_be_known_elsewhere() -> None:
    ferry = "In the summer of 1911 the ferry ran twice a day to Orsa."
    old, new = blocks(HARBOUR, ferry, MARKET, SCHOOL), blocks(HARBOUR, MARKET, SCHOOL, ferry.replace("1911", "1914"))
    assert found("the ferry ran twice a day", old, new)[0] == "detached"


@pytest.mark.parametrize("beside", ["The pilots went home late. {}", "{} The pilots went home late."])
def test_a_new_near_twin_beside_the_sentence_does_not_take_its_place(beside: str) -> None:
    sentence = "The pilots went home early."
    old, new = blocks(HARBOUR, MARKET), blocks(HARBOUR.replace(sentence, beside.format(sentence)), MARKET)
    assert found(sentence, old, new) == ("moved", sentence)


def test_of_two_near_twins_in_a_bad_scan_the_one_with_the_right_year_is_the_passage() -> None:
    sentence = "In 1911 the pilots of Orsa asked for a second boat."
    old = blocks(f"{HARBOUR} {sentence}", MARKET)
    new = blocks(
        f"{HARBOUR} In 1934 the pilots of Orsa askd for a second boat. In 1911 thc pilots of 0rsa asked for a second boat.",
        MARKET,
    )
    assert found(sentence, old, new) == ("moved", "In 1911 thc pilots of 0rsa asked for a second boat.")


def test_a_sentence_is_not_found_in_one_that_denies_it_beside_it() -> None:
    old = blocks(HARBOUR + " The council did pay for the stoves. The council did not pay for the stoves.", MARKET)
    new = blocks(HARBOUR + " The council did not pay for the stoves.", MARKET)
    assert found("The council did pay for the stoves.", old, new)[0] == "detached"


def test_two_sentences_that_changed_places_are_both_found() -> None:
    first, second, third = (f"{words}." for words in HARBOUR.rstrip(".").split(". "))
    old, new = blocks(HARBOUR, MARKET, SCHOOL), blocks(f"{second} {first} {third}", MARKET, SCHOOL)
    assert found(first, old, new) == ("moved", first)
    assert found(second, old, new) == ("moved", second)


def test_words_are_found_in_the_part_of_a_paragraph_that_was_split() -> None:
    first, second = HARBOUR.split(" Nobody")
    old, new = blocks(HARBOUR, MARKET), blocks(first, "Nobody" + second, MARKET)
    assert found("The pilots went home early.", old, new) == ("moved", "The pilots went home early.")


def test_words_are_found_where_paragraphs_were_joined() -> None:
    old, new = blocks(HARBOUR, MARKET, SCHOOL), blocks(HARBOUR, MARKET + " " + SCHOOL)
    assert found("closed for three weeks", old, new) == ("moved", "closed for three weeks")


def test_of_two_equal_paragraphs_the_deleted_one_is_detached_and_the_other_stays() -> None:
    old, new = blocks(HARBOUR, NOTICE, MARKET, SCHOOL, NOTICE), blocks(HARBOUR, MARKET, SCHOOL, NOTICE)
    assert found("those of the speakers", old, new, at=1)[0] == "detached"
    assert found("those of the speakers", old, new, at=4) == ("attached", "those of the speakers")


def test_of_a_row_of_equal_paragraphs_none_is_claimed_when_one_goes() -> None:
    old, new = blocks(HARBOUR, NOTICE, NOTICE, MARKET), blocks(HARBOUR, NOTICE, MARKET)
    matching = match_blocks(old, new)
    assert [matching.blocks[block.id].outcome for block in old[1:3]] == ["none", "none"]
    assert found("those of the speakers", old, new, at=1)[0] == "detached"


def test_a_passage_that_an_earlier_edit_lost_is_found_when_it_comes_back() -> None:
    first, lost = blocks(HARBOUR, MARKET, SCHOOL), blocks(HARBOUR, SCHOOL)
    result = locate(anchor(first, "Fishermen sold"), match_blocks(lost, first))
    assert (result.outcome, words_at(result, first)) == ("moved", "Fishermen sold")


def test_an_anchor_of_another_text_is_detached() -> None:
    old = blocks(HARBOUR, MARKET)
    result = locate(anchor(blocks(SCHOOL), "three weeks"), match_blocks(old, old))
    assert (result.outcome, result.block_id, result.start) == ("detached", None, None)


def test_offsets_that_no_longer_fit_are_mended_by_the_quotation() -> None:
    old = blocks(HARBOUR, MARKET)
    made = anchor(old, "the lighthouse")
    stale = Anchor(made.block_id, made.start + 3, made.end + 3, made.exact, made.prefix, made.suffix)
    result = locate(stale, match_blocks(old, old))
    assert (result.outcome, result.start) == ("attached", made.start)


def test_progress_follows_a_paragraph_that_is_the_same_or_slightly_edited() -> None:
    old = blocks(HARBOUR, MARKET, SCHOOL)
    new = blocks(MARKET.replace("autumn", "October"), HARBOUR)
    matches = match_blocks(old, new).blocks
    assert [(matches[b.id].new_id, matches[b.id].outcome, matches[b.id].same) for b in old] == [
        (new[1].id, "identical", True),
        (new[0].id, "edited", True),
        (None, "none", False),
    ]


def test_a_paragraph_that_became_part_of_another_is_not_the_same() -> None:
    old, new = blocks(HARBOUR, MARKET), blocks(HARBOUR + " " + MARKET)
    match = match_blocks(old, new).blocks[old[0].id]
    assert (match.new_id, match.outcome, match.same) == (new[0].id, "part", False)


def test_an_empty_text_before_or_after_an_edit_detaches_and_matches_nothing() -> None:
    old = blocks(HARBOUR)
    assert match_blocks([], old).blocks == {}
    assert locate(anchor(old, "froze"), match_blocks(old, [])).outcome == "detached"
