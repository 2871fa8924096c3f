"""Whatever near twin an edit puts in, keeps or leaves out, a passage is found at its own place or not at all."""

from __future__ import annotations

import re
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from readings.documents.anchors import Located, anchor_of, locate, match_blocks
from tools.anchor_cases import blocks_of
from tools.anchor_edits import noisy, traced
from tools.anchor_texts import NOUNS, PLACES, article, sentence

seeds = st.integers(0, 10**6)
other_words = st.sampled_from([*NOUNS, *PLACES, "not", "1907", "63"])


def with_word_replaced(text: str, place: int, word: str) -> str:
    """A near twin: the same sentence with one other word, number or name."""
    words = list(re.finditer(r"\w+", text))
    chosen = words[place % len(words)]
    return text[: chosen.start()] + word + text[chosen.end() :]


def found(paragraphs: list[str], edited: list[str], at: int, quotation: str) -> tuple[Located, str]:
    """What became of a quotation in a paragraph, and the words that now stand there."""
    old, new = blocks_of(paragraphs), blocks_of(edited)
    start = paragraphs[at].index(quotation)
    before = old[at - 1] if at else None
    after = old[at + 1] if at + 1 < len(old) else None
    result = locate(anchor_of(old[at], start, start + len(quotation), before, after), match_blocks(old, new))
    text = next((block.text for block in new if block.id == result.block_id), "")
    return result, text[result.start : result.end]


def scene(seed: int) -> tuple[list[str], str]:
    """Six paragraphs, and a sentence of which none of them holds the like."""
    random = Random(seed)  # noqa: S311  generated texts, no secret
    return article(random, 6), sentence(random)


@given(seeds, st.integers(0, 20), other_words, st.booleans(), st.sampled_from([0.0, 0.03]))
@settings(max_examples=150, deadline=None)
def test_a_deleted_sentence_never_goes_over_to_the_near_twin_that_stood_beside_it(
    seed: int, place: int, word: str, twin_first: bool, noise: float
) -> None:
    paragraphs, quotation = scene(seed)
    twin = with_word_replaced(quotation, place, word)
    assume(twin != quotation)
    pair = [twin, quotation] if twin_first else [quotation, twin]
    old = [*paragraphs[:3], " ".join(pair), *paragraphs[3:]]
    new = [*paragraphs[:3], twin, *paragraphs[3:]]
    edited = [noisy(block, noise, Random(seed)).text for block in traced(new)]  # noqa: S311
    assert found(old, edited, 3, quotation)[0].outcome == "detached"


@given(seeds, st.integers(0, 20), other_words, st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_kept_sentence_is_never_found_at_the_near_twin_put_in_beside_it(
    seed: int, place: int, word: str, twin_first: bool
) -> None:
    paragraphs, quotation = scene(seed)
    twin = with_word_replaced(quotation, place, word)
    assume(twin != quotation)
    pair = [twin, quotation] if twin_first else [quotation, twin]
    old = [*paragraphs[:3], f"{paragraphs[3]} {quotation}", *paragraphs[4:]]
    new = [*paragraphs[:3], f"{paragraphs[3]} {' '.join(pair)}", *paragraphs[4:]]
    result, words = found(old, new, 3, quotation)
    assert result.outcome == "detached" or words == quotation


@given(seeds, st.integers(0, 20), other_words, st.integers(0, 5))
@settings(max_examples=150, deadline=None)
def test_a_deleted_sentence_never_goes_over_to_a_near_twin_put_in_elsewhere(
    seed: int, place: int, word: str, elsewhere: int
) -> None:
    paragraphs, quotation = scene(seed)
    twin = with_word_replaced(quotation, place, word)
    assume(twin != quotation)
    at = 3
    assume(elsewhere != at)
    old = [f"{text} {quotation}" if i == at else text for i, text in enumerate(paragraphs)]
    new = [f"{text} {twin}" if i == elsewhere else text for i, text in enumerate(paragraphs)]
    assert found(old, new, at, quotation)[0].outcome == "detached"
