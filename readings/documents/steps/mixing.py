"""Lines of two columns that were read across: told by pairs of small words that never meet in one sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from readings.documents.types import Block, Document, Finding, Section

CODE = "columns_interleaved"
ARTICLE = r"(?:the|a|an|its|their|our|my|your|every)"
PREPOSITION = r"(?:of|from|into|with|to|by)"
AFTER_NEITHER = "is|was|were|are|had|has|of|he|she|they|we|because|than|been|could|would|should|must"
AFTER_ARTICLE = (
    "the|a|an|its|their|and|or|but|which|who|it|did|does|although|when|in|on|at|to|from|with|by|for|as|that|this"
)
NEVER = re.compile(
    rf"(?<![\w’'.-])(?:{ARTICLE} (?:{AFTER_NEITHER}|{AFTER_ARTICLE})|{PREPOSITION} (?:{AFTER_NEITHER}))(?![\w’'-])"
)
SHARE, FEWEST = 0.003, 4
"""In an orderly text one word in three thousand stands in such a pair; where columns are mixed, one in a hundred does."""
DOUBTFUL = 0.3
MESSAGE = "The order of the words is doubtful: lines of two columns seem to have been read across. Please compare the text with the original."


def judge_order(document: Document) -> Document:
    """Lower the confidence of all paragraphs and say so, where an English text mixes lines that do not belong together."""
    if document.metadata.language != "en" or any(finding.code == CODE for finding in document.findings):
        return document
    texts = [block.text for section in document.sections for block in section.blocks if block.kind != "table"]
    pairs, words = sum(len(NEVER.findall(text)) for text in texts), sum(len(text.split()) for text in texts)
    if pairs < FEWEST or pairs < SHARE * words:
        return document
    sections = tuple(_doubted(section) for section in document.sections)
    return replace(document, sections=sections, findings=(*document.findings, Finding(CODE, "flagged", MESSAGE)))


def _doubted(section: Section) -> Section:
    return replace(section, blocks=tuple(map(_doubtful, section.blocks)))


def _doubtful(block: Block) -> Block:
    return replace(block, confidence=min(block.confidence, DOUBTFUL))
