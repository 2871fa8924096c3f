"""Figures left open: a short plain sentence that gives one, where no question could be made of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.amounts.figures import BOUND, Figure, dated, exact, figures
from quizzes.generation.amounts.notable import damaged, detail, slighted, unfit
from quizzes.generation.amounts.quantities import asked
from quizzes.generation.conflicts import amount
from quizzes.generation.language.clauses import balanced, shortened
from quizzes.generation.language.lexicon import ADJECTIVES
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.statements import has_verb, simple
from quizzes.generation.language.tenses import base_of_past
from quizzes.generation.language.words import bare, content, tokens, upper_first, word_count
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

from . import change, number

_MOVES = re.compile(
    r"\b(?:grew|grown|grow|rose|risen|rise|increased?|climbed|expanded|jumped|swelled|doubled|up|peaked|fell|fallen|fall|"
    r"declined?|dropped|shrank|shrunk|decreased?|sank|down)\b"
)
_NORM = re.compile(
    r"\b(?:targets?|objectives?|benchmark|goal|threshold|commit\w*|should|must|requires?|required|minimum|at least|rule)\b"
)
"""Figures that are set, not found: they are known, or stand for something else."""
_RANGE = re.compile(
    r"(?<![\d,.])(?!(?:1[5-9]|20)\d\d )\d[\d,.]*(?: per cent|%)? (?:and|to|or|out of) (?:about |some )?$|\b(?:ending|dated|aged?|page|costs?) $"
)
_COSTS = re.compile(r"\b(?:costs?|costing|paid|spent|worth|earned|received|lent|borrowed) (?:[a-z]+ )?$")
"""What a sum of money follows, which needs its currency."""
_OF_ANOTHER = re.compile(
    r"\b(?:the|[Tt]he first|its|their) ____|\b(?:theirs|ours|hers)\b|\bof the total\b|, or (?:\w+ )?____"
)
"""A figure that takes up another one."""
_OPENS = re.compile(r"^(?:[^ ]+ ){0,3}____")
_WHOLE = re.compile(r"(?:100|50) ?(?:%|per cent)")
_STRUCTURE = re.compile(
    r"[\[\]:;?=+§]|\bv\. [A-Z]|\b(?:Id|Cf)\.|\bsupra\b|…|\.\.\.|^[a-z\d]|\s[–-]\s|—|--|^\w+ that [a-z]|\b(?i:section|table|figure|chapter|note|plant|implement|as noted)\b"
)
_DEFINITE = re.compile(r"(?:The|It|In|On|At|By|From|During|Of|Between|Consisting|Working|Based|No)\b")
"""A sentence that opens so and names nothing needs the page to be understood."""
_POPULATION = re.compile(r"\bpopulation\b.* of (?:about |some |around |nearly )?$|\bpopulation of (?:\w+ )?\d")
_MAY_BE = re.compile(
    r"\b(?:would|will|could|may|might|can)\b|\b(?:plans?|planned|wants?|wanted|hopes?|hoped|aims?|aimed|intends?) to\b"
)
_ONE_OF_ROW = re.compile(
    r"(?:Since|After|Before|During|At|In) the [a-z]+, |(?:The|A) (?:first|second|third|other|last|latter|final|next|new|main|present) "
)
_LEAD = re.compile(
    r"^(?:[A-Z]\w+ing|With|Despite|Besides|Unlike|While|Although) [^;:]{5,140}?, (?=(?:in|by) \d|[A-Z]|the )"
)
"""What leads up to a sentence and is not asked for."""
_GOES_ON = re.compile(
    r",? (?:while|whereas|although|but|which|thus|so that|and (?:is|are|was|were|has|have|had|it|they|this|that|in)) "
)
"""Where a sentence goes on to something else."""
SMALLEST_COUNT, FEWEST_WORDS, MOST_WORDS, MOST_FIGURES = 1000, 8, 22, 3


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A figure for each sentence that gives one plainly, the last one of several; those that open their paragraph with one only say most."""
    for sentence in source.sentences:
        if not figures(sentence.clean):
            continue
        if reason := damaged(sentence):
            refused[f"figure: {reason}"] += 1
            continue
        whole = re.sub(r"\s*\([^()]*\)", "", bare(sentence.clean)).rstrip(" .")
        text = plain(whole)
        found = figures(text)
        if not found:
            continue
        last = found[-1]
        if reason := entangled(text, found) or problem(text, last, source) or unfit(text):
            refused[f"figure: {reason}"] += 1
        elif not better(whole, sentence, source):
            small = len(found) > 1 or slighted(sentence) or detail(text, last, source, sentence)
            plainly = dated(text) and not _OPENS.search(gapped(text, last))
            yield fact_of(text, last, sentence, source, lesser=bool(small) or not plainly)


def plain(text: str) -> str:
    """The sentence without what leads up to it, asides, and what it goes on to behind the figure."""
    parts = re.split(r"[;:] ", simple(text))
    text = next((part for part in reversed(parts) if figures(part)), parts[0])
    text = upper_first(_LEAD.sub("", bare(upper_first(text))))
    found = figures(text)
    on = _GOES_ON.search(text, found[0].end) if found else None
    return shortened(text[: on.start()] if on else text, MOST_WORDS).rstrip(" ,;")


def better(text: str, sentence: Sentence, source: Source) -> bool:
    """Whether a question or a change can be made of the sentence."""
    if any(number.problem(found, source) is None for found in asked(text, source.inside)):
        return True
    return change.of(sentence, source) is not None


def entangled(text: str, found: list[Figure]) -> str | None:
    """Why the last of several figures cannot be told from the others: too many, of other kinds, equal, moving or mere counts."""
    if len(found) == 1:
        return None
    kinds, values = {figure.unit for figure in found}, {figure.text for figure in found}
    clear = len(found) <= MOST_FIGURES and len(kinds) == 1 and len(values) == len(found) and all(kinds)
    return None if clear and not _MOVES.search(text) else "several figures"


def problem(text: str, figure: Figure, source: Source) -> str | None:
    """Why a sentence is not fit to be asked for its figure."""
    names = [word for word in tokens(text) if source.is_name(word)]
    if reason := unclear(text, figure):
        return reason
    if _NORM.search(text):
        return "set, not found"
    if _POPULATION.search(text) or _MAY_BE.search(text):
        return "known or not certain"
    if _OF_ANOTHER.search(gapped(text, figure)) or number.BARE_NAME.search(text) or _ONE_OF_ROW.match(text):
        return "not alone"
    if not balanced(text) or _STRUCTURE.search(text) or not (has_verb(text) or any(map(base_of_past, text.split()))):
        return "not a plain statement"
    if reason := pointing_outside(text.replace(figure.text, "many")):
        return reason
    if not FEWEST_WORDS <= word_count(text) <= MOST_WORDS or len(content(text)) < 5:
        return "too short or too long"
    if names and not dated(text) and set(names) <= {*ADJECTIVES, *number.LANGUAGES}:
        return "neither place nor time"
    return None if names or not _DEFINITE.match(text) else "no name"


def gapped(text: str, figure: Figure) -> str:
    """The sentence with a gap for the figure."""
    return f"{text[: figure.start]}____{text[figure.end :]}"


def unclear(text: str, figure: Figure) -> str | None:
    """Why a figure is none to ask for: it is part of a range, too exact, or only counts."""
    if _RANGE.search(text[: figure.start]):
        return "a range or a detail"
    if exact(figure.text):
        return "more exact than anybody keeps in mind"
    if not figure.unit and _COSTS.search(text[: figure.start]) and not re.match(r" [a-z]", text[figure.end :]):
        return "no unit"
    counts = not figure.unit and not _MOVES.search(text) and "illion" not in figure.text
    mere = counts and amount(figure.text)[0] < SMALLEST_COUNT
    return "a mere count" if mere or _WHOLE.match(figure.text) else None


def fact_of(text: str, figure: Figure, sentence: Sentence, source: Source, *, lesser: bool) -> Fact:
    """The fact that the figure fills the gap."""
    bound = BOUND.search(text[: figure.begin])
    return Fact(
        "figure", gapped(text, figure), "fills the gap", figure.text, "number", sentence.evidence, sentence.section.id, source.index,
        modality="attributed", lesser=lesser, parts={"about": figure.about or (bound.group().strip() if bound else ""), "unit": figure.unit},
    )  # fmt: skip
