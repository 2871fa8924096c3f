"""Measures what grows with the text: parsing and question generation, over texts of 0.1 MB and more.

    python tools/bench.py [MEGABYTES …]        default: 0.1 1 10

The texts are the demo readings, repeated with their paragraphs numbered so that no two are the same. Each size runs in
a process of its own, so that its peak memory is its own. Compare the ratios; seconds depend on the machine.
The task "course" asks about readings of 100 kB, each by another author, in one store; its seconds are for one reading.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXTS = sorted((ROOT / "readings" / "packs" / "south-caucasus" / "readings").glob("*.md"))
MEGABYTE = 1_000_000
READING = 100_000
STATES = ["Norway", "Chile", "Peru", "Ecuador", "Denmark", "Iceland", "Finland", "Portugal", "Kenya", "Ghana"]
TOWNS = ["Bergen", "Lima", "Quito", "Aarhus", "Oporto", "Mombasa", "Accra", "Turku", "Iquique", "Ribe"]
THINGS = ["Harbour", "Copper", "Timber", "Grain", "Fisheries", "Railway", "Customs", "Canal", "Textile", "Lighthouse"]
BODIES = ["Pact", "Union", "League", "Council", "Fund", "Bank", "Commission", "Assembly"]
GOODS = ["salt", "barley", "tar", "copper", "herring", "timber", "wool", "oats", "rope", "glass"]
FORMS = (
    "In {year}, {state} opened a consulate in {town} for the {body}.",
    "{other} left the {body} in {year}.",
    "{state} joined the {body} in {year}.",
    "The {body} was established in {town} in {year}.",
    "{state} sold its {goods} to {other} because its own ports were too shallow for the ships of {town}.",
    "{state} wanted to lower the tolls on {goods} in {town}.",
    "The number of ships in {town} was {count} in {year}.",
    "The {body} remains the most important buyer of {goods} for the merchants of {town}.",
    "Ingrid Solheim argues that the {body} was largely built to keep {goods} from {other} out of {town}.",
    "For the captains of {town}, the {body} has become a strong shelter against the prices of {goods} in {other}.",
)


def text_of(size: int) -> bytes:
    """About ``size`` bytes of Markdown with headings, paragraphs, tables and bibliographies; notes are left out."""
    lines = [line for path in TEXTS for line in path.read_text(encoding="utf-8").splitlines() if "[^" not in line]
    made: list[str] = []
    length = turn = 0
    while length < size:
        turn += 1
        for line in lines:
            new = f"{line} Copy {turn}." if line[:1].isalpha() else line
            made.append(new)
            length += len(new.encode()) + 1
    return "\n".join(made).encode()


def reading(number: int) -> bytes:
    """A reading of about 100 kB of made-up history, no two alike; all of a course speak of the same bodies."""
    chance = random.Random(number)  # noqa: S311 (a text, not a secret)
    made = [f"# History of trade, part {number}", f"By Ada Writer{chr(97 + number // 26)}{chr(97 + number % 26)}"]
    length = 0
    while length < READING:
        sentences = [
            chance.choice(FORMS).format(
                year=chance.randint(1850, 1990), count=f"{chance.randint(1000, 9999):,}", town=chance.choice(TOWNS),
                body=f"{chance.choice(THINGS)} {chance.choice(BODIES)}", goods=chance.choice(GOODS),
                state=chance.choice(STATES[:5]), other=chance.choice(STATES[5:]),
            )
            for _ in range(6)
        ]  # fmt: skip
        made.append(" ".join(sentences))
        length += len(made[-1]) + 2
    return "\n\n".join(made).encode()


def measure_course(size: int) -> None:
    """Ask about every reading of a course of that size and print seconds for one reading and peak megabytes."""
    from quizzes.generation import generate
    from readings.documents import parse

    documents = [parse(reading(number), "bench.md") for number in range(max(1, size // READING))]
    start = time.process_time()
    generate(documents, count=30, seed=1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{(time.process_time() - start) / len(documents):.3f} {peak:.0f}")


def measure(task: str, size: int) -> None:
    """Run one task once and print seconds of CPU and peak megabytes."""
    sys.path.insert(0, str(ROOT))
    if task == "course":
        return measure_course(size)
    from quizzes.generation import generate
    from readings.documents import parse

    data = text_of(size)
    document = parse(data, "bench.md") if task == "generate" else None
    start = time.process_time()
    if document is None:
        parse(data, "bench.md")
    else:
        generate(document, count=30, seed=1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{time.process_time() - start:.3f} {peak:.0f}")


def main(sizes: list[float]) -> None:
    print(f"{'task':10}{'MB':>8}{'CPU s':>10}{'× time':>9}{'peak MB':>10}{'× memory':>10}")
    for task in ("parse", "generate", "course"):
        before: tuple[float, float] | None = None
        for megabytes in sizes[:2] if task == "generate" else sizes:
            command = [sys.executable, __file__, "--one", task, str(int(megabytes * MEGABYTE))]
            out = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
            seconds, peak = float(out[0]), float(out[1])
            ratios = (seconds / before[0], peak / before[1]) if before else (1.0, 1.0)
            print(
                f"{task:10}{megabytes:>8}{seconds:>10.2f}{ratios[0]:>9.1f}{peak:>10.0f}{ratios[1]:>10.1f}", flush=True
            )
            before = seconds, peak


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(sys.argv[2], int(sys.argv[3]))
    else:
        main([float(argument) for argument in sys.argv[1:]] or [0.1, 1, 10])
