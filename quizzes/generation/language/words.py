"""Comparing and trimming words: norms, light stems, content words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def bag(text: str) -> frozenset[str]:
    """A word list as a set."""
    return frozenset(text.split())


FUNCTION_WORDS = bag(
    """a an the and or but nor so yet for of in on at by to from with without within into onto upon over under between among
    against through during before after since until till about as than then that which who whom whose what when where why
    how if whether because although though while whereas is are was were be been being am do does did done doing have has
    had having will would shall should can could may might must not no it its he him his she her hers they them their
    theirs this these those there here we us our ours you your i me my also too very more most less least such other
    another any some each every both either neither all own same just only even still already again ever never one two
    per via up down out off according"""
)

CONNECTIVES = (
    "However|Moreover|Furthermore|Nevertheless|Nonetheless|Therefore|Thus|Hence|Consequently|Meanwhile|Additionally|"
    "In addition|Similarly|Likewise|Indeed|Finally|Ultimately|Accordingly|Subsequently|Eventually|First|Second|Third|"
    "Fourth|Fifth|Firstly|Secondly|Thirdly|Lastly|In fact|As a result|In turn|Of course|Besides|Instead|Still|Yet|Then|Overall|"
    "In comparison|By comparison|By way of comparison|Notably|Most notably|Importantly|In particular|Specifically|More specifically|At the same time|On the other hand|"
    "On the one hand|In contrast|By contrast|Conversely|In this regard|In this respect|In this context|In this sense|"
    "For this reason|That said|In other words|In short|To this end|To that end|Afterwards|Later|Concurrently|"
    "Even so|Anyways|Anyway|After all|As noted|As mentioned|In this way|For example|For instance|Thus, for example|Undoubtedly|Clearly|Interestingly|Surprisingly|Also|Here|In general|Generally|In this way|And|But|So"
)
_CONNECTIVE = re.compile(
    rf"^(?:(?:{CONNECTIVES}),|(?:Thus|Therefore|Hence|Nevertheless|Nonetheless|Yet|Consequently|But|And)) (?=\S)"
)


@lru_cache(maxsize=65536)
def norm(text: str) -> str:
    """What two spellings of the same words share: case, accents, punctuation and articles are gone."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in letters if not unicodedata.combining(c))
    letters = re.sub(r"(?<=\d)[,\u00a0\u202f](?=\d{3})", "", letters)
    letters = re.sub(r"(\d)\s*(?:%|per ?cent\b)", r"\1 percent ", letters)
    letters = re.sub(r"['’]s?\b", "", letters)
    return " ".join(word for word in re.findall(r"[^\W_]+", letters) if word not in ("the", "a", "an"))


def tokens(text: str) -> list[str]:
    """Words and numbers, hyphens and apostrophes kept inside."""
    return re.findall(r"[^\W_]+(?:[-’'.][^\W_]+)*", text)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A light stem: enough to see that "signed" and "signing" or "Armenia" and "Armenian" share a root."""
    word = norm(word).replace(" ", "")
    for ending in (
        "isations",
        "izations",
        "isation",
        "ization",
        "ations",
        "ation",
        "ingly",
        "edly",
        "ians",
        "ments",
        "ness",
        "ment",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    for ending in ("ing", "ies", "ied", "ed", "es", "ly", "ian", "an", "s", "y", "e", "ia"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=65536)
def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(w) for w in tokens(text) if w.casefold() not in FUNCTION_WORDS and len(w) > 1)


def bare(sentence: str) -> str:
    """The sentence without a leading connective, which points at what went before."""
    trimmed = upper_first(_CONNECTIVE.sub("", sentence.strip()))
    again = upper_first(_CONNECTIVE.sub("", trimmed))
    return again or sentence


def upper_first(text: str) -> str:
    """First letter as at the start of a sentence."""
    return text[:1].upper() + text[1:]


def word_count(text: str) -> int:
    return len(tokens(text))


def listed(names: list[str]) -> str:
    """ "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
