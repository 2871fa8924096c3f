"""Author-year citations in a text: in brackets, one or several, behind a name in the sentence, or bare; and "ibid."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .entries import OTHERS, YEAR, Work, read_authors

NAME = r"(?:(?:de|van|von|der|den|del|di|da|la|le|el|al|ter|De|Van|Von|Del|Di|Da|La|Le|El|Al)[\s-]){0,2}[A-ZÀ-ÞĀ-ŽȘȚƏА-Я][\w’'.-]{0,40}"
PERSON = rf"{NAME}(?:\s+{NAME}){{0,3}}"
FURTHER = r"(?:,?\s+et\s+al\b\.?|\s+&\s*al\b\.?|\s+and\s+(?:others|colleagues|co-authors)\b)"
LIST = rf"{NAME}(?:(?:,\s*(?:and\s|&\s?)?|\s+(?:and|&)\s+){PERSON}){{0,7}}{FURTHER}?"
UNDATED = r"n\.\s?d\.|[Ff]orthcoming|in\s+press|in\s+preparation|under\s+review"
DATE = rf"(?:\[(?P<first>{YEAR})\]\s*)?(?P<year>{YEAR}|{UNDATED})(?P<suffix>[a-z](?![\w]))?(?:\s*[/–-]\s*(?P<later>\d{{2,4}})[a-z]?)?(?:\s*\[(?P<original>{YEAR})\])?"
PLACE = r"(?:pp?\.?|[Cc]h(?:ap(?:ter)?)?s?\.?|[Ss]ec(?:tion)?s?\.?|paras?\.?|[Nn]\.|[Nn]ote|fn\.?|[Vv]ol\.?|§+|Tables?|Fig(?:ure)?s?\.?|Box|[Aa]ppendix|at)"
LOCATOR = rf"(?:\s*[,:]?\s*{PLACE}?\s*\b(?:\d{{1,4}}|[ivxl]{{1,6}})(?:\s?[–-]\s?(?:\d{{1,4}}|[ivxl]{{1,6}}))?(?:\s?ff?\b\.?)?(?![\w]))"
REMARK = r"(?:,\s*(?:my |our |original |own )?(?:emphasis|italics|translation)[^,;]*)?"
BRACKET = re.compile(r"\(([^()]{3,400})\)|\[([^\[\]]{6,300})\]")
AGAIN = re.compile(
    rf"(?:(?P<names>{LIST}),?\s+)?(?:(?i:ibid|ibidem|idem|op\.?\s?cit|loc\.?\s?cit)\b|id(?=\.))\.?(?:{LOCATOR})*\s*$"
)
LEAD = re.compile(
    r"(?:(?:but|and|also|see|cf\.?|compare|contra|e\.\s?g\.?|i\.\s?e\.?|for (?:example|instance|a review|an overview|a discussion|details)|(?:as )?(?:quoted|cited|discussed|reported) (?:in|by)|in particular|especially|notably|most recently|following|adapted from|based on|source:?)[,:]?\s+){0,5}",
    re.IGNORECASE,
)
PART = re.compile(rf"(?P<names>[^\d;:]{{2,120}}?)(?P<comma>[,:]?)\s*(?<!\w){DATE}(?:{LOCATOR})*{REMARK}\.?$")
TAIL = re.compile(rf"(?<![\w.’'-])(?P<names>{LIST}),?\s+{DATE}(?:{LOCATOR})*{REMARK}$")
BARE = re.compile(rf"(?:{DATE}|(?P<letter>[a-z]))(?:{LOCATOR})*{REMARK}$")
ANOTHER = rf"(?=\s*(?:(?:and\s+)?(?:(?:de|van|von|del|di|da|la|le|el|al)\s)?(?!{PLACE}\s)[A-ZÀ-ÞĀ-ŽА-Я]|[a-z]\s*(?:[,;]|$)|{YEAR}))"
BEFORE_COMMA = r"(?:(?<=\d)|(?<=\d[a-z])|(?<=f\.)|(?<=ff)|(?<=n\.d\.)|(?<=forthcoming)|(?<=press))"
SEPARATOR = re.compile(
    rf";|{BEFORE_COMMA},{ANOTHER}|(?<=\d)(?=\s+and\s+{NAME})|,?(?=\s+(?:as\s+)?(?:cited|quoted)\s+(?:in|by)\s+{NAME})"
)
NARRATIVE = re.compile(rf"(?<![\w.’'-])(?P<names>{LIST})(?:[’']s?)?\s+\((?P<inner>[^()]{{4,80}})\)")
RUNNING = re.compile(rf"(?<![\w.’'(\[-])(?P<names>{LIST}),?\s+(?P<year>{YEAR})(?P<suffix>[a-z])?(?![\w–-])")
CALENDAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Fall|Winter|Early|Late|Mid)\b"
)
OPENERS = re.compile(
    r"(?:Later|However|Thus|Indeed|Moreover|Furthermore|Finally|First|Second|Similarly|Likewise|Here|Meanwhile|Recently|Also|In|As|For|But|And|According to|While|Although|Both|See|Compare|From|By|When|Since|With)\b,?\s+"
)
JOINED = re.compile(r"\b(?:and|et\s+al)\b|&")
QUOTES = "\"“”‘’'"


@dataclass(frozen=True, slots=True)
class Found:
    """A citation in a text; ``work`` is None where "ibid." or "op. cit." repeats an earlier one, of ``names`` if it has any."""

    start: int
    end: int
    work: Work | None
    certain: bool = True
    """It looks like a citation even if no entry answers it."""
    exact: bool = False
    """It is a citation only if an entry has just this name and year."""
    names: str = ""


def find_citations(text: str) -> list[Found]:
    """The citations of a text in their order."""
    found = [*_narrative(text)]
    named = {citation.end for citation in found}
    found += [citation for citation in _bracketed(text) if citation.end not in named]
    spans = [(bracket.start(), bracket.end()) for bracket in BRACKET.finditer(text)]
    found += _running(text, sorted([*spans, *((citation.start, citation.end) for citation in found)]))
    return sorted(found, key=lambda citation: citation.start)


def _bracketed(text: str) -> Iterator[Found]:
    for bracket in BRACKET.finditer(text):
        inner, square = bracket[1] or bracket[2], bracket[2] is not None
        if again := AGAIN.match(inner.strip()):
            yield Found(bracket.start(), bracket.end(), None, names=again["names"] or "", certain=not again["names"])
            continue
        cuts = _cuts(inner)
        works = list(_works(inner, cuts))
        alone = len(works) == 1 and len(cuts) == 1 and not inner[: works[0].start].strip()
        for found in works:
            shift = bracket.start() + 1
            start, end = (bracket.start(), bracket.end()) if alone else (found.start + shift, found.end + shift)
            yield replace(found, start=start, end=end, certain=found.certain and not square)


def _cuts(inner: str) -> list[tuple[int, int]]:
    """Where the parts of a bracket begin and end."""
    cuts = list(SEPARATOR.finditer(inner))
    return list(zip([0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(inner)], strict=True))


def _works(inner: str, cuts: list[tuple[int, int]]) -> Iterator[Found]:
    """The works between two brackets; a year or its letter alone repeats the names before it."""
    above: Work | None = None
    for start, end in cuts:
        part = inner[start:end]
        start += len(part) - len(part.lstrip())
        found = _repeated(part.strip(), above) or _part(part.strip())
        if found:
            yield replace(found, start=start + found.start, end=start + len(part.strip()))
        above = found.work if found else above


def _repeated(part: str, above: Work | None) -> Found | None:
    found = BARE.match(part)
    if not found or above is None:
        return None
    if found["letter"]:
        return Found(0, 0, replace(above, suffix=found["letter"]))
    return Found(0, 0, _dated(found, above))


def _part(part: str) -> Found | None:
    lead = LEAD.match(part)
    bare = part[lead.end() :] if lead else part
    found = PART.match(bare)
    if found and _may_be_names(found["names"].strip(), bool(found["comma"])):
        return _found(found, found["names"].strip(), 0)
    tail = TAIL.search(part)
    if not tail or CALENDAR.match(tail["names"]):
        return None
    made = _found(tail, tail["names"], tail.start())
    return replace(made, certain=False) if made else None


def _may_be_names(names: str, comma: bool) -> bool:
    if names[:1] in QUOTES:
        return len(names) > 8
    if (not names[:1].isupper() and not re.match(NAME, names)) or CALENDAR.match(names) or len(names.split()) > 10:
        return False
    return comma or bool(JOINED.search(names)) or len(names.split()) <= 3


def _found(match: re.Match[str], names: str, start: int) -> Found | None:
    if names[:1] in QUOTES:
        return Found(start, 0, _dated(match, Work((), "", opening=names.strip(QUOTES + " ,"))), certain=False)
    authors = read_authors(names)
    if not authors:
        return None
    return Found(start, 0, _dated(match, Work(authors, "", others=bool(OTHERS.search(names)), opening=names)))


def _dated(match: re.Match[str], work: Work) -> Work:
    other = match["first"] or match["original"] or match["later"] or ""
    year = " ".join(match["year"].lower().split())
    return replace(work, year=year, suffix=match["suffix"] or "", other_year=other if len(other) == 4 else "")


def _narrative(text: str) -> Iterator[Found]:
    """Names with the years in brackets behind them: ``Orr and Poe (2004: 12)``, ``Orr's (2001, 2004)``, ``Orr (op. cit.)``."""
    for match in NARRATIVE.finditer(text):
        names = re.sub(r"[’']s?$", "", match["names"])
        skip = _sentence_opening(names)
        inner, place = match["inner"], match.start("inner")
        authors = read_authors(names[skip:])
        if not authors or CALENDAR.match(names[skip:]):
            continue
        if AGAIN.match(inner.strip()):
            yield Found(match.start() + skip, match.end(), None, certain=False, names=names[skip:])
            continue
        cuts = _cuts(inner)
        dates = [BARE.match(inner[start:end].strip()) for start, end in cuts]
        if not all(date and not date["letter"] for date in dates[:1]):
            continue
        work = Work(authors, "", others=bool(OTHERS.search(names)), opening=names[skip:])
        certain = bool(JOINED.search(names)) or match["names"] != names
        for i, ((start, end), date) in enumerate(zip(cuts, dates, strict=True)):
            if not date:
                break
            work = replace(work, suffix=date["letter"]) if date["letter"] else _dated(date, work)
            first = (
                match.start() + skip
                if i == 0
                else place + start + len(inner[start:end]) - len(inner[start:end].lstrip())
            )
            yield Found(first, match.end() if len(cuts) == 1 else place + end, work, certain)


def _sentence_opening(names: str) -> int:
    found = OPENERS.match(names)
    return found.end() if found else 0


def _running(text: str, taken: list[tuple[int, int]]) -> Iterator[Found]:
    """Names with a year behind them, without brackets: only what an entry answers exactly is a citation."""
    next_taken = 0
    for match in RUNNING.finditer(text):
        while next_taken < len(taken) and taken[next_taken][1] <= match.start():
            next_taken += 1
        if next_taken < len(taken) and taken[next_taken][0] < match.end():
            continue
        names = re.sub(r"[’']s?$", "", match["names"])
        skip = _sentence_opening(names)
        authors = read_authors(names[skip:])
        if authors and not CALENDAR.match(names[skip:]):
            work = Work(authors, match["year"], match["suffix"] or "", bool(OTHERS.search(names)), names[skip:])
            yield Found(match.start() + skip, match.end(), work, certain=False, exact=True)
