"""Author-year citations in the text are found and linked to their entries, or to none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from readings.documents.citing import LIST, Found, find_citations
from readings.documents.entries import Author, Work, fold, read_authors, read_entry
from readings.documents.types import Block, Document, Finding, Mark, Note, Section

WORD = re.compile(r"[A-ZÀ-Þ][\w’'-]+")
WORDS_BEFORE = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]+\s+(?:(?:of|for|and|on|in|the)\s+){0,2}){1,8}$")
SHORT = re.compile(rf"(?:(?:[Ss]ee(?: also)?|[Cc]f\.?)\s+)?(?P<names>{LIST}),\s+(?:pp?\.|ch\.|chap\.)\s*[\d–-]+")
LONGEST_NAME = 120
MOST_ALIKE = 300
EXACT = 100.0
INITIAL = 40.0
CLOSE = 80.0


def link_citations(document: Document) -> Document:
    """Add citation marks to the blocks of a document that has a bibliography."""
    if not document.references:
        return document
    linker = _Linker(Entries([(reference.id, read_entry(reference.text)) for reference in document.references]))
    sections = tuple(linker.section(section) for section in document.sections)
    notes = tuple(linker.note(note) for note in document.notes)
    return replace(document, sections=sections, notes=notes, findings=(*document.findings, *linker.findings))


class _Linker:
    """Goes through the blocks in order and remembers the work cited last, which "ibid." repeats."""

    def __init__(self, entries: Entries) -> None:
        self.entries = entries
        self.last: str | None = None
        self.by_author: dict[str, str | None] = {}
        self.findings: list[Finding] = []

    def section(self, section: Section) -> Section:
        return replace(section, blocks=tuple(self.block(block) for block in section.blocks))

    def block(self, block: Block) -> Block:
        marks: list[Mark] = []
        for found in find_citations(block.text):
            start, target = self._target(found, block.text)
            if target is None and not found.certain and start == found.start:
                continue
            if target is None and found.work:
                message = f"The bibliography has no entry for {block.text[start : found.end]}."
                self.findings.append(Finding("citation_without_entry", "flagged", message, block.lines))
            self.last = target
            if found.work and found.work.authors:
                self.by_author[_filed(found.work)] = target
            marks.append(Mark("citation", start, found.end, target))
        return replace(block, marks=_in_order((*block.marks, *marks))) if marks else block

    def note(self, note: Note) -> Note:
        """A note mostly gives its sources in full, so only what the bibliography knows is a citation there."""
        found = [(f, *self._target(f, note.text)) for f in find_citations(note.text) if f.work]
        marks = [Mark("citation", start, f.end, target) for f, start, target in found if target]
        short = SHORT.match(note.text)
        if not marks and short and (target := self.entries.only_of(short["names"])):
            marks = [Mark("citation", short.start("names"), short.end(), target)]
        return replace(note, marks=_in_order((*note.marks, *marks))) if marks else note

    def _repeated(self, found: Found, text: str) -> tuple[int, str | None]:
        """An "ibid." behind a name repeats the last work of that author; where it is no author's name, the last work."""
        authors = read_authors(found.names)
        if authors and _key(authors[0]) in self.by_author:
            return found.start, self.by_author[_key(authors[0])]
        bracket = text.rfind("(", found.start, found.end)
        return (found.start, None) if found.names and bracket <= found.start else (bracket, self.last)

    def _target(self, found: Found, text: str) -> tuple[int, str | None]:
        """Where the citation begins, and its entry; the name of an institution may begin before the last of its words."""
        if found.work is None:
            return self._repeated(found, text)
        if text[found.start] not in "([":
            before = WORDS_BEFORE.search(text, max(0, found.start - LONGEST_NAME), found.start)
            for word in WORD.finditer(before[0]) if before else ():
                start = before.start() + word.start()  # type: ignore[union-attr]
                if target := self.entries.named(text[start : found.start] + found.work.opening, found.work):
                    return start, target
        return found.start, self.entries.match(found.work, found.exact)


def _filed(work: Work) -> str:
    return _key(work.authors[0])


def _key(author: Author) -> str:
    return author.names[-1] if author.names else ""


def _in_order(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


class Entries:
    """The bibliography, to be asked which entry a citation means."""

    def __init__(self, entries: Sequence[tuple[str, Work]]) -> None:
        self.entries = entries
        self.by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.by_letter_and_year: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.answers: dict[tuple[Work, bool], str | None] = {}
        self.institutions = {
            (fold(work.opening), work.year, suffix): name
            for name, work in reversed(entries)
            if " " in work.opening
            for suffix in {"", work.suffix}
        }
        self.by_first: dict[str, list[str]] = defaultdict(list)
        for i, (name, work) in enumerate(entries):
            if work.authors:
                self.by_first[_key(work.authors[0])].append(name)
            for word in _filed_under(work):
                self.by_word[word, work.year].append(i)
                self.by_letter_and_year[word[0], work.year].append(i)

    def match(self, cited: Work, exact: bool = False) -> str | None:
        """The id of the entry that a citation means, None where none is near enough, or just right where it must be."""
        if (cited, exact) not in self.answers:
            best = self._best(cited, self._of_the_year(cited)) or self._best(cited, self._of_near_years(cited))
            near_enough = best and (best[0] >= EXACT or not exact)
            self.answers[cited, exact] = self.entries[best[1]][0] if best and near_enough else None
        return self.answers[cited, exact]

    def only_of(self, names: str) -> str | None:
        """The id of the only entry whose first author has the first of these surnames."""
        authors = read_authors(names)
        found = self.by_first.get(_key(authors[0]), []) if authors else []
        return found[0] if len(found) == 1 else None

    def named(self, name: str, work: Work) -> str | None:
        """The id of the entry filed under just this name of several words, of the work's year."""
        key = fold(name), work.year
        return self.institutions.get((*key, work.suffix)) or self.institutions.get((*key, ""))

    def _best(self, cited: Work, candidates: set[int]) -> tuple[float, int] | None:
        """The likeliest of these entries, the first one of equals, with how likely it is."""
        scored = [(score, i) for i in candidates if (score := _score(cited, self.entries[i][1])) > 0]
        return max(scored, key=lambda pair: (pair[0], -pair[1]), default=None)

    def _of_the_year(self, cited: Work) -> set[int]:
        """Entries of the year that share a name or a name's first letter."""
        words = _words(cited)
        named = [self.by_word.get((word, year), []) for word in words for year in (cited.year, cited.other_year)]
        near = [self.by_letter_and_year.get((word[0], cited.year), []) for word in words]
        return {i for group in (*named, *(group for group in near if len(group) <= MOST_ALIKE)) for i in group}

    def _of_near_years(self, cited: Work) -> set[int]:
        """Entries that share a name and have nearly the year."""
        return {
            i for word in _words(cited) for year in _near_years(cited.year) for i in self.by_word.get((word, year), [])
        }


def _words(cited: Work) -> set[str]:
    if not cited.authors:
        return set(fold(cited.opening).split()[:1])
    return {word for author in cited.authors for word in (*author.names, *author.given)}


def _filed_under(work: Work) -> set[str]:
    """The words by which an entry may be cited: names, given names, a corporate name's acronym, the first word of a title."""
    words = [word for author in work.authors for word in (*author.names, *author.given)]
    words += [_acronym(work)] if len(work.authors) == 1 else []
    return set(filter(None, (*words, *fold(work.opening).split()[:1])))


def _score(cited: Work, entry: Work) -> float:
    """0 where it is another work; a name may be misspelt or the year be wrong, but not both."""
    people = _people(cited, entry)
    if people == 0:
        return 0
    if cited.year == entry.year or (cited.other_year and cited.other_year == entry.year):
        return people + (1 if cited.suffix == entry.suffix else 0)
    if people < EXACT or entry.year not in _near_years(cited.year) or not _same_company(cited, entry):
        return 0
    return 50 - abs(int(cited.year) - int(entry.year)) / 10


@lru_cache(maxsize=1000)
def _near_years(year: str) -> frozenset[str]:
    """The year itself, those one or two years apart, and those with one other digit."""
    if not year.isdigit():
        return frozenset({year})
    apart = {str(int(year) + years) for years in range(-2, 3)}
    misprinted = {year[:i] + digit + year[i + 1 :] for i in range(len(year)) for digit in "0123456789"}
    return frozenset(apart | misprinted)


def _same_company(cited: Work, entry: Work) -> bool:
    return cited.others or len(cited.authors) == len(entry.authors)


def _people(cited: Work, entry: Work) -> float:
    """How well the cited names fit an entry's authors: EXACT at best, 0 where one of them is not among them."""
    if len(entry.authors) == 1 and cited.opening.replace(".", "").isupper() and fold(cited.opening) == _acronym(entry):
        return 90
    if not cited.authors:
        return EXACT if fold(entry.opening).startswith(fold(cited.opening)) else 0
    scores = [_person(author, entry) for author in cited.authors]
    if not any(score > INITIAL for score in scores):
        return 0
    return min(scores) - (5 if len(scores) == 1 < len(entry.authors) and not cited.others else 0)


def _person(author: Author, entry: Work) -> float:
    """How well one cited name fits any author: as surname, as given name, misspelt, or by the given name's initial alone."""
    if not entry.authors:
        return EXACT if fold(entry.opening).startswith(" ".join(author.names)) else 0
    return max(_likeness(author, other) for other in entry.authors)


def _likeness(author: Author, other: Author) -> float:
    cited, surname, given = " ".join(author.names), " ".join(other.names), " ".join(other.given)
    if surname in (cited, f"{' '.join(author.given)} {cited}".strip()) or cited == f"{given} {surname}":
        return EXACT
    if cited in (given, f"{surname} {given}") or (len(cited) > 3 and cited in other.names):
        return 90
    if len(cited) > 3 and cited[0] == surname[0]:
        alike = max(ratio(cited, surname), *(ratio(cited, word) for word in other.names))
        if alike >= CLOSE:
            return alike * 0.9
    return INITIAL if len(cited) > 2 and other.given and other.given[0] == cited[0] else 0


def _acronym(work: Work) -> str:
    """First letters of a corporate author's name."""
    small = {"of", "for", "and", "the", "in", "on"}
    return "".join(word[0] for author in work.authors[:1] for word in author.names if word not in small)
