"""Counts the words of a source and of a document, to show that none is lost and none is doubled."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator

from readings.documents import Document

MARKUP = re.compile(
    r"<sup>[^<>]*</sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^\{[^}]*\}|\[\^[^\]\s]*\]:?|(?<=\])\([^()\s]*(?:\([^()]*\)[^()\s]*)?\)|</?\w+[^<>]*>(?<!>>)|\{[#.][^{}\n]*\}|\\"
)
TAG_LIKE_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]*|[\w.+-]+@[\w.-]+)>")
LABELS = re.compile(r"^(?:\s*[*_]*(?:Keywords?|Key words)[*_]*\s*:)", re.IGNORECASE | re.MULTILINE)
BROKEN = re.compile(r"-[ \t]*\n\s*(?=[^\W\d_])")


SPACED = re.compile(r"^ *(?:[A-Z] +){3,}[A-Z]$", re.MULTILINE)
INITIAL = re.compile(r"^([A-Z])\n(?=[a-z]|[A-Z]{2})|^([B-HJ-NP-Z]) (?=[a-z])", re.MULTILINE)


def source_words(text: str) -> Counter[str]:
    """The words of a source text without its markup."""
    text = SPACED.sub(lambda line: re.sub(r"(?<=\S) (?=\S)", "", line[0]), html.unescape(text))
    text = INITIAL.sub(r"\1\2", text)
    text = TAG_LIKE_ADDRESS.sub(r"\1", text)
    return _words(LABELS.sub("", MARKUP.sub("", BROKEN.sub("", text))))


def document_words(document: Document) -> Counter[str]:
    """The words of every place where a document keeps words."""
    return _words("\n".join(_texts(document)))


def _texts(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield f"{section.number or ''} {section.title or ''}"
        for block in section.blocks:
            yield f"{block.label or ''} {block.text}"
    for note in document.notes:
        yield note.text
    yield from (reference.text for reference in document.references)
    yield from (finding.text for finding in document.findings if finding.text and finding.action == "dropped")


def _words(text: str) -> Counter[str]:
    """Runs of letters, so that a hyphen, a missing blank or a superscript makes no difference."""
    text = re.sub(r"(?<=\w)[-‐‑](?=\w)", "", text)
    return Counter(word.casefold() for word in re.findall(r"[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹]+", text))
