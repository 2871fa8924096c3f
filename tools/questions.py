"""Prints what generation makes of each document in GLOSSA_DOCUMENTS, alone and as a reading of a course with the others."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from quizzes.generation import Question, generate
from quizzes.generation.assembly import asks_year
from quizzes.generation.checks import hard_flaws
from quizzes.generation.pipeline import store_of
from quizzes.generation.ranking import in_reserve
from readings import documents
from readings.documents.types import Document

FOLDER = Path(os.environ.get("GLOSSA_DOCUMENTS", "../shared/documents"))


HEAD = f"{'document':<28}{'questions':>10}{'reserve':>9}{'remember':>10}{'understand':>12}{'apply':>7}{'years':>7}{'hard':>6}{'seconds':>9}"


def main() -> int:
    """One line for each document, and one for the patterns it used."""
    files = sorted(FOLDER.glob("*.txt")) + sorted(FOLDER.glob("*.md"))
    if not files:
        print(f"No .txt or .md file in {FOLDER}. Name the folder in GLOSSA_DOCUMENTS.")
        return 1
    read = [documents.parse(file.read_bytes(), file.name) for file in files]
    print(f"{HEAD}\neach alone")
    for file, document in zip(files, read, strict=True):
        report(file.stem, [document], 0)
    print("each within the course of all")
    for number, file in enumerate(files):
        report(file.stem, read, number)
    return 0


def report(name: str, course: list[Document], about: int) -> None:
    """Generates for one document of a course and prints its figures."""
    started = time.process_time()
    asked = generate(course, about=about).questions
    seconds = time.process_time() - started
    store = store_of(course, (), Counter())
    levels = Counter(question.level for question in asked)
    hard = sum(bool(hard_flaws(question, store)) for question in asked)
    print(
        f"{name[:26]:<28}{len(asked):>10}{sum(map(in_reserve, asked)):>9}{levels['remember']:>10}{levels['understand']:>12}"
        f"{levels['apply']:>7}{sum(map(asks_year, asked)):>7}{hard:>6}{seconds:>9.2f}"
    )
    print("  " + ", ".join(f"{name} {times}" for name, times in patterns(asked).most_common()))


def patterns(questions: tuple[Question, ...]) -> Counter[str]:
    """How many questions of each pattern and kind."""
    return Counter(f"{question.pattern} ({question.kind.replace('_', ' ')})" for question in questions)


if __name__ == "__main__":
    sys.exit(main())
