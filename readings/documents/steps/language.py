"""The language of the text, told by its most common small words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from readings.documents.types import Document

COMMON = {
    "en": "the of and to in a is that for it as was with be by on not he his are this at from or have an",
    "ru": "и в не на что с по как это а из к от за но так же для то бы у",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch",
    "fr": "le de la et les des un une du en est que dans qui pour par sur au ce il plus",
    "es": "el la de que y en los del se las por un para con no una su al lo como",
    "it": "il di che e la per un in del è della con non si le una dei sono al",
    "tr": "ve bir bu için ile da de çok olarak daha olan en gibi kadar sonra",
    "az": "və bir bu üçün ilə da də çox olan kimi sonra edilir onun",
}
WORDS = {code: frozenset(words.split()) for code, words in COMMON.items()}
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 40_000
FEWEST = 8


def tell_language(document: Document) -> Document:
    """Fill in the language unless the file declares one."""
    if document.metadata.language:
        return document
    text = " ".join(block.text for section in document.sections for block in section.blocks[:20])[:SAMPLE]
    counts = Counter(WORD.findall(text.lower()))
    scores = {code: sum(counts[word] for word in words) for code, words in WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    if scores[best] < FEWEST:
        return document
    return replace(document, metadata=replace(document.metadata, language=best))
