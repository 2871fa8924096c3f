"""Aims: what the text says an actor sought, wanted, refused or decided to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import balanced, has_finite, trimmed
from quizzes.generation.language.lexicon import STATES
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.words import content, word_count
from quizzes.generation.people import PERSON
from quizzes.generation.sentences import Sentence
from quizzes.generation.source import Source
from quizzes.generation.types import Fact

_STATE = "|".join(sorted(map(re.escape, STATES), key=len, reverse=True))
_ACTOR = rf"(?P<who>(?:the )?(?:{_STATE})|{PERSON}|[A-ZÀ-Ž][a-zà-ž]{{3,}}|(?:[Tt]he )?[A-Z]{{2,6}})"
_WANTING = (
    "sought|seeks|has sought|have sought|is seeking|was seeking|aims|aimed|has aimed|is aiming|wants|wanted|wishes|wished|tried|has tried|"
    "is trying|was trying|attempted|hopes|hoped|intends|intended|endeavou?red|strives|desires|desired|would like|preferred|prefers"
)
_VERB = re.compile(
    rf"\b{_ACTOR}(?: itself)?,? (?:(?:also|further|now|therefore|thus|\w+ly) )?(?:{_WANTING}) to (?P<aim>[a-z].+)$"
)
_NOUN = re.compile(
    rf"\b{_ACTOR}['’]s? (?:\w+ )?(?:desire|aim|goal|ambition|intention|wish|hope|objective|purpose|bid|efforts?|attempts?)(?: (?:is|was|has been))? to (?P<aim>[a-z].+)$"
)
FEWEST_WORDS, MOST_WORDS = 4, 20


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """An aim for each actor that is said to want something the passage spells out."""
    for sentence in source.sentences:
        for pattern in (_VERB, _NOUN):
            for match in pattern.finditer(sentence.clean):
                if source.named.kind(match["who"]) is None or denied(sentence.clean, match):
                    continue
                aim = trimmed(match["aim"])
                reason = problem(aim)
                if reason or aim is None:
                    refused[f"aim: {reason}"] += 1
                else:
                    yield fact_of(match["who"], aim, sentence, source)


_DOUBTED = re.compile(
    r"\b(?:speculat\w+|rumou?rs?|alleg\w+|suspici\w+|suspect\w*|fears? that|feared that|accus\w+)\b", re.IGNORECASE
)


def denied(text: str, match: re.Match[str]) -> bool:
    """Whether the aim is one the actor did not have, or may have."""
    return bool(
        re.search(
            r"\b(?:not|never|if|whether|no longer|reportedly|allegedly|might|would|may|could)\b",
            text[: match.start("aim")][-60:],
        )
        or _DOUBTED.search(text[: match.start("aim")])
    )


def problem(aim: str | None) -> str | None:
    """Why an aim is not fit to be asked about; "its" is the actor's own and stands."""
    if aim is None or not balanced(aim):
        return "cut"
    if reason := pointing_outside(re.sub(r"\b(?:its|their|his|her|itself|themselves)\b", "X's", "Xanadu " + aim)):
        return reason
    if has_finite(aim):
        return "second clause"
    return None if FEWEST_WORDS <= word_count(aim) <= MOST_WORDS and len(content(aim)) >= 3 else "too short or too long"


def fact_of(who: str, aim: str, sentence: Sentence, source: Source) -> Fact:
    """The fact that the actor has the aim."""
    return Fact(
        "aim", who, "aims", f"to {aim}", "aim", sentence.evidence, sentence.section.id, source.index, modality="attributed",
        parts={"actor": source.actor(who)},
    )  # fmt: skip
