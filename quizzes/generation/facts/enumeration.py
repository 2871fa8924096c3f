"""What a text lists: "The Fund had three aims in the north: new quays, cheap salt and a school", or a list below such words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import balanced
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.words import content, word_count
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

_HEAD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|several|following|main) (?P<head>(?:[a-z-]+ ){0,2}[a-z]+s (?:of|to|for|in|behind|against|between|on|by) [^,:;.()]{3,70}):(?P<rest>.*)$"
)
_PARTS = re.compile(r"; (?:and |or )?|, (?:and |or )?| (?:and|or) (?=[^,;]*$)")
_LABEL = re.compile(
    r"^(?:\(?\w{1,2}[.)]|first(?:ly)?,?|second(?:ly)?,?|third(?:ly)?,?|finally,?|and|or) ", re.IGNORECASE
)
_TITLE = re.compile(r"^([^.:–]{3,80})[.:–] ?")
"""The head of a list item that goes on to explain it."""
FEWEST, MOST_WORDS = 3, 12


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A fact for each member of a list that a colon leads to."""
    for number, sentence in enumerate(source.sentences):
        match = _HEAD.search(sentence.clean)
        if not match:
            continue
        members = list(inline(match["rest"], sentence) or below(source.sentences, number))
        reason = problem(match["head"], [text for text, _ in members])
        if reason:
            refused[f"enumeration: {reason}"] += 1
            continue
        for text, place in members:
            yield Fact(
                "enumeration", f"the {match['head']}", "includes", text, "member", place.evidence, place.section.id, source.index
            )  # fmt: skip


def inline(rest: str, sentence: Sentence) -> list[tuple[str, Sentence]]:
    """The members that stand behind the colon."""
    parts = _PARTS.split(rest.strip(" .")) if rest.strip() else []
    return [(_LABEL.sub("", part.strip()), sentence) for part in parts]


def below(sentences: list[Sentence], number: int) -> Iterator[tuple[str, Sentence]]:
    """The list items that follow the sentence, each by its first words."""
    for sentence in sentences[number + 1 :]:
        if sentence.block.kind != "list_item":
            return
        if sentence.first:
            title = _TITLE.match(f"{sentence.clean} ")
            yield _LABEL.sub("", (title[1] if title else sentence.clean).strip(" .;,")), sentence


def problem(head: str, members: list[str]) -> str | None:
    """Why a list is not fit to be asked about."""
    if len(members) < FEWEST:
        return "too few members"
    if not balanced(head) or len(content(head)) < 2:
        return "too little said"
    if any(not text or not balanced(text) or word_count(text) > MOST_WORDS for text in members):
        return "no plain members"
    return next((reason for text in (f"Xanadu has {head}", *members) if (reason := pointing_outside(text))), None)
