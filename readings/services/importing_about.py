"""What is known about a text: its metadata, how we know them, and the source card, as fields of a Reading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readings.models import Reading
from readings.services.importing_fill import fill

CARD = ("perspective", "who_writes", "from_where", "for_whom", "what_to_mind")
PEOPLE = ("authors", "editors")
#: Keys of a course pack's reading that are fields of their own, or no metadata at all.
NOT_METADATA = {
    "slug", "file", "fingerprint", "filename_hint", "working_title", "sharing", "from_outside", "outside_source",
    "source_card", "byline", "published", "edits", "not_asked",
}  # fmt: skip


#: Fields that come from a key of another name, or from several.
FED_BY = {
    "title": {"title", "working_title"},
    "title_is_ours": {"title", "working_title"},
    "byline": {"authors", "corporate_author", "byline"},
    **{name: {"source_card"} for name in CARD},
}


def about_apply(reading: Reading, found: Mapping[str, Any], about: Mapping[str, Any]) -> None:
    """Sets a new reading's fields from the metadata ``found`` in the text and what is known ``about`` it, which wins.

    On a reading that is there already only the fields that ``about`` speaks of change, so that what an instructor wrote
    into the others stays.
    """
    fields = known_fields(reading, found, about)
    if reading.pk:
        fields = {name: value for name, value in fields.items() if FED_BY.get(name, {name}) & set(about)}
    fill(reading, metadata={**found, **stated(about)}, **fields)


def stated(about: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of the text as metadata, without what is said about it."""
    return {
        key: [{"given": who.get("given"), "family": who.get("family")} for who in value] if key in PEOPLE else value
        for key, value in about.items()
        if key not in NOT_METADATA
    }


def known_fields(reading: Reading, found: Mapping[str, Any], about: Mapping[str, Any]) -> dict[str, Any]:
    metadata = {**found, **stated(about)}
    working, title = about.get("working_title", ""), about.get("title", "")
    return {
        "title": title or working or metadata.get("title") or reading.title,
        "title_is_ours": bool(working and not title),
        "subtitle": metadata.get("subtitle") or "",
        "byline": about.get("byline") or byline(metadata),
        "year": metadata.get("year"),
        "kind": metadata.get("kind") or "",
        "language": metadata.get("language") or reading.course.language,
        "rights": metadata.get("rights") or "",
        "sharing": about.get("sharing", ""),
        "from_outside": list(about.get("from_outside", ())),
        "outside_source": about.get("outside_source", ""),
        **{name: about.get("source_card", {}).get(name, "") for name in CARD},
    }


def byline(metadata: Mapping[str, Any]) -> str:
    """The authors as shown, "A. Writer, B. Writer and C. Writer", or the body that speaks."""
    names = [" ".join(filter(None, (who.get("given"), who.get("family")))) for who in metadata.get("authors") or ()]
    if len(names) > 1:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return names[0] if names else metadata.get("corporate_author") or ""
