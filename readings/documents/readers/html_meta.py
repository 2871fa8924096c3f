"""Metadata of a web page: from its meta elements, its JSON-LD, its title and its language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from readings.documents.names import iso_date
from readings.documents.types import Metadata, Person

from .html_tree import Element, words_in

NAMES = {
    "title": ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title"),
    "authors": ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "parsely-author"),
    "editors": ("citation_editor", "dc.contributor"),
    "publisher": (
        "citation_publisher",
        "dc.publisher",
        "dcterms.publisher",
        "citation_technical_report_institution",
        "og:site_name",
    ),
    "container": (
        "citation_journal_title",
        "citation_inbook_title",
        "citation_book_title",
        "citation_conference_title",
        "prism.publicationname",
    ),
    "date": (
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "dc.date",
        "dcterms.date",
        "dc.date.issued",
        "dcterms.issued",
        "article:published_time",
        "date",
        "parsely-pub-date",
    ),
    "language": ("citation_language", "dc.language", "dcterms.language", "og:locale"),
    "isbn": ("citation_isbn", "book:isbn"),
    "doi": ("citation_doi", "dc.identifier", "prism.doi"),
    "rights": ("dc.rights", "dcterms.rights", "copyright"),
    "keywords": ("citation_keywords", "keywords", "dc.subject", "article:tag"),
}
WORKS = {
    "article",
    "newsarticle",
    "scholarlyarticle",
    "report",
    "blogposting",
    "techarticle",
    "opinionnewsarticle",
    "analysisnewsarticle",
    "book",
    "chapter",
    "thesis",
    "webpage",
}
DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
SITE = re.compile(r"\s+[|–—\-·»:]+\s+(?=[^|–—·»]{1,60}$)")
INSTITUTION = re.compile(
    r"\b(?:the|team|staff|editors?|institute|university|group|council|commission|ministry|office|foundation|association|contributors|centre|center)\b",
    re.IGNORECASE,
)


def read_metadata(root: Element) -> Metadata:
    """What the head of a page says of the text; call before scripts are taken out."""
    given = _given(root)
    linked = _linked(root)
    names = given["authors"] or linked.get("authors", [])
    people = tuple(person(name) for name in names if not INSTITUTION.search(name) and not name.startswith("http"))
    institutions = [name for name in names if INSTITUTION.search(name)]
    date = next(filter(None, map(date_of, [*given["date"], *linked.get("date", [])])), None)
    return Metadata(
        title=first(given["title"], linked.get("title", [])) or None,
        authors=tuple(dict.fromkeys(people)),
        corporate_author=first(institutions) or None,
        publisher=first(given["publisher"], linked.get("publisher", [])) or None,
        container=first(given["container"]) or None,
        editors=tuple(person(name) for name in given["editors"]),
        date=date,
        year=int(date[:4]) if date else None,
        language=_language(root, first(given["language"], linked.get("language", []))),
        isbn=first(given["isbn"]) or None,
        doi=next((found[0] for value in given["doi"] if (found := DOI.search(value))), None),
        rights=first(given["rights"]) or None,
        keywords=tuple(
            part.strip() for value in given["keywords"] for part in re.split(r"[,;]", value) if part.strip()
        ),
    )


def first(*lists: Sequence[str]) -> str:
    return next((value for values in lists for value in values if value), "")


def _given(root: Element) -> dict[str, list[str]]:
    """Each field's values from the first kind of meta element that has it."""
    metas: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        value = " ".join((meta.get("content") or "").split())[:2000]
        if name and value:
            metas.setdefault(name, []).append(value)
    return {field: next((metas[name] for name in names if name in metas), []) for field, names in NAMES.items()}


def _language(root: Element, said: str) -> str | None:
    html = root if root.tag == "html" else root.find(".//html")
    given = (html.get("lang") or html.get("xml:lang") or "") if html is not None else ""
    code = re.match(r"[a-z]{2,3}", (given or said).lower())
    return code[0] if code else None


def _linked(root: Element) -> dict[str, list[str]]:
    """The same fields from the first work that JSON-LD describes."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kinds = item.get("@type")
            if WORKS & {str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}:
                return _work(item)
    return {}


def _items(data: Any) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            yield from (inner for inner in _list(item.get("@graph")) if isinstance(inner, dict))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _work(item: dict[str, Any]) -> dict[str, list[str]]:
    return {
        "title": _names(item.get("headline") or item.get("name")),
        "authors": _names(item.get("author")),
        "publisher": _names(item.get("publisher")),
        "date": _names(item.get("datePublished")),
        "language": _names(item.get("inLanguage")),
    }


def _names(value: Any) -> list[str]:
    found = (one.get("name") if isinstance(one, dict) else one for one in _list(value))
    return [" ".join(name.split())[:500] for name in found if isinstance(name, str) and name.strip()]


def person(name: str) -> Person:
    """Given name and surname of a name in either order: "Orr, Ann" or "Ann Orr"."""
    name = re.sub(r"^(?:by|dr\.?|prof\.?)\s+", "", " ".join(name.split()), flags=re.IGNORECASE)
    if "," in name:
        family, _, given = name.partition(",")
        return Person(given.strip() or None, family.strip() or None)
    given, _, family = name.rpartition(" ")
    return Person(given or None, family or None)


def date_of(value: str) -> str | None:
    """A date as exact as it is given, in ISO form."""
    found = ISO.match(value.strip())
    if not found:
        return iso_date(value)
    year, month, day = found[1], int(found[2] or 0), int(found[3] or 0)
    if not (1400 <= int(year) <= 2200) or month > 12 or day > 31:
        return None
    return f"{year}-{month:02}-{day:02}" if month and day else f"{year}-{month:02}" if month else year


def page_title(root: Element) -> str | None:
    """The page's own title without the site's name after it."""
    title = root.find(".//title")
    text = " ".join(title.text_content().split()) if title is not None else ""
    return SITE.split(text)[0] if text else None


def styled_title(root: Element) -> str | None:
    """The paragraph to which a word processor gave its style for titles."""
    styled = (p for p in root.iter("p") if {"title", "msotitle"} & set((p.get("class") or "").lower().split()))
    return next((text for p in styled if (text := words_in(p))), None)
