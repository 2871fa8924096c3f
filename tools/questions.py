"""Prints what generation makes of each document in GLOSSA_DOCUMENTS: numbers by pattern and level, hard flaws, seconds."""

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
from quizzes.generation.source import sources
from quizzes.generation.store import Store
from readings import documents

FOLDER = Path(os.environ.get("GLOSSA_DOCUMENTS", "../shared/documents"))


def main() -> int:
    """One line for each document, and one for the patterns it used."""
    files = sorted(FOLDER.glob("*.txt")) + sorted(FOLDER.glob("*.md"))
    if not files:
        print(f"No .txt or .md file in {FOLDER}. Name the folder in GLOSSA_DOCUMENTS.")
        return 1
    print(
        f"{'document':<28}{'questions':>10}{'remember':>10}{'understand':>12}{'apply':>7}{'years':>7}{'hard':>6}{'seconds':>9}"
    )
    for file in files:
        report(file)
    return 0


def report(file: Path) -> None:
    """Generates for one file and prints its figures."""
    document = documents.parse(file.read_bytes(), file.name)
    started = time.process_time()
    result = generate(document)
    seconds = time.process_time() - started
    store = Store(sources([document]), [])
    levels = Counter(question.level for question in result.questions)
    hard = sum(bool(hard_flaws(question, store)) for question in result.questions)
    years = sum(asks_year(question) for question in result.questions)
    print(
        f"{file.stem[:26]:<28}{len(result.questions):>10}{levels['remember']:>10}{levels['understand']:>12}"
        f"{levels['apply']:>7}{years:>7}{hard:>6}{seconds:>9.2f}"
    )
    print("  " + ", ".join(f"{name} {times}" for name, times in patterns(result.questions).most_common()))


def patterns(questions: tuple[Question, ...]) -> Counter[str]:
    """How many questions of each pattern and kind."""
    return Counter(f"{question.pattern} ({question.kind.replace('_', ' ')})" for question in questions)


if __name__ == "__main__":
    sys.exit(main())
