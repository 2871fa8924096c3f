"""Spellings of one name: hyphens and capitals, misspelt, short and long, by another name, acronyms with mixed-up letters."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from readings.documents.types import Abbreviations, AliasGroup, Document

WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
PAIR = re.compile(r"(?=\b([^\W\d_]+)([ -])([^\W\d_]+)\b)")
TITLED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:of|for|and|the|in)\s+)?[A-ZÀ-Þ][\w’'-]+){1,6}")
OTHER_NAME = re.compile(
    r"\b([A-ZÀ-Þ][\w-]{3,30})(?:\s[a-z]{3,20})?\s\([^()]{0,80}\b(?:call|calls|called|known|named?|ethnonym)\b[^()]{0,60}?\b([A-ZÀ-Þ][\w-]{3,30})\s*[,;)]"
)
ADDRESS = re.compile(r"https?://\S+|www\.\S+")
PREFIXES = {"Anti", "Post", "Trans", "Inter", "Semi", "Self", "Mid"}
ALIKE = 79.0
SHORTEST = 6
OFTEN, SELDOM = 3, 3


def group_aliases(document: Document) -> Document:
    """Fill in the groups; the most frequent form is the canonical one."""
    text = "\n".join(ADDRESS.sub("", block.text) for section in document.sections for block in section.blocks)
    text += "\n" + "\n".join(section.title or "" for section in document.sections)
    counts = Counter(WORD.findall(text))
    pairs = Counter(PAIR.findall(text))
    found = [
        *_hyphened(pairs, counts),
        *_capitals(counts),
        *_misspelt(counts),
        *_shortened(pairs, counts),
        *({one, other} for one, other in OTHER_NAME.findall(text)),
        *_mixed_up(document.abbreviations, counts),
        *_initials(document.abbreviations, text, counts),
    ]
    aliases = tuple(_group(forms, counts) for forms in _merged(found))
    return replace(document, abbreviations=replace(document.abbreviations, aliases=aliases))


def _group(forms: set[str], counts: Counter[str]) -> AliasGroup:
    ranked = sorted(forms, key=lambda form: (-counts[form], form))
    return AliasGroup(ranked[0], tuple(ranked[1:]))


def _hyphened(pairs: Counter[tuple[str, str, str]], counts: Counter[str]) -> Iterator[set[str]]:
    """``de-mining`` and ``demining``; ``Upper-Varda`` and ``Upper Varda``."""
    for form in [form for form in counts if form.count("-") == 1]:
        one, other = form.split("-")
        spaced, whole = f"{one} {other}", one + other
        counts[spaced] += pairs[one, " ", other]
        found = {other for other in (spaced, whole) if counts[other]}
        if found and (form[0].isupper() or whole in found):
            yield {form, *found}


def _capitals(counts: Counter[str]) -> Iterator[set[str]]:
    """``Co-chairs``, ``Co-Chairs`` and ``co-chair``: one word with a hyphen in several cases and numbers."""
    forms: dict[str, set[str]] = defaultdict(set)
    for form in counts:
        if "-" in form:
            forms[form.casefold().removesuffix("s")].add(form)
    yield from (group for group in forms.values() if len(group) > 1)


def _misspelt(counts: Counter[str]) -> Iterator[set[str]]:
    """A rare name almost like a frequent one; endings such as -an make another word, not another spelling."""
    names = {
        form: n
        for form, n in counts.items()
        if form[0].isupper() and len(form) >= SHORTEST and form.lower() not in counts and form.isalpha()
    }
    frequent: dict[str, list[str]] = defaultdict(list)
    for form, n in names.items():
        if n >= OFTEN:
            frequent[form[0]].append(form)
    for form, n in names.items():
        if n <= SELDOM:
            near = [
                other for other in frequent[form[0]] if other != form and n < names[other] and _same_name(form, other)
            ]
            if near:
                yield {form, max(near, key=lambda other: ratio(form, other))}


def _same_name(rare: str, frequent: str) -> bool:
    if rare.isupper() or rare.startswith(frequent[:-1]) or frequent.startswith(rare[:-1]):
        return False
    return ratio(rare, frequent, score_cutoff=ALIKE) > 0


def _shortened(pairs: Counter[tuple[str, str, str]], counts: Counter[str]) -> Iterator[set[str]]:
    """``Lower-Varda`` and ``Varda``: a name's first part that never stands alone, joined to a second one that does."""
    before: dict[str, Counter[str]] = defaultdict(Counter)
    alone: Counter[str] = Counter(counts)
    for (one, joint, other), n in pairs.items():
        if one[0].isupper() and other[0].isupper() and len(one) > 3 and len(other) > 3:
            before[other][one] += n
            if joint == "-":
                alone[one] += n
    for other, firsts in before.items():
        bound = {one: n for one, n in firsts.items() if n >= 0.6 * alone[one] and one.lower() not in counts}
        firm = [one for one, n in bound.items() if n >= 2 and one not in PREFIXES]
        firm += [one for one, n in bound.items() if n < 2 and any(not _differ(one, leader) for leader in firm)]
        joined = any(pairs[one, "-", other] for one in firm)  # a person's names are never joined by a hyphen
        if joined and counts[other] >= OFTEN and not any(_differ(one, firm[0]) for one in firm):
            yield {other, *(f"{one}{joint}{other}" for one in firm for joint in " -" if pairs[one, joint, other])}


def _differ(one: str, other: str) -> bool:
    """Two different words before one name make two names."""
    return ratio(one, other) < ALIKE


def _mixed_up(known: Abbreviations, counts: Counter[str]) -> Iterator[set[str]]:
    """An acronym that the text never explains, with the letters of one that it does."""
    by_letters = {"".join(sorted(a.short)): a.short for a in known.expanded if a.short.isupper()}
    for abbreviation in known.unexpanded:
        short = abbreviation.short
        twin = by_letters.get("".join(sorted(short)))
        if twin and twin != short and len(short) > 3 and counts[short]:
            yield {twin, short}


def _initials(known: Abbreviations, text: str, counts: Counter[str]) -> Iterator[set[str]]:
    """An acronym that is never explained, though the name with these initials stands elsewhere in capitals."""
    wanted = {a.short: re.sub(r"\W", "", a.short) for a in known.unexpanded}
    letters = {bare for bare in wanted.values() if bare.isupper() and len(bare) > 1}
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for found in TITLED.finditer(text):
        words = found[0].split()
        capitals = [i for i, word in enumerate(words) if word[0].isupper()]
        for start in range(len(capitals)):
            for end in range(start + 1, len(capitals)):
                bare = "".join(words[i][0] for i in capitals[start : end + 1])
                if bare in letters:
                    names[bare][" ".join(words[capitals[start] : capitals[end] + 1])] += 1
    for short, bare in wanted.items():
        best = names[bare].most_common(2)
        if best and best[0][1] >= 2 and (len(best) == 1 or best[0][1] > 2 * best[1][1]):
            counts[best[0][0]] += best[0][1]
            yield {short, best[0][0]}


def _merged(groups: Iterable[set[str]]) -> list[set[str]]:
    """Groups that share a form are one group."""
    at: dict[str, set[str]] = {}
    for group in groups:
        whole = set(group).union(*(at[form] for form in group if form in at))
        at.update(dict.fromkeys(whole, whole))
    return list({id(group): group for group in at.values()}.values())
