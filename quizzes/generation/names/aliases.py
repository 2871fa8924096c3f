"""One key for what goes by several names: glossary aliases, spellings and scripts of a course are folded into the head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quizzes.generation.language.words import bag, norm, stem
from quizzes.generation.types import Term

_VARIANTS = {
    "united states": "usa|us|u s|united states of america",
    "united kingdom": "uk|britain|great britain",
    "turkey": "turkiye",
    "soviet union": "ussr",
    "kyiv": "kiev",
}
"""States and cities that every text of the genre spells in two ways; seats of governments are not the state itself."""
_OWN = bag("its their his her")

_EMPTY = bag("was were is are be been had has have did does do then also officially formally finally eventually later")
_ONE_VERB = (
    "founded established created formed", "signed concluded", "joined entered", "left quit", "withdrew withdrawn withdraw", "began started begun",
    "ended finished", "died perished", "killed slain", "bought purchased", "opened inaugurated", "chosen elected",
    "took seized captured", "destroyed ruined", "built constructed", "met convened", "number amount total",
)  # fmt: skip
_VERBS = {stem(word): stem(words.split()[0]) for words in _ONE_VERB for word in words.split()}
"""The stem of a verb → the stem of the first one of the same meaning."""


class Aliases:
    """Folds each known name of a thing into one; a name that two things share is left as it stands."""

    def __init__(self, terms: Iterable[Term] = (), expansions: Mapping[str, str] | None = None) -> None:
        owners: dict[str, set[str]] = {}
        for term in terms:
            for name in (term.head, *term.aliases):
                owners.setdefault(plain(name), set()).add(plain(term.head))
        for head, names in _VARIANTS.items():
            for name in names.split("|"):
                owners.setdefault(name, {head})
        for short, long in (expansions or {}).items():
            owners.setdefault(plain(long), set()).update(owners.get(plain(short), {plain(short)}))
        single = {name: next(iter(heads)) for name, heads in owners.items() if name and len(heads) == 1}
        self._heads = {tuple(name.split()): head.split() for name, head in single.items()}
        self._longest: dict[str, int] = {}
        for words in self._heads:
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))
        self._known: dict[str, str] = {}
        self._slots: dict[str, str] = {}

    def key(self, text: str) -> str:
        """What two ways to say the same of the same things share."""
        if text not in self._known:
            self._known[text] = " ".join(self._folded(plain(text).split()))
        return self._known[text]

    def slot(self, text: str) -> str:
        """What two ways to tell the same share: names folded, verbs of one meaning too, tenses and auxiliaries left out."""
        if text not in self._slots:
            stems = (stem(word) for word in self.key(text).split() if word not in _EMPTY)
            self._slots[text] = " ".join(_VERBS.get(found, found) for found in stems)
        return self._slots[text]

    def _folded(self, words: list[str]) -> list[str]:
        """The words with each name replaced by its head, the longest name first: a name may open another one."""
        done: list[str] = []
        place = 0
        while place < len(words):
            size = next((n for n in self._sizes(words, place) if tuple(words[place : place + n]) in self._heads), 0)
            done += self._heads[tuple(words[place : place + size])] if size else [words[place]]
            place += size or 1
        return done

    def _sizes(self, words: list[str], place: int) -> range:
        return range(min(self._longest.get(words[place], 0), len(words) - place), 0, -1)


def plain(text: str) -> str:
    """The norm of a text with British spellings of -ize and without possessive words, which other texts spell as articles."""
    words = norm(text).replace("isation", "ization").split()
    return " ".join(word for word in words if word not in _OWN)
