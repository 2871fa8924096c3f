"""The lines of a title page told apart: persons, institutions, dates, kinds; what is left is the title."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from .looks import ADDRESS, heading_like, words
from .names import BY, DATE, LONE_YEAR, ORGANISATION, iso_date, people
from .piece import Piece
from .types import Metadata, Person

KIND = re.compile(
    r"\b(research paper|working paper|policy paper|policy brief(?:ing)?|briefing(?: paper| note)?|discussion paper|occasional paper|"
    r"commentary|comment|opinion|op-ed|report|white paper|research article|journal article|review article|article|essay|"
    r"(?:master(?:['’]s|s)?|bachelor(?:['’]s|s)?|doctoral|phd|ph\.d\.) (?:thesis|dissertation)|thesis|dissertation|book chapter)\b",
    re.IGNORECASE,
)
KIND_LAST = re.compile(rf"\s{KIND.pattern}$", re.IGNORECASE)
EDITORS = re.compile(r"^(?:edited by|editors?:|eds?\.:?)\s*", re.IGNORECASE)
SUPERVISOR = re.compile(r"^(?:supervis(?:or|ed by)|advis[oe]r|tutor)s?\s*:?\s*", re.IGNORECASE)
CHAPTER = re.compile(r"^(?:chapter\s+)?(\d{1,3}|[IVXL]{1,6})\.?$", re.IGNORECASE)
DEGREE = re.compile(r"\b(?:master|bachelor|doctor)(?:['’]?s)?\b.*\b(?:degree|of|in)\b", re.IGNORECASE)
NUMBERS = re.compile(r"\b(?:issn|isbn|doi)\b", re.IGNORECASE)
ASKING = r"(?:What|Who|Whose|Why|How|When|Where|Which|Is|Are|Do|Does|Did|Can|Could|Will|Would|Should|Has|Have)\s"
INTERROGATIVE = re.compile(ASKING)
QUESTION = re.compile(rf"(?<=[^\s:?])\s+(?={ASKING})")
UNIT = re.compile(r"\b(?:Programme|Program|Department|Faculty|University|School|College)\b")
SENTENCE_WORDS = re.compile(r"\b(?:by|on|what|how|why)\b", re.IGNORECASE)
OWNER = re.compile(rf"(?:^|[\s|,–—-]+)((?:[A-Z]{{2,}}|[A-Z][a-z]+)\s+(?:{ORGANISATION.pattern}))$")
PARTS = re.compile(r"\s*[,|;·•–—]\s+|\s*\|\s*")
VOLUME = re.compile(r"\b(?:vol(?:ume|\.)?\s*\d|no\.\s*\d|issue\s+\d|\d{1,3}\s*\(\d{1,3}\)\s*[:,])", re.IGNORECASE)
PERIODICAL = re.compile(
    r"\b(?:Journal|Review|Quarterly|Studies|Bulletin|Magazine|Gazette|Proceedings|Yearbook|Papers|Series|Affairs)\b"
)
JOURNAL = re.compile(
    r"(?:The\s+)?(?:[A-Z][\w-]+\s+){0,4}(?:Journal|Review|Quarterly|Bulletin|Gazette|Proceedings|Yearbook|Papers)\b(?:\s+(?:of|on|for|in)\s+[A-Z].{0,60})?$"
)
LABEL = re.compile(
    r"(?:^|(?<=\s))(?:authors?|date|published(?: on)?|publication date|publisher|institution|institute|affiliation)\s*:\s",
    re.IGNORECASE,
)
MONTH_IN_DIGITS = re.compile(r"^[a-z ]+:\s*((?:19|20)\d\d)-(0[1-9]|1[0-2])$", re.IGNORECASE)
FEWEST = 3
MOST_OF_A_NAME, MOST_OF_A_BODY = 6, 10
BRACKETS = re.compile(r"\s*\(([^()]*)\)")
SHORT_FORM = re.compile(r"\s*\([A-Z][A-Z-]+\)")
SMALL_JOINTS = re.compile(r"(?<=\s)(?:And|Of|In|The|For|On|At|To)\b")


class TitlePage:
    """Reads a title page line by line, each line by the first rule that knows it."""

    def __init__(self, front: Sequence[Piece], text: Sequence[Piece]) -> None:
        self.front = [part for piece in front for part in _labelled(piece)]
        self.text = text
        self.small_words = _small_words(text)
        self.found = Metadata()
        self.loose: list[Piece] = []
        self.heading: Piece | None = None

    def read(self, author_notes: Sequence[str], title_known: bool) -> Metadata:
        """The metadata of the page and of the notes that say who the authors are."""
        for piece in self.front:
            if not any(rule(self, piece) for rule in RULES):
                self.loose.append(piece)
        title = self._chosen_title() if not title_known else None
        self.heading = self._first_heading(title)
        self._set(affiliations=(*self.found.affiliations, *author_notes))
        if title:
            self.loose.remove(title)
            self._title(title.text)
            self._second_line(title)
        self._container()
        return self.found

    def _labelled_month(self, piece: Piece) -> bool:
        month = MONTH_IN_DIGITS.match(piece.text) if LABEL.match(piece.text) else None
        return month is not None and self._set(date=f"{month[1]}-{month[2]}", year=int(month[1]))

    def _set(self, **values: object) -> bool:
        self.found = replace(self.found, **values)  # type: ignore[arg-type]
        return True

    def _chapter(self, piece: Piece) -> bool:
        number = CHAPTER.match(piece.text)
        return bool(number) and len(self.front) > 1 and self._set(chapter=number[1] if number else None)

    def _editors(self, piece: Piece) -> bool:
        found = EDITORS.match(piece.text)
        return bool(found) and self._set(editors=people(EDITORS.sub("", piece.text)))

    def _supervisor(self, piece: Piece) -> bool:
        found = SUPERVISOR.match(piece.text)
        return bool(found) and self._set(supervisor=SUPERVISOR.sub("", piece.text).strip() or None)

    def _heading(self, piece: Piece) -> bool:
        """A marked heading is a title or a container, never one of the lines below."""
        if piece.kind == "heading":
            self.loose.append(piece)
        return piece.kind == "heading"

    def _degree(self, piece: Piece) -> bool:
        text = piece.text
        if not DEGREE.search(text) or len(words(text)) > 14:
            return False
        shown = (
            re.sub(r"(?<=[’'])S\b", "s", SMALL_JOINTS.sub(lambda m: m[0].lower(), text.title()))
            if text.isupper()
            else text
        )
        level = next((name for name in ("master", "bachelor", "doctor") if name in text.lower()), "")
        kind = {"master": "master's thesis", "bachelor": "bachelor's thesis", "doctor": "doctoral thesis"}[level]
        return self._set(degree=shown, kind=kind)

    def _authors(self, piece: Piece) -> bool:
        known = self.found.authors if self._has_own_affiliation(piece) else ()
        homes = [home for home in BRACKETS.findall(piece.text) if _organisation(home)]
        text = BRACKETS.sub("", piece.text) if homes else piece.text
        other = ORGANISATION.search(text) or PERIODICAL.search(text) or (self.found.authors and not known)
        persons = () if other else people(text)
        named = bool(persons) and self._are_names(persons, text)
        return named and self._set(authors=(*known, *persons), affiliations=(*self.found.affiliations, *homes))

    def _beside(self, piece: Piece, step: int) -> Piece | None:
        own = next((i for i, other in enumerate(self.front) if other is piece), None)
        place = -1 if own is None else own + step
        return self.front[place] if 0 <= place < len(self.front) else None

    def _has_own_affiliation(self, piece: Piece) -> bool:
        """Between two institutions: authors with an institution below each name."""
        above, below = self._beside(piece, -1), self._beside(piece, 1)
        return bool(above and below and _organisation(above.text) and _organisation(below.text))

    def _is_affiliation(self, piece: Piece) -> bool:
        """An institution below one of several names that have one each."""
        if not _organisation(piece.text):
            return False
        near = [self._beside(piece, -1), self._beside(piece, 1)]
        return any(other and people(other.text) and self._has_own_affiliation(other) for other in near)

    def _are_names(self, persons: Sequence[Person], text: str) -> bool:
        """A word that the text also writes in small letters makes a short title, not a name."""
        names = " ".join(f"{p.given or ''} {p.family or ''}" for p in persons).split()
        small = sum(name.lower() in self.small_words for name in names)
        return bool(BY.match(text)) or small * 3 < len(names)

    def _byline(self, piece: Piece) -> bool:
        """Authors, institution and date in one line, parted by commas or bars."""
        parts = [
            replace(piece, text=part.strip()) for part in PARTS.split(DATE.sub(" | ", piece.text)) if part.strip(" ,.")
        ]
        dated = iso_date(piece.text)
        if (
            len(parts) + bool(dated) < 2
            or len(words(piece.text)) > 25
            or not (self._authors(parts[0]) if parts else False)
        ):
            return False
        for part in parts[1:]:
            if not (self._institution(part) or self._kind(part)):
                more = people(part.text)
                self._set(authors=(*self.found.authors, *more))
        return self._set(date=dated, year=int(dated[:4])) if dated else True

    def _corporate(self, piece: Piece) -> bool:
        """Behind "by" stands a body where no person does; its short form and its place are left out."""
        by = BY.match(piece.text)
        name = SHORT_FORM.sub("", piece.text[by.end() :]) if by else ""
        body = name.partition(", ")[0]
        name = body if _organisation(body) else name
        if not re.search(r"\b[A-Z]", name) or len(words(name)) > (MOST_OF_A_BODY if name is body else MOST_OF_A_NAME):
            return False
        return self._set(corporate_author=name[0].upper() + name[1:])

    def _journal(self, piece: Piece) -> bool:
        """The journal's own line, with volume, number and pages."""
        found = VOLUME.search(piece.text)
        name = piece.text[: found.start()].strip(" ,.;(|–—-") if found else ""
        if not found or len(words(piece.text)) > 20:
            return False
        year = re.search(r"\b(?:19|20)\d\d\b", piece.text[found.start() :])
        if year and not self.found.year:
            self._set(year=int(year[0]), date=self.found.date or year[0])
        title = SMALL_JOINTS.sub(lambda m: m[0].lower(), name.title()) if name.isupper() else name
        return self._set(container=title or None, kind=self.found.kind or "journal article")

    def _numbers(self, piece: Piece) -> bool:
        """A line with an ISSN names the journal before it."""
        number = re.search(r"\bissn\b", piece.text, re.IGNORECASE)
        name = piece.text[: number.start()].strip(" ,.;(|–—-") if number else ""
        return bool(name) and self._set(container=self.found.container or name)

    def _kind(self, piece: Piece) -> bool:
        kind = KIND.search(piece.text)
        mostly = kind is not None and len(kind[0]) >= 0.5 * len(piece.text)
        return mostly and self._set(kind=self.found.kind or (kind[0].lower() if kind else None))

    def _date(self, piece: Piece) -> bool:
        """A date, alone or with an institution or kind before or after it."""
        date = iso_date(piece.text)
        if not date or len(words(piece.text)) > 10:
            return False
        self._set(date=date, year=int(date[:4]))
        for part in LONE_YEAR.sub(" ", DATE.sub(" ", piece.text)).split("|"):
            rest = self._without_kind(replace(piece, text=part.strip(" ,;·•–—-")))
            if rest.text and not (self._kind(rest) or self._institution(rest)):
                self._authors(rest)
        return True

    def _without_kind(self, piece: Piece) -> Piece:
        """The line without the kind that ends it: "Institute for Public Works commentary"."""
        kind = KIND_LAST.search(piece.text)
        if not kind or not ORGANISATION.search(piece.text[: kind.start()]):
            return piece
        self._set(kind=self.found.kind or kind[1].lower())
        return replace(piece, text=piece.text[: kind.start()].rstrip(" ,;·•–—-"))

    def _address(self, piece: Piece) -> bool:
        return bool(ADDRESS.search(piece.text) or NUMBERS.search(piece.text))

    def _institution(self, piece: Piece) -> bool:
        text = piece.text
        if self._is_affiliation(piece):
            return self._set(affiliations=(*self.found.affiliations, text))
        if not _organisation(text) or SENTENCE_WORDS.search(text) or text.endswith("?") or len(words(text)) > 14:
            return False
        if UNIT.search(text):
            return self._set(affiliations=(*self.found.affiliations, text))
        return self._set(publisher=f"{self.found.publisher}, {text}" if self.found.publisher else text)

    def _chosen_title(self) -> Piece | None:
        marked = [piece for piece in self.loose if piece.kind == "heading"]
        ranked = sorted(
            self.loose, key=lambda piece: (bool(JOURNAL.match(piece.text)), len(words(piece.text)) < FEWEST)
        )
        return next(iter(marked or ranked), None)

    def _first_heading(self, title: Piece | None) -> Piece | None:
        """The last line above the text, if no rule knows it and it is not the title, is the heading of the text."""
        last = self.front[-1] if self.front else None
        if last is None or last is title or last not in self.loose or not heading_like(last):
            return None
        self.loose.remove(last)
        return last

    def _title(self, text: str) -> None:
        text = self._without_signature(text)
        title, subtitle = split_title(text, self.text)
        self._set(title=title, subtitle=subtitle)

    def _without_signature(self, text: str) -> str:
        """A title line may end with who writes, what it is and when: each is read and cut off."""
        date = iso_date(text[-30:])
        if date and not self.found.date:
            self._set(date=date, year=int(date[:4]))
            text = DATE.sub("", text).rstrip(" ,|–—-")
            kind = re.search(rf"[\s,|]+{KIND.pattern}$", text, re.IGNORECASE)
            if kind:
                self._set(kind=self.found.kind or kind[1].lower())
                text = text[: kind.start()].rstrip(" ,|–—-")
            if owner := OWNER.search(text):
                self._set(corporate_author=owner[1])
                text = text[: owner.start()].rstrip(" ,|–—-")
        return text

    def _second_line(self, title: Piece) -> None:
        """The line right below the title goes on with it, if nothing else is known of it."""
        after = self.front[self.front.index(title) + 1 :][:1]
        if after and after[0] in self.loose and after[0].kind == title.kind == "text" and not self.found.subtitle:
            self.loose.remove(after[0])
            self._set(subtitle=after[0].text)

    def _container(self) -> None:
        """A second heading and the lines below it name the book, where there are editors or a chapter number."""
        if self.loose and (self.found.editors or self.found.chapter):
            self._set(container=": ".join(piece.text for piece in self.loose))
        journal = next((piece.text for piece in self.loose if JOURNAL.match(piece.text)), None)
        if journal and not self.found.container:
            self._set(container=journal, kind=self.found.kind or "journal article")
        if self.found.chapter and not self.found.kind:
            self._set(kind="book chapter")


RULES: tuple[Callable[[TitlePage, Piece], bool], ...] = (
    TitlePage._chapter,
    TitlePage._editors,
    TitlePage._supervisor,
    TitlePage._heading,
    TitlePage._labelled_month,
    TitlePage._journal,
    TitlePage._numbers,
    TitlePage._degree,
    TitlePage._kind,
    TitlePage._authors,
    TitlePage._byline,
    TitlePage._corporate,
    TitlePage._date,
    TitlePage._address,
    TitlePage._institution,
)


def _labelled(piece: Piece) -> list[Piece]:
    """The parts of a paragraph in which a label opens each line: "Author: Ada Orr Date: 2024-03"."""
    starts = [label.start() for label in LABEL.finditer(piece.text)]
    if piece.kind == "heading" or len(starts) < 2 or starts[0] != 0:
        return [piece]
    cuts = pairwise([*starts, len(piece.text)])
    return [replace(piece, text=piece.text[start:end].strip()) for start, end in cuts]


def _organisation(text: str) -> bool:
    return bool(ORGANISATION.search(text.title() if text.isupper() else text))


def split_title(text: str, pieces: Sequence[Piece]) -> tuple[str, str | None]:
    """Title and subtitle, parted by a colon, or before a question that runs on from the title without one."""
    if ": " in text:
        title, _, subtitle = text.partition(": ")
        return title, subtitle
    if not text.endswith("?") or INTERROGATIVE.match(text):
        return text, None
    question = QUESTION.search(text)
    cut = question.start() if question else _seam(text, pieces)
    return (text[:cut], text[cut:].strip()) if cut else (text, None)


def _seam(text: str, pieces: Sequence[Piece]) -> int:
    """Where two words meet that never meet in the document, the second one with a capital; 0 where there is no such place."""
    found = list(re.finditer(r"[\w’'–-]+", text))
    whole = " ".join(" ".join(re.findall(r"[\w’'–-]+", piece.text)) for piece in pieces).casefold()
    for left, right in pairwise(found):
        joint = right[0][0].isupper() and left[0][0].isupper() and right.start() - left.end() == 1
        if joint and f"{left[0]} {right[0]}".casefold() not in whole:
            return left.end()
    return 0


def _small_words(pieces: Sequence[Piece]) -> set[str]:
    """Words that the text writes in small letters, so that none of them is a name."""
    return {word for piece in pieces for word in re.findall(r"[^\W\d_]+", piece.text) if word.islower()}
