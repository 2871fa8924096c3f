"""Names that a text itself says are one: "also known as", glosses in brackets, nicknames, titles with their translation."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from .entries import fold

CAPITAL = r"[A-ZÀ-ÞĀ-ŽƏŞĞİÖÜ]"
WORD = rf"{CAPITAL}[\w’'-]*\w(?:[’'](?=\s{CAPITAL}))?"
NAME = rf"{WORD}(?:\s(?:(?:of|the|and|for|de|al)\s)?{WORD}){{0,4}}"
SAID = r"call|calls|called|known|name|named|ethnonym|formerly|previously|renamed"
BRACKETED = re.compile(
    rf"\b({CAPITAL}[\w-]{{3,30}})(?:\s[a-z]{{3,20}})?\s\((?!which|who|that|as\b)(?=[^()]*\b(?:{SAID})\b)[^()]{{0,120}}?\b({CAPITAL}[\w-]{{3,30}})\s*[,;)]"
)
ALSO = re.compile(
    rf"(?<!from\s)\b(?!See\b)({NAME}),?\s\(?(?:(?:which|who)\s(?:is|was)\s)?(?:also|otherwise|formerly|previously|better|hereafter|hereinafter|now|then|locally|commonly)"
    rf"\s(?:(?:known|called|named|spelled|spelt|written|referred\sto)\s(?:as\s)?|(?=[\"“‘']))(?:the\s)?[\"“‘']?({NAME})"
)
HEREAFTER = re.compile(rf"\b({NAME})\s\((?:hereafter|hereinafter|henceforth),?\s(?:the\s)?[\"“‘']?({NAME})[\"”’']?\)")
NICKNAME = re.compile(
    rf"\b({NAME}),?\s(?:(?:was|were|is|are|has\sbeen|by)\s)?"
    rf"(?:(?:dubb|nicknam|brand|labell|labeled|styl)(?:ed|ing)|calling|referred\sto|known)\s?(?:it|him|her|them)?\s?(?:as\s)?(?:an?\s|the\s)?"
    rf"[\"“‘']({NAME})[\"”’']"
)
EDITED = re.compile(r"\b([A-Z]{2,8})\s\[([A-Z]{2,8})\]")
TRANSLATED = re.compile(r"(?<=[^\[\]]{4})\[([^\[\]]{4,200})\]")
ORIGINAL = 200
TITLE_OPENS = re.compile(r".*(?:[.:]\s|\(|\)|,\s(?=[\"“‘'«]))", re.DOTALL)
TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
FEWEST_TITLES = 2


def said_to_be_one(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of names that a sentence equates: ``Velmgrad (formerly called Velmport)``, ``the SSK, branding it a 'Salt Club'``."""
    for pattern in (BRACKETED, ALSO, HEREAFTER, NICKNAME, EDITED):
        for found in pattern.finditer(text):
            one, other = _bare(found[1]), _bare(found[2])
            if one and other and fold(one) != fold(other) and _may_be_one(one, other, pattern is EDITED):
                yield one, other


def _bare(name: str) -> str:
    return re.sub(
        r"^(?:The|In|At|For|From|This|That|While|When|Although|But|And|As|It|He|She|They|By)\s", "", name
    ).strip("’' ")


def _may_be_one(one: str, other: str, edited: bool) -> bool:
    """Square brackets gloss an acronym with another one of the same beginning, or with something else."""
    return one[0] == other[0] or not edited


def foreign_names(texts: Iterable[str], names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Names in another language, from titles that stand with a translation in square brackets behind them.

    What the originals of two titles share, when both translations hold a name of several words, is that name: as many
    words, the first with a capital, in no title whose translation lacks the name, and nothing else that they share.
    Gives each form met with the known name.
    """
    known = {fold(name): name for name in names}
    sizes = sorted({len(key.split()) for key in known})
    titles = [pair for text in texts for pair in _titles(text)]
    having: dict[str, list[str]] = defaultdict(list)
    for original, translation in titles:
        for key in {run for size in sizes for run in _folded_runs(translation, size)} & known.keys():
            having[key].append(original)
    everywhere = {size: Counter(key for original, _ in titles for key in _runs(original, size)) for size in sizes}
    for key, originals in having.items():
        size = len(key.split())
        shared: dict[str, list[str]] = defaultdict(list)
        for original in originals:
            for run, form in _runs(original, size).items():
                shared[run].append(form)
        found = [run for run in shared if FEWEST_TITLES <= len(shared[run]) == everywhere[size][run] and run != key]
        if len(found) == 1:
            yield from ((form, known[key]) for form in dict.fromkeys(shared[found[0]]))


def _folded_runs(text: str, size: int) -> Iterator[str]:
    words = text.split()
    return (" ".join(words[i : i + size]) for i in range(len(words) - size + 1))


def _titles(text: str) -> Iterator[tuple[str, str]]:
    """Originals in 200 letters before a bracket, and the folded translation in it."""
    for found in TRANSLATED.finditer(text):
        before = text[max(0, found.start() - ORIGINAL) : found.start()]
        opens = TITLE_OPENS.match(before)
        yield (before[opens.end() :] if opens else before), fold(found[1])


def _runs(original: str, size: int) -> dict[str, str]:
    """Runs of so many words that begin with a capital, by their folded form."""
    tokens = list(TOKEN.finditer(original))
    runs = [original[tokens[i].start() : tokens[i + size - 1].end()] for i in range(len(tokens) - size + 1)]
    return {fold(run): run for run in runs if run[0].isupper()}
