"""Whatever is edited, a place found again lies in the text, and nothing raises."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from readings.documents import Block
from readings.documents.anchors import Anchor, anchor_of, locate, match_blocks

words = st.text(alphabet="ab .\n\t\x1c\x1déß😀", max_size=40) | st.sampled_from(
    ["A b c. ", "The same words. ", "x" * 60]
)
texts = st.lists(st.lists(words, max_size=6).map("".join), max_size=6)


def blocks(texts: list[str]) -> list[Block]:
    return [Block(f"{i}", "paragraph", text) for i, text in enumerate(texts)]


def anchored(data: st.DataObject, old: list[Block]) -> Anchor:
    index = data.draw(st.integers(0, len(old) - 1))
    start = data.draw(st.integers(0, len(old[index].text)))
    end = data.draw(st.integers(start, len(old[index].text)))
    before = old[index - 1] if index else None
    after = old[index + 1] if index + 1 < len(old) else None
    return anchor_of(old[index], start, end, before, after)


@given(texts.filter(bool), texts, st.data())
@settings(max_examples=200, deadline=None)
def test_whatever_the_texts_a_place_lies_in_its_block_and_the_answer_is_always_the_same(
    old_texts: list[str], new_texts: list[str], data: st.DataObject
) -> None:
    old, new = blocks(old_texts), blocks(new_texts)
    anchor = anchored(data, old)
    found = locate(anchor, match_blocks(old, new))
    assert found == locate(anchor, match_blocks(old, new))
    assert 0 <= found.score <= 1
    if found.outcome == "detached":
        assert (found.block_id, found.start, found.end) == (None, None, None)
    else:
        block = next(block for block in new if block.id == found.block_id)
        assert found.start is not None
        assert found.end is not None
        assert 0 <= found.start <= found.end <= len(block.text)


@given(texts.filter(bool), st.data())
@settings(max_examples=200, deadline=None)
def test_an_unchanged_text_keeps_every_anchor_at_its_offsets(old_texts: list[str], data: st.DataObject) -> None:
    old = blocks(old_texts)
    anchor = anchored(data, old)
    found = locate(anchor, match_blocks(old, old))
    assert (found.outcome, found.block_id, found.start, found.end) == (
        "attached",
        anchor.block_id,
        anchor.start,
        anchor.end,
    )


@given(texts, texts)
@settings(max_examples=200, deadline=None)
def test_no_two_paragraphs_become_the_same_one(old_texts: list[str], new_texts: list[str]) -> None:
    matches = match_blocks(blocks(old_texts), blocks(new_texts)).blocks
    same = [match.new_id for match in matches.values() if match.same]
    assert len(matches) == len(old_texts)
    assert len(same) == len(set(same))
    assert all(0 <= match.similarity <= 1 for match in matches.values())
