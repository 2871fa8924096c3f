"""The facts of a run in one place, so that a distractor can be shown to be false."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TypeVar

from quizzes.generation.names.aliases import Aliases
from quizzes.generation.text.source import Source
from readings.documents.types import Block, Section

from .conflicts import agree
from .language.words import norm
from .types import Fact

Key = TypeVar("Key", bound=Hashable)
MOST_TELLERS = 12
"""A slot that more facts fill is compared by its first ones."""
FUNCTIONAL = frozenset(["stands for", "happened", "amounts to"])
"""Relations with one value for each subject; a person may hold several offices, and a body have several members."""


@dataclass(frozen=True)
class Store:
    """Facts of all sources of a run."""

    sources: list[Source]
    facts: list[Fact]
    seed: int = 0
    about: int | None = None
    """The document that the quiz is on, when it is on one of several."""

    def of(self, *patterns: str) -> list[Fact]:
        """Facts of these patterns that can be asked about, in reading order."""
        return [fact for fact in self.known(*patterns) if fact.askable]

    def known(self, *patterns: str) -> list[Fact]:
        """Facts of these patterns, with those that only serve as wrong options."""
        if len(patterns) == 1:
            return self._patterns.get(patterns[0], [])
        return [fact for fact in self.facts if fact.pattern in patterns]

    def values(self, subject: str, relation: str) -> set[str]:
        """Every value the sources give to the subject in the relation, whatever they call the subject."""
        return {norm(f.value) for f in self.told(subject, relation)}

    def told(self, subject: str, relation: str) -> list[Fact]:
        """Every fact of the course that fills this slot."""
        return self._slots.get((self.aliases.slot(subject), relation), [])

    def disputed(self, fact: Fact) -> bool:
        """Whether the course gives the slot of the fact another value, which cannot be right as well."""
        return any(not agree(fact, other, self.aliases) for other in self.told(fact.subject, fact.relation))

    @cached_property
    def conflicts(self) -> list[list[Fact]]:
        """Slots that hold one value, for which the course gives several that cannot all be right."""
        slots = [facts for (_, relation), facts in self._slots.items() if relation in FUNCTIONAL]
        return [
            facts
            for facts in slots
            if any(not agree(a, b, self.aliases) for a, b in combinations(facts[:MOST_TELLERS], 2))
        ]

    def only(self, document: int) -> Store:
        """The facts of one document; questions on it take their wrong options from there, and need not look further."""
        return Store(self.sources, self._documents.get(document, []), self.seed, self.about)

    def often(self, document: int, word: str) -> int:
        """How many sentences of the document hold the stem."""
        return len(self._places_in(document).get(word, ()))

    def _places_in(self, document: int) -> dict[str, list[int]]:
        return self._places.get(document) or self._places.setdefault(document, places_of(self.sources[document]))

    def echoes(self, document: int, words: frozenset[str], share: float) -> bool:
        """Whether some sentence of the document holds at least that share of the words."""
        places = self._places_in(document)
        # One of the rarest words must be there, else too few are: only their sentences need a look.
        rare = sorted(words, key=lambda word: len(places.get(word, ())))[: int((1 - share) * len(words)) + 1]
        near = {number for word in rare for number in places.get(word, ())}
        contents = self.sources[document].contents
        return any(len(words & contents[number]) >= share * len(words) for number in near)

    @cached_property
    def _places(self) -> dict[int, dict[str, list[int]]]:
        """For each document that was asked for: for each stem the sentences that hold it."""
        return {}

    def chance(self, *key: str) -> random.Random:
        """A random generator of its own for one question: the same seed and key give the same choices."""
        return random.Random("|".join([str(self.seed), *key]))  # noqa: S311 (a quiz, not a secret)

    def source(self, fact: Fact) -> Source:
        return self.sources[fact.document]

    @cached_property
    def sections(self) -> list[Section]:
        """Every section of the run."""
        return [section for source in self.sources for section in source.document.sections]

    @cached_property
    def parts(self) -> dict[str, str]:
        """For each section the top-level section that it stands under."""
        parents = {section.id: section.parent for section in self.sections}
        return {section.id: top(section.id, parents) for section in self.sections}

    @cached_property
    def blocks(self) -> dict[str, Block]:
        """Every block of the run by its id."""
        return {b.id: b for source in self.sources for section in source.document.sections for b in section.blocks}

    @cached_property
    def glossary_names(self) -> frozenset[str]:
        """Heads and aliases of the glossary."""
        return frozenset(name for source in self.sources for t in source.glossary for name in (t.head, *t.aliases))

    def weight(self, word: str) -> int:
        """How many sentences of the run hold the stem."""
        return self._weights[word]

    @cached_property
    def aliases(self) -> Aliases:
        """The names of the course: the glossary's, and the short forms that all texts spell out alike."""
        spelled: dict[str, set[str]] = {}
        for fact in self.known("acronym"):
            spelled.setdefault(fact.subject, set()).add(fact.value)
        terms = dict.fromkeys(term for source in self.sources for term in source.glossary)
        return Aliases(terms, {short: next(iter(long)) for short, long in spelled.items() if len(long) == 1})

    @cached_property
    def _patterns(self) -> dict[str, list[Fact]]:
        return by(self.facts, lambda fact: fact.pattern)

    @cached_property
    def _documents(self) -> dict[int, list[Fact]]:
        return by(self.facts, lambda fact: fact.document)

    @cached_property
    def _weights(self) -> Counter[str]:
        return Counter(word for source in self.sources for stems in source.contents for word in stems)

    @cached_property
    def _slots(self) -> dict[tuple[str, str], list[Fact]]:
        return by(self.facts, lambda fact: (self.aliases.slot(fact.subject), fact.relation))


def places_of(source: Source) -> dict[str, list[int]]:
    """For each stem the numbers of the sentences that hold it."""
    places: dict[str, list[int]] = {}
    for number, stems in enumerate(source.contents):
        for stem in stems:
            places.setdefault(stem, []).append(number)
    return places


def by(facts: Iterable[Fact], key: Callable[[Fact], Key]) -> dict[Key, list[Fact]]:
    """The facts sorted into lists, order kept."""
    found: dict[Key, list[Fact]] = {}
    for fact in facts:
        found.setdefault(key(fact), []).append(fact)
    return found


def top(section: str, parents: dict[str, str | None]) -> str:
    """The top of the chain of parents; a chain that runs in a circle ends where it began."""
    seen: set[str] = set()
    while (parent := parents.get(section)) and parent not in seen:
        seen.add(section)
        section = parent
    return section


def distinct(texts: Iterable[str]) -> list[str]:
    """The texts without repetition, order kept."""
    return list({norm(text): text for text in reversed(list(texts))}.values())[::-1]
