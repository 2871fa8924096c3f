"""The child process of a conversion: ``python -m readings.documents.convert FORMAT MEMORY SECONDS < file`` prints JSON."""

from __future__ import annotations

import json
import logging
import resource
import sys
import traceback
from typing import Any

from .errors import ConversionFailed, DocumentError, OutOfMemory
from .pipeline import document_of
from .readers import READERS

FORBIDDEN = frozenset(
    f"{module}.{name}"
    for module, names in (
        ("socket", ("connect", "bind", "sendto", "getaddrinfo", "gethostbyname")),
        ("os", ("system", "exec", "fork", "forkpty", "spawn", "posix_spawn")),
        ("subprocess", ("Popen",)),
    )
    for name in names
)


def main(arguments: list[str]) -> int:
    name, memory, seconds = arguments[0], int(arguments[1]), int(arguments[2])
    data = sys.stdin.buffer.read()
    confine(memory, seconds)
    json.dump(answer(name, data), sys.stdout)
    return 0


def confine(memory: int, seconds: int) -> None:
    """From here on: so much memory and time, no network, no other program."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.disable(logging.CRITICAL)  # parsers comment on every oddity of a file
    sys.addaudithook(_refuse)


def _refuse(event: str, _: tuple[Any, ...]) -> None:
    if event in FORBIDDEN:
        raise PermissionError(event)


def answer(name: str, data: bytes) -> dict[str, Any]:
    """The document as plain data, or the name and message of what is wrong."""
    try:
        return {"document": document_of(READERS[name](data)).to_dict()}
    except DocumentError as error:
        return refused(error)
    except MemoryError:
        return refused(OutOfMemory())
    except Exception:  # noqa: BLE001  parsers of foreign formats raise anything; the parent must hear a named error
        traceback.print_exc()
        return refused(ConversionFailed())


def refused(error: DocumentError) -> dict[str, Any]:
    return {"error": [type(error).__name__, str(error)]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
