"""Converts a file in a child process, so that whatever a file does to its parser, the site goes on."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from . import errors
from .types import Document

ROOT = Path(__file__).resolve().parents[2]
LOGGED = 4000
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one conversion may use."""

    seconds: int = 180
    """Of the clock; two thirds of it may be spent computing."""
    memory: int = 1_500_000_000
    """Bytes of address space."""
    output: int = 200_000_000
    """Bytes of JSON that may come back."""


DEFAULT = Limits()


def converted(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document in a file of the format ``name``, read in a child process; raises a DocumentError."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as trouble:
        given.write(data)
        given.seek(0)
        arguments = [name, str(limits.memory), str(limits.seconds * 2 // 3 or 1)]
        code = _run(arguments, (given, answer, trouble), limits.seconds)
        _log(trouble, name, code)
        size = answer.seek(0, os.SEEK_END)
        answer.seek(0)
        if code == -signal.SIGXCPU:
            raise errors.TooSlow(limits.seconds)
        if size > limits.output:
            raise errors.OutOfMemory
        if code != 0:
            raise errors.ConversionFailed
        return _understood(answer.read())


def _run(arguments: list[str], streams: tuple[IO[bytes], IO[bytes], IO[bytes]], seconds: int) -> int:
    """The child's exit code. It gets no settings of the site: its environment holds no secret."""
    environment = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PATH": os.defpath}
    command = [sys.executable, "-m", f"{__package__}.convert", *arguments]
    given, answer, trouble = streams
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter and module, no shell
            command, stdin=given, stdout=answer, stderr=trouble, timeout=seconds, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise errors.TooSlow(seconds) from error
    return done.returncode


def _log(trouble: IO[bytes], name: str, code: int) -> None:
    """What the child complained of goes to the site's log, for the person who looks after it."""
    size = trouble.seek(0, os.SEEK_END)
    trouble.seek(max(0, size - LOGGED))
    if size or code:
        logger.warning("A conversion from %s ended with %s: %s", name, code, trouble.read().decode(errors="replace"))


def _understood(answer: bytes) -> Document:
    try:
        reply = json.loads(answer)
    except ValueError as error:
        raise errors.ConversionFailed from error
    if "error" in reply:
        raise rebuilt(*reply["error"])
    return Document.from_dict(reply["document"])


def rebuilt(name: str, message: str) -> errors.DocumentError:
    """The named error that the child raised, with its message."""
    kind = getattr(errors, name, None)
    if not (isinstance(kind, type) and issubclass(kind, errors.DocumentError)):
        kind = errors.ConversionFailed
    error: errors.DocumentError = kind.__new__(kind, message)
    error.args = (message,)
    return error
