"""``python -m quizzes.generation FILE [--count N] [--seed S]``: prints the questions of a file as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from readings import documents

from . import generate


def main(arguments: list[str] | None = None) -> int:
    """Parses the file, generates, prints; 1 with a one-line message when the file cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m quizzes.generation", description="Questions of a document as JSON."
    )
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "--count", type=int, default=None, help="at most so many questions (default: all that are good enough)"
    )
    parser.add_argument("--seed", type=int, default=0, help="the same seed gives the same quiz")
    options = parser.parse_args(arguments)
    try:
        document = documents.parse(options.file.read_bytes(), options.file.name)
    except OSError as error:
        print(f"Cannot read “{options.file}”: {error.strerror}. Name a file that exists.", file=sys.stderr)
        return 1
    except documents.DocumentError as error:
        print(error, file=sys.stderr)
        return 1
    print(
        json.dumps(generate(document, count=options.count, seed=options.seed).to_dict(), ensure_ascii=False, indent=1)
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
