"""Clauses as sentences of their own: made out of the words of a text, and tested for being whole."""

from __future__ import annotations

import re

from .clauses import balanced, shortened
from .standalone import pointing_outside
from .verbs import BASES, FINITE
from .words import bag, bare, content, upper_first, word_count

FEWEST_WORDS, MOST_WORDS, LONG = 5, 28, 24
"""Fewest and most words of a statement; what is longer than the last is cut where it is whole."""
FEWEST_STEMS, MOST_SUBJECT = 3, 8
_LEAD = re.compile(
    r"^(?:Then|(?:More|Most) importantly|Crucially|In comparison|By comparison|First of all|In reality|Of course|(?:The bottom line|The fact|The result) is that|"
    r"It (?:is|should be|can be) (?:\w+ )?(?:noted|understood|clear|possible to say|worth noting|argued|important to note) that),? "
)
"""Words before a statement that add nothing to it."""


def statement(text: str) -> str:
    """The words as a sentence of their own, without asides, connective and full stop."""
    plain = _LEAD.sub("", bare(upper_first(simple(text))))
    return upper_first(shortened(upper_first(plain), LONG).rstrip(" .,;"))


def simple(sentence: str) -> str:
    """The sentence without brackets, asides between dashes, relative clauses between commas, and an inner "however"."""
    plain = re.sub(
        r" \([^()]*\)|, (?:however|therefore|moreover|nevertheless|meanwhile|eventually|though|for example|for instance),(?= )",
        "",
        sentence,
    )
    plain = re.sub(r" – [^–—;:]{3,90} – ", " ", plain)
    verb = r"(?:and |has |have |had |is |are |was |were |will |would )?[a-z]+(?:ed|s)?\b"
    return re.sub(rf", (?:which|who|whose|where) [^,;:–—]{{3,90}}, (?={verb})", " ", plain)


_OWN_WORDS = re.compile(
    r"\b(?:[Ww]e|I|[Oo]ur|us|[Mm]y|[Yy]ou|[Yy]our|[Tt]hesis|[Cc]hapter|methodology|research|similar|following|follows|already (?:treated|discussed|seen))\b"
    r"|[@?“”\"]|: |^(?:Although|While|If|Because|Whereas|And|Or|Not|Which|Who)\b|^The (?:first|second|third|other|last)\b| that$"
)
"""Words of an author about the text, of other people, or of half a sentence."""


def problem(text: str, sentence: str = "") -> str | None:
    """Why a statement cannot be shown alone; one that ends as its sentence does has its verb, though no list may know it."""
    whole = sentence.rstrip().endswith(f"{text.split(' ')[-1]}.")
    if not FEWEST_WORDS <= word_count(text) <= MOST_WORDS or len(content(text)) < FEWEST_STEMS:
        return "too short or too long"
    plain = (whole or has_verb(text)) and has_subject(text)
    if not plain or not balanced(text) or _OWN_WORDS.search(text):
        return "no plain statement"
    return pointing_outside(text)


_NO_SUBJECT = bag(
    """they he she we you i this that these those such its their his her our my also always not never even only to too neither either nonetheless
    nevertheless otherwise rather what which who whom whose what where when while if as how why because although though whether and or but yet so than
    with without often interestingly especially particularly thus then hence mutually is was are were has have had does did could would will may might can
    cannot should must be been being much"""
)
_EMPTY_IT = re.compile(r"It (?:is|was|has been|would be) (?:\w+ )?\w+ (?:that|to)\b")


def has_subject(text: str) -> bool:
    """Whether a clause begins with a subject of its own."""
    first = re.split(r"[ ,]", text, maxsplit=1)[0].casefold()
    if first == "it":
        return bool(_EMPTY_IT.match(text))
    stem = first.removesuffix("ing")
    gerund = stem != first and (stem in BASES or f"{stem}e" in BASES or stem[:-1] in BASES)
    return not (first in _NO_SUBJECT or first in FINITE or gerund or first[:1].isdigit())


_AUXILIARY = bag("is are was were has have had do does did will would can could may might must shall should cannot")
_PAST = re.compile(r"[a-z]{2,}[^e]ed$")


def has_verb(text: str) -> bool:
    """Whether a finite verb stands in the words, behind the first, as far as lists of verbs tell."""
    return verb_place(text) is not None


def verb_place(text: str) -> int | None:
    """The number of the word that is the first finite verb."""
    words = text.split(" ")
    places = (
        place
        for place, word in enumerate(words[1:], 1)
        if word in _AUXILIARY
        or (words[place - 1][:1].isupper() and word.endswith("s") and word[:-1] in BASES)
        or (word in BASES and (words[place - 1].endswith("s") or words[place - 1] in ("people", "women", "men")))
        or (word in FINITE and FINITE[word].form == "present")
        or ((word in FINITE or _PAST.match(word)) and not is_participle(words, place))
    )
    return next(places, None)


def with_subject(text: str, other: str) -> str:
    """A clause that begins with its verb, with the subject of the clause that it goes on from: "but (Norway) lost it"."""
    first = text.split(" ", 1)[0]
    place = verb_place(other) if first in FINITE or first in _AUXILIARY else None
    subject = " ".join(other.split(" ")[:place]) if place else ""
    alone = 0 < len(subject.split()) <= MOST_SUBJECT and not re.search(
        r"[,;:]|\b(?:that|which|who|when|where|if)\b", subject
    )
    return f"{subject} {text}" if alone else text


_BEFORE_NOUNS = bag(
    "the a an its their his her of in for with by and or more most many some newly these those no any from to on"
)


def is_participle(words: list[str], place: int) -> bool:
    """Whether a past form is no verb of its own: at the head of a noun ("the disputed border"), or before "by"."""
    before, after = words[place - 1].casefold(), words[place + 1] if place + 1 < len(words) else ""
    return before in _BEFORE_NOUNS or before.endswith("ly") or after in ("by", "")
