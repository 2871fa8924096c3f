"""How sure one can be of a paragraph: words with figures or signs in them, and words that are none, are what a bad scan leaves behind."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from readings.documents.types import Block, Document, Finding, Section

LETTER = r"[^\W\d_]"
ODD = re.compile(
    rf".*{LETTER}[\d|\\^~{{}}<>¬¦§]+{LETTER}|\W*[|\\^~{{}}¬¦]|.*\ufffd|\W*[bcdfghjklmnpqrstvwxz]{{5,}}\W*$"
)
ADDRESS = re.compile(r".*(?:https?://|www\.|\w@\w)")
SMALL = re.compile(r"[\"“‘'(\[]*([a-z]{2,40})[\"”’')\].,;:!?]*$")
LONGEST_WORD = 60
DOUBTFUL = 0.04
HEAVY = 0.025
ENOUGH = 50
FEW = 3
TERM = 3
"""A word no dictionary has that comes so often is one of the text's own."""
CHECKED = ("en",)
"""Languages whose dictionary knows nearly all words of a clean text."""


def judge_damage(document: Document) -> Document:
    """Lower the confidence of damaged paragraphs; where they are many, say so of the whole text."""
    blocks = [block for section in document.sections for block in section.blocks if block.kind != "table"]
    uses = Counter(word for block in blocks for word in block.text.split())
    strange = _strange(uses, document.metadata.language or "")
    count = {word: _is_odd(word) or _bare(word) in strange for word in uses}
    words, odd = uses.total(), sum(times for word, times in uses.items() if count[word])
    heavy = words > ENOUGH and odd > HEAVY * words
    sections = tuple(_judged(section, count, heavy) for section in document.sections)
    findings = document.findings
    if heavy:
        message = f"About {100 * odd // words} of 100 words look misread. Please compare the text with the original before publishing."
        findings = (*findings, Finding("heavy_damage", "flagged", message))
    return replace(document, sections=sections, findings=findings)


def _judged(section: Section, odd: dict[str, bool], heavy: bool) -> Section:
    return replace(section, blocks=tuple(_block(block, odd, heavy) for block in section.blocks))


def _block(block: Block, odd: dict[str, bool], heavy: bool) -> Block:
    """In a clean text a name or two in a short paragraph say nothing."""
    words = block.text.split()
    found = sum(odd.get(word, False) for word in words)
    if found < (1 if heavy else FEW) or found <= (HEAVY if heavy else DOUBTFUL) * len(words):
        return block
    return replace(block, confidence=min(block.confidence, round(max(0.2, 1 - 6 * found / len(words)), 2)))


def _is_odd(word: str) -> bool:
    """Does a word look misread? Addresses and numbers with letters at one end do not."""
    return len(word) <= LONGEST_WORD and bool(ODD.match(word)) and not ADDRESS.match(word)


def _strange(uses: Counter[str], language: str) -> frozenset[str]:
    """Words in small letters that are in no dictionary and not terms of the text."""
    if language not in CHECKED or uses.total() <= ENOUGH:
        return frozenset()
    from simplemma import is_known  # its dictionary takes a moment to load, and most tests need none

    counts: Counter[str] = Counter()
    for word, times in uses.items():
        counts[_bare(word)] += times
    del counts[""]
    return frozenset(word for word, times in counts.items() if times < TERM and not is_known(word, lang=language))


def _bare(word: str) -> str:
    small = SMALL.match(word)
    return small[1] if small else ""
