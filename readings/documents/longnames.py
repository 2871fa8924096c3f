"""Names of several words in several forms: one word misspelt, in small letters, or with another vowel."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from .shortnames import TITLED
from .spellings import skeleton

PART = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
LEADING = re.compile(r"(?:The|A|An|In|Of|At|On|For|From|By|To|As|But|And)\s+")
ORDINAL = re.compile(r"(?:first|second|third|fourth|fifth)\b", re.IGNORECASE)
LONGEST = 5
OFTEN = 3
Key = tuple[str, ...]


def name_groups(
    texts: Sequence[str],
    titles: Sequence[str],
    spelt: Iterable[tuple[str, str]],
    pairs: Mapping[tuple[str, str, str], int],
    counts: Counter[str],
) -> Iterator[set[str]]:
    """Groups of forms of one name, which are counted too.

    ``spelt`` are pairs of a misspelt word and the right one; a word that only ever stands behind the same other word is
    given with it (``Upper Vrada``), every other one alone. ``pairs`` and ``counts`` are those of the words in texts and titles.
    """
    spelt = list(spelt)
    right = {rare.casefold(): frequent.casefold() for rare, frequent in spelt}
    bound = _bound(spelt, pairs, counts)
    yield from ({rare, frequent} for rare, frequent in spelt if rare not in bound)
    printed = [LEADING.sub("", name) for text in texts for name in TITLED.findall(text)]
    wanted = {_key(name, right) for name in printed} | {_key(f"{bound[rare]} {rare}", right) for rare in bound}
    wanted |= {_key(title, right) for title in titles}
    forms = _forms([*texts, *titles], {key for key in wanted if 1 < len(key) <= LONGEST}, right)
    running = Counter(printed)
    for found in forms.values():
        counts.update({form: n for form, n in found.items() if form not in counts})
        misspelt = any(part.casefold() in right for form in found for part in PART.findall(form))
        if len(found) > 1 and (misspelt or _in_small_letters(found, running)):
            yield set(found)
    yield from _other_vowels({form for form in running if form in forms.get(_key(form, right), ())})


def _key(name: str, right: Mapping[str, str]) -> Key:
    return tuple(_root(part.casefold(), right) for part in PART.findall(name))


def _root(word: str, right: Mapping[str, str]) -> str:
    for _ in range(LONGEST):
        word = right.get(word, word)
    return word


def _bound(
    spelt: Iterable[tuple[str, str]], pairs: Mapping[tuple[str, str, str], int], counts: Mapping[str, int]
) -> dict[str, str]:
    """Misspelt words that always stand behind one and the same word, which the right spelling often follows too."""
    before: dict[str, Counter[str]] = defaultdict(Counter)
    for (one, _, other), n in pairs.items():
        if one[0].isupper() and one.lower() not in counts:
            before[other][one] += n
    found: dict[str, str] = {}
    for rare, frequent in spelt:
        first = next(iter(before[rare]), None)
        if first and before[rare][first] == counts[rare] and before[frequent][first] >= OFTEN:
            found[rare] = first
    return found


def _forms(texts: Iterable[str], wanted: set[Key], right: Mapping[str, str]) -> dict[Key, Counter[str]]:
    """What stands in the texts for each of the wanted names."""
    sizes = sorted({len(key) for key in wanted})
    forms: dict[Key, Counter[str]] = defaultdict(Counter)
    for text in texts:
        parts = [(_root(part[0].casefold(), right), part.start(), part.end()) for part in PART.finditer(text)]
        for i, (_, start, _) in enumerate(parts):
            if not text[start].isupper() and not ORDINAL.match(text, start):
                continue
            for size in sizes:
                run = parts[i : i + size]
                key = tuple(part for part, _, _ in run)
                form = text[start : run[-1][2]]
                if len(run) == size and key in wanted and _unbroken(text, run) and not form.isupper():
                    forms[key][form] += 1
    return forms


def _unbroken(text: str, parts: Sequence[tuple[str, int, int]]) -> bool:
    return all(text[one[2] : other[1]] in (" ", "-") for one, other in pairwise(parts))


def _in_small_letters(found: Mapping[str, int], running: Mapping[str, int]) -> bool:
    """Is one form in capitals, at least as frequent in running text, and another the same in small letters but for the first?"""
    capital = [form for form in found if running.get(form, 0) > 1 and "-" not in form]
    return any(
        one != other and one.casefold() == other.casefold() and found[one] >= found[other]
        for one in capital
        for other in found
    )


def _other_vowels(names: Iterable[str]) -> Iterator[set[str]]:
    """``Basic Principles`` and ``Basic Principals``."""
    alike: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in names:
        parts = name.split()
        for i, part in enumerate(parts):
            if bones := skeleton(part):
                alike[*parts[:i], bones, *parts[i + 1 :]].add(name)
    yield from (group for group in alike.values() if len({form.casefold() for form in group}) > 1)
