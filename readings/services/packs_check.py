"""What can be wrong with a course pack: each check returns lines of the form "file, place, `key`: what to do"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from readings.services.editing_actions import ACTIONS

Table = Mapping[str, Any]

SLUG = re.compile(r"[a-z0-9]+(?:[-_]+[a-z0-9]+)*")
FINGERPRINT = re.compile(r"sha256:[0-9a-f]{64}")
TEXT, LIST, NUMBER, TABLE, YES_OR_NO = str, list, int, dict, bool
COURSE_KEYS: dict[str, type] = dict.fromkeys(("slug", "title", "subtitle", "summary", "language", "licence"), TEXT)
READING_KEYS: dict[str, type] = {
    **dict.fromkeys(
        ("slug", "file", "fingerprint", "filename_hint", "title", "subtitle", "working_title", "corporate_author",
         "publisher", "container", "chapter", "date", "kind", "language", "isbn", "doi", "degree", "supervisor",
         "rights", "sharing", "outside_source", "byline"),
        TEXT,
    ),
    **dict.fromkeys(("authors", "editors", "affiliations", "keywords", "from_outside", "edits", "not_asked"), LIST),
    "year": NUMBER,
    "source_card": TABLE,
    "published": YES_OR_NO,
}  # fmt: skip
CARD_KEYS: dict[str, type] = dict.fromkeys(
    ("perspective", "who_writes", "from_where", "for_whom", "what_to_mind"), TEXT
)
TERM_KEYS: dict[str, type] = {
    **dict.fromkeys(("slug", "head", "category", "definition", "source", "in_file"), TEXT),
    **dict.fromkeys(("acronyms", "aliases", "forms", "see_also"), LIST),
    "by_source": TABLE,
}
NAMES = {
    TEXT: "a text in quotes",
    LIST: "a list in [ ]",
    NUMBER: "a number without quotes",
    TABLE: "a table",
    YES_OR_NO: "true or false",
}


def check_course(course: Table) -> Iterator[str]:
    yield from check_keys("course.toml, [course]", course, COURSE_KEYS, needed=("slug", "title"))


def check_readings(readings: Iterable[Table], folder: Path) -> Iterator[str]:
    seen: set[str] = set()
    for count, reading in enumerate(readings, start=1):
        where = f"course.toml, reading {count} ({reading.get('slug', 'without slug')})"
        yield from check_keys(where, reading, READING_KEYS, needed=("slug", "language"))
        if "kind" not in reading:
            yield f"{where}, `kind`: is missing. Add it; it may be empty."
        yield from check_keys(f"{where}, source_card", reading.get("source_card", {}), CARD_KEYS, needed=())
        yield from check_once(where, reading.get("slug"), seen)
        yield from check_text(where, reading, folder)
        if not reading.get("title") and not reading.get("working_title"):
            yield f"{where}: has no title. Give `title`, or `working_title` where the text has lost its own."
        yield from check_edits(where, reading.get("edits", ()))
        if reading.get("from_outside") and not reading.get("outside_source"):
            yield f"{where}, `outside_source`: say where the fields of `from_outside` are known from."


def check_edits(where: str, edits: Any) -> Iterator[str]:
    """Changes made on the desk, as an export writes them; each names one of the known actions."""
    for count, edit in enumerate(edits if isinstance(edits, list) else (), start=1):
        if not isinstance(edit, dict) or edit.get("action") not in ACTIONS or not isinstance(edit.get("target"), str):
            yield f"{where}, `edits` {count}: must have a target and one of the actions {', '.join(ACTIONS)}."


def check_text(where: str, reading: Table, folder: Path) -> Iterator[str]:
    """A reading has its text in the pack or a fingerprint, and the file stays inside the pack's folder."""
    file, fingerprint = reading.get("file"), reading.get("fingerprint")
    if bool(file) == bool(fingerprint):
        yield f"{where}: give either `file` (a text in the pack) or `fingerprint` (a document the user supplies)."
    elif fingerprint and not FINGERPRINT.fullmatch(str(fingerprint)):
        yield f"{where}, `fingerprint`: write sha256: and the 64 digits that `sha256sum FILE` prints, in lower case."
    elif file and not (folder / str(file)).resolve().is_relative_to(folder.resolve()):
        yield f"{where}, `file`: must lie inside the pack's folder."
    elif file and not (folder / str(file)).is_file():
        yield f"{where}, `file`: there is no {file} in the pack. Correct the name or add the file."


def check_terms(terms: Iterable[Table], readings: set[str]) -> Iterator[str]:
    terms = list(terms)
    slugs = {str(term.get("slug")) for term in terms}
    seen: set[str] = set()
    names: dict[str, str] = {}
    for count, term in enumerate(terms, start=1):
        where = f"{term.get('in_file', 'glossary')}, term {term.get('slug', count)}"
        yield from check_keys(where, term, TERM_KEYS, needed=("slug", "head", "definition"))
        yield from check_once(where, term.get("slug"), seen)
        yield from check_names(where, term, names)
        for slug in term.get("see_also", ()):
            if slug not in slugs:
                yield f"{where}, `see_also`: there is no term {slug!r}. Correct the slug or add the term."
        for slug in term.get("by_source", {}):
            if slug not in readings:
                yield f"{where}, `by_source`: there is no reading {slug!r} in course.toml."


def check_names(where: str, term: Table, names: dict[str, str]) -> Iterator[str]:
    """One name leads to one term, or a link would have to guess."""
    for form in term.get("forms", ()):
        if not isinstance(form, dict) or not form.get("text") or not form.get("language"):
            yield f'{where}, `forms`: write each as {{ language = "ru", text = "…" }}.'
            return
    own = [term.get("head", ""), *term.get("aliases", ()), *(form["text"] for form in term.get("forms", ()))]
    keys = {str(name).casefold() for name in own} | {str(name) for name in term.get("acronyms", ())}
    for key in sorted(keys - {""}):
        other = names.setdefault(key, str(term.get("slug")))
        if other != str(term.get("slug")):
            yield f"{where}: the name {key!r} belongs to the term {other!r} already. Take it out of one of them."


def check_keys(where: str, table: Any, known: Mapping[str, type], needed: Iterable[str]) -> Iterator[str]:
    if not isinstance(table, dict):
        yield f"{where}: must be a table with keys."
        return
    for key in needed:
        if not table.get(key):
            yield f"{where}, `{key}`: is missing. Add it."
    for key, value in table.items():
        if key not in known:
            yield f"{where}, `{key}`: is not a key of the format. Correct the spelling or take it out."
        elif not isinstance(value, known[key]):
            yield f"{where}, `{key}`: must be {NAMES[known[key]]}."


def check_once(where: str, slug: Any, seen: set[str]) -> Iterator[str]:
    if not slug:
        return
    if not SLUG.fullmatch(str(slug)):
        yield f"{where}, `slug`: use lower-case letters, digits and single hyphens only."
    if slug in seen:
        yield f"{where}, `slug`: is used twice. Give each its own."
    seen.add(str(slug))
