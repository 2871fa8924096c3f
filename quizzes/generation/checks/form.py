"""Flaws of form (A): how many options, which, and in what shape."""

from __future__ import annotations

import re
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from quizzes import kinds
from quizzes.generation.language.dates import dates
from quizzes.generation.language.verbs import FINITE
from quizzes.generation.language.words import norm, tokens
from quizzes.generation.store import Store
from quizzes.generation.types import Question

from .flaw import Flaw, hard, options, soft, texts

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|may|might|will|would|should|must|stands?|[a-z]+ed|[a-z]{3,}s|"
    r"took|became|began|held|made|led|said|gave|went|came|fell|rose|left|met|put|match|arrange|order|choose|complete)\b",
    re.IGNORECASE,
)
_RESIDUE = re.compile(
    r"\[\^|[¹⁰⁴-⁹]|(?<!\bm)(?<!\bkm)(?<!\bcm)[²³]|\ufffd|\f|\u00ad|(?<!\S)@\w|</?\w+[^>]*>|\*\*|(?<!\w)_\w[^_]*_(?!\w)|(?<!\w)\*\w|\^\{|"
    r"[a-z]{3,}\d{1,3}(?!\w)|[a-z)”’\"][.,;:]\d{1,3}(?!\d)|\]\(|https?://|\w- \w"
)


@hard("A1", "wrong number of options or keys")
def wrong_number(question: Question, store: Store) -> bool:
    return bool(kinds.check(question.kind, question.data))


def alike(a: str, b: str) -> bool:
    """Whether two options say the same to a reader."""
    if norm(a) == norm(b):
        return True
    if re.search(r"\d", a + b):
        return False
    left, right = set(norm(a).split()), set(norm(b).split())
    if len(left & right) >= 0.8 * len(left | right):
        return True
    return min(len(a), len(b)) > 6 and Levenshtein.distance(norm(a), norm(b), score_cutoff=2) <= 2


@hard("A2", "two options say the same")
def duplicate_options(question: Question, store: Store) -> bool:
    lists = (
        [options(question)]
        if question.key
        else [
            [str(entry["text"]) for entry in question.data.get(name, ())] for name in ("premises", "responses", "items")
        ]
    )
    return any(alike(a, b) for entries in lists for a, b in combinations(entries, 2))


@hard("A3", "all or none of the above")
def all_of_the_above(question: Question, store: Store) -> bool:
    pattern = r"\b(?:all|none|both|neither)(?: of)? (?:the )?(?:above|these|options?)\b"
    return any(re.search(pattern, text, re.IGNORECASE) for text in options(question))


@hard("A4", "options that combine options")
def combined_options(question: Question, store: Store) -> bool:
    label = r"(?:[A-Da-d]|[ivx]{1,4}|[IVX]{1,4})"
    return any(re.fullmatch(rf"{label}(?:(?:, ?| and | or ){label})+", text) for text in options(question))


@hard("A5", "true or false as options")
def true_or_false(question: Question, store: Store) -> bool:
    return any(norm(text) in {"true", "false", "yes", "no"} for text in options(question)) or (
        "true or false" in question.stem.casefold() and len(options(question)) > 2
    )


@soft("A6", "dates or numbers out of order")
def unordered(question: Question, store: Store) -> bool:
    shown = [str(option["text"]) for option in question.data.get("options", ())]
    values = [value_of(text) for text in shown]
    return bool(values) and all(value is not None for value in values) and values != sorted(values, key=str_or_number)


def value_of(text: str) -> tuple[float, ...] | None:
    """A date or a number as something that sorts; None for other texts."""
    if (found := dates(text)) and found[0].text == text:
        return (found[0].year, found[0].month, found[0].day)
    match = re.match(r"\D{0,3}(\d[\d,]*(?:\.\d+)?)", text)
    return (float(match[1].replace(",", "")),) if match else None


def str_or_number(value: tuple[float, ...] | None) -> tuple[float, ...]:
    return value or ()


@hard("A7", "ranges that overlap")
def overlapping_ranges(question: Question, store: Store) -> bool:
    ranges = [interval(text) for text in options(question)]
    known = [r for r in ranges if r]
    return any(
        low <= b and a <= high and (low, high) != (a, b) for (low, high), (a, b) in combinations(known, 2)
    ) and any(low != high for low, high in known)


def interval(text: str) -> tuple[float, float] | None:
    """ "10–20 per cent" as (10, 20), "15" as (15, 15)."""
    if dates(text):
        return None
    numbers = [float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]
    return (numbers[0], numbers[-1]) if 1 <= len(numbers) <= 2 and len(tokens(text)) <= 5 else None


@soft("A9", "the gap is badly placed")
def misplaced_gap(question: Question, store: Store) -> bool:
    gaps = [m.start() for m in re.finditer(r"_{2,}", question.stem)]
    return bool(gaps) and (len(gaps) > 1 or gaps[0] < len(question.stem) * 2 / 3)


@hard("A10", "the stem is no complete question")
def incomplete_stem(question: Question, store: Store) -> bool:
    stem = question.stem
    pairs = [("(", ")"), ("[", "]"), ("“", "”")]
    gap = bool(re.search(r"_{2,}[.”]*$", stem))
    asks = stem.endswith(("?", ":", "?”")) or question.kind in ("matching", "ordering")
    whole = all(stem.count(a) == stem.count(b) for a, b in pairs) and stem[:1].isupper()
    return not (whole and (gap or (asks and (_FINITE.search(stem) or any(word in FINITE for word in tokens(stem))))))


@hard("A11", "residue of the import")
def residue(question: Question, store: Store) -> bool:
    return any(_RESIDUE.search(text) for text in (question.stem, *texts(question)))


@soft("A12", "options in different form")
def mixed_form(question: Question, store: Store) -> bool:
    shown = options(question)
    forms = {(text[-1:] in ".!?", "%" in text or "per cent" in text, text[:1] in '“"‘') for text in shown if text}
    return len(forms) > 1 or len({text[:1].isupper() for text in shown if text[:1].isalpha()}) > 1


@hard("A13", "a label inside an option")
def labelled_option(question: Question, store: Store) -> bool:
    return any(re.match(r"\(?[A-D][.)]\s", text) for text in options(question))


_MISPLACED = re.compile(r"[,;] ?[?.!;]|\S  +\S|\( | \)|“ | ”|\(\)|“”|\b(?:and|or|but|which|who)[”\"]?\?$")
"""A comma or an "and" that a cut has left before the end, two spaces, a mark with a space inside."""
_BRACKETS = (("(", ")"), ("[", "]"), ("“", "”"))


@hard("A14", "marks where none belong, or one of a pair")
def misplaced_mark(question: Question, store: Store) -> bool:
    """Only in what is made out of a text: a person sets marks on purpose."""
    told = (question.stem, *texts(question)) if question.pattern else ()
    return any(_MISPLACED.search(text) or not paired(text) for text in told)


def paired(text: str) -> bool:
    """Whether every bracket and quotation mark has its partner."""
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in _BRACKETS)


FLAWS: tuple[Flaw, ...] = (
    wrong_number, duplicate_options, all_of_the_above, combined_options, true_or_false, unordered, overlapping_ranges,
    misplaced_gap, incomplete_stem, residue, mixed_form, labelled_option, misplaced_mark,
)  # fmt: skip
