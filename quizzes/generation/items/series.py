"""One row of a table's values, over time or over things, and how questions speak of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from quizzes.generation.facts.table import YEAR
from quizzes.generation.language.dates import MONTHS, dates
from quizzes.generation.language.lexicon import ADJECTIVES, STATES
from quizzes.generation.language.measures import (
    Measure,
    counted,
    generic,
    head_of,
    measure,
    plain,
    quantity,
    singular_of,
    unit,
)
from quizzes.generation.language.words import bag, content, listed
from quizzes.generation.store import Store, by
from quizzes.generation.text.source import Source
from quizzes.generation.types import Evidence, Fact, Question

from .build import LETTERS, finished

OLD = 1990
"""Tables of texts before this year are told in the past."""
FEWEST, LONG = 4, 5
"""So many values make a row to compare; of one thing over time there must be more."""
KNOWN = frozenset(["population", "area", "territory", "GDP", "capital", "currency", "language"])
"""What everybody may know of states without the table."""
_PLACES = bag(
    "countries states regions cities districts provinces areas sectors towns islands governorates republics years months quarters periods decades"
)
"""In these one asks for what is highest; for other things, "for" them."""
_YEARS = r"(?:1[5-9]|20)\d\d ?(?:[–—/-]|to|and) ?(?:(?:1[5-9]|20)\d\d|\d\d)"
_SPAN = re.compile(
    rf",? ?\(?(?:in |from |between |for |over )?(?:the (?:years|period) )?{_YEARS}(?: and {_YEARS})?\)?$"
)
_BY = re.compile(r",? by (?:[a-z]+ ){0,3}[a-z]+$")
_REGION = re.compile(r" (?:in|of|across) (?:the )?[A-ZÀ-Ž][\w’-]*(?: (?:and |of |the )*[A-ZÀ-Ž][\w’-]*)*$")
"""The region of a caption, to which the rows of the table belong."""
_GROUP = re.compile(
    r"Europe|Africa|Asia|America|\b(?:EU|OECD|NATO|ASEAN|CIS|GCC|BRICS|G7|G20)\b|Middle East|Caucasus|Balkans|[Ee]uro ?(?:area|zone)|[Rr]egion"
)
_ARTICLE = re.compile(r"^United |\b(?:Republic|Netherlands|Philippines|Islands|Union|Gambia|Maldives|Bahamas)$")
_SHARE_OF = re.compile(r"(?:share|percentage|proportion|per ?cent|%) of\b", re.IGNORECASE)
"""A head that tells of what it is a share, but not whose."""
_PER_HEAD = re.compile(r"\bper (?:capita|head|person|inhabitant)\b", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:to|from|towards|with)\b")
"""What goes to a country is not in it."""
_PARTS = bag("share proportion percentage total sum average mean amount")
"""Heads that end so are parts or sums of what the caption names: "winter share", "basin total"."""
_WHEN = re.compile(r"(?:,| in| for| \()(?:\s)?((?:1[5-9]|20)\d\d)\)?$")
_DID = re.compile(r"(?:period|year)s? (?:in which|when) (?:it was |they were )?(?P<what>[a-z]+(?:ed|en|un|ut|ld))")
"""The head of the column of times that says what happened then: "Period in which agreed"."""
_YEAR_OF = re.compile(r"^(?:1[5-9]|20)\d\d\b")
"""A head that opens with its year: "2019 revenue"."""


@dataclass(frozen=True)
class Series:
    """Values of one measure for several rows: ``subject`` of each cell is what the question shows."""

    cells: tuple[Fact, ...]
    head: str
    """The head of the column, or the label of the row, as the table has it."""
    measure: Measure
    over: str
    """What the rows are: time, order, entity."""
    noun: str
    where: str = ""
    when: str = ""
    credit: str = ""
    unit: str = ""
    of_name: bool = False
    """Whether the column is headed by a name, so that its unit says what the values are."""
    past: bool = False
    """Whether the table dates what it tells, outside of the question."""

    @property
    def noun_asked(self) -> str:
        return head_of(self.measure.words)

    @cached_property
    def among(self) -> str:
        """ "In which of these years", "For which of these firms"."""
        inside = self.noun.split(" ")[-1] in _PLACES and (self.over == "time" or not _TOWARDS.search(self._words))
        lead = "In" if inside else "For"
        return f"{lead} which of these {self.noun}".rstrip()

    @property
    def _was(self) -> str:
        return (
            self.measure.was
            if self.past or self.over == "time" or self.when
            else "are"
            if self.measure.plural
            else "is"
        )

    def extreme(self, most: str) -> str:
        """The question where the value is highest or lowest."""
        word = self.measure.highest if most == "highest" else self.measure.lowest
        words = f"{self.measure.words}{self.where}{self.counted_in if self.of_name else ''}"
        return f"{self.among} {self._was} {words} {word}{self.when}{self.credit}?"

    @property
    def counted_in(self) -> str:
        """ " (in km³ per year)"; nothing for shares and for what is merely counted."""
        scale = self.unit in ("thousand", "million", "billion")
        if money := re.fullmatch(r"£ ?(million|billion|thousand)", self.unit):
            return f" (in {money[1]}s of pounds)"
        return "" if self.unit in ("", "%") else f" (in {self.unit}{'s' if scale else ''})"

    def swing(self, verb: str) -> str:
        """The question between which times the value changed so."""
        steps = {int(b.subject[:4]) - int(a.subject[:4]) for a, b in pairwise(self.cells) if YEAR.fullmatch(a.subject)}
        which = f"two consecutive {self.noun}" if steps == {1} else f"of these {self.noun}"
        return f"Between which {which} did {self._words}{self.where} {verb}{self.credit}?"

    def moved(self, verb: str, before: str, after: str) -> str:
        """The question for which thing the value changed so from one year to another."""
        return f"{self.among} did {self._words} {verb} between {before} and {after}{self.credit}?"

    def first(self, verb: str, bound: str) -> str:
        """The question when the value first passed a bound."""
        return f"{self.among} did {self._words}{self.where} first {verb} {bound}{self.credit}?"

    def part(self, name: str) -> str:
        """The question what share of the whole belongs to one thing."""
        counted_things = self._words.removeprefix("the number of ")
        whole_of = (
            f"all {counted_things}" if not counted_things.startswith("the ") else f"the total of {counted_things}"
        )
        return f"About what share of {whole_of}{self.where}{self.when} {self._held_by(named(name))}{self.credit}?"

    def _held_by(self, name: str) -> str:
        """ "was agreed in 1950–1960", "fell in 1950–1960", "does Norway account for"."""
        did = _DID.fullmatch(self.cells[0].parts["row"])
        if self.over == "time" or YEAR.match(name):
            return f"was {did['what']} in {name}" if did else f"{'fell' if self.past else 'falls'} in {name}"
        return f"{'did' if self.past else 'does'} {name} account for"

    def share(self, verb: str, before: str, after: str) -> str:
        """The question by how much the value fell, or how large it had become."""
        if verb == "fall":
            return f"By what share did {self._words}{self.where} fall between {before} and {after}{self.credit}?"
        return f"How large {self._was} {self._words}{self.where} in {after}, compared with {before}{self.credit}?"

    def crossing(self, other: Measure) -> str:
        """The question where this measure lies above the other."""
        return f"{self.among} {self._was} {self._words} higher than {other.words}{self.when}{self.credit}?"

    def ranking(self) -> str:
        """The task to put things in order."""
        return f"Put these {self.noun} in order of {self._words}{self.where}{self.counted_in}{self.when}, from the highest to the lowest{self.credit}."

    @property
    def _words(self) -> str:
        return self.measure.words

    def same_sort(self, other: Series) -> bool:
        """Whether both count in the same unit, over the same rows."""
        return (self.over, self.when, self.where, self.unit) == (other.over, other.when, other.where, other.unit)

    def gives(self, *cells: Fact) -> str:
        """What the table says of the cells."""
        return f"The table gives {listed([f'{counted(cell.value, self.unit)} for {named(cell.subject)}' for cell in cells])}."


def series_of(cells: list[Fact], source: Source) -> list[Series]:
    """Every row of values in the table: one for each column of numbers, and of years above places one for each place too."""
    first = cells[0].parts
    states = first["noun"] in ("countries", "states", "member states")
    numbers = [fact for fact in cells if fact.type == "number" and not (states and a_group(fact.subject, cells))]
    columns = by(numbers, lambda fact: fact.relation)
    if first["columns"] != "time":
        found = [column(head, own, source) for head, own in columns.items()]
    else:
        last = list(columns)[-1:]
        found = [of_caption(head, columns[head], source, "entity", first["noun"], dated=f" in {head}") for head in last]
        long = len(columns) >= LONG and first["noun"] in _PLACES
        rows = by(numbers, lambda fact: fact.subject) if long else {}
        for name, own in rows.items():
            turned = [replace(fact, subject=fact.relation) for fact in own]
            where = f" in {named(name)}"
            found.append(of_caption(name, turned, source, "time", "years", where=where))
    told = (f"{f.subject} {f.relation} {f.parts['title']} {f.value if f.type == 'text' else ''}" for f in cells)
    dated = any(map(dates, told))
    year = source.document.metadata.year or source.written
    old = "" if dated or year >= OLD else f", published in {year}"
    return [
        replace(series, past=dated or year < OLD, credit=f"{series.credit}{old if title_of(first) else ''}")
        for series in found
        if series and len(series.cells) >= FEWEST
    ]


def title_of(parts: Mapping[str, str]) -> str:
    """The caption as questions show it, without the years it covers."""
    return _SPAN.sub("", plain(parts["title"]))


def a_group(label: str, cells: list[Fact]) -> bool:
    """Whether the label names several of the states that stand beside it: "Baltic region", "Peru and Chile"."""
    if label.removeprefix("The ") in STATES:
        return False
    joined = label.split(" and ")
    if len(joined) > 1 and label not in STATES and all(part in STATES for part in joined):
        return True
    return bool(_GROUP.search(label)) and any(fact.subject in STATES for fact in cells)


def named(label: str) -> str:
    """The label as it stands in a sentence: "Peru", "the United States"."""
    return f"the {label.removeprefix('The ')}" if _ARTICLE.search(label.removeprefix("The ")) else label


def column(head: str, cells: list[Fact], source: Source) -> Series | None:
    """A column under a measure of its own, or under a head that leaves that to the caption."""
    parts = cells[0].parts
    words = of_each(common(_YEAR_OF.sub("", _WHEN.sub("", plain(head))).strip(), source), parts["title"])
    if generic(words):
        return of_caption(head, cells, source, parts["rows"], parts["noun"], dated=when(head))
    counted_in = unit(head) or percent(cells)
    measured = measure(words, source.inside, counted_in)
    named_so = bool(measured and is_a_name(head_of(measured.words)) and parts["title"])
    one_of_kinds = bool(unit(parts["title"])) and not counted_in and not names_measure(words, parts["title"])
    if named_so or partial(words) or one_of_kinds:
        counted_in = counted_in or unit(parts["title"])
        measured = completed(words, parts["title"], source, counted_in, named_so=named_so)
    if measured is None or _SHARE_OF.match(words) or not (parts["title"] or re.search(r"[A-ZÀ-Ž]", words[1:])):
        return None
    return Series(
        in_time(cells, parts["rows"]), head, measured, parts["rows"], parts["noun"],
        when=when(head) or ("" if parts["rows"] == "time" else when(parts["title"])),
        credit=f", according to {table(cells[0])}", unit=counted_in, of_name=named_so,
    )  # fmt: skip


def common(words: str, source: Source) -> str:
    """The head with a small first letter, where its first word stands so in the text."""
    first = words.split(" ")[0]
    name = first in STATES or first in ADJECTIVES or first in MONTHS
    return words if name or first.casefold() not in source.small_words else f"{words[:1].casefold()}{words[1:]}"


def of_each(words: str, title: str) -> str:
    """The head with "per head", where only the caption says so: "wealth per head"."""
    told = _PER_HEAD.search(title)
    return f"{words} per head" if told and words and not _PER_HEAD.search(words) else words


def names_measure(words: str, title: str) -> bool:
    """Whether a head says itself what the caption measures: "Total exports" under "Exports of Norway"."""
    return bool(content(words) & content(plain(title)))


def partial(words: str) -> bool:
    """Whether a head names a part or a sum of something that it does not name itself: "winter share"."""
    return (
        len(words.split()) > 1 and head_of(words).casefold() in _PARTS and not re.search(r" (?:of|in|on|for) ", words)
    )


def completed(words: str, title: str, source: Source, counted_in: str, *, named_so: bool) -> Measure | None:
    """The head with what the caption measures: "the mean runoff for the Vistula", "the winter share of releases"."""
    whole_of = quantity(_BY.sub("", _SPAN.sub("", plain(title))), source.inside, counted_in)
    if whole_of is None:
        return None
    if named_so:
        return Measure(f"{whole_of.words} for {source.with_article(words)}", whole_of.plural)
    if not partial(words):
        return Measure(f"{whole_of.words} ({source.inside(words)})", whole_of.plural)
    return Measure(f"the {source.inside(words)} of {re.sub('^the (?:number of )?', '', whole_of.words)}", plural=False)


def is_a_name(noun: str) -> bool:
    """Whether a column is headed by a name, of which the caption says what is measured: "Vistula", but not "GDP"."""
    return noun[:1].isupper() and not noun.isupper()


def when(head: str) -> str:
    """ " in 2019" for a head or a caption that begins or ends with the year."""
    found = _YEAR_OF.search(plain(head)) or _WHEN.search(plain(head))
    return f" in {found.group().strip(' ,()').split()[-1]}" if found else ""


def of_caption(
    head: str, cells: list[Fact], source: Source, over: str, noun: str, *, where: str = "", dated: str = ""
) -> Series | None:
    """Values of what the caption names."""
    title = _BY.sub("", _SPAN.sub("", plain(cells[0].parts["title"])))
    words = _BY.sub("", _WHEN.sub("", title))
    inside_it = where or (over == "entity" and noun in _PLACES)
    share = unit(head) == "%" and unit(cells[0].parts["title"]) != "%"
    counted_in = "%" if share else unit(cells[0].parts["title"]) or unit(head) or percent(cells)
    measured = measure(_REGION.sub("", words) if inside_it else words, source.inside, counted_in)
    if measured is None:
        return None
    if share and not measured.words.startswith("the share "):
        measured = Measure(f"the share of {re.sub('^the (?:number of )?', '', measured.words)}", plural=False)
    return Series(
        in_time(cells, over), head, measured, over, noun, where, dated or when(title), f", according to {source.voice}", counted_in
    )  # fmt: skip


def percent(cells: list[Fact]) -> str:
    """ "%" where every cell gives a share."""
    return "%" if all(re.search(r"%|per ?cent", fact.value) for fact in cells) else ""


def table(cell: Fact) -> str:
    """How a question calls the table: by its caption, or by the part of the text where it stands."""
    title, section = title_of(cell.parts), cell.parts["section"].rstrip(".")
    return f"the table “{title}”" if title else f"the table in “{section}”" if section else "the table"


def in_time(cells: list[Fact], over: str) -> tuple[Fact, ...]:
    """The cells, the earliest first where the table begins with the latest; steps with what they are steps of."""
    if over == "order" and (noun := cells[0].parts["noun"]):
        return tuple(replace(fact, subject=f"{fact.subject} {singular_of(noun)}") for fact in cells)
    backwards = over == "time" and cells[0].subject > cells[-1].subject and YEAR.fullmatch(cells[0].subject)
    return tuple(cells[::-1] if backwards else cells)


def whole(cell: Fact, store: Store) -> Evidence:
    """The whole table: a comparison rests on all of its rows."""
    text = store.blocks[cell.evidence.block].text
    return Evidence(cell.evidence.block, 0, len(text), text)


def explained(made: Question, answer: str, reason: str, cell: Fact) -> Question:
    """The question with the cells that decide it in its feedback."""
    return replace(made, feedback=f"{answer} {reason} See {table(cell)}.".strip())


def ordered(stem: str, lot: list[Fact], fact: Fact, why: Callable[[Fact], str], store: Store) -> Question:
    """The rows of a table to be put into the order of the lot."""
    shown = list(lot)
    store.chance("ordered", stem, *(row.subject for row in lot)).shuffle(shown)
    ids = {row.subject: LETTERS[n] for n, row in enumerate(shown)}
    rows = [
        {"id": ids[row.subject], "text": row.subject, "why": why(row), "evidence": row.evidence.to_dict()}
        for row in shown
    ]
    data = {"items": rows, "order": [ids[row.subject] for row in lot]}
    made = Question(
        "ordering", "table", "apply", stem, data, fact.evidence, fact.section, "", (fact,), document=fact.document
    )  # fmt: skip
    return finished(made, store.source(fact), "")
