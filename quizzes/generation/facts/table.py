"""Cells of tables: of what or when (subject), what is measured or said of it (relation), and the cell (value).

A table is turned until its rows name things or times, and its columns measures, or years of one measure. Rows of other kinds
(totals, forecasts, groups among states) are left out, and so are tables with merged cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizzes.generation.language.dates import MONTHS, dates
from quizzes.generation.language.lexicon import STATES
from quizzes.generation.language.measures import is_plural, plural_of
from quizzes.generation.text.sentences import asked_sections
from quizzes.generation.text.source import Source
from quizzes.generation.types import Evidence, Fact
from readings.documents.types import Block, Section

FEWEST_ROWS, LONGEST_CELL, STATES_SHARE, ANNOUNCED, LONGEST_TITLE = 4, 160, 0.6, 500, 16
_ANNOUNCED = re.compile(
    r"\b[Tt]able(?: below| above| \d+)? (?:shows|summari[sz]es|gives|lists|presents|sets out|sums up|brings together|traces|records|"
    r"reports|provides|indicates|compares|contains) (?:the )?(?P<what>[^.;:]{8,120})"
)
_GLUED = r"(?:bn|mn?|k|km|MW|GW|%|m³|km²)"
_DIGITS = r"(?:\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|0\.\d+|\d+(?:[.,]\d{1,2})?)"
NUMBER = re.compile(
    r"^(?P<about>(?:about|around|approximately|approx\.?|c\.?a?\.?|circa|over|nearly|almost|more than|some|~|≈) ?)?"
    rf"(?P<sign>[–−+-])?(?:US|A|C)?[$€£]? ?(?:(?P<low>{_DIGITS}) ?[–-] ?)?(?P<digits>{_DIGITS})(?:{_GLUED}\b|%)?"
    rf"(?: (?!{'|'.join(MONTHS)})[A-Za-z%$€£²³]+\.?){{0,2}}(?: or (?:more|less))?$"
)
_SCALES = {"thousand": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_MISSING = re.compile(r"(?:[–—.…\s-]*|n\.? ?/?a\.?|\?|not available|no data|unknown)", re.IGNORECASE)
_HALF = re.compile(r"^[)}\]]|^\W+$")
"""What is left of a bracket that joins several rows."""
_SERIAL = re.compile(r"(?:no\.?|nr\.?|#|rank|ranking|code)?", re.IGNORECASE)
_MARKS = re.compile(r"(?:\[\^?\w+\]|[*†‡¹²³]|\^\w+)+$")
"""Marks of notes behind a label or a cell."""
_LEADERS = re.compile(r"(?:\s*(?:\.{2,}|…+)|\s\.)+\s*$")
"""Dots that lead the eye from a label to its number."""
_UNIT_BEHIND = re.compile(
    r"(?P<what>[A-Z][a-z]+(?: [a-z]+)*?) (?:(?P<in>in )?(?P<scale>[Tt]housand|[Mm]illion|[Bb]illion)s? of (?P<of>[$£€]|[A-Za-z]+)|"
    r"(?P<inside>in )?(?P<unit>[Pp]ounds|[Dd]ollars|[Mm]iles|[Aa]cres|[Tt]ons))"
)
"""A head that gives its unit without a comma: "Income Millions of £", "Wealth in Pounds", "Railways Miles"."""
_OF_YEAR = re.compile(r"(?:1[5-9]|20)\d\d [A-Z]")
"""A row that tells its own year: "1911 Norway"."""
_DITTO = re.compile(r"^\W*[\"″〃”]|\s[\"″〃”]\W*$")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+")
_DATED = re.compile(r"(?:date|dates|year|time|when|period)", re.IGNORECASE)
YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[–/-]\d{2,4})?")
_ONE_YEAR = re.compile(r"\d{4}(?:[–/-]\d\d)?")
_ORDINAL = re.compile(
    r"(?:(?:phase|stage|round|step|wave|part|period|no\.?) )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)?|[IVX]+)",
    re.IGNORECASE,
)
_APART = re.compile(
    r"^(?:grand |sub-?)?totals?\b|\btotal$|^all(?: (?:of )?(?:the )?[a-z]+)?$|^overall\b|^(?:the )?(?:world|global)(?: (?:total|average))?$|\baverage\b|"
    r"\bmean$|\bmedian\b|^sum\b|^others?\b|^(?:the )?rest\b|\bremaining\b|\bunknown\b|^of which\b|"
    r"\b(?:expected|forecast|projected|projections?|planned|estimated?|targets?|changes?|differences?|increase|decrease)\b",
    re.IGNORECASE,
)
"""Rows and columns that hold other things than their neighbours: sums, remainders, hopes."""
_TOTAL = re.compile(r"(?:grand )?total|all|sum|overall", re.IGNORECASE)
_DERIVED = re.compile(
    r"\b(?:cumulative|running total|to date|changes?|differences?|rank|ranking|cf|compared)\b|[±+]/?[-–]", re.IGNORECASE
)
"""Columns that follow from others, or add up and so are highest in their last row."""
_COUNTRY = re.compile(
    r"(?:member |partner |host |exporting |importing )?(?:country|state|nation|republic|economy)s?", re.IGNORECASE
)
_MEASURES = re.compile(r"(?:indicators?|items?|measures?|variables?|parameters?|series|data|)", re.IGNORECASE)
"""Heads of a first column whose rows measure different things."""
_ORIGIN = re.compile(r"\bby (?:country|state)(?P<of> of [a-z]+)")
_BY = re.compile(r"\bby (?:main |major |type of |selected )*(?P<kind>[a-z]+(?: [a-z]+)?)\b")


@dataclass(frozen=True, slots=True)
class Axis:
    """The labels of the rows or of the columns, and what they are: times, steps, things or measures."""

    labels: tuple[str, ...]
    kind: str
    noun: str
    """What a question calls them in the plural: "years", "countries"; empty where the table does not tell."""
    head: str = ""
    """The head of their column, in small letters."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that can be asked about; ``cells[row][column]`` with the line it stands in."""

    rows: Axis
    columns: Axis
    cells: tuple[tuple[str, ...], ...]
    lines: tuple[tuple[int, ...], ...]
    """For each cell the number of its row in the block."""
    totals: tuple[str, ...] = ()
    """For each column its sum, where the table has a row for it."""

    def turned(self) -> Grid:
        cells, lines = (tuple(zip(*part, strict=True)) for part in (self.cells, self.lines))
        return Grid(self.columns, self.rows, cells, lines)


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A fact for each cell of each table that can be asked about."""
    for section in asked_sections(source.document):
        for number, block in enumerate(section.blocks):
            if block.kind == "table":
                before = section.blocks[number - 1].text if number else ""
                yield from of_table(
                    replace(block, caption=block.caption or announced(before) or headline(before)),
                    section,
                    source,
                    refused,
                )


def announced(before: str) -> str:
    """What the sentences before a table without a caption say that it shows."""
    found = _ANNOUNCED.search(before[-ANNOUNCED:])
    return re.split(r",| as | which | that | in which ", found["what"])[0].strip() if found else ""


def headline(before: str) -> str:
    """The line above a table, where it is a title: few words, each with a capital, as old books print it."""
    words = before.rstrip(" .").split()
    titled_so = 2 <= len(words) <= LONGEST_TITLE and all(word[0].isupper() for word in words if len(word) > 3)
    return " ".join(words) if titled_so and not re.search(r"[.;:!?]", " ".join(words)) else ""


def of_table(block: Block, section: Section, source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """The facts of one table."""
    grid = grid_of(block)
    if grid is None:
        refused["table: merged, missing or too few cells"] += 1
        return
    if grid.rows.kind == "measure":
        refused["table: rows that measure different things"] += 1
        return
    if len({label[:4] for label in grid.rows.labels if _OF_YEAR.match(label)}) > 1:
        refused["table: rows of different years"] += 1
        return
    for column, name in enumerate(grid.columns.labels):
        cells = [row[column] for row in grid.cells]
        told = [(row, cell) for row, cell in enumerate(cells) if not _MISSING.fullmatch(cell)]
        if any(_HALF.search(cell) or _DITTO.search(cell) for _, cell in told):
            refused["table: merged, missing or too few cells"] += 1
            continue
        if len(told) < FEWEST_ROWS or any(len(cell) > LONGEST_CELL for _, cell in told):
            refused["table: column with gaps or long cells"] += 1
            continue
        numbers = all(NUMBER.match(cell) for _, cell in told) and not all(YEAR.fullmatch(cell) for _, cell in told)
        for row, cell in told:
            yield Fact(
                "table", grid.rows.labels[row], name, cell, "number" if numbers else "text",
                evidence_of(block, grid.lines[row][column]), section.id, source.index,
                parts={
                    "block": block.id, "title": titled(block), "section": section.title or "",
                    "rows": grid.rows.kind, "noun": grid.rows.noun, "row": grid.rows.head, "columns": grid.columns.kind,
                    "total": grid.totals[column] if grid.totals else "",
                },
            )  # fmt: skip


def grid_of(block: Block) -> Grid | None:
    """The table as a grid, turned so that its rows are what is compared; None when cells are merged, missing or too few."""
    header, rows = (
        [parted(unmarked(cell)) for cell in block.header],
        [[unmarked(cell) for cell in row] for row in block.rows],
    )
    if len(header) < 2 or any(len(row) != len(header) for row in rows):
        return None
    if len(header) > 2 and _SERIAL.fullmatch(header[0]) and all(re.fullmatch(r"\d{1,2}\.?", row[0]) for row in rows):
        header, rows = header[1:], [row[1:] for row in rows]
    if _DATED.fullmatch(header[0]) and len(header) > 2 and tells_events([row[1] for row in rows]):
        header, rows = second_first(header), [second_first(row) for row in rows]
    labels, heads = [_NUMBERED.sub("", row[0]) for row in rows], header[1:]
    if not all(labels) or not all(heads) or len({*labels}) < len(labels) or len({*heads}) < len(heads):
        return None
    lines = tuple((number,) * len(heads) for number in range(len(rows)))
    caption = block.caption or ""
    grid = Grid(
        replace(axis_of(labels, header[0], caption), head=small(header[0])), axis_of(heads, "", caption, columns=True), tuple(tuple(row[1:]) for row in rows), lines
    )  # fmt: skip
    grid = comparable(grid.turned() if turns(grid) else grid)
    return grid if len(grid.rows.labels) >= FEWEST_ROWS and grid.columns.labels else None


def tells_events(cells: list[str]) -> bool:
    """Whether the cells behind dates say what happened: then they are what the rows are about."""
    return len({*cells}) == len(cells) and all(len(cell.split()) > 1 and not NUMBER.match(cell) for cell in cells)


def second_first(row: list[str]) -> list[str]:
    """The row with its first two cells exchanged."""
    return [row[1], row[0], *row[2:]]


def turns(grid: Grid) -> bool:
    """Whether the columns are what is compared: years above measures, or states above measures or years."""
    return (grid.rows.kind, grid.columns.kind) in (("measure", "time"), ("measure", "entity"), ("time", "entity"))


def unmarked(cell: str) -> str:
    """The cell without marks of notes and the dots behind it."""
    return _LEADERS.sub("", _MARKS.sub("", cell.strip()).strip())


def parted(head: str) -> str:
    """The head with a comma before its unit: "Income, £ million" for "Income Millions of £"."""
    found = _UNIT_BEHIND.fullmatch(head)
    if not found:
        return head
    if scale := found["scale"]:
        words = [scale.casefold(), found["of"]]
        return f"{found['what']}, {' '.join(words if found['of'].isalpha() else reversed(words))}"
    plainly = found["inside"] or (" " not in found["what"] and is_plural(found["what"]))
    return f"{found['what']}, {found['unit'].casefold()}" if plainly else head


def axis_of(labels: list[str], head: str, caption: str, *, columns: bool = False) -> Axis:
    """What the labels are, by their form, by the head of their column, and by the caption."""
    told = tuple(labels)
    plain = [label for label in labels if not _APART.search(label)]
    states = sum(label in STATES for label in plain) >= STATES_SHARE * len(plain)
    name = plural_of(small(head)) if re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,2}", head) else ""
    if sum(is_time(label) for label in plain) >= max(2, len(plain) if not columns else 2):
        years = all(_ONE_YEAR.fullmatch(label) for label in plain if is_time(label))
        return Axis(told, "time", "years" if years else "periods" if name == "years" else name or "periods")
    if plain and all(_ORDINAL.fullmatch(label) for label in plain):
        return Axis(told, "order", name)
    if plain and states:
        origin = _ORIGIN.search(caption)
        one_word = name if " " not in head else ""
        other = f"countries{origin['of']}" if origin else one_word if name else "countries"
        return Axis(told, "entity", name if _COUNTRY.fullmatch(head) else other)
    by = _BY.search(caption)
    if by and is_plural(plural_of(by["kind"])) and (columns or _MEASURES.fullmatch(head) or small(head) == by["kind"]):
        return Axis(told, "measure" if columns else "entity", plural_of(by["kind"]))
    return Axis(told, "measure" if columns or _MEASURES.fullmatch(head) else "entity", name)


def small(head: str) -> str:
    """The head as it stands inside a sentence, short forms kept."""
    return " ".join(word if word.isupper() and len(word) > 1 else word.casefold() for word in head.split())


def is_time(label: str) -> bool:
    """Whether a label is a year, or a month of one."""
    found = dates(label)
    return bool(YEAR.fullmatch(label)) or bool(found and found[0].text == label)


def comparable(grid: Grid) -> Grid:
    """The grid without rows and columns of another kind than the rest."""
    rows = [n for n, label in enumerate(grid.rows.labels) if alike(label, grid.rows) and not sums_up(n, grid)]
    columns = [n for n, label in enumerate(grid.columns.labels) if alike(label, grid.columns)]
    sums = [n for n, label in enumerate(grid.rows.labels) if _TOTAL.fullmatch(label)]
    return Grid(
        replace(grid.rows, labels=tuple(grid.rows.labels[n] for n in rows)),
        replace(grid.columns, labels=tuple(grid.columns.labels[n] for n in columns)),
        tuple(tuple(grid.cells[row][column] for column in columns) for row in rows),
        tuple(tuple(grid.lines[row][column] for column in columns) for row in rows),
        tuple(grid.cells[sums[0]][column] for column in columns) if len(sums) == 1 else (),
    )


def alike(label: str, axis: Axis) -> bool:
    """Whether the label names what the others of its axis name."""
    if axis.kind == "measure":
        return not _DERIVED.search(label)
    if _APART.search(label):
        return False
    return axis.kind != "time" or is_time(label)


def sums_up(row: int, grid: Grid) -> bool:
    """Whether a row of things holds the sums of the others."""
    if grid.rows.kind != "entity" or len(grid.rows.labels) < FEWEST_ROWS:
        return False
    for column in range(len(grid.columns.labels)):
        values = [number_in(cells[column]) for cells in grid.cells]
        others = sum(values) - values[row]
        if not others or abs(values[row] - others) > 0.02 * others:
            return False
    return True


def evidence_of(block: Block, row: int) -> Evidence:
    """The line of the table's text that holds the row."""
    line = "\t".join(block.rows[row])
    start = max(block.text.find(line), 0)
    return Evidence(block.id, start, start + len(line), block.text[start : start + len(line)])


def titled(block: Block) -> str:
    """The caption of a table without its number and its comments."""
    caption = re.sub(r"^(?:Table|Figure|Chart) ?[\dIVX.]*[.:–-]?\s*", "", block.caption or "")
    caption = re.sub(r"^(?:[A-Z][a-z]+ )?Table (?:of|[Ss]howing) (?:the )?", "", caption)
    return re.split(r"\. (?=[A-Z])", caption)[0].strip(" .:")


def number_in(cell: str) -> float:
    """The number of a numeric cell, scaled, of a range its middle; 0 for other cells."""
    match = NUMBER.match(cell)
    if not match:
        return 0.0
    words = re.findall(r"[a-z]+", cell[match.end("digits") :].casefold())
    scale = next((_SCALES[word] for word in words if word in _SCALES), 1.0)
    ends = [plain_number(part) for part in (match["low"], match["digits"]) if part]
    return sum(ends) / len(ends) * scale * (-1 if match["sign"] not in (None, "+") else 1)


def plain_number(digits: str) -> float:
    """Digits with their separators as a number; a comma before one or two digits parts decimals."""
    return float(digits.replace(",", ".") if re.fullmatch(r"\d+,\d{1,2}", digits) else re.sub(r"[, ]", "", digits))


def approximate(cell: str) -> bool:
    """Whether the number is only about right, or a range."""
    match = NUMBER.match(cell)
    return bool(match and (match["about"] or match["low"] or " or " in cell))
