"""Prints what becomes of each document as a module: sections, paragraphs, notes, glossary terms, questions, seconds.

The questions are those on the document as a reading of a course with the others. Reads the folder named by GLOSSA_DOCUMENTS
(default: ../shared/documents) and the glossary of the demo pack.
"""

from __future__ import annotations

import os
import sys
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from quizzes.generation import generate  # noqa: E402  the project is not installed, so its root must be on the path first
from readings.documents import Document, parse  # noqa: E402
from readings.selectors.glossary_index import Matcher, Name  # noqa: E402

PACK = ROOT / "readings" / "packs" / "south-caucasus"


def main() -> int:
    folder = Path(os.environ.get("GLOSSA_DOCUMENTS") or ROOT.parent / "shared" / "documents")
    files = sorted(folder.glob("*.txt")) or sorted(path for path in folder.glob("*") if path.is_file())
    if not files:
        sys.stderr.write(f"Set GLOSSA_DOCUMENTS: no document found in {folder}.\n")
        return 1
    matcher = glossary()
    print("document  sections  paragraphs  notes  linked  terms  places  questions  seconds")
    course = [parse(path.read_bytes(), path.name) for path in files]
    for place, path in enumerate(files):
        start = time.process_time()
        document = parse(path.read_bytes(), path.name)
        hits = [hit for block in blocks(document) for hit in matcher.find(block.text)]
        questions = len(generate(course, about=place, count=40, seed=1).questions)
        seconds = time.process_time() - start
        figures = (len(document.sections), len(blocks(document)), len(document.notes), linked(document))
        terms = (len({hit.term for hit in hits}), len(hits))
        print(
            f"{path.name[:8]:8}{figures[0]:10}{figures[1]:12}{figures[2]:7}{figures[3]:8}"
            f"{terms[0]:7}{terms[1]:8}{questions:11}{seconds:9.2f}"
        )
    return 0


def glossary() -> Matcher:
    entries = [
        term
        for file in sorted(PACK.rglob("*.toml"))
        for term in tomllib.loads(file.read_text("utf-8")).get("terms", [])
    ]
    names = [
        Name(text, place, exact=exact)
        for place, term in enumerate(entries)
        for exact, texts in ((False, [term["head"], *term.get("aliases", [])]), (True, term.get("acronyms", [])))
        for text in texts
    ]
    return Matcher(names)


def blocks(document: Document) -> list:
    return [block for section in document.sections for block in section.blocks]


def linked(document: Document) -> int:
    """Notes whose mark stands in the text."""
    marked = {mark.target for block in blocks(document) for mark in block.marks if mark.kind == "note"}
    return sum(note.label in marked for note in document.notes)


if __name__ == "__main__":
    sys.exit(main())
