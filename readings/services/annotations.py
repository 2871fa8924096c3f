"""Writing of annotations: a range of a block's text, kept with its words and what stands around them."""

from __future__ import annotations

from django.db import transaction

from readings.models import Annotation, Block
from readings.permissions import Someone

CONTEXT = 32
"""Code points kept on each side, by which the passage is found again after a re-import."""
COMMENT_LENGTH = 5_000


class AnnotationError(ValueError):
    """Something a person can put right; the message says how."""


class OutsideText(AnnotationError):
    def __init__(self, block: Block) -> None:
        super().__init__(
            f"Select some words of paragraph {block.number} and try again: these places are not in its text."
        )


class CommentTooLong(AnnotationError):
    def __init__(self, length: int) -> None:
        super().__init__(f"Shorten the comment to {COMMENT_LENGTH} characters; it has {length}.")


@transaction.atomic
def annotation_create(
    *,
    author: Someone,
    block: Block,
    start: int,
    end: int,
    comment: str = "",
    colour: str = Annotation.Colour.A,
    visibility: str = Annotation.Visibility.PRIVATE,
) -> Annotation:
    """A new annotation on ``text[start:end]`` of the block."""
    if not 0 <= start < end <= len(block.text):
        raise OutsideText(block)
    prefix, suffix = around(block, start, end)
    return Annotation.objects.create(
        author=author,
        reading_id=block.reading_id,
        block=block,
        start=start,
        end=end,
        quote=block.quote(start, end),
        prefix=prefix,
        suffix=suffix,
        comment=checked(comment),
        colour=colour,
        visibility=visibility,
    )


@transaction.atomic
def annotation_update(
    *, annotation: Annotation, comment: str | None = None, colour: str | None = None, visibility: str | None = None
) -> Annotation:
    """Changes what is given; the passage itself stays."""
    if comment is not None:
        annotation.comment = checked(comment)
    annotation.colour = colour or annotation.colour
    annotation.visibility = visibility or annotation.visibility
    annotation.save(update_fields=["comment", "colour", "visibility", "updated_at"])
    return annotation


@transaction.atomic
def annotation_delete(*, annotation: Annotation) -> None:
    annotation.delete()


def checked(comment: str) -> str:
    """The comment without blanks around it, with one kind of line end."""
    comment = comment.replace("\r\n", "\n").strip()
    if len(comment) > COMMENT_LENGTH:
        raise CommentTooLong(len(comment))
    return comment


class WordsNotFound(AnnotationError):
    def __init__(self) -> None:
        super().__init__("These words are not in the reading. Copy them from it, letter by letter, from one paragraph.")


class WordsTwice(AnnotationError):
    def __init__(self) -> None:
        super().__init__("These words stand in the reading more than once. Give some more of them.")


@transaction.atomic
def annotation_confirm(*, annotation: Annotation) -> Annotation:
    """The owner says that the place found after a correction is right: its words as they are now are the passage."""
    if annotation.block is None or not annotation.end <= len(annotation.block.text):
        raise WordsNotFound
    return _put(annotation, annotation.block, annotation.start, annotation.end)


@transaction.atomic
def annotation_place(*, annotation: Annotation, words: str) -> Annotation:
    """Puts a moved or detached annotation on the words, which must stand once in the reading."""
    words = words.strip()
    blocks = annotation.reading.blocks.filter(text__contains=words) if words else ()
    places = [(block, block.text.find(words)) for block in blocks if words in block.text]
    if not places:
        raise WordsNotFound
    block, start = places[0]
    if len(places) > 1 or words in block.text[start + 1 :]:
        raise WordsTwice
    return _put(annotation, block, start, start + len(words))


def _put(annotation: Annotation, block: Block, start: int, end: int) -> Annotation:
    annotation.block, annotation.start, annotation.end = block, start, end
    annotation.quote = block.quote(start, end)
    annotation.prefix, annotation.suffix = around(block, start, end)
    annotation.state = Annotation.State.ATTACHED
    annotation.save()
    return annotation


def around(block: Block, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a range, by which it is found again."""
    return block.text[max(0, start - CONTEXT) : start], block.text[end : end + CONTEXT]
