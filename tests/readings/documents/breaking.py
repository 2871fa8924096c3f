"""Clean documents of ours, and what scanners and converters do to them, with the truth known."""

from __future__ import annotations

import random
import re
import textwrap
from dataclasses import dataclass, field

from tests.readings.documents.prose import heading, paragraph, sentence


@dataclass
class Paragraph:
    """A paragraph with its note marks: (offset in the text, label)."""

    text: str
    marks: list[tuple[int, str]] = field(default_factory=list)


@dataclass
class Part:
    title: str
    level: int
    number: str
    paragraphs: list[Paragraph]


@dataclass
class Truth:
    """What an importer should find."""

    title: str
    author: str
    parts: list[Part]
    notes: dict[str, str]

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [p for part in self.parts for p in part.paragraphs]


def make(seed: int, *, numbered: bool = False, with_notes: bool = True, parts: int = 5) -> Truth:
    """A document of some sections and subsections."""
    chance = random.Random(seed)  # noqa: S311  test data
    titles: set[str] = set()
    made: list[Part] = []
    notes: dict[str, str] = {}
    top = sub = 0
    for i in range(parts):
        title = next(t for t in iter(lambda: heading(chance), None) if t not in titles)
        titles.add(title)
        level = 2 if i and chance.random() < 0.4 else 1
        top, sub = (top + 1, 0) if level == 1 else (top, sub + 1)
        number = (f"{top}." if level == 1 else f"{top}.{sub}") if numbered else ""
        made.append(
            Part(title, level, number, [_paragraph(chance, notes, with_notes) for _ in range(chance.randint(2, 4))])
        )
    return Truth("The Salt Road and Its Keepers", "Mirela Tostig", made, notes)


def _paragraph(chance: random.Random, notes: dict[str, str], with_notes: bool) -> Paragraph:
    text = paragraph(chance)
    made = Paragraph(text)
    if with_notes:
        places = [i + 1 for i, c in enumerate(text) if c == "."]
        for place in sorted(chance.sample(places, min(len(places), chance.randint(0, 2)))):
            label = str(len(notes) + 1)
            notes[label] = chance.choice(
                (
                    "Ibid.",
                    f"Archive of Velm, folder {label}: {sentence(chance)}",
                    f"M. Orlo, *The Grey Valley* (Tessaly: Ode Press, 1952), p. {label}.",
                )
            )
            made.marks.append((place, label))
    return made


def pandoc(truth: Truth) -> str:
    """Markdown as pandoc writes and reads it, with its metadata block and footnotes."""
    lines = ["---", f'title: "{truth.title}"', "author:", f"  - {truth.author}", "date: 2021-05-04", "---", ""]
    for part in truth.parts:
        lines += [f"{'#' * (part.level + 0)} {part.number} {part.title}".replace("  ", " "), ""]
        for p in part.paragraphs:
            lines += [_marked(p, "[^{}]"), ""]
    for label, text in truth.notes.items():
        lines += [f"[^{label}]: {text}", ""]
    return "\n".join(lines)


def _marked(p: Paragraph, form: str) -> str:
    text = p.text
    for place, label in reversed(p.marks):
        text = text[:place] + form.format(label) + text[place:]
    return text


SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def paged(
    truth: Truth,
    *,
    width: int = 72,
    height: int = 38,
    hyphens: bool = True,
    form_feeds: bool = False,
    header: bool = True,
) -> str:
    """Plain text as a page-by-page extraction gives it: broken lines, running heads, page numbers, notes at the foot."""
    rows: list[tuple[str, list[str]]] = [(truth.title, []), ("", []), (truth.author, []), ("", [])]
    for part in truth.parts:
        rows += [(f"{part.number} {part.title}".strip(), []), ("", [])]
        for p in part.paragraphs:
            rows += _wrapped(p, width, hyphens)
            rows.append(("", []))
    return "\n".join(_pages(rows, truth, width, height, form_feeds, header))


def _wrapped(p: Paragraph, width: int, hyphens: bool) -> list[tuple[str, list[str]]]:
    """The lines of a paragraph, each with the notes that are marked in it."""
    text = p.text
    for place, label in reversed(p.marks):
        text = text[:place] + label.translate(SUPERSCRIPT) + text[place:]
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    if hyphens:
        lines = _hyphened(lines, width)
    return [(line, [label for _, label in p.marks if label.translate(SUPERSCRIPT) in _supers(line)]) for line in lines]


def _supers(line: str) -> list[str]:
    runs, run = [], ""
    for c in line + " ":
        if c in "⁰¹²³⁴⁵⁶⁷⁸⁹":
            run += c
        elif run:
            runs.append(run)
            run = ""
    return runs


def _hyphened(lines: list[str], width: int) -> list[str]:
    """Some words are cut at a line's end."""
    out = list(lines)
    for i in range(len(out) - 1):
        first = out[i + 1].split(" ")[0]
        if len(first) >= 8 and first.isalpha() and first.islower() and i % 2 == 0 and len(out[i]) + 6 <= width:
            out[i] += " " + first[:4] + "-"
            out[i + 1] = first[4:] + out[i + 1][len(first) :]
    return out


def _pages(
    rows: list[tuple[str, list[str]]], truth: Truth, width: int, height: int, form_feeds: bool, header: bool
) -> list[str]:
    out: list[str] = []
    page = 1
    while rows:
        foot: list[str] = []
        body: list[str] = []
        while rows and len(body) + len(foot) < height:
            line, labels = rows.pop(0)
            body.append(line)
            for label in labels:
                foot += [*textwrap.wrap(f"{label.translate(SUPERSCRIPT)} {truth.notes[label]}", width), ""]
        while rows and rows[0][0] == "":
            rows.pop(0)
        head = (
            [f"{truth.title.upper()}    {page}" if page % 2 else f"{page}    {truth.author}", ""]
            if header and page > 1
            else []
        )
        out += (
            head
            + body
            + (["", *foot] if foot else [""])
            + ([] if header else [str(page).center(width).rstrip()])
            + (["\f"] if form_feeds and rows else [""])
        )
        page += 1
    return out


PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
SUPERS = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def glued(text: str) -> str:
    """Superscripts lost: figures hang on the word before them."""
    return SUPERS.sub(lambda found: found[0].translate(PLAIN), text)


def bracketed(text: str) -> str:
    """Note marks and notes as [3]."""
    return SUPERS.sub(lambda found: f"[{found[0].translate(PLAIN)}]", text)


def dotted(text: str) -> str:
    """Notes at the foot that open with "3." and not with a superscript."""
    return re.sub(r"(?m)^([⁰¹²³⁴⁵⁶⁷⁸⁹]+) ", lambda found: f"{found[1].translate(PLAIN)}. ", text)


def double_spaced(text: str) -> str:
    """A blank line after every line."""
    return "\n".join(f"{line}\n" if line.strip() else line for line in text.split("\n"))


def with_windows_ends(text: str) -> str:
    return text.replace("\n", "\r\n")


def with_endnotes(truth: Truth, *, width: int = 0) -> str:
    """All notes in a list at the end; with a width, paragraphs are broken lines that only an indent parts."""
    lines = [truth.title, "", truth.author, ""]
    for part in truth.parts:
        lines += ["", f"{part.number} {part.title}".strip(), ""]
        for i, p in enumerate(part.paragraphs):
            text = _marked(p, "<sup>{}</sup>")
            lines += (
                textwrap.wrap(text, width, initial_indent="   " if i else "", break_on_hyphens=False)
                if width
                else [text, ""]
            )
    lines += ["", "Notes", ""]
    for label, text in truth.notes.items():
        lines += textwrap.wrap(f"{label}  {text}", width) if width else [f"{label}. {text}"]
    return "\n".join(lines)


def in_columns(truth: Truth, *, width: int = 44, height: int = 40, page_numbers: bool = True) -> str:
    """Two columns side by side on numbered pages, as a layout-keeping extraction gives them."""
    rows: list[str] = []
    for part in truth.parts:
        rows += [f"{part.number} {part.title}".strip(), ""]
        for p in part.paragraphs:
            rows += [*textwrap.wrap(p.text, width, break_on_hyphens=False), ""]
    out = [truth.title, "", truth.author, ""]
    page = 1
    while rows:
        left, right, rows = rows[:height], rows[height : 2 * height], rows[2 * height :]
        right += [""] * (len(left) - len(right))
        out += [f"{one:<{width + 5}}{other}".rstrip() for one, other in zip(left, right, strict=True)]
        out += ["", str(page).center(2 * width).rstrip(), ""] if page_numbers else []
        page += 1
    return "\n".join(out)


def without_stops(text: str) -> str:
    """The full stops at the ends of short last lines are lost, as faint print loses them."""
    lines = text.split("\n")
    ends = (i for i in range(len(lines) - 1) if lines[i].endswith(".") and not lines[i + 1] and 20 < len(lines[i]) < 50)
    for i in ends:
        if lines[i][0] not in "⁰¹²³⁴⁵⁶⁷⁸⁹":
            lines[i] = lines[i][:-1]
    return "\n".join(lines)


def scanned(text: str, rate: float, seed: int = 0) -> str:
    """Letters misread as scanners misread them."""
    chance = random.Random(seed)  # noqa: S311  test data
    pairs = {"e": "c", "l": "1", "i": "l", "o": "0", "m": "rn", "h": "b", "n": "u", "t": "f", "S": "5", "a": "o"}
    return "".join(pairs[c] if c in pairs and chance.random() < rate else c for c in text)
