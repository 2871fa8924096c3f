"""Taking back what the parser repaired: joined paragraphs are parted where the file parts them."""

from __future__ import annotations

import re

from django.contrib.auth.models import AbstractUser

from readings.models import Block, Edit, Finding, Reading
from readings.selectors.source import source_of
from readings.services.editing import edit_apply
from readings.services.editing_places import EditError

UNDONE = ("paragraph_joined", "quote_recognized")
"""Repairs that can be taken back with one button; the others are put right by editing the passage."""
WORDS = 8


def repair_undo(*, finding: Finding, by: AbstractUser) -> Edit:
    """Raises an EditError where the place is no longer clear."""
    reading = finding.reading
    if finding.code == "paragraph_joined":
        block = _block_with(reading, finding.lines)
        before = _opening(reading, block, finding.lines[-1])
        message = f"Parted ¶ {block.number}, which the import had joined"
        return edit_apply(
            reading=reading, action="block_split", target=block.key, message=message, by=by, before=before
        )
    if finding.code == "quote_recognized":
        block = _block_with(reading, finding.lines[:1])
        message = f"Made ¶ {block.number} a paragraph, which the import had taken for a quotation"
        return edit_apply(
            reading=reading, action="block_kind", target=block.key, message=message, by=by, kind="paragraph"
        )
    raise EditError("This repair cannot be taken back with one button. Edit the passage instead.")


def _block_with(reading: Reading, lines: list[int]) -> Block:
    """The one paragraph that was made of all these lines."""
    found = [block for block in reading.blocks.all() if lines and set(lines) <= set(block.lines)]
    if len(found) != 1:
        raise EditError("The paragraph has been changed since. Edit it instead.")
    return found[0]


def _opening(reading: Reading, block: Block, line: int) -> str:
    """The words of the paragraph with which the source line begins."""
    source = source_of(reading)
    words = re.findall(r"\w+", source[line][0])[:WORDS] if line in source else []
    found = list(re.finditer(r"\W+".join(map(re.escape, words)), block.text)) if words else []
    if len(found) != 1:
        raise EditError("The place where the file parts it is not clear. Part the paragraph by its words instead.")
    return shortest_unique(block.text, found[0].start())


def shortest_unique(text: str, start: int) -> str:
    """The fewest words from there on, by tens of letters, that stand in the text only once."""
    for length in range(30, len(text), 30):
        words = text[start : start + length].rstrip()
        if text.count(words) == 1:
            return words
    return text[start:]
