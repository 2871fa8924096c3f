"""Making, changing and deleting annotations."""

from __future__ import annotations

import pytest

from readings.models import Annotation
from readings.services.annotations import (
    COMMENT_LENGTH,
    CommentTooLong,
    OutsideText,
    annotation_create,
    annotation_delete,
    annotation_update,
)


@pytest.fixture
def block(reading):
    return reading.blocks.get(number=1)


def test_an_annotation_keeps_its_words_and_what_stands_around_them(sam, block):
    made = annotation_create(author=sam, block=block, start=4, end=15, comment="  Which one? ")
    assert (made.quote, made.prefix, made.suffix) == ("Tarn Bridge", "The ", " was opened in 1902. It has thre")
    assert made.comment == "Which one?"
    assert made.reading == block.reading
    assert made.visibility == Annotation.Visibility.PRIVATE


def test_places_are_counted_in_code_points(sam, block):
    block.text = "𐕐𐕐 Bridge"
    made = annotation_create(author=sam, block=block, start=3, end=9)
    assert made.quote == "Bridge"


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 4), (0, 1_000), (-1, 3)])
def test_places_outside_the_text_are_refused_with_advice(sam, block, start, end):
    with pytest.raises(OutsideText, match="Select some words of paragraph 1"):
        annotation_create(author=sam, block=block, start=start, end=end)
    assert not Annotation.objects.exists()


def test_a_comment_that_is_too_long_is_refused_with_its_length(sam, block):
    with pytest.raises(CommentTooLong, match="5001"):
        annotation_create(author=sam, block=block, start=0, end=3, comment="x" * (COMMENT_LENGTH + 1))


def test_a_change_touches_only_what_is_given(sam, block):
    made = annotation_create(author=sam, block=block, start=0, end=3, comment="First", colour="b")
    annotation_update(annotation=made, visibility="class")
    made.refresh_from_db()
    assert (made.comment, made.colour, made.visibility, made.quote) == ("First", "b", "class", "The")
    annotation_update(annotation=made, comment="")
    made.refresh_from_db()
    assert made.comment == ""


def test_a_deleted_annotation_is_gone(sam, block):
    annotation_delete(annotation=annotation_create(author=sam, block=block, start=0, end=3))
    assert not Annotation.objects.exists()
