"""Flaws of the options (C): what gives the right one away to somebody who has not read the text."""

from __future__ import annotations

import re
from itertools import combinations
from statistics import mean, pstdev

from quizzes.generation.language.dates import dates
from quizzes.generation.language.lexicon import ADJECTIVES, STATES
from quizzes.generation.language.opposites import OPPOSITES
from quizzes.generation.language.words import FUNCTION_WORDS, content, norm, stem, tokens, word_count
from quizzes.generation.store import Store
from quizzes.generation.types import Question

from .flaw import Flaw, hard, options, soft

LONGER = 1.25
_HEDGE = re.compile(
    r"\b(?:[Aa]bout|[Aa]round|usually|often|may|might|partly|mostly|for example|such as|approximately)\b|\("
)
_ABSOLUTE = re.compile(r"\b(?:always|never|all|none|every|only|completely|entirely|totally)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_UNIT = re.compile(r"%|per cent|percent|million|billion|thousand|[$€£]|km|tons?|troops")


@hard("C1", "the right option is the longest")
def longest(question: Question, store: Store) -> bool:
    if question.kind == "select_passage":
        lengths = [(bool(row["correct"]), word_count(str(row["text"]))) for row in question.data.get("passages", ())]
        right = [length for correct, length in lengths if correct]
        others = [length for correct, length in lengths if not correct]
        return len(right) == 1 and right[0] > LONGER * max(others, default=right[0])
    words = word_count(question.key)
    return words >= 4 and words > LONGER * max(map(word_count, question.distractors), default=words)


@soft("C2", "options of very different length")
def uneven(question: Question, store: Store) -> bool:
    lengths = [len(text) for text in options(question)]
    counts = [word_count(text) for text in options(question)]
    if not lengths or max(counts) < 4:
        return False
    return pstdev(lengths) > 0.5 * mean(lengths) or counts[0] * 2 < min(counts[1:])


@hard("C3", "grammar gives the right option away")
def grammar_cue(question: Question, store: Store) -> bool:
    article = re.search(r"\b(an?) _{2,}", question.stem)
    if article:
        return len({text[:1].casefold() in "aeiou" for text in options(question)}) > 1
    if not re.search(r"_{2,}", question.stem) or not question.key:
        return False
    plural = [number_of(text) for text in options(question)]
    return len({form for form in plural if form is not None}) > 1


def number_of(predicate: str) -> bool | None:
    """Whether a predicate has a plural verb; None when its form shows nothing."""
    verb = predicate.split()[0]
    return True if verb in ("are", "were", "have", "do") else False if verb in ("is", "was", "has", "does") else None


@hard("C4", "a word of the stem returns in the right option only")
def clang(question: Question, store: Store) -> bool:
    if question.pattern == "acronym" or not question.key:
        return False
    if any(word.startswith(question.key) and word != question.key for word in tokens(question.stem)):
        return True
    asked = {stem(word) for word in tokens(question.stem) if len(word) >= 4 and word.casefold() not in FUNCTION_WORDS}
    shared = {word for word in content(question.key) & asked if len(word) >= 4}
    if word_count(question.key) > 6:
        # Among whole sentences of one topic a single shared word tells nothing.
        return len(shared) >= 2 and not any(
            len(content(text) & asked) >= len(shared) - 1 for text in question.distractors
        )
    return bool(shared - frozenset().union(*map(content, question.distractors)))


@hard("C5", "the right option is what the others have in common")
def convergence(question: Question, store: Store) -> bool:
    if question.pattern == "acronym":
        return False
    shared = [sum(len(content(a) & content(b)) for b in options(question) if b != a) for a in options(question)]
    return bool(shared) and len(shared) > 2 and shared[0] >= max(shared[1:]) + 2 and word_count(question.key) <= 8


@hard("C6", "options of different type")
def mixed_types(question: Question, store: Store) -> bool:
    shown = options(question)
    if not shown or word_count(question.key) > 5 or question.pattern in ("table", "place"):
        return False  # the rows of one table are of one type, and so are towns, seats of governments or not
    return len({sort_of(text) for text in shown}) > 1


def sort_of(text: str) -> tuple[str, ...]:
    """What kind of short answer a text is, as exactly as its form shows."""
    if (found := dates(text)) and word_count(text) <= 3:
        return ("date", found[0].exactness)
    if _NUMBER.search(text) and word_count(text) <= 4:
        return ("number", *sorted(set(_UNIT.findall(text.casefold()))))
    if text in STATES:
        return ("state",)
    return ("adjective",) if text in ADJECTIVES else ("words",)


@soft("C7", "only the right option is precise or hedged")
def specific(question: Question, store: Store) -> bool:
    marks = [(bool(_HEDGE.search(text)), "." in "".join(_NUMBER.findall(text))) for text in options(question)]
    return bool(marks) and any(marks[0][n] and not any(mark[n] for mark in marks[1:]) for n in (0, 1))


@soft("C8", "absolute words in wrong options only")
def absolute_distractors(question: Question, store: Store) -> bool:
    return not _ABSOLUTE.search(question.key) and any(_ABSOLUTE.search(text) for text in question.distractors)


@soft("C9", "two options say the opposite, one of them is right")
def opposite_pair(question: Question, store: Store) -> bool:
    key = set(norm(question.key).split())
    for text in question.distractors:
        odd = key ^ set(norm(text).split())
        if len(odd) == 2 and any(
            OPPOSITES.get(a) == b or OPPOSITES.get(b) == a for a, b in combinations(sorted(odd), 2)
        ):
            return True
    return False


@soft("C12", "the right number lies at the end of the row")
def outlier(question: Question, store: Store) -> bool:
    values = [
        float(m.group().replace(",", ""))
        for text in options(question)
        if (m := _NUMBER.search(text)) and not dates(text)
    ]
    return (
        len(values) > 2
        and len(values) == len(options(question))
        and any(not values[0] / 10 <= v <= values[0] * 10 for v in values[1:])
    )


@soft("C13", "an adjective of the stem names the right state")
def eponym(question: Question, store: Store) -> bool:
    return question.key in STATES and any(
        ADJECTIVES.get(word) == STATES[question.key] for word in tokens(question.stem)
    )


FLAWS: tuple[Flaw, ...] = (
    longest, uneven, grammar_cue, clang, convergence, mixed_types, specific, absolute_distractors, opposite_pair, outlier, eponym,
)  # fmt: skip
