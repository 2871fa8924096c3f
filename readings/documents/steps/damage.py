"""How sure one can be of a paragraph: words with figures or signs in them are what a bad scan leaves behind."""

from __future__ import annotations

import re
from dataclasses import replace

from readings.documents.types import Block, Document, Finding, Section

LETTER = r"[^\W\d_]"
ODD = re.compile(
    rf".*{LETTER}[\d|\\^~{{}}<>¬¦§]+{LETTER}|\W*[|\\^~{{}}¬¦]|.*\ufffd|\W*[bcdfghjklmnpqrstvwxz]{{5,}}\W*$"
)
ADDRESS = re.compile(r".*(?:https?://|www\.|\w@\w)")
LONGEST_WORD = 60
DOUBTFUL = 0.04
HEAVY = 0.03
ENOUGH = 50


def judge_damage(document: Document) -> Document:
    """Lower the confidence of damaged paragraphs; where they are many, say so of the whole text."""
    sections = tuple(_judged(section) for section in document.sections)
    blocks = [block for section in sections for block in section.blocks if block.kind != "table"]
    words = sum(len(block.text.split()) for block in blocks)
    odd = sum(_odd(block.text) for block in blocks)
    findings = document.findings
    if words > ENOUGH and odd > HEAVY * words:
        message = f"About {100 * odd // words} of 100 words look misread. Please compare the text with the original before publishing."
        findings = (*findings, Finding("heavy_damage", "flagged", message))
    return replace(document, sections=sections, findings=findings)


def _judged(section: Section) -> Section:
    return replace(section, blocks=tuple(_block(block) for block in section.blocks))


def _block(block: Block) -> Block:
    words = len(block.text.split())
    share = _odd(block.text) / words if words else 0
    return (
        replace(block, confidence=min(block.confidence, round(max(0.2, 1 - 6 * share), 2)))
        if share > DOUBTFUL
        else block
    )


def _odd(text: str) -> int:
    """How many words look misread; addresses and numbers with letters at one end do not count."""
    return sum(len(word) <= LONGEST_WORD and bool(ODD.match(word)) and not ADDRESS.match(word) for word in text.split())
