"""The first help after a wrong answer: another passage that holds the right words, with these left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizzes.models import Question
from quizzes.models.question import number_text
from quizzes.selectors.passages import paragraph_url
from readings.models import Block

AROUND = 260
"""So many characters before and after the first gap are shown of a long paragraph."""
LONG_WORD = 4
KINDS = ("paragraph", "list_item", "block_quote", "abstract")


@dataclass(frozen=True, slots=True)
class Hint:
    pieces: list[str]
    """The text between the gaps; empty where only the place can be named."""
    block: Block
    url: str
    is_other: bool
    """Whether it is another passage than the one that decides."""


def hint_for(question: Question) -> Hint | None:
    """Another passage of the reading that speaks of the same; without one the deciding passage, with a gap if it holds
    the words. None for a question bound to no passage."""
    own, gap = question.evidence_block, gap_for(question)
    if own is None:
        return None
    if gap:
        for block in others(question, own, gap):
            return Hint(pieces(block.text, gap), block, paragraph_url(question, block), is_other=True)
    shown = pieces(own.text, gap) if gap and gap.search(own.text) else []
    return Hint(shown, own, paragraph_url(question, own), is_other=False)


def gap_for(question: Question) -> re.Pattern[str] | None:
    """Finds the right answer in a text, in any of its forms; None where it is a passage or a set of pairs."""
    words = [text for text in answers(question) if text]
    if not words or question.kind == "select_passage":
        return None
    forms = "|".join(r"\s+".join(map(re.escape, text.split())) for text in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


def answers(question: Question) -> list[str]:
    if question.kind == "numeric":
        value = question.extra.get("value")
        grouped = f"{value:,.10g}" if isinstance(value, (int, float)) else ""
        return [number_text(value), grouped]
    return [option.text for option in question.options.all() if option.is_correct]


def others(question: Question, own: Block, gap: re.Pattern[str]) -> list[Block]:
    """Paragraphs of the text itself that hold the answer and speak of what is asked, the closest in words first."""
    asked = long_words(question.stem)
    rows = Block.objects.filter(reading=question.reading_id, section__matter="body", kind__in=KINDS).exclude(pk=own.pk)
    found = [
        (len(asked & long_words(block.text)), block)
        for block in rows.select_related("section")
        if gap.search(block.text)
    ]
    near = sorted(found, key=lambda entry: (-entry[0], abs(entry[1].position - own.position)))
    return [block for shared, block in near if shared]


def long_words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > LONG_WORD}


def pieces(text: str, gap: re.Pattern[str]) -> list[str]:
    """The text between the gaps, of a long paragraph only what stands around the first."""
    return gap.split(shortened(text, gap))


def shortened(text: str, gap: re.Pattern[str]) -> str:
    match = gap.search(text)
    if match is None or len(text) <= 2.5 * AROUND:
        return text
    start, end = max(0, match.start() - AROUND), min(len(text), match.end() + AROUND)
    before = text[start : match.start()].partition(" ")[2] if start else text[: match.start()]
    after = text[match.end() : end].rpartition(" ")[0] if end < len(text) else text[match.end() :]
    return f"{'… ' if start else ''}{before}{match.group()}{after}{' …' if end < len(text) else ''}"
