"""The parsed document: frozen data that every pipeline, page and question points into.

A block's ``text`` holds no markup. Everything else (emphasis, links, note marks, citations) is a ``Mark``: a range
over that text, counted in Unicode code points.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields, is_dataclass
from typing import Any, Literal, Self, TypeVar, get_args, get_type_hints

BlockKind = Literal[
    "paragraph", "list_item", "block_quote", "abstract", "keywords", "table_caption", "table", "source_line"
]
MarkKind = Literal["emphasis", "strong", "link", "note", "citation"]
Matter = Literal["front", "body", "back", "notes", "bibliography"]
Action = Literal["repaired", "flagged", "dropped"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of a block's text that points at something."""

    kind: MarkKind
    start: int
    """First code point of the range; equal to ``end`` for a note mark, which stands between two characters."""
    end: int
    """One past the last code point of the range."""
    target: str | None = None
    """A note's label, a reference's id, a link's address; None for a citation without an entry."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or its like: the unit that is read, annotated and asked about."""

    id: str
    """From the content and the ordinal among equals, so that an unchanged text keeps its ids."""
    kind: BlockKind
    text: str
    """Plain text; of a table its rows, header first, cells parted by tabs and rows by line feeds."""
    lines: tuple[int, ...] = ()
    """1-based lines of the source file, all pieces of a joined paragraph."""
    marks: tuple[Mark, ...] = ()
    label: str | None = None
    """A list item's bullet or number as printed."""
    header: tuple[str, ...] = ()
    """A table's column heads."""
    rows: tuple[tuple[str, ...], ...] = ()
    """A table's cells below the header."""
    caption: str | None = None
    """A table's caption, repeated from its table_caption block."""
    page: str | None = None
    """The printed page on which the block begins, where the source tells."""
    confidence: float = 1.0
    """0 to 1: how sure the parser is that this is one whole passage of that kind."""


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the document; ``title`` is None for an opening without a heading."""

    id: str
    title: str | None
    level: int
    """1 is the rank just below the document's title."""
    number: str | None = None
    """As printed, even where the author miscounted."""
    matter: Matter = "body"
    role: str | None = None
    """What the part is for: abstract, summary, introduction, conclusion, acknowledgements, about_author ..."""
    parent: str | None = None
    """The id of the section that this one stands under."""
    lines: tuple[int, ...] = ()
    """Source lines of the heading."""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote; its mark's target is ``label``."""

    label: str
    text: str
    lines: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    refers_to: str | None = None
    """The label of the earlier note that an "Ibid." or a short form repeats."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the bibliography."""

    id: str
    label: str
    """Surnames and year, for instance "De Waal 2019"."""
    text: str
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """An author or editor."""

    given: str | None
    family: str | None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the text says of itself; None or empty where it is silent."""

    title: str | None = None
    subtitle: str | None = None
    authors: tuple[Person, ...] = ()
    corporate_author: str | None = None
    affiliations: tuple[str, ...] = ()
    publisher: str | None = None
    container: str | None = None
    """The journal, series or book that holds the text."""
    chapter: str | None = None
    editors: tuple[Person, ...] = ()
    date: str | None = None
    """ISO 8601, as exact as the text is: 2019, 2019-03 or 2019-03-07."""
    year: int | None = None
    kind: str | None = None
    language: str | None = None
    isbn: str | None = None
    doi: str | None = None
    rights: str | None = None
    supervisor: str | None = None
    degree: str | None = None
    keywords: tuple[str, ...] = ()

    def or_else(self, other: Metadata) -> Metadata:
        """This metadata, and where it is silent the other one."""
        return Metadata(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form; ``long`` is None where the text never expands it."""

    short: str
    long: str | None = None


@dataclass(frozen=True, slots=True)
class AliasGroup:
    """Spellings of one name in this document."""

    canonical: str
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Abbreviations:
    expanded: tuple[Abbreviation, ...] = ()
    unexpanded: tuple[Abbreviation, ...] = ()
    aliases: tuple[AliasGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the parser repaired, dropped, or left as it is and shows to the instructor."""

    code: str
    """A stable name such as ``paragraph_joined`` or ``note_without_mark``."""
    action: Action
    message: str
    """One sentence for the instructor."""
    lines: tuple[int, ...] = ()
    text: str | None = None
    """The words that were dropped, so that no word of the source is lost."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """What a reader made of one line, or paragraph, of a file that a person cannot open as lines of text."""

    number: int
    """By which blocks and findings name it."""
    text: str
    place: str
    """Where a person finds it in the file: "page 12", "paragraph 3", "chapter2.xhtml"."""


@dataclass(frozen=True, slots=True)
class Document:
    """The pure result of parsing a file."""

    metadata: Metadata = field(default_factory=Metadata)
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    references: tuple[Reference, ...] = ()
    abbreviations: Abbreviations = field(default_factory=Abbreviations)
    findings: tuple[Finding, ...] = ()
    source: tuple[SourceLine, ...] = ()
    """The lines of a PDF, DOCX or EPUB as its reader saw them; empty for a file whose own lines are counted."""

    def to_dict(self) -> dict[str, Any]:
        """The document as plain JSON data, in the form that ``python -m readings.documents`` prints."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The document that ``to_dict`` gave as plain data; a key that is missing takes its default."""
        return _build(cls, data)


Built = TypeVar("Built")
_HINTS: dict[type, dict[str, Any]] = {}


def _build(kind: type[Built], data: dict[str, Any]) -> Built:
    """A dataclass from plain data: lists become tuples, nested dictionaries the dataclasses their fields name."""
    hints = _HINTS.get(kind) or _HINTS.setdefault(kind, get_type_hints(kind))
    return kind(**{name: _value(hint, data[name]) for name, hint in hints.items() if name in data})


def _value(hint: Any, value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        inner = get_args(hint)[0]
        return tuple(_value(inner, item) for item in value)
    return _build(hint, value) if is_dataclass(hint) and isinstance(hint, type) else value
