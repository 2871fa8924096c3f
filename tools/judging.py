"""Writes the sheets for judging questions: ``python tools/judging.py OUT N FILE…`` takes the N best of each document.

With ``--course`` before the files they are the readings of one course; with ``--no-reserve`` the reserve is left out.
``closed.md`` shows stems and options without keys or passages, to be answered first; ``open.md`` adds key, reasons and the paragraph;
``keys.tsv`` holds number, document, pattern, kind and key. The numbers are shuffled over the documents, so that no judge sees the rank.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from quizzes.generation import Question, generate
from quizzes.generation.ranking import in_reserve
from readings import documents
from readings.documents.types import Document

USAGE = "Usage: python tools/judging.py OUT N [--course] [--no-reserve] FILE…"


def main(arguments: list[str]) -> int:
    """Reads the files, and writes the three sheets into the folder OUT."""
    course, no_reserve = "--course" in arguments, "--no-reserve" in arguments
    arguments = [argument for argument in arguments if not argument.startswith("--")]
    if len(arguments) < 3 or not arguments[1].isdigit():
        print(USAGE)
        return 1
    out, most = Path(arguments[0]), int(arguments[1])
    out.mkdir(parents=True, exist_ok=True)
    read = [documents.parse(file.read_bytes(), file.name) for file in map(Path, arguments[2:])]
    drawn = [
        (document, question)
        for number, document in enumerate(read)
        for question in best(*((read, number) if course else ([document], 0)), no_reserve=no_reserve)[:most]
    ]
    random.Random(len(drawn)).shuffle(drawn)  # noqa: S311 (an order, not a secret)
    numbered = list(enumerate(drawn, 1))
    write(out / "closed.md", (closed(n, document, question) for n, (document, question) in numbered))
    write(out / "open.md", (opened(n, document, question) for n, (document, question) in numbered))
    write(out / "keys.tsv", (row(n, document, question) for n, (document, question) in numbered))
    print(f"{len(drawn)} questions in {out}")
    return 0


def best(course: list[Document], about: int, *, no_reserve: bool) -> list[Question]:
    """The questions on one document of a course, best first."""
    asked = generate(course, about=about).questions
    return [question for question in asked if not (no_reserve and in_reserve(question))]


def write(path: Path, parts: Iterator[str]) -> None:
    path.write_text("\n".join(parts), encoding="utf-8")


def title(document: Document) -> str:
    return f"“{document.metadata.title or 'without a title'}” ({document.metadata.year or 'no year'})"


def closed(number: int, document: Document, question: Question) -> str:
    """Stem and what there is to choose from."""
    return "\n".join([f"## {number}", f"Text: {title(document)}", "", question.stem, "", *choices(question), ""])


def choices(question: Question) -> Iterator[str]:
    """Options, premises and responses, or events, one in a line; no key."""
    data = question.data
    for row in (*data.get("options", ()), *data.get("passages", ()), *data.get("items", ()), *data.get("premises", ())):
        yield f"- {row['id']}) {row['text']}"
    if responses := data.get("responses"):
        yield "To choose from: " + "; ".join(f"{row['id']}) {row['text']}" for row in responses)


def opened(number: int, document: Document, question: Question) -> str:
    """The question with its key, the reasons, the paragraph and the feedback."""
    block = next(b for section in document.sections for b in section.blocks if b.id == question.evidence.block)
    return "\n".join(
        [
            closed(number, document, question),
            f"Key: {key(question)}",
            "Reasons: " + " | ".join(reasons(question)),
            f"Level: {question.level}. Feedback: {question.feedback}",
            *(
                ["For the judge alone, what the options rest on: " + " | ".join(resting)]
                if (resting := list(grounds(question)))
                else []
            ),
            f"Passage: {question.evidence.quote}",
            f"Its paragraph: {block.text}",
            "",
        ]
    )


def key(question: Question) -> str:
    """What is right, for any kind."""
    data = question.data
    right = [row["id"] for row in (*data.get("options", ()), *data.get("passages", ())) if row["correct"]]
    return str(right or data.get("pairs") or data.get("order") or data.get("accepted") or data.get("value"))


def reasons(question: Question) -> Iterator[str]:
    """Why each option is right or wrong."""
    for part in ("options", "passages", "items", "premises"):
        for row in question.data.get(part, ()):
            yield f"{row['id']}: {row.get('why', '')}"


def grounds(question: Question) -> Iterator[str]:
    """The passages that options and events rest on, which students do not see beside the reasons."""
    for part in ("options", "passages", "items", "premises"):
        for row in question.data.get(part, ()):
            if quote := row.get("evidence", {}).get("quote"):
                yield f"{row['id']}: “{' / '.join(quote.split(chr(10))[:12])}”"


def row(number: int, document: Document, question: Question) -> str:
    return "\t".join([str(number), title(document), question.pattern, question.kind, question.level, key(question)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
