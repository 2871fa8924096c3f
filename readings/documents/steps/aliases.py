"""Spellings of one name: hyphens and capitals, misspelt, short and long, by another name, in another script, short forms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from readings.documents import shortnames
from readings.documents.entries import fold, read_entry
from readings.documents.longnames import name_groups
from readings.documents.othernames import foreign_names, said_to_be_one
from readings.documents.spellings import misspelt, sounds, without_ending
from readings.documents.types import AliasGroup, Document

WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
PAIR = re.compile(r"(?=\b([^\W\d_]+)([ -])([^\W\d_]+)\b)")
NAME = re.compile(r"(?=.*[a-zß-ÿ])[A-ZÀ-ÞĀ-ŽƏŞĞİ][^\W\d_]*(?:-[A-ZÀ-ÞĀ-ŽƏŞĞİ][^\W\d_]*)?")
WITHIN = re.compile(r"(?<=[a-zß-ÿ,]\s)[^\W\d_]+-[^\W\d_]+\b(?!\s[A-ZÀ-Þ])")
CYRILLIC = re.compile(r"(?<!-)(?=\b([А-Яа-яЁё]{3,}(?:-[А-Яа-яЁё]{3,})?)(?:\s([А-Яа-яЁё]{3,}))?)")
POSSESSIVE = re.compile(r"[’']s?\b(?=\s)")
SURNAME = re.compile(r"[^\W\d_][\w’'-]{3,}")
ADDRESS = re.compile(r"https?://\S+|www\.\S+")
PREFIXES = {"Anti", "Post", "Trans", "Inter", "Semi", "Self", "Mid"}
ALIKE, ALIKE_IN_ENTRY = 79.0, 75.0
OFTEN, SHORTEST, LONGEST_WORD = 3, 5, 8


@dataclass(frozen=True, slots=True)
class _Words:
    """What a document says without its addresses, and its words and pairs of words counted."""

    texts: tuple[str, ...]
    """Running text, block by block."""
    titles: tuple[str, ...]
    notes: tuple[str, ...]
    counts: Counter[str]
    pairs: Counter[tuple[str, str, str]]


def group_aliases(document: Document) -> Document:
    """Fill in the groups; the most frequent form is the canonical one."""
    words = _read(document)
    entries = " ".join(reference.text for reference in document.references)
    cited = list(_misspelt_in_citations(document))
    spelt = [*_misspelt(words, frozenset(WORD.findall(entries))), *cited]
    words.counts.update(printed for _, printed in cited)
    groups = [
        *_hyphened(words),
        *_capitals(words),
        *_shortened(words),
        *_short_forms(document, words),
        *({one, other} for text in (*words.texts, *words.notes) for one, other in said_to_be_one(text)),
        *name_groups(words.texts, words.titles, spelt, words.pairs, words.counts),
    ]
    merged = _merged(groups)
    merged = _merged([*merged, *_foreign(words, merged)])
    slips = frozenset(rare for rare, _ in spelt)
    aliases = tuple(_group(forms, words.counts, slips) for forms in merged)
    return replace(document, abbreviations=replace(document.abbreviations, aliases=aliases))


def _read(document: Document) -> _Words:
    texts = tuple(ADDRESS.sub("", block.text) for section in document.sections for block in section.blocks)
    titles = tuple(section.title for section in document.sections if section.title)
    notes = tuple(ADDRESS.sub("", note.text) for note in document.notes)
    whole = "\n".join([*texts, *titles])
    return _Words(texts, titles, notes, Counter(WORD.findall(whole)), Counter(PAIR.findall(whole)))


def _group(forms: set[str], counts: Counter[str], slips: frozenset[str]) -> AliasGroup:
    ranked = sorted(forms, key=lambda form: (-counts[form], not slips.isdisjoint(form.split()), form))
    return AliasGroup(ranked[0], tuple(ranked[1:]))


def _hyphened(words: _Words) -> Iterator[set[str]]:
    """``de-mining`` and ``demining``; ``Upper-Varda`` and ``Upper Varda``."""
    for form in [form for form in words.counts if form.count("-") == 1]:
        one, other = form.split("-")
        spaced, whole = f"{one} {other}", one + other
        words.counts[spaced] += words.pairs[one, " ", other]
        found = {other for other in (spaced, whole) if words.counts[other]}
        if found and ((one[0].isupper() and other[0].isupper()) or whole in found):
            yield {form, *(found if other[0].isupper() else {whole})}


def _capitals(words: _Words) -> Iterator[set[str]]:
    """``Co-chairs``, ``Co-Chairs`` and ``co-chair``: one word with a hyphen in several cases, not only in two numbers."""
    forms: dict[str, set[str]] = defaultdict(set)
    for form in words.counts:
        if "-" in form:
            forms[form.casefold().removesuffix("s")].add(form)
    within = {found for text in words.texts for found in WITHIN.findall(text)}
    for group in forms.values():
        cases = {form.removesuffix("s") for form in group if form[0].islower() or form in within}
        if len(cases) > 1:
            yield group


def _misspelt(words: _Words, entries: frozenset[str]) -> list[tuple[str, str]]:
    """Names with a slip in them, unless they stand beside different names, or both have entries of their own."""
    noted = "\n".join(words.notes)
    counts = words.counts + Counter(WORD.findall(noted))
    names = {
        form: n
        for form, n in counts.items()
        if len(form) >= SHORTEST and form.lower() not in counts and NAME.fullmatch(form)
    }
    beside: dict[tuple[str, int], set[str]] = defaultdict(set)
    for one, _, other in words.pairs.keys() | set(PAIR.findall(noted)):
        if all(word[0].isupper() and word.lower() not in counts for word in (one, other)):
            beside[other, -1].add(sounds(one))
            beside[one, 1].add(sounds(other))
    return [
        (rare, frequent)
        for rare, frequent in misspelt(names)
        if not any(_apart(beside[rare, side], beside[frequent, side]) for side in (-1, 1))
        and not (rare in entries and frequent in entries)
    ]


def _apart(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and not one & other


def _misspelt_in_citations(document: Document) -> Iterator[tuple[str, str]]:
    """A cited name that its entry spells in another way."""
    entries = {reference.id: _authors(reference.text) for reference in document.references}
    for section in document.sections:
        for block in section.blocks:
            for mark in block.marks:
                if mark.kind == "citation" and mark.target in entries:
                    yield from _differing(block.text[mark.start : mark.end], entries[mark.target])


def _authors(entry: str) -> dict[str, str]:
    """The words of an entry's authors as printed, by their folded form."""
    return {fold(name): name for name in SURNAME.findall(read_entry(entry).opening)}


def _differing(cited: str, printed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in SURNAME.findall(POSSESSIVE.sub("", cited)):
        folded = fold(name)
        if folded in printed or not name[0].isupper() or any(folded in other.split() for other in printed):
            parts = [
                other for other in printed if folded in other.split() and folded != other and "-" in printed[other]
            ]
            yield from ((name, printed[other]) for other in parts)
            continue
        near = max(printed, key=lambda other: ratio(folded, other), default="")
        if near[:1] == folded[0] and printed[near][0].isupper() and ratio(folded, near) >= ALIKE_IN_ENTRY:
            yield name, printed[near]


def _shortened(words: _Words) -> Iterator[set[str]]:
    """``Lower-Varda`` and ``Varda``: a name's first part that never stands alone, joined to a second one that does."""
    counts, pairs = words.counts, words.pairs
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


def _short_forms(document: Document, words: _Words) -> Iterator[set[str]]:
    """Short forms of one name, and those that the text never explains with the name that they stand for."""
    known = document.abbreviations
    explained = [abbreviation.short for abbreviation in known.expanded]
    shorts = [abbreviation.short for abbreviation in known.unexpanded]
    text = "\n".join(words.texts)
    states = list(shortnames.known_states(text, [*explained, *shorts]))
    yield from states
    yield from shortnames.dotted([*explained, *shorts])
    yield from shortnames.mixed_up(explained, shorts)
    yield from shortnames.capitalised([*explained, *shorts], words.counts, text)
    others = [short for short in shorts if not any(short in forms for forms in states)]
    yield from ({short, name} for short, name in shortnames.named_elsewhere(others, text))
    yield from ({short, *forms} for short, forms in shortnames.described_elsewhere(others, text))


def _foreign(words: _Words, groups: Iterable[set[str]]) -> Iterator[set[str]]:
    """Forms in another script or another language of names that have several forms already."""
    by_sound = {sounds(form): form for group in groups for form in group if len(form) >= LONGEST_WORD}
    for text in (*words.texts, *words.notes):
        for one, other in CYRILLIC.findall(text):
            for form in (one, f"{one} {other}"):
                if name := by_sound.get(without_ending(form)) or by_sound.get(sounds(form)):
                    yield {form.strip(), name}
    names = {form for group in groups for form in group if " " in form}
    yield from ({form, name} for form, name in foreign_names(words.notes, names))


def _merged(groups: Iterable[set[str]]) -> list[set[str]]:
    """Groups that share a form are one group."""
    at: dict[str, set[str]] = {}
    for group in groups:
        whole = set(group).union(*(at[form] for form in group if form in at))
        at.update(dict.fromkeys(whole, whole))
    return list({id(group): group for group in at.values()}.values())
