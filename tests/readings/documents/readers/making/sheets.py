"""A work as a PDF: justified lines in one or two columns, notes at the foot, running lines, hyphens at line ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from .source import Part, Run, Work

WIDTH, HEIGHT = A4
SIDE, TOP, FOOT = 70.0, 80.0, 80.0
GUTTER = 22.0
SIZE, LEADING, NOTE, NOTE_LEADING = 10.5, 13.5, 8.0, 10.0
RISE = 3.6
FONTS = {"": "Times-Roman", "emphasis": "Times-Italic", "bold": "Helvetica-Bold"}


@dataclass
class Word:
    """A word in one style, or a raised number; ``glued`` where no blank stands before it."""

    text: str
    style: str = ""
    raised: bool = False
    glued: bool = False

    def width(self, size: float) -> float:
        return stringWidth(self.text, FONTS[self.style], size * 0.62 if self.raised else size)


@dataclass
class SetLine:
    """A line of words, ready to be drawn, with the notes that its marks call for."""

    words: list[Word]
    size: float
    leading: float
    indent: float = 0
    last: bool = False
    space: float = 0
    notes: list[str] = field(default_factory=list)
    table: Part | None = None


def sheets(
    work: Work, columns: int = 1, encrypt: str | None = None, running: str = "Glossa Papers on the South Caucasus"
) -> bytes:
    """The work as a PDF file."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, encrypt=encrypt, invariant=1)
    canvas.setTitle(work.title)
    printer = Printer(canvas, work, columns, running)
    printer.run()
    canvas.save()
    return buffer.getvalue()


class Printer:
    """Sets lines into columns; a line and its notes stay in one column."""

    def __init__(self, canvas: Canvas, work: Work, columns: int, running: str) -> None:
        self.canvas, self.work, self.columns, self.running = canvas, work, columns, running
        self.page, self.column = 0, columns
        self.width = (WIDTH - 2 * SIDE - (columns - 1) * GUTTER) / columns
        self.y = 0.0
        self.notes: list[SetLine] = []

    def run(self) -> None:
        self._next()
        for text, size in ((self.work.title, 19.0), (self.work.byline, 12.0)):
            for line in self._fit([Word(w) for w in text.split()], size, size * 1.25, self.width):
                self._place(line)
        self.y -= 14
        before = "heading"
        for part in self.work.parts:
            for line in self._set(part, before):
                self._place(line)
            before = part.kind
        self._foot()
        self.canvas.showPage()

    def _set(self, part: Part, before: str) -> Iterator[SetLine]:
        words = list(self._words(part.runs))
        if part.kind == "heading":
            bold = [Word(word.text, "bold", glued=word.glued) for word in words]
            lines = self._fit(bold, 12.5, 15.5, self.width, hyphens=False)
            lines[0].space, lines[-1].space = 12, lines[-1].space
            yield from lines
        elif part.kind == "table":
            yield SetLine([], SIZE, self._table_height(part) + 14, table=part)
        elif part.kind == "quote":
            lines = self._fit(words, SIZE, LEADING, self.width - 40)
            lines[0].space = 6
            yield from (self._indented(line, 20) for line in lines)
        elif part.kind == "item":
            lines = self._fit(words, SIZE, LEADING, self.width - 14)
            lines[0].words.insert(0, Word("•"))
            yield from (self._indented(line, 0 if i == 0 else 14) for i, line in enumerate(lines))
        else:
            first = 14.0 if part.kind == "text" and before not in ("heading", "table") else 0.0
            lines = self._fit(words, SIZE, LEADING, self.width, first)
            lines[0].space = 8 if part.kind == "caption" or before in ("quote", "table") else 0
            yield from lines

    def _indented(self, line: SetLine, indent: float) -> SetLine:
        line.indent += indent
        return line

    def _words(self, runs: Iterable[Run]) -> Iterator[Word]:
        glued = True
        for run in runs:
            if run.note:
                yield Word(run.note, raised=True, glued=True)
                glued = True
                continue
            pieces = run.text.split(" ")
            for i, piece in enumerate(pieces):
                if piece:
                    yield Word(piece, run.style, glued=glued if i == 0 else False)
            glued = bool(pieces[-1])

    def _fit(
        self, words: Sequence[Word], size: float, leading: float, width: float, first: float = 0, hyphens: bool = True
    ) -> list[SetLine]:
        lines = [SetLine([], size, leading, first)]
        used, waiting = first, list(words)
        blank = stringWidth(" ", FONTS[""], size)
        while waiting:
            word = waiting.pop(0)
            need = word.width(size) + (0 if word.glued or not lines[-1].words else blank)
            if used + need <= width or not lines[-1].words or word.raised:
                lines[-1].words.append(word)
                lines[-1].notes += [word.text] if word.raised else []
                used += need
                continue
            cut = self._break(word, width - used - blank, size) if hyphens and not word.glued else 0
            if cut:
                lines[-1].words.append(Word(word.text[:cut] + "-", word.style))
                word = Word(word.text[cut:], word.style)
            lines.append(SetLine([], size, leading))
            used = 0
            waiting.insert(0, word)
        lines[-1].last = True
        return lines

    def _break(self, word: Word, room: float, size: float) -> int:
        """Where a long word of small letters may be broken to fill the line, 0 for nowhere."""
        text = word.text.rstrip(".,;:")
        if len(text) < 9 or not text.isalpha() or not text.islower():
            return 0
        for cut in range(len(text) - 3, 3, -1):
            if Word(text[:cut] + "-", word.style).width(size) <= room:
                return cut
        return 0

    def _place(self, line: SetLine) -> None:
        """Draw a line here, or at the top of the next column where it and its notes have no room."""
        notes = [n for label in line.notes for n in self._note(label)]
        height = line.leading + line.space + sum(n.leading for n in notes)
        reserved = sum(n.leading for n in self.notes) + (8 if self.notes or notes else 0)
        if self.y - height - reserved < FOOT:
            self._next()
        else:
            self.y -= line.space
        self.y -= line.leading
        self.notes += notes
        if line.table:
            self._table(line.table)
        else:
            self._draw(line, self._x(), self.y)

    def _note(self, label: str) -> list[SetLine]:
        words = [Word(label, raised=True), *self._words(self.work.notes[label])]
        words[1].glued = False
        lines = self._fit(words, NOTE, NOTE_LEADING, self.width)
        for line in lines:
            line.notes = []
        return lines

    def _x(self) -> float:
        return SIDE + self.column * (self.width + GUTTER)

    def _draw(self, line: SetLine, x: float, y: float) -> None:
        """Justified, except the last line of a paragraph."""
        size = line.size
        gaps = sum(not word.glued for word in line.words[1:])
        natural = sum(word.width(size) for word in line.words)
        blank = stringWidth(" ", FONTS[""], size)
        width = self.width - line.indent - (20 if line.indent == 20 else 0)
        if not line.last and gaps and size < 11:
            blank = (width - natural) / gaps
        x += line.indent
        for i, word in enumerate(line.words):
            x += 0 if word.glued or i == 0 else blank
            self.canvas.setFont(FONTS[word.style], size * 0.62 if word.raised else size)
            self.canvas.drawString(x, y + (RISE * size / SIZE if word.raised else 0), word.text)
            x += word.width(size)

    def _next(self) -> None:
        if self.page:
            self._foot()
        self.column += 1
        if self.column >= self.columns:
            if self.page:
                self.canvas.showPage()
            self.page, self.column = self.page + 1, 0
            self.canvas.setFont("Times-Roman", 9)
            self.canvas.drawString(SIDE, HEIGHT - 50, self.running)
            self.canvas.drawCentredString(WIDTH / 2, 40, str(self.page + 10))
        self.y = HEIGHT - TOP

    def _foot(self) -> None:
        """The notes of this column, from a short rule down to the margin."""
        y = FOOT + sum(line.leading for line in self.notes)
        if self.notes:
            self.canvas.line(self._x(), y + 2, self._x() + 60, y + 2)
        for line in self.notes:
            y -= line.leading
            self._draw(line, self._x(), y)
        self.notes = []

    def _cells(self, table: Part) -> list[list[list[SetLine]]]:
        width = self.width / len(table.rows[0]) - 6
        return [
            [self._fit([Word(w) for w in cell.split()], 9, 11, width, hyphens=False) for cell in row]
            for row in table.rows
        ]

    def _table_height(self, table: Part) -> float:
        return sum(max(map(len, row)) * 11 + 5 for row in self._cells(table))

    def _table(self, table: Part) -> None:
        """A ruled table whose foot is at the current height."""
        x, y, step = self._x(), self.y + self._table_height(table) + 8, self.width / len(table.rows[0])
        for row in self._cells(table):
            height = max(map(len, row)) * 11 + 5
            for n, cell in enumerate(row):
                self.canvas.rect(x + n * step, y - height, step, height)
                for i, line in enumerate(cell):
                    line.last = True
                    self._draw(line, x + n * step + 3, y - 10 - i * 11)
            y -= height


def printable(work: Work) -> Work:
    """The work with the few letters replaced that the printer's built-in fonts lack."""
    table = str.maketrans("ćăș", "cas")

    def plain(runs: Iterable[Run]) -> tuple[Run, ...]:
        return tuple(replace(run, text=run.text.translate(table)) for run in runs)

    parts = [replace(part, runs=plain(part.runs)) for part in work.parts]
    return Work(work.title, work.byline, parts, {label: plain(runs) for label, runs in work.notes.items()})
