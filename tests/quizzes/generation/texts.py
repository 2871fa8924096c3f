"""Small documents and questions for the tests of generation, and the reading of their case files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from quizzes.generation.store import Store
from quizzes.generation.text.source import sources
from quizzes.generation.types import Evidence, Fact, Question
from readings.documents.types import Block, Document, Metadata, Person, Section

CASES = Path(__file__).parents[2] / "cases" / "questions"


@dataclass(frozen=True)
class Case:
    """One heading of a case file: a name, the text above the arrows, and what the arrows expect."""

    name: str
    text: str
    expected: list[str]


def cases(name: str) -> list[Case]:
    """The cases of ``tests/cases/questions/<name>.md``."""
    parts = re.split(r"^## ", (CASES / f"{name}.md").read_text(), flags=re.MULTILINE)[1:]
    found = []
    for part in parts:
        heading, _, body = part.partition("\n")
        expected = [line[3:].strip() for line in body.splitlines() if line.startswith("=> ")]
        text = "\n".join(line for line in body.splitlines() if not line.startswith("=> ")).strip()
        found.append(Case(heading.strip(), text, [] if expected == ["nothing"] else expected))
    return found


def document(*paragraphs: str, author: str = "Lindqvist", title: str = "The text") -> Document:
    """A document of one section with these paragraphs."""
    blocks = tuple(Block(id=f"b{n}", kind="paragraph", text=text) for n, text in enumerate(paragraphs))
    section = Section(id="s1", title=title, level=1, blocks=blocks)
    return Document(metadata=Metadata(title=title, authors=(Person("Ada", author),)), sections=(section,))


def course(*texts: tuple[str, ...]) -> list[Document]:
    """A document for each (author, paragraph, …), with blocks and sections of its own."""
    found = []
    for number, (author, *paragraphs) in enumerate(texts):
        blocks = tuple(Block(id=f"d{number}b{n}", kind="paragraph", text=text) for n, text in enumerate(paragraphs))
        section = Section(id=f"d{number}s", title=f"Of {author}", level=1, blocks=blocks)
        found.append(Document(metadata=Metadata(authors=(Person("Ada", author),)), sections=(section,)))
    return found


def store(*paragraphs: str) -> Store:
    """A store without facts over a document of these paragraphs."""
    return Store(sources([document(*paragraphs)]), [])


def question(
    stem: str, options: list[str], passage: str, *, pattern: str = "event", value: str | None = None
) -> Question:
    """A multiple-choice question; the right option begins with a star, the passage is the first block of ``store``."""
    rows = [
        {"id": "abcdef"[n], "text": text.removeprefix("*"), "correct": text.startswith("*"), "why": "so the text says"}
        for n, text in enumerate(options)
    ]
    key = next((row["text"] for row in rows if row["correct"]), "")
    evidence = Evidence("b0", 0, len(passage), passage)
    fact = Fact(pattern, "it", "is", value or str(key), "thing", evidence, "s1")
    return Question("multiple_choice", pattern, "remember", stem, {"options": rows}, evidence, "s1", "", (fact,))
