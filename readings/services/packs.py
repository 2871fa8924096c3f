"""A course pack: the folder read into plain data, all its mistakes named at once. Touches no database.

The format is explained in docs/how-to/course-packs.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import Any

from readings.services.packs_check import check_course, check_readings, check_terms

PACKS = Path(__file__).resolve().parents[1] / "packs"


class PackError(Exception):
    """A pack that cannot be loaded; each of ``problems`` says file, place, and what to do."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of the pack: a course, a reading or a term."""

    data: Mapping[str, Any]

    @property
    def slug(self) -> str:
        return str(self.data["slug"])

    @property
    def digest(self) -> str:
        """Changes when the entry does, and tells a later load what it need not touch."""
        return sha256(dumps(self.data, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()

    @property
    def fingerprint(self) -> str:
        """Of a reading whose file the user supplies: 64 hexadecimal digits, else empty."""
        return str(self.data.get("fingerprint", "")).removeprefix("sha256:")

    @property
    def shown(self) -> str:
        return str(self.data.get("title") or self.data.get("working_title") or self.slug)


@dataclass(frozen=True, slots=True)
class Pack:
    folder: Path
    course: Entry
    readings: tuple[Entry, ...]
    terms: tuple[Entry, ...]

    def text_of(self, reading: Entry) -> Path | None:
        """The file that comes with the pack; None where the user supplies the document."""
        return self.folder / reading.data["file"] if "file" in reading.data else None


def pack_find(name: str) -> Path:
    """The folder of a pack that comes with Glossa, or at a path."""
    for folder in (PACKS / name, Path(name)):
        if (folder / "course.toml").is_file():
            return folder
    known = ", ".join(sorted(path.parent.name for path in PACKS.glob("*/course.toml")))
    raise PackError([f"There is no course pack {name!r}. Give a folder that holds a course.toml, or one of: {known}."])


def pack_read(folder: Path) -> Pack:
    """The pack in a folder; raises PackError with everything that is wrong with it."""
    problems: list[str] = []
    top = toml(folder, "course.toml", ("course", "readings"), problems)
    readings = listed(top, "readings", "course.toml", problems)
    terms = glossary(folder, problems)
    if not problems:
        slugs = {str(reading.get("slug")) for reading in readings}
        checks = check_course(top.get("course", {})), check_readings(readings, folder), check_terms(terms, slugs)
        problems = [line for check in checks for line in check]
    if problems:
        raise PackError(problems)
    bare = [{key: value for key, value in term.items() if key != "in_file"} for term in terms]
    return Pack(folder, Entry(top["course"]), tuple(map(Entry, readings)), tuple(map(Entry, bare)))


def glossary(folder: Path, problems: list[str]) -> list[dict[str, Any]]:
    """The terms of all glossary files, each with its category and the file it stands in."""
    terms: list[dict[str, Any]] = []
    for path in sorted((folder / "glossary").glob("*.toml")):
        name = f"glossary/{path.name}"
        data = toml(folder, name, ("category", "terms"), problems)
        category = data.get("category", "")
        terms += [{"category": category, **term, "in_file": name} for term in listed(data, "terms", name, problems)]
    return terms


def toml(folder: Path, name: str, known: tuple[str, ...], problems: list[str]) -> dict[str, Any]:
    """The tables of a file, of which only the known ones may stand at its top."""
    try:
        data = tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        problems.append(f"{name}: is not UTF-8. Save it again as UTF-8.")
    except tomllib.TOMLDecodeError as error:
        problems.append(f"{name}: is not valid TOML: {error}. Correct that line.")
    except OSError as error:
        problems.append(f"{name}: cannot be read: {error.strerror}.")
    else:
        strange = sorted(set(data) - set(known))
        problems.extend(
            f"{name}, `{key}`: is not a key of the format. Known here: {', '.join(known)}." for key in strange
        )
        return data
    return {}


def listed(data: Mapping[str, Any], key: str, file: str, problems: list[str]) -> list[dict[str, Any]]:
    """The tables under a key, written [[key]]; anything else is a problem."""
    rows = data.get(key, [])
    if isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
        return rows
    problems.append(f"{file}: `{key}` must be a list of tables. Write [[{key}]] above each.")
    return []
