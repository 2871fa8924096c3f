"""Scores the parser against the hand-checked documents and prints its time.

Reads the folders named by GLOSSA_GOLD and GLOSSA_DOCUMENTS (default: ../shared/gold and ../shared/documents).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from readings.documents import parse  # noqa: E402  the project is not installed, so its root must be on the path first

CHECKED = ("000", "001", "004")


def main() -> int:
    gold = Path(os.environ.get("GLOSSA_GOLD") or ROOT.parent / "shared" / "gold")
    documents = Path(os.environ.get("GLOSSA_DOCUMENTS") or ROOT.parent / "shared" / "documents")
    if not (gold / "adapt.py").is_file() or not documents.is_dir():
        sys.stderr.write(f"Set GLOSSA_GOLD and GLOSSA_DOCUMENTS: nothing found in {gold} or {documents}.\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        pairs = [pair for path in sorted(documents.glob("[0-9][0-9][0-9]_*")) for pair in measure(path, Path(folder))]
        command = [sys.executable, str(gold / "adapt.py"), *pairs, *sys.argv[1:], "--gold", str(gold)]
        return subprocess.call(command)


def measure(path: Path, folder: Path) -> list[str]:
    """Parse one document, print what was found and how long it took; the pair for adapt.py where gold exists."""
    start = time.process_time()
    document = parse(path.read_bytes(), path.name)
    seconds = time.process_time() - start
    paragraphs = sum(len(section.blocks) for section in document.sections)
    number = path.name[:3]
    counts = f"{len(document.sections):3} sections {paragraphs:4} blocks {len(document.notes):4} notes"
    sys.stdout.write(f"{number}  {counts}  {seconds:.2f} s\n")
    sys.stdout.flush()
    if number not in CHECKED:
        return []
    parsed = folder / f"{number}.parsed.json"
    parsed.write_text(json.dumps(document.to_dict(), ensure_ascii=False), encoding="utf-8")
    return [f"{number}={parsed}"]


if __name__ == "__main__":
    sys.exit(main())
