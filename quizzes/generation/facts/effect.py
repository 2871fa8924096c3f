"""Causes that are things: "the disagreement led to a second conference", asked as "what led to …?"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import balanced, has_finite, trimmed
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.words import bare, content, tokens, word_count
from quizzes.generation.sentences import Sentence
from quizzes.generation.source import Source
from quizzes.generation.types import Fact

_CAUSED = re.compile(
    r"^(?P<cause>(?!There|It |This |That )[^;:–—]{8,170}?),? (?:(?:has|have|had|also|further|\w+ly) )*(?P<verb>led to|resulted in|prompted|caused|"
    r"enabled|allowed|forced|compelled|contributed to|paved the way for|triggered|sparked|weakened|strengthened|provoked|"
    r"motivated|undermined|gave rise to|brought about|put an end to|deepened|complicated|facilitated|prevented) (?P<effect>.+)$"
)
_NOT_NOUN = re.compile(
    r"\b(?:which|who|that|is|are|was|were|has|have|had|would|could|will|may|might|if|when|because|as|although|while|it|they|he|she)\b|^(?:In|On|At|For|By|With|From|After|Before|During|Since|Despite|Following|Moreover|To|Under|Through)\b"
)
FEWEST_WORDS, MOST_WORDS = 3, 22


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """An effect for each sentence whose subject is named as the cause of something."""
    for sentence in source.sentences:
        match = _CAUSED.match(bare(sentence.clean))
        if not match:
            continue
        effect = trimmed(match["effect"])
        reason = problem(match["cause"], effect, source)
        if reason or effect is None:
            refused[f"effect: {reason}"] += 1
        else:
            yield fact_of(match["cause"], match["verb"], effect, sentence, source)


def problem(cause: str, effect: str | None, source: Source) -> str | None:
    """Why a cause is not fit to be asked about."""
    if effect is None or not balanced(cause) or not balanced(effect):
        return "cut"
    if _NOT_NOUN.search(cause) or "," in cause or has_finite(cause):
        return "cause too involved"
    if reason := pointing_outside(cause) or pointing_outside(effect):
        return reason
    if not (FEWEST_WORDS <= word_count(cause) <= MOST_WORDS and FEWEST_WORDS <= word_count(effect) <= MOST_WORDS):
        return "too short or too long"
    return None if any(source.is_name(word) for word in tokens(effect)) and len(content(effect)) >= 2 else "no name"


def fact_of(cause: str, verb: str, effect: str, sentence: Sentence, source: Source) -> Fact:
    """The fact that the text names the cause of the effect."""
    return Fact(
        "effect", f"{verb} {effect}", "was caused by", cause, "thing", sentence.evidence, sentence.section.id, source.index,
        modality="attributed",
    )  # fmt: skip
