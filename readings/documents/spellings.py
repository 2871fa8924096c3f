"""Two spellings of one name: by transliteration, by one slip of the pen, or by another vowel."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from rapidfuzz.distance import OSA

from .entries import fold

LETTERS = str.maketrans("абвгдезийклмнопрстуфыэё", "abvgdeziiklmnoprstufiee") | str.maketrans(
    {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"}
)
SOUNDS = (("kh", "h"), ("gh", "g"), ("ph", "f"), ("j", "h"), ("ck", "k"), ("y", "i"), ("ii", "i"))
ENDINGS = re.compile(r"(?:skogo|skomu|skaia|skoie|skoi|skih|skim|skii|ski|ogo|ami|om|ov|a|u|e|i)$")
VOWELS = re.compile(r"[aeiou]")
SHORTEST = 5
OFTEN, TIMES, MANY = 3, 3, 10


def sounds(name: str) -> str:
    """A name as it sounds in any transliteration: ``Karabakh``, ``Karabaj`` and ``Карабах`` give ``karabah``."""
    folded = fold(name.lower().translate(LETTERS)).replace(" ", "").replace("ə", "a")
    for spelt, heard in SOUNDS:
        folded = folded.replace(spelt, heard)
    return re.sub(r"([^\W\d_])\1", r"\1", folded)


def without_ending(cyrillic: str) -> str:
    """How a Cyrillic word sounds without the ending of a case or an adjective."""
    return ENDINGS.sub("", sounds(cyrillic))


def misspelt(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Pairs of a rarer and a more frequent spelling among names with their counts.

    A pair sounds the same, or differs by one letter too many, too few, wrong or out of order where one form (with its
    own misspellings) is much more frequent, or by a vowel where both are rare. Endings make other words
    (Armenia, Armenian), so no difference at the end counts. Names meet by what is left when a letter is taken out,
    which keeps the time linear.
    """
    heard = {name: sounds(name) for name in counts}
    totals = dict(counts)
    roots = {name: name for name in counts}
    at: dict[str, list[str]] = defaultdict(list)
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        keys = list(_lacking_one(heard[name]))
        near = dict.fromkeys(other for key in keys for other in at[key])
        same = (other for other in near if _same(heard[name], heard[other], counts[name], totals[roots[other]]))
        best = next(same, None)
        if best:
            yield name, best
            roots[name] = roots[best]
            totals[roots[best]] += counts[name]
        for key in keys:
            if len(at[key]) < MANY:
                at[key].append(name)


def _lacking_one(word: str) -> Iterator[str]:
    yield word
    yield from (word[:i] + word[i + 1 :] for i in range(1, len(word)))


def _same(one: str, other: str, rare: int, frequent: int) -> bool:
    """Are these the sounds of one name, the first of which occurs less often?"""
    shortest = min(len(one), len(other))
    if one == other:
        return shortest >= SHORTEST
    if one[0] != other[0] or one[-1] != other[-1] or OSA.distance(one, other, score_cutoff=1) > 1:
        return False
    if frequent >= max(OFTEN, TIMES * rare):
        return shortest >= SHORTEST or (shortest >= SHORTEST - 1 and frequent >= MANY * rare)
    return shortest > SHORTEST and VOWELS.sub("", one) == VOWELS.sub("", other)


def skeleton(word: str) -> str | None:
    """The consonants of a long word with its first and last letter, by which it is known with wrong vowels."""
    heard = sounds(word)
    return f"{heard[0]}.{VOWELS.sub('', heard)}.{heard[-1]}" if len(heard) > SHORTEST + 1 else None
