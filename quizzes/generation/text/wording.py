"""How an event is told where it stands without its page: short forms spelled out, persons by their whole name."""

from __future__ import annotations

import re
from collections.abc import Collection

from simplemma import is_known

from quizzes.generation.language.lexicon import ADJECTIVES, FIELD_ACRONYMS, STATES, UNIVERSAL_ACRONYMS
from quizzes.generation.language.words import FUNCTION_WORDS
from quizzes.generation.text.source import Source

_SHORT = re.compile(r"(?<![\w’'.-])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?![\w-])")
_LONE = re.compile(r"(?<![\w’'-])(?<![A-ZÀ-Ž]\. )[A-ZÀ-Ž][a-zà-ž]+(?![\w-])(?! [A-ZÀ-Ž])")
_WORD = r"(?:[A-ZÀ-Ž][\w’'–-]*|of|for|the|and|in|on|to)"


def in_full(text: str, source: Source) -> str:
    """The text with each short form spelled out once, and each person first named in full."""
    for short in short_forms(text):
        long = long_form(short, source)
        if long and long.casefold() not in text.casefold():
            text = spelled_out(text, short, source.with_article(long))
    return with_forenames(text, source)


def unexplained(text: str, source: Source) -> bool:
    """Whether the text holds a short form that few know, and that its source nowhere spells out."""
    return any(long_form(short, source) is None for short in short_forms(text))


def short_forms(text: str) -> list[str]:
    """The short forms in a text that not everybody in the field knows."""
    known = UNIVERSAL_ACRONYMS | FIELD_ACRONYMS | STATES.keys()
    return [short for short in dict.fromkeys(_SHORT.findall(text)) if short not in known and f"({short})" not in text]


def long_form(short: str, source: Source) -> str | None:
    """What a short form stands for, where the source gives it in brackets behind its name."""
    pattern = re.compile(rf"({_WORD}(?: {_WORD})+) \({re.escape(short)}\)")
    for sentence in source.sentences:
        found = pattern.search(sentence.clean) if f"({short})" in sentence.clean else None
        if found:
            words = found[1].split()
            first = next(
                (n for n, word in enumerate(words) if word.casefold() not in FUNCTION_WORDS and word[0] == short[0]),
                None,
            )
            return None if first is None else " ".join(words[first:])
    return None


def spelled_out(text: str, short: str, long: str) -> str:
    """ "The HAF left" as "The Harbour Assurance Fund (HAF) left", "the HAF's boats" as "the Harbour Assurance Fund's boats"."""
    match = re.search(rf"\b(?P<the>[Tt]he )?{re.escape(short)}(?P<owns>['’]s?)?(?![\w-])", text)
    if match is None:
        return text
    told = f"the {long.removeprefix('the ')}" if match["the"] else long
    told = told[:1].upper() + told[1:] if match.start() == 0 else told
    return text[: match.start()] + told + (match["owns"] or f" ({short})") + text[match.end() :]


def with_forenames(text: str, source: Source, kept: Collection[str] = (), *, persons: bool = False) -> str:
    """The text with the whole name for a surname that stands alone; some words are kept, or all but known persons."""
    for surname in (word for word in _LONE.findall(text) if word not in kept):
        full = source.named.persons.get(surname) if persons else full_name(surname, source)
        if full and full.casefold() not in text.casefold():
            text = re.sub(rf"(?<![\w-])(?<!['’]){surname}\b", full, text, count=1)
    return text


def full_name(surname: str, source: Source) -> str | None:
    """The one whole name under which the source knows somebody."""
    known = source.named.persons.get(surname)
    if known or surname in STATES or surname in ADJECTIVES or is_known(surname.casefold(), lang="en"):
        return known
    forenames = {
        name
        for name in source.before.get(surname, ())
        if not is_known(name.casefold().rstrip("s"), lang="en") and name not in ADJECTIVES
    }
    return f"{forenames.pop()} {surname}" if len(forenames) == 1 else None
