"""Plain data as TOML, as far as a course pack needs it: texts, numbers, lists, and tables within tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

BARE = re.compile(r"[A-Za-z0-9_-]+")
NOT_RAW = re.compile(r"[\x7f\x85\u2028\u2029]")


def toml_of(data: Mapping[str, Any]) -> str:
    """The text of a TOML file; ``tomllib.loads`` gives the same data back. A list of tables is written [[name]]."""
    return "\n".join(_table(data, ())).strip() + "\n"


def _table(data: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    for key, value in data.items():
        if not _is_table(value) and not _is_tables(value):
            yield f"{_key(key)} = {_value(value)}"
    for key, value in data.items():
        here = (*path, key)
        name = ".".join(map(_key, here))
        if _is_table(value):
            yield from ("", f"[{name}]", *_table(value, here))
        elif _is_tables(value):
            for row in value:
                yield from ("", f"[[{name}]]", *_table(row, here))


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_tables(value: Any) -> bool:
    """People and forms are short and stay in one line; tables that hold tables, or long ones, get lines of their own."""
    return bool(value) and isinstance(value, list) and all(_is_table(row) and len(row) > 3 for row in value)


def _key(key: str) -> str:
    return key if BARE.fullmatch(key) else _text(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {_value(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_value, value)) + "]"
    return str(value)


def _text(text: str) -> str:
    """A TOML basic string is a JSON string but for a few letters that TOML wants escaped."""
    return NOT_RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
