"""Re-anchoring in figures: generated edits of our own texts, and of the five documents where GLOSSA_DOCUMENTS is set.

`python tools/anchors.py [PASSAGES [SEED]]` tries so many passages per kind of edit and source (default 1000).

A passage stands when four fifths of it are left in one paragraph; then it is found right, or missed (detached). It is
gone when less than a third is left; then it must be detached. Wrong is every place that is not the passage's own.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from readings.documents import parse  # noqa: E402  the project is not installed, so its root must be on the path first
from tools.anchor_cases import run  # noqa: E402
from tools.anchor_kinds import KINDS  # noqa: E402
from tools.anchor_texts import article  # noqa: E402

PARAGRAPHS = 24
Source = Callable[[Random], list[str]]


def main() -> int:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    figures: defaultdict[str, Counter[str]] = defaultdict(Counter)
    start = time.process_time()
    for source in sources():
        for name in KINDS:
            figures[name] += measure(name, source, wanted, seed)
    show(figures)
    print(f"{time.process_time() - start:.0f} s of CPU")
    total: Counter[str] = sum(figures.values(), Counter())
    return int(bool(wrong(total)))


def measure(name: str, source: Source, wanted: int, seed: int = 1) -> Counter[str]:
    """The verdicts over at least ``wanted`` passages of one kind of edit."""
    random = Random(f"{name} {seed}")  # noqa: S311  generated texts, no secret
    verdicts: Counter[str] = Counter()
    while verdicts.total() < wanted:
        case = KINDS[name](source(random), random)
        verdicts.update(run(case))
    return verdicts


def wrong(verdicts: Counter[str]) -> int:
    return sum(count for verdict, count in verdicts.items() if verdict.endswith("wrong"))


def sources() -> list[Source]:
    """Where paragraphs come from: the grammar, the demo course, the documents."""
    result: list[Source] = [lambda random: article(random, PARAGRAPHS)]
    readings = sorted((ROOT / "readings/packs/south-caucasus/readings").glob("*.md"))
    documents = os.environ.get("GLOSSA_DOCUMENTS")
    for paths in (readings, sorted(Path(documents).glob("*.txt")) if documents else []):
        texts = [paragraphs(path) for path in paths]
        if texts:
            result.append(lambda random, texts=texts: window(random.choice(texts), random))
    return result


def paragraphs(path: Path) -> list[str]:
    document = parse(path.read_bytes(), path.name)
    return [block.text for section in document.sections for block in section.blocks if block.text]


def window(texts: list[str], random: Random) -> list[str]:
    start = random.randrange(max(1, len(texts) - PARAGRAPHS))
    return texts[start : start + PARAGRAPHS]


def show(figures: dict[str, Counter[str]]) -> None:
    row = "{:42} {:>8} {:>8} {:>9} {:>8} {:>8}".format
    print(row("edit", "passages", "stand", "right", "gone", "wrong"))
    for name, verdicts in [*figures.items(), ("all", sum(figures.values(), Counter()))]:
        stands = sum(count for verdict, count in verdicts.items() if verdict.startswith("stands"))
        gone = sum(count for verdict, count in verdicts.items() if verdict.startswith("gone"))
        right = f"{100 * verdicts['stands right'] / stands:.2f} %" if stands else "-"
        print(row(name, verdicts.total(), stands, right, gone, wrong(verdicts)))


if __name__ == "__main__":
    sys.exit(main())
