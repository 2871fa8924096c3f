"""Short forms that a text uses without explaining them, and the names elsewhere in it that they stand for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from .acronyms import SMALL

TITLED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:of|for|and|the|in)\s+)?[A-ZÀ-Þ][\w’'-]+){1,6}")
JOINED = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)+")
PLAIN_WORD = re.compile(r"[^\W\d_]+|[.;:!?()]")
STATES = (
    ("US", "U.S.", "USA", "U.S.A.", "United States", "United States of America"),
    ("UK", "U.K.", "United Kingdom"),
    ("UN", "U.N.", "United Nations"),
    ("EU", "E.U.", "European Union"),
    ("UAE", "U.A.E.", "United Arab Emirates"),
)
"""Names of the world that texts shorten without a word of explanation."""
FEWEST = 2
SHORTEST_COMMON = 3


def known_states(text: str, shorts: Sequence[str]) -> Iterator[set[str]]:
    """Short and long forms of the best known names, as far as the text has them."""
    for forms in STATES:
        found = {form for form in forms if form in shorts or (" " in form and form in text)}
        if "United States of America" in found and text.count("United States") == text.count(
            "United States of America"
        ):
            found.discard("United States")
        if len(found) > 1:
            yield found


def dotted(shorts: Sequence[str]) -> Iterator[set[str]]:
    """``U.S.`` and ``US``, ``MoD`` and ``MOD``."""
    bare: dict[str, set[str]] = defaultdict(set)
    for short in shorts:
        bare[short.replace(".", "").casefold()].add(short)
    yield from (forms for forms in bare.values() if len(forms) > 1)


def mixed_up(explained: Sequence[str], unexplained: Sequence[str]) -> Iterator[set[str]]:
    """An acronym that the text never explains, with the letters of one that it does."""
    by_letters = {"".join(sorted(short)): short for short in explained if short.isupper()}
    for short in unexplained:
        twin = by_letters.get("".join(sorted(short)))
        if twin and twin != short and len(short) > SHORTEST_COMMON:
            yield {twin, short}


def capitalised(shorts: Sequence[str], counts: Mapping[str, int], text: str) -> Iterator[set[str]]:
    """``UNESCO`` and ``Unesco``; where the letters are a common word too, only before a number: ``Start II``."""
    for short in shorts:
        word = short.capitalize()
        if not short.isupper() or len(short) <= SHORTEST_COMMON or not counts.get(word):
            continue
        if not counts.get(word.lower()):
            yield {short, word}
            continue
        numbered = re.findall(rf"(?<=[a-z]\s){word}\s(?:[IVX]+|\d{{1,2}})\b", text)
        if numbered:
            yield {short, *numbered}


def named_elsewhere(shorts: Sequence[str], text: str) -> Iterator[tuple[str, str]]:
    """Pairs of a short form and the name in capitals that alone has its letters and stands twice."""
    wanted = {short: re.sub(r"\W", "", short) for short in shorts}
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
        if name := _clear(names[bare]):
            yield short, name


def described_elsewhere(shorts: Sequence[str], text: str) -> Iterator[tuple[str, list[str]]]:
    """Short forms of common words: ``IDPs`` and ``internally displaced persons``, which stand twice, in two spellings perhaps."""
    wanted = {re.sub(r"s$", "", short).lower(): short for short in shorts if re.sub(r"s$", "", short).isupper()}
    wanted = {letters: short for letters, short in wanted.items() if len(letters) >= SHORTEST_COMMON}
    if not wanted:
        return
    found: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    words = [(word[0], word.start(), word.end()) for word in PLAIN_WORD.finditer(text)]
    initials = "".join(word[0] if word.islower() else "." for word, _, _ in words)
    for letters in wanted:
        for place in _places(initials, letters):
            first, last = words[place], words[place + len(letters) - 1]
            form = text[first[1] : last[2]]
            if len(form) < 4 * len(letters) or first[0] in SMALL or not JOINED.fullmatch(form):
                continue
            found[letters][re.sub(r"[\s-]+", " ", form).removesuffix("s")][form] += 1
    for letters, phrases in found.items():
        best = _clear(Counter({phrase: sum(forms.values()) for phrase, forms in phrases.items()}))
        if best:
            yield wanted[letters], list(phrases[best])


def _places(text: str, part: str) -> Iterator[int]:
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def _clear(names: Counter[str]) -> str | None:
    """The most frequent one, if it stands twice and far more often than any other."""
    best = names.most_common(2)
    if best and best[0][1] >= FEWEST and (len(best) == 1 or best[0][1] > 2 * best[1][1]):
        return best[0][0]
    return None
