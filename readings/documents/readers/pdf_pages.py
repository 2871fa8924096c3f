"""Opens a PDF and gives each page as glyphs with size and place, ruled tables apart; names what is wrong with the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from readings.documents.errors import Damaged, Encrypted, NoText, NoTextLayer, OtherFormat

Box = tuple[float, float, float, float]
FEWEST_RULES = 4
MOST_RULES = 2000
UNKNOWN = "\ufffd"
"""A character of which the font tells only a number."""
RIGHT, UP, LEFT, DOWN = range(4)
SPARSE = 20
"""Letters on a page below which it holds no text to speak of."""


@dataclass(slots=True, eq=False)
class Glyph:
    """One character where the page shows it; ``bottom`` tells the line it stands on."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    spaced: bool = False
    """A blank was written after it."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its place and its cells, each with the glyphs in it."""

    box: Box
    rows: tuple[tuple[tuple[Glyph, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page's glyphs outside of tables, its tables, and its size."""

    glyphs: tuple[Glyph, ...]
    grids: tuple[Grid, ...]
    width: float
    height: float
    pictures: bool = False
    dots: tuple[Box, ...] = ()
    """Small drawn shapes, which may be the bullets of a list."""
    aside: str = ""
    """What is written across the page, in another direction than its text."""


def open_pages(data: bytes) -> tuple[list[Page], dict[str, str]]:
    """The pages of a PDF and what its information dictionary says; raises a DocumentError."""
    import pdfplumber  # loaded in the child process only: a server has no use for it
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            info = {
                str(key): str(value) for key, value in (pdf.metadata or {}).items() if isinstance(value, (str, bytes))
            }
            pages = [_read(page) for page in pdf.pages]
    except MemoryError:
        raise
    except Exception as error:  # the library raises whatever its parser stumbles over
        reason = error.args[0] if error.args else error
        if isinstance(reason, PDFPasswordIncorrect) or isinstance(error, PDFPasswordIncorrect):
            raise Encrypted("PDF") from error
        raise Damaged("PDF") from error
    _check(pages)
    return pages, info


def _check(pages: Sequence[Page]) -> None:
    """Raise what is wrong with a file whose pages show no text that can be read."""
    if not pages:
        raise Damaged("PDF")
    glyphs = sum(len(page.glyphs) + sum(len(c) for g in page.grids for r in g.rows for c in r) for page in pages)
    if glyphs < SPARSE * len(pages) / 4 and any(page.pictures for page in pages):
        raise NoTextLayer
    if not glyphs:
        raise NoText("PDF")
    unknown = sum(glyph.text == UNKNOWN for page in pages for glyph in page.glyphs)
    if unknown > 0.3 * glyphs:
        raise OtherFormat(
            "a PDF whose fonts do not say which letters they show", "Run text recognition (OCR) on it and send that."
        )


def _read(page: Any) -> Page:
    from pdfminer.layout import LTChar, LTCurve, LTImage

    items = list(_items(page.layout))
    chars = [item for item in items if isinstance(item, LTChar)]
    way = Counter(direction(char.matrix) for char in chars if not char.get_text().isspace()).most_common(1)
    turned = way[0][0] if way else RIGHT
    straight = (char for char in chars if direction(char.matrix) == turned)
    glyphs = _glyphs(straight, page, turned)
    aside = _written(char for char in chars if direction(char.matrix) != turned)
    pictures = any(isinstance(item, LTImage) for item in items)
    width, height = float(page.width), float(page.height)
    if turned != RIGHT:
        page.close()
        sides = (width, height) if turned == LEFT else (height, width)
        return Page(tuple(glyphs), (), *sides, pictures, (), aside)
    curves = [item for item in items if isinstance(item, LTCurve)]
    boxes = list(_tables(page)) if FEWEST_RULES <= len(curves) <= MOST_RULES else []
    inside: dict[int, list[Glyph]] = {}
    outside: list[Glyph] = []
    for glyph in glyphs:
        place = next((i for i, (box, _) in enumerate(boxes) if _holds(box, glyph)), None)
        (outside if place is None else inside.setdefault(place, [])).append(glyph)
    grids = tuple(Grid(box, _cells(rows, inside.get(i, []))) for i, (box, rows) in enumerate(boxes))
    page.close()
    dots = tuple(_box(curve, page) for curve in curves if _is_dot(curve))
    return Page(tuple(outside), grids, width, height, pictures, dots, aside)


def direction(matrix: Sequence[float]) -> int:
    """Where a character's line runs, from its matrix: to the right, up, to the left or down."""
    a, b = matrix[0], matrix[1]
    if abs(a) >= abs(b):
        return RIGHT if a >= 0 else LEFT
    return UP if b > 0 else DOWN


def _turned(box: Box, way: int, page: Any) -> Box:
    """A place on the page as it is when the page is turned so that its text runs to the right."""
    x0, top, x1, bottom = box
    width, height = float(page.width), float(page.height)
    if way == UP:
        return height - bottom, x0, height - top, x1
    if way == DOWN:
        return top, width - x1, bottom, width - x0
    return (width - x1, height - bottom, width - x0, height - top) if way == LEFT else box


def _written(chars: Iterable[Any]) -> str:
    """Characters in the order in which the file writes them, as words."""
    parts: list[str] = []
    last: Any = None
    for char in chars:
        apart = last is not None and max(abs(char.x0 - last.x0), abs(char.y0 - last.y0)) > 1.5 * char.size
        parts += [" " if apart else "", char.get_text()]
        last = char
    return " ".join("".join(parts).split())


def _is_dot(curve: Any) -> bool:
    return bool(curve.fill or curve.stroke) and 1.5 < curve.width < 7 and abs(curve.width - curve.height) < 1


def _box(item: Any, page: Any) -> Box:
    """An item's place, counted from the page's top left corner."""
    left, top = page.mediabox[0], page.mediabox[1] + page.height
    return item.x0 + left, top - item.y1, item.x1 + left, top - item.y0


def _glyphs(chars: Iterable[Any], page: Any, way: int) -> list[Glyph]:
    """The characters that show something; a blank is a quality of the one before it."""
    glyphs: list[Glyph] = []
    for char in chars:
        text = char.get_text()
        if text and not text.isspace():
            glyphs.append(_glyph(char, text, page, way))
        elif glyphs:
            glyphs[-1].spaced = True
    return glyphs


def _items(container: Any) -> Iterator[Any]:
    """What a page shows, the content of embedded figures too; much quicker than the library's own dictionaries."""
    from pdfminer.layout import LTFigure

    for item in container:
        if isinstance(item, LTFigure):
            yield from _items(item)
        else:
            yield item


def _glyph(char: Any, text: str, page: Any, way: int) -> Glyph:
    font = str(char.fontname).lower()
    bold = any(name in font for name in ("bold", "black", "heavy", "demi", "-bd"))
    italic = any(name in font for name in ("italic", "oblique", "-it", "slanted"))
    x0, top, x1, bottom = _turned(_box(char, page), way, page)
    size = char.size if way == RIGHT else bottom - top
    return Glyph(UNKNOWN if text.startswith("(cid:") else text, x0, x1, top, bottom, size, bold, italic)


def _tables(page: Any) -> Iterator[tuple[Box, list[list[Box | None]]]]:
    """Places of tables with rules round their cells; a single row may be what a page's end left of one."""
    for table in page.find_tables({"vertical_strategy": "lines", "horizontal_strategy": "lines"}):
        rows = [list(row.cells) for row in table.rows]
        if rows and max(map(len, rows)) > 1:
            yield table.bbox, rows


def _holds(box: Box, glyph: Glyph) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _cells(rows: list[list[Box | None]], glyphs: Sequence[Glyph]) -> tuple[tuple[tuple[Glyph, ...], ...], ...]:
    """The glyphs of each cell; a place that another cell spans is empty."""
    return tuple(tuple(tuple(g for g in glyphs if _holds(cell, g)) if cell else () for cell in row) for row in rows)
