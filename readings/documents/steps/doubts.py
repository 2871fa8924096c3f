"""What the parser leaves as it is and shows to the instructor: wording is never mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from readings.documents.types import Block, Document, Finding

SENTENCE_END = re.compile(r"[.!?]")
SHORTEST, LONGEST = 40, 600
SECTION_NUMBER = re.compile(r"\b(?:section|chapter)\s+(\d{1,2}(?:\.\d{1,2})+)", re.IGNORECASE)
DOUBLED = re.compile(r"\b([^\W\d_]{2,20})\s+\1\b")
ALIKE = 88.0
MOST_SENTENCES = 40


def raise_doubts(document: Document) -> Document:
    """Add a finding for every doubt."""
    doubts = [*_title(document), *_numbers(document), *_cross_references(document)]
    above: Block | None = None
    for section in document.sections:
        for block in section.blocks:
            if block.kind != "table":
                doubts += _repeated(block, above)
                doubts += _doubled(block)
            above = block
    return replace(document, findings=(*document.findings, *doubts))


def _title(document: Document) -> Iterator[Finding]:
    if not document.metadata.title:
        yield Finding("title_missing", "flagged", "The text has no title. Please give it one.")


def _numbers(document: Document) -> Iterator[Finding]:
    """The same number over two headings."""
    seen: Counter[str] = Counter()
    for section in document.sections:
        if section.number:
            seen[section.number] += 1
            if seen[section.number] > 1:
                message = f"The number {section.number} is used twice; it is shown as printed."
                yield Finding("number_repeated", "flagged", message, section.lines)


def _cross_references(document: Document) -> Iterator[Finding]:
    numbers = {section.number for section in document.sections if section.number}
    if not any("." in number for number in numbers):
        return
    for section in document.sections:
        for block in section.blocks:
            for found in SECTION_NUMBER.finditer(block.text):
                if found[1] not in numbers:
                    yield Finding(
                        "section_unknown",
                        "flagged",
                        f"The text points to section {found[1]}, which is not there.",
                        block.lines,
                    )


def _repeated(block: Block, above: Block | None) -> Iterator[Finding]:
    """A sentence that stands again, almost the same, in this paragraph or the one before."""
    own = _sentences(block)
    earlier = _sentences(above) if above else []
    for i, sentence in enumerate(own):
        pool = [*earlier, *own[:i]]
        if any(_alike(sentence, other) for other in pool):
            yield Finding(
                "sentence_repeated", "flagged", "A sentence stands twice, almost the same; both are kept.", block.lines
            )
            return


def _sentences(block: Block) -> list[str]:
    """The first sentences of a block that are long enough to be told apart."""
    parts = SENTENCE_END.split(block.text, 5 * MOST_SENTENCES)[:-1]
    return [part for part in parts if SHORTEST <= len(part) <= LONGEST][:MOST_SENTENCES]


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    return longer < 1.3 * shorter and ratio(one, other, score_cutoff=ALIKE) > 0


def _doubled(block: Block) -> Iterator[Finding]:
    for found in DOUBLED.finditer(block.text):
        if found[1].lower() not in ("had", "that", "very", "bla", "no"):
            yield Finding("word_doubled", "flagged", f"The word “{found[1]}” stands twice in a row.", block.lines)
