"""Arguments: two statements that the author ties together: "A. However, B", "A. Therefore, B", "A because B", "although A, B"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from quizzes.generation.language.statements import problem, statement, with_subject
from quizzes.generation.language.words import bare
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Evidence, Fact

GAP = 3
"""Sentences further apart are no neighbours: one between them was not fit to be read."""
_BETWEEN = {
    "contrast": (
        r"However|Nevertheless|Nonetheless|Yet|But|By contrast|In contrast|Conversely|On the other hand|On the contrary|Still|Even so|That said|"
        r"Despite this|In spite of this"
    ),
    "conclusion": (
        r"Therefore|Thus|Hence|Consequently|As a result|Accordingly|For this reason|As a consequence|(?:That|This) is why|It follows that|"
        r"This (?:means|meant|suggests|implies|shows|indicates) that"
    ),
    "example": r"For example|For instance|Thus, for example",
    "support": r"Indeed|In fact",
    "reason": r"(?:This|That|It) (?:is|was) (?:\w+ )?because(?! of\b)|The reason (?:for this )?(?:is|was) that",
}
_OPENS = {kind: re.compile(rf"(?:{words})(?:, |\s(?=[a-zA-Z]))") for kind, words in _BETWEEN.items()}
_WITHIN = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("reason", r"^(?P<told>.+?),? because (?!of\b)(?P<tied>.+)$"),
        ("reason", r"^(?P<told>.+?), (?:since|given that|on the grounds that) (?P<tied>.+)$"),
        ("reason", r"^(?:Because|Since|Given that) (?!of\b)(?P<tied>[^,]+), (?P<told>.+)$"),
        ("contrast", r"^(?:Although|While|Whereas|Even though|Though) (?P<told>[^,]+), (?P<tied>.+)$"),
        ("contrast", r"^(?P<told>.+?), (?:but|although|whereas|even though|yet) (?P<tied>.+)$"),
        ("contrast", r"^(?P<told>.+?); (?:however|nevertheless|by contrast|in contrast|but),? (?P<tied>.+)$"),
        ("conclusion", r"^(?P<told>.+?)(?:;|, and) (?:therefore|thus|consequently|as a result|hence),? (?P<tied>.+)$"),
        (
            "conclusion",
            r"^(?P<told>.+?), (?:so|which (?:means|suggests|implies|shows) that|(?:meaning|suggesting|implying) that) (?P<tied>.+)$",
        ),
    )
)
_MIXED = re.compile(r"\b(?:but|although|though|because|whereas|however|therefore|unless)\b|, so ")
"""A statement with a tie of its own: the second may belong to a part of it only."""


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """Every two statements that a connector ties, both readable alone: the first is the subject, the second the value."""
    for kind, told, tied, evidence, section in (*between(source), *within(source)):
        first, second = statement(told), statement(tied)
        mixed = "mixed" if _MIXED.search(f"{first} {second}") else None
        reason = mixed or problem(first, told) or problem(second, tied)
        if reason:
            refused[f"argument: {reason}"] += 1
        else:
            yield Fact(
                "argument", first, kind, second, "statement", evidence, section, source.index, modality="attributed"
            )  # fmt: skip


def between(source: Source) -> Iterator[tuple[str, str, str, Evidence, str]]:
    """Neighbours of a paragraph of which the second begins with a connector: kind, both texts, passage, section."""
    for before, sentence in pairwise(source.sentences):
        if not neighbours(before, sentence):
            continue
        for kind, opens in _OPENS.items():
            if match := opens.match(sentence.clean):
                yield kind, before.clean, sentence.clean[match.end() :], both(before, sentence), sentence.section.id


def neighbours(before: Sentence, sentence: Sentence) -> bool:
    """Whether one follows the other in a paragraph."""
    return before.block is sentence.block and sentence.start - before.end <= GAP and not sentence.told


def both(before: Sentence, sentence: Sentence) -> Evidence:
    """The passage that holds both sentences."""
    block = sentence.block
    return Evidence(block.id, before.start, sentence.end, block.text[before.start : sentence.end])


def within(source: Source) -> Iterator[tuple[str, str, str, Evidence, str]]:
    """Sentences with a connector inside: kind, both texts, passage, section."""
    for sentence in source.sentences:
        text = bare(sentence.clean).rstrip(" .")
        if found := next(((kind, match) for kind, pattern in _WITHIN if (match := pattern.match(text))), None):
            told, tied = found[1]["told"], found[1]["tied"]
            yield found[0], told, with_subject(tied, told), sentence.evidence, sentence.section.id
