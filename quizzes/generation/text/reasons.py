"""Whether a sentence of the text can be shown by itself, as the reason why an option is wrong."""

from __future__ import annotations

import re
from functools import lru_cache

from quizzes.generation.language.clauses import balanced
from quizzes.generation.language.standalone import anaphora
from quizzes.generation.language.words import bare

_THEM = re.compile(r"\b(?:them|theirs)\b")
MANY = 4096
"""So many sentences are asked about again and again in one text."""
_OPENS = re.compile(r"[^A-ZÀ-Ž0-9“‘\"'(]|(?:As|According to|See)\b[^,]*,?$")
"""What goes on from the line before."""
_ENDS = re.compile(r"[.!?][”’\"')\]]*(?: ?\([^()]*\)\.?| ?\[[^\[\]]*\]\.?)*$")
_LEANS = re.compile(
    r"(?:[A-Z][^,]{0,40}, (?i:and |but )?)?(?i:this|that|these|those|it(?! (?:is|was|were)\b)|he|she|they|such|here|there(?! (?:is|are|was|were)\b)|his|her|their|its|both|neither|another|others?)\b"
    r"|(?:And|But|Or|Nor|Yet|So)\b"
)
"""Whose subject stands in the sentence before."""
_EMPTY = re.compile(
    r"\b(?:stands?|stood) (?:\w+ )?(?:apart|alone|aside)\b|\b(?:takes?|took) (?:a|an|the) (?:\w+ly )?(?:different|opposite|similar|contrary|same|other) (?:view|line|position|approach|stance)\b"
    r"|\b(?:is|was|were) (?:once )?again the\b|\b(?:have|has|had|did|do|does) not\.$|\bso too\b"
    r"|\bin (?:such|these|those) terms\b|\b(?i:up to|at|by|from) that (?:point|time|moment)\b"
)
"""What tells of somebody only that there is something to tell."""


@lru_cache(MANY)
def whole(sentence: str) -> bool:
    """Whether the words are a complete sentence whose subject is named in it."""
    return (
        _ENDS.search(sentence) is not None
        and balanced(sentence)
        and not _OPENS.match(sentence)
        and not _LEANS.match(bare(sentence))
        and not _EMPTY.search(sentence)
    )


@lru_cache(MANY)
def leaning(sentence: str) -> bool:
    """Whether some word in it points at another sentence: others are better reasons."""
    return _THEM.search(sentence) is not None or anaphora(bare(sentence)) is not None
