"""``python -m readings.documents FILE`` prints the parsed document as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .errors import DocumentError
from .pipeline import parse


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python -m readings.documents FILE", file=sys.stderr)
        return 1
    path = Path(arguments[0])
    try:
        document = parse(path.read_bytes(), path.name)
    except (DocumentError, OSError) as error:
        print(f"{path.name}: {error}" if isinstance(error, DocumentError) else error, file=sys.stderr)
        return 1
    printed = document.to_dict()
    del printed["source"]  # the file again
    print(json.dumps(printed, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
