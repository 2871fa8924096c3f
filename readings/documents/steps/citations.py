"""Author-year citations in the text are found and linked to their entries, or to none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from readings.documents.entries import YEAR, Author, Work, fold, read_authors, read_entry
from readings.documents.types import Block, Document, Finding, Mark, Note, Section

NAME = r"(?:(?:de|van|von|der|den|del|di|da|la|le|el|al|ter|De|Van|Von|Del|Di|Da|La|Le|El|Al)[\s-]){0,2}[A-ZÀ-ÞĀ-ŽȘȚƏА-Я][\w’'.-]{0,40}"
BRACKET = re.compile(r"\(([^()]{3,300})\)")
IBID = re.compile(r"\(?\s*(?:ibid|ibidem|idem|id)\b\.?\s*(?:[,:]?\s*(?:pp?\.)?\s*[\d–-]+)?\s*\)?$", re.IGNORECASE)
LEAD = re.compile(
    r"^(?:see(?: also)?|cf\.?|compare|e\.g\.,?|i\.e\.,?|for example,?|quoted in|cited in|as cited in|also|and)\s+",
    re.IGNORECASE,
)
PART = re.compile(
    rf"(?P<names>[^\d;:]{{2,120}}?)(?P<comma>,?)\s*(?P<year>{YEAR}|n\.\s?d\.|forthcoming|in press)(?P<suffix>[a-z])?(?:\s*[/–-]\s*\d{{2,4}})?(?:\s*[,:]\s*(?:pp?\.?|ch\.|chap\.|paras?\.?|n\.|note|fn\.?|Table|Fig\.?)?\s*[\divxl][\d\s,–-]*)?(?:,\s*(?:my |our |original )?(?:emphasis|italics|translation)[^,;]*)?$"
)
BARE_YEAR = re.compile(rf"(?:({YEAR}))?([a-z])?$")
ANOTHER = rf"(?=\s*(?:(?:and\s+)?(?:de|van|von|del|di|da|la|le|el|al)?\s?[A-ZÀ-ÞĀ-ŽА-Я]|[a-z]\s*(?:[,;]|$)|{YEAR}))"
SEPARATOR = re.compile(rf";|(?<=\d),{ANOTHER}|(?<=\d[a-z]),{ANOTHER}")
NARRATIVE = re.compile(
    rf"(?P<names>{NAME}(?:(?:,|\s+(?:and|&)|,\s+(?:and|&))\s+{NAME}){{0,4}}(?:\s+et\s+al\.?)?(?:[’']s?)?)\s+\((?P<year>{YEAR})(?P<suffix>[a-z])?(?:\s*[,:]\s*(?:pp?\.?)?\s*[\d–-]+)?\)"
)
CALENDAR = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Fall|Winter|Early|Late|Mid)\b"
)
EXACT = 100.0
INITIAL = 40.0
CLOSE = 80.0


@dataclass(frozen=True, slots=True)
class Found:
    """A citation in a text; ``work`` is None for "ibid."."""

    start: int
    end: int
    work: Work | None
    certain: bool = True


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
        self.findings: list[Finding] = []

    def section(self, section: Section) -> Section:
        return replace(section, blocks=tuple(self.block(block) for block in section.blocks))

    def block(self, block: Block) -> Block:
        marks: list[Mark] = []
        for found in find_citations(block.text):
            target = self.last if found.work is None else self.entries.match(found.work)
            if target is None and not found.certain:
                continue
            if target is None and found.work:
                message = f"The bibliography has no entry for {block.text[found.start : found.end]}."
                self.findings.append(Finding("citation_without_entry", "flagged", message, block.lines))
            self.last = target
            marks.append(Mark("citation", found.start, found.end, target))
        return replace(block, marks=_in_order((*block.marks, *marks))) if marks else block

    def note(self, note: Note) -> Note:
        """A note mostly gives its sources in full, so only what the bibliography knows is a citation there."""
        found = [(f, self.entries.match(f.work)) for f in find_citations(note.text) if f.work]
        marks = [Mark("citation", f.start, f.end, target) for f, target in found if target]
        return replace(note, marks=_in_order((*note.marks, *marks))) if marks else note


def _in_order(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def find_citations(text: str) -> list[Found]:
    """The citations of a text in their order."""
    found = [*_bracketed(text), *_narrative(text)]
    return sorted(found, key=lambda citation: citation.start)


def _bracketed(text: str) -> Iterator[Found]:
    for bracket in BRACKET.finditer(text):
        if IBID.match(bracket[1]):
            yield Found(bracket.start(), bracket.end(), None)
            continue
        works = list(_works(bracket[1]))
        alone = len(works) == 1 and not SEPARATOR.search(bracket[1])
        for start, end, work in works:
            shift = bracket.start() + 1
            yield Found(bracket.start(), bracket.end(), work) if alone else Found(start + shift, end + shift, work)


def _works(inner: str) -> Iterator[tuple[int, int, Work]]:
    """The works between two brackets; a year or its letter alone repeats the names before it."""
    ends = [cut.start() for cut in SEPARATOR.finditer(inner)]
    above: Work | None = None
    for start, end in zip([0, *(place + 1 for place in ends)], [*ends, len(inner)], strict=True):
        part = inner[start:end]
        start += len(part) - len(part.lstrip())
        work = _repeated(part.strip(), above) or _part(part)
        if work:
            yield start, end, work
        above = work or above


def _repeated(part: str, above: Work | None) -> Work | None:
    found = BARE_YEAR.match(part)
    if not found or above is None:
        return None
    return replace(above, year=found[1] or above.year, suffix=found[2] or "")


def _part(part: str) -> Work | None:
    bare = LEAD.sub("", part.strip())
    found = PART.match(bare)
    if not found:
        return None
    names = found["names"].strip()
    if (not names[:1].isupper() and not re.match(NAME, names)) or CALENDAR.match(names) or len(names.split()) > 10:
        return None
    if not found["comma"] and not re.search(r"\b(?:and|et al)\b|&", names) and len(names.split()) > 3:
        return None
    authors = read_authors(names)
    return Work(authors, found["year"].lower(), found["suffix"] or "", "et al" in names, names) if authors else None


def _narrative(text: str) -> Iterator[Found]:
    for found in NARRATIVE.finditer(text):
        names = re.sub(r"[’']s?$", "", found["names"])
        skip = _sentence_opening(names)
        authors = read_authors(names[skip:])
        if authors and not CALENDAR.match(names[skip:]):
            work = Work(authors, found["year"], found["suffix"] or "", "et al" in names, names[skip:])
            yield Found(found.start() + skip, found.end(), work, certain=len(authors) > 1 or found["names"] != names)


OPENERS = re.compile(
    r"(?:Later|However|Thus|Indeed|Moreover|Furthermore|Finally|First|Second|Similarly|Likewise|Here|Meanwhile|Recently|Also|In|As|For|But|And|According to|While|Although|Both)\b,?\s+"
)


def _sentence_opening(names: str) -> int:
    found = OPENERS.match(names)
    return found.end() if found else 0


class Entries:
    """The bibliography, to be asked which entry a citation means."""

    def __init__(self, entries: Sequence[tuple[str, Work]]) -> None:
        self.entries = entries
        self.by_word: dict[str, list[int]] = defaultdict(list)
        self.by_letter_and_year: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.answers: dict[Work, str | None] = {}
        for i, (_, work) in enumerate(entries):
            for word in _filed_under(work):
                self.by_word[word].append(i)
                self.by_letter_and_year[word[0], work.year].append(i)

    def match(self, cited: Work) -> str | None:
        """The id of the entry that a citation means, None where none is near enough."""
        if cited not in self.answers:
            scored = [(score, i) for i in self._candidates(cited) if (score := _score(cited, self.entries[i][1])) > 0]
            best = max(scored, key=lambda pair: (pair[0], -pair[1]), default=None)
            self.answers[cited] = self.entries[best[1]][0] if best else None
        return self.answers[cited]

    def _candidates(self, cited: Work) -> set[int]:
        """Entries that share a name, or the year and a name's first letter."""
        words = {word for author in cited.authors for word in (*author.names, *author.given)}
        near = [self.by_letter_and_year.get((word[0], cited.year), []) for word in words]
        return {i for group in (*(self.by_word.get(word, []) for word in words), *near) for i in group}


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
    if cited.year == entry.year:
        return people + (1 if cited.suffix == entry.suffix else 0)
    if people < EXACT or not _near(cited.year, entry.year) or not _same_company(cited, entry):
        return 0
    return 50 - abs(int(cited.year) - int(entry.year)) / 10


def _near(cited: str, printed: str) -> bool:
    """One or two years apart, or one digit different."""
    if not (cited.isdigit() and printed.isdigit()):
        return False
    return abs(int(cited) - int(printed)) <= 2 or sum(a != b for a, b in zip(cited, printed, strict=False)) == 1


def _same_company(cited: Work, entry: Work) -> bool:
    return cited.others or len(cited.authors) == len(entry.authors)


def _people(cited: Work, entry: Work) -> float:
    """How well the cited names fit an entry's authors: EXACT at best, 0 where one of them is not among them."""
    if len(entry.authors) == 1 and cited.opening.replace(".", "").isupper() and fold(cited.opening) == _acronym(entry):
        return 90
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
