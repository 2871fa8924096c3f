"""Which figures are worth asking for: those of what the text is about, given for their own sake, and not known without it."""

from __future__ import annotations

import re

from quizzes.generation.amounts.figures import Figure, dated, fraction, numbers, whole
from quizzes.generation.conflicts import amount
from quizzes.generation.language.dates import MONTHS
from quizzes.generation.language.lexicon import ADJECTIVES
from quizzes.generation.language.tenses import base_of_past
from quizzes.generation.language.verbs import BASES
from quizzes.generation.language.words import content, tokens
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source

_ASIDE = re.compile(
    r"\b(?:for example|for instance|e\.g|in comparison|by (?:way of )?comparison|incidentally|by the way)\b|!",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\b(?:while|whereas|compared (?:to|with)|as against|versus|in contrast to|than in)\b",
    re.IGNORECASE,
)
_CONCEDES = re.compile(r"^[^;]*\d[^;]*, (?:but|yet) \D{30,}$")
"""A figure behind which a sentence turns to what it is about."""
_IMAGE = re.compile(r"^\s*(?:<img\b|!\[)|^(?:The )?(?:[Cc]hart|[Gg]raph|[Ff]igure|[Ii]mage|[Mm]ap) shows\b")
_NOTE_GLUED = re.compile(
    r"(?:[a-z]{3}[.,;:]?|[a-z\d.,][”\")][.,;:]?|(?<![\d,])(?:1[5-9]|20)\d\d[.,])\d{1,3}(?=[\s,.;]|$)"
)
"""The number of a note behind a word or a year."""
_OF_WHAT = re.compile(
    r"\b(?:the (?:[A-Z][\w-]+ )|how many )(?:share|interests?|portions?|parts?|contributions?|seats)\b"
    r"(?! (?:of|in|on|from|to|for|held by|that|which)\b(?! (?:1[5-9]|20)\d\d))"
)
"""What is a part of something that the words do not name: "the British share"."""
_FAMED = re.compile(
    r"\b(?:[Tt]reat(?:y|ies)|[Aa]greements?|[Aa]ccords?|[Cc]onventions?|[Pp]rotocols?|[Pp]acts?|[Dd]eals?|[Pp]artnerships?|[Ee]xchange of notes|"
    r"ratios?|quotas?|(?:installed )?capacity|generat\w+|reservoir|storage of|tall|deep|wide|long)\b"
    r"|\b(?:what|how (?:high|large)) (?:is|was|were|are|an?) (?:[^?]* )?population\b(?! density)|\bpopulation (?:is|was) (?:about |some |less |more |over )"
)
"""Quotas of treaties, headline sums and the dimensions of great works, which the news and every handbook tell."""
_PLANNED = re.compile(
    r"\b(?:targets?|objectives?|benchmark|goal|threshold|commit\w*|requires?|required|minimum|foresees?|foresaw|projected|planned|plans|forecasts?|intends?|would|"
    r"for the (?:next|coming|following))\b"
)
"""Figures that are set or foreseen, not found."""
_ANY = re.compile(
    r"^An? |\bthe (?:[a-z]+ )?(?:epidemic|outbreak|war|flood|famine|earthquake|fire|storm|strike|crisis|revolt|drought) of (?:the )?(?:1[5-9]|20)\d\d"
)
"""Something that other places had as well: "a small fishery", "the epidemic of 1850"."""
_UNGIVEN = re.compile(
    r"\b(?:was|were|been|is|are|be|sums?|amounts?|money|funds?|aid|loans?) (?:\w+ly )?"
    r"(?:allocated|restricted|limited|granted|promised|offered|earmarked|awarded|pledged|provided|approved|reserved|paid|spent|invested)\b(?!.* by (?:the |an? )?\w)"
)
"""Money given, or a bound set, by nobody who is named."""
PRESENT = re.compile(r"\b(?:is|are|does|do|has|have)\b")
"""What is asked in the present is dated by its text, where that has a date."""
_PAST = re.compile(r"was|were|did|had|been|\w+ed")
_MONEY = re.compile(r"[$€£]")
NEARLY_ALL, ALL, SMALLEST_SUM = 97, 100, 1000
MOST_FIGURES = 3
"""More figures in one sentence are details."""
SHORT, RETURNS, SHARED = 15, 2, 2
"""Of a text with so many sentences, what only one of them names is an aside; what is undated and opens no paragraph shares so many words with its topics."""


def illustrates(sentence: Sentence) -> bool:
    """Whether the sentence is told as an example or in passing."""
    return _ASIDE.search(sentence.clean) is not None


def damaged(sentence: Sentence) -> str | None:
    """Why the figures of a sentence cannot be looked up: they describe an image, or a note's number is glued to a word."""
    if _IMAGE.search(sentence.block.text):
        return "describes an image"
    return "a note's number" if _NOTE_GLUED.search(sentence.text) else None


def slighted(sentence: Sentence) -> str | None:
    """Why the figures of a sentence are hardly worth asking for one by one: they are an aside, many, or halves of a comparison."""
    if illustrates(sentence):
        return "an aside"
    if _CONCEDES.search(sentence.clean):
        return "conceded"
    found = numbers(whole(sentence.clean)[0])
    if len(found) > MOST_FIGURES or (len(found) > 1 and _COMPARES.search(sentence.clean)):
        return "one of many"
    return None


def unfit(text: str) -> str | None:
    """Why the words cannot be asked for their figure at all."""
    if _PLANNED.search(text):
        return "set, not found"
    return "an aside" if _ASIDE.search(text) else None


def detail(text: str, figure: Figure, source: Source, sentence: Sentence, teller: str = "") -> str | None:
    """Why nobody need know the figure that completes the words, or why everybody does; a dated teller dates it."""
    if _UNGIVEN.search(text):
        return "nobody who gives it"
    if _OF_WHAT.search(text):
        return "a part of nothing named"
    if _MONEY.search(figure.text) and amount(figure.text)[0] < SMALLEST_SUM:
        return "small change"
    if not dated(f"{text} {teller}") and all(name in ADJECTIVES for name in tokens(text) if source.is_name(name)):
        return "neither place nor time"
    if _ANY.search(text) and not any(source.is_name(name) for name in tokens(text) if name not in MONTHS):
        return "nobody says where"
    share = figure.unit == "%" and not fraction(figure.text)
    if _FAMED.search(text) or (share and NEARLY_ALL <= amount(figure.text)[0] <= ALL):
        return "known without the text"
    in_passing = fraction(figure.text) and not sentence.first
    timeless = not dated(f"{text} {teller}") and not (source.writing and in_present(text))
    if timeless and (share or in_passing or _MONEY.search(figure.text)):
        return "no time"
    return None if central(text, source, sentence) else "not what the text is about"


def in_present(text: str) -> bool:
    """Whether the words tell what is so, not what was."""
    return bool(PRESENT.search(text)) or not any(
        _PAST.fullmatch(word) or (word not in BASES and base_of_past(word)) for word in text.split()
    )


def central(text: str, source: Source, sentence: Sentence) -> bool:
    """Whether the text returns to every name among the words, and the words to its topics."""
    if len(source.sentences) < SHORT:
        return True
    names = [word for word in tokens(text) if source.is_name(word) and word not in MONTHS]
    placed = any(name not in ADJECTIVES for name in names)
    enough = 1 if sentence.first or (placed and dated(text)) else SHARED
    known = source.topics | content(sentence.section.title or "")
    return all(source.often(name) >= RETURNS for name in names) and len(content(text) & known) >= enough
