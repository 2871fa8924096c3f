"""Flaws of the stem (B): what it asks, and whether it can be read without the page."""

from __future__ import annotations

import re

from quizzes.generation.language.dates import MONTHS
from quizzes.generation.language.leaning import leaning
from quizzes.generation.language.lexicon import UNIVERSAL_ACRONYMS
from quizzes.generation.language.standalone import anaphora, deixis, text_deixis
from quizzes.generation.language.words import CONNECTIVES, FUNCTION_WORDS, content, norm, stem, tokens
from quizzes.generation.names.namesakes import unclear
from quizzes.generation.store import Store
from quizzes.generation.types import Question

from .flaw import Flaw, hard, options, soft, texts

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\"")
_WH = r"\b(?:which|what|who|whom|whose|when|where|why|how)\b"
_ABSOLUTE = re.compile(
    r"\b(?:always|never|all|none|every|only|must|completely|entirely|totally|absolutely)\b", re.IGNORECASE
)
_VAGUE = re.compile(
    r"\b(?:often|usually|(?<!how )(?<!How )many|several|some|nearly|generally|sometimes|frequently|mostly|various)\b",
    re.IGNORECASE,
)
_EVALUATIVE = re.compile(
    r"\b(?:should|must|ought|likely|unlikely|probably|best|worst|mistaken|mistakenly|wrongly|rightly|unfortunately|"
    r"failed|inevitabl[ey]|will|would|could|important|essential|crucial|clear|clearly|argues?|believes?)\b",
    re.IGNORECASE,
)
_FOCUS = re.compile(
    r"\b(?:which (?:\w+[ -]){0,4}?\w+|what,? (?:\w+)|who|whom|whose|when|where|why|"
    r"how (?:many|much|long|large|far|old|does|do|did|was|were|is)|in which|on which|by how)\b",
    re.IGNORECASE,
)
_UNFOCUSED = re.compile(
    r"which (?:one )?of (?:the following|these)(?: (?:statements?|sentences?|claims?))? (?:is|are) (?:true|correct)",
    re.IGNORECASE,
)
_TYPE_WORDS = frozenset(
    [
        "year",
        "date",
        "month",
        "state",
        "country",
        "body",
        "organisation",
        "person",
        "author",
        "office",
        "party",
        "treaty",
        "name",
        "term",
        "event",
    ]
)
MOST_WORDS, MOST_ASKING = 45, 30


def unquoted(text: str) -> str:
    """The stem without what it quotes: a quotation may say what a question must not."""
    return _QUOTED.sub("“…”", text)


@hard("B1", "negative stem")
def negative(question: Question, store: Store) -> bool:
    """A statement that is asked about may say what was not; a question may not ask for it, nor who did not say it."""
    if question.pattern == "claim" and _SAID_NOT.search(question.stem):
        return True
    return question.pattern not in ("argument", "claim") and bool(
        re.search(
            r"\b(?:not|except|least|never|without|false|incorrect|n’t)\b|n't\b", asking(question.stem), re.IGNORECASE
        )
    )


_SAID_NOT = re.compile(r", (?:did|does|do|has|have|had|was|were|is|are) (?:not|never)\b|, never\b")
_TOLD = re.compile(r"\b(says|argues|holds|claims|claim|view|warns|argument|forecast|statement|warning) that\b.*")


def asking(stem_text: str) -> str:
    """The clause that asks: from the wh-word on, without quotations and what somebody is said to say."""
    plain = _TOLD.sub(r"\1", unquoted(stem_text))
    match = re.search(rf"(?:\b(?:in|on|by|to|from|with|of|for) )?{_WH}", plain, re.IGNORECASE)
    return plain[match.start() :] if match else plain


@soft("B2", "absolute term")
def absolute(question: Question, store: Store) -> bool:
    return any(
        m.casefold() not in question.evidence.quote.casefold() for m in _ABSOLUTE.findall(unquoted(question.stem))
    )


@soft("B3", "vague quantifier")
def vague(question: Question, store: Store) -> bool:
    said = " ".join([unquoted(question.stem), *options(question)])
    return any(m.casefold() not in question.evidence.quote.casefold() for m in _VAGUE.findall(said))


@hard("B4", "unfocused stem")
def unfocused(question: Question, store: Store) -> bool:
    if question.kind in ("matching", "ordering"):
        return False
    return bool(_UNFOCUSED.search(question.stem)) or not (_FOCUS.search(question.stem) or "__" in question.stem)


@soft("B5", "window dressing")
def wordy(question: Question, store: Store) -> bool:
    return len(tokens(question.stem)) > MOST_WORDS


@hard("B6", "points at something outside of itself")
def points_outside(question: Question, store: Store) -> bool:
    plain = unquoted(question.stem) if question.pattern == "table" else _TITLED.sub("the text", question.stem)
    starts = re.match(rf"(?:{CONNECTIVES}),? ", plain) and not re.match(r"(?:In|On) ", plain)
    return (
        bool(starts)
        or bool(anaphora(bound(without_frame(plain), question)))
        or (question.pattern != "table" and any(anaphora(bound(text, question)) for text in texts(question)))
    )


_TITLED = re.compile(r"\b[Tt]he text “[^”]*”")


def bound(text: str, question: Question) -> str:
    """A text as it is read: "its" in a question for an actor belongs to the actor."""
    text = text.replace("____", "Xanadu")
    if question.pattern not in ("deed", "membership", "superlative"):
        return text
    return "Xanadu " + re.sub(r"\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|itself|themselves|it|they)\b", "X's", text)


def without_frame(stem_text: str) -> str:
    """The stem without the words of the question form itself, such as "Which of these"."""
    return re.sub(
        r"\b(?:of )?(?:these|the following|each|both)\b(?: \w+)?",
        "",
        re.sub(r"^\W*(?:Match|Arrange|Put) .*?[.:]", "", stem_text),
    )


@hard("B7", "a time that only held when it was written")
def dated_wording(question: Question, store: Store) -> bool:
    return any(deixis(unquoted(text)) for text in (question.stem, *texts(question)))


@hard("B8", "points at the page or its author")
def page_wording(question: Question, store: Store) -> bool:
    return any(text_deixis(unquoted(text)) for text in (question.stem, *texts(question)))


@soft("B9", "acronym nobody spells out")
def bare_acronym(question: Question, store: Store) -> bool:
    if question.pattern == "acronym":
        return False
    authors = {word for source in store.sources for word in re.findall(r"\w+", source.voice)}
    known = UNIVERSAL_ACRONYMS | {fact.subject for fact in store.of("acronym")} | store.glossary_names | authors
    said = " ".join([question.stem, *texts(question)])
    return any(short not in known for short in re.findall(r"\b[A-Z]{3,8}\b", said))


@hard("B10", "the stem gives the answer away")
def leak(question: Question, store: Store) -> bool:
    if not question.key or question.pattern in ("acronym", "figure"):
        return False
    words = content(whole_numbers(question.key)) - {stem(word) for word in _TYPE_WORDS | FUNCTION_WORDS}
    told = content(whole_numbers(question.stem))
    if len(words) > 4 or question.pattern == "effect":
        others = [words_of & told for words_of in map(content, question.distractors)]
        return len(words & told) > max(map(len, others), default=0) + 1
    return bool(words & told) or f" {norm(question.key)} " in f" {norm(question.stem)} "


def whole_numbers(text: str) -> str:
    """The text with its numbers in one piece: the thousands of 14,000 are not those of 72,000."""
    return re.sub(r"(?<=\d),(?=\d{3})", "", text)


@hard("B11", "two questions in one")
def double(question: Question, store: Store) -> bool:
    plain = unquoted(question.stem)
    return (
        plain.count("?") > 1
        or bool(re.search(rf"{_WH}[^,?]*\b(?:and|or) (?:why|when|where|who|how|in which)\b", plain, re.IGNORECASE))
        or (len(re.findall(r"_{2,}", plain)) > 1)
    )


@hard("B12", "opinion asked as if it were fact")
def opinion(question: Question, store: Store) -> bool:
    if re.search(r"\baccording to\b|\b(?:author|source|text)\b", question.stem, re.IGNORECASE):
        return False
    named = any(fact.source and fact.source in question.stem for fact in question.facts)
    credited = named or question.pattern in ("argument", "claim")
    return not credited and bool(_EVALUATIVE.search(unquoted(question.stem)))


@soft("B13", "hard to read")
def hard_to_read(question: Question, store: Store) -> bool:
    plain = unquoted(question.stem)
    clauses = re.findall(r"\b(?:which|who|that|because|although|while|when|where)\b", plain)
    return len(tokens(asking(plain))) > MOST_ASKING or len(clauses) > 3 or plain.count("(") >= 3


_FRAME = re.compile(
    r",? ?\b[Aa]ccording to (?:the text “[^”]*”|[^,:?]+)(?=[,:?])|,? ?\bas [^,:?]+ dates? them\b|^Which figure fills the gap|\b(?:Type )?the (?:full )?name: ____|"
    r"\bthe (?:reason|gap|text)\b"
)
"""Words of the question forms, which are not out of the text."""


@hard("B14", "leans on its page")
def leans(question: Question, store: Store) -> bool:
    """Nothing that is lifted out of a text may lack what the sentence before it has told; a person who writes knows what is meant."""
    asked = re.sub(r"“[^”_]*”", "“…”", _FRAME.sub("", without_frame(question.stem)))
    told = (text.replace("____", "Xanadu") for text in (asked, *texts(question)))
    return question.pattern not in ("", "table", "term") and any(leaning(text) for text in told)


@hard("B15", "a surname that two persons of the text share")
def shared_surname(question: Question, store: Store) -> bool:
    shared = store.sources[question.document].namesakes
    return any(unclear(text, shared) for text in (question.stem, *texts(question)))


_YEARLESS = re.compile(
    r"\b(?:in|on|by|since|until|from|before|after|of) (?:(?:early|late|mid|the (?:beginning|start|middle|end) of)[ -])?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{'|'.join(MONTHS)})\b(?: \d{{1,2}}\b)?(?!,? \d{{4}})",
)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_ASKS_WHEN = re.compile(r"\b(?:which (?:year|century|decade|month|date|day)|when)\b", re.IGNORECASE)


@hard("B16", "a date without its year")
def yearless(question: Question, store: Store) -> bool:
    """ "In August" is that of the page, unless the question tells the year or asks for it."""
    plain = unquoted(question.stem)
    told = _YEAR.search(question.stem) or _ASKS_WHEN.search(plain)
    return question.pattern not in ("", "table") and not told and bool(_YEARLESS.search(plain))


_BARE_OBJECT = re.compile(
    r"\b(?:of|for|from|with|to|about|against|by) (?:it|him|her|them|some)(?=\?|, | and )|\b[a-z]{3,}ed (?:it|him|them|some)(?=\?)"
    r"|\b[a-z]{3,} (?:her|him) (?:at|in|on|to|from|for|by|with|into)\b"
)


@hard("B17", "an object that only the page names")
def bare_object(question: Question, store: Store) -> bool:
    """A claim or an argument is told whole, and may name before what it takes up."""
    return question.pattern in ("deed", "event", "effect", "number", "figure") and bool(
        _BARE_OBJECT.search(unquoted(question.stem))
    )


_NAMELESS = re.compile(
    r"\b(?:was|were|did) an? (?:(?!new\b)[\w–-]+ ){0,3}(?:programme|program|committee|commission|campaign|conference|scheme|survey|inquiry|council|board|society)\b"
    r"(?! (?:of|on|for|to|against|into|named|called|with a)\b)"
)


@hard("B18", "a body or an undertaking without name or purpose")
def nameless(question: Question, store: Store) -> bool:
    return question.pattern == "event" and bool(_NAMELESS.search(unquoted(question.stem)))


FLAWS: tuple[Flaw, ...] = (
    negative, absolute, vague, unfocused, wordy, points_outside, dated_wording, page_wording, bare_acronym, leak, double,
    opinion, hard_to_read, leans, shared_surname, yearless, bare_object, nameless,
)  # fmt: skip
