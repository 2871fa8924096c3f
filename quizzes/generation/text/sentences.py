"""Sentences of the body, block by block, each with its offsets in ``block.text``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from nupunkt import sent_spans

from quizzes.generation.language.dates import MONTHS
from quizzes.generation.types import Evidence
from readings.documents.types import Block, Document, Section

ASKED_BLOCKS = frozenset(["paragraph", "list_item", "abstract"])
SILENT_ROLES = re.compile(r"acknowledg|about|bio|contents|copyright|imprint|dedication|funding|appendix", re.IGNORECASE)
_CITED_YEAR = r"(?:(?:1[89]|20)\d\d[a-z]?|n\.d\.|forthcoming)"
_CITATION = re.compile(
    rf"\s*\((?:(?:see|cf\.|e\.g\.,?|cited in)\s+)?[^()]*?[A-ZÀ-Ž][^()]*?,?\s{_CITED_YEAR}(?:[,:]\s*(?:pp?\.\s*)?[\d–, -]+)?(?:[;,][^()]*)?\)"
    r"|\s*\((?:ibid|op\. cit)\.?[^()]*\)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """One sentence of a block: ``block.text[start:end] == text``."""

    text: str
    start: int
    end: int
    block: Block
    section: Section
    first: bool
    """Whether it opens its block: what a paragraph is about."""
    document: int = 0
    told: str = ""
    """The wording after a safe repair; the passage is then longer than the sentence."""

    @cached_property
    def clean(self) -> str:
        """The sentence without author–year citations; patterns read this one."""
        return self.told or self.cleaned(self.text)

    @staticmethod
    def cleaned(text: str) -> str:
        """Words without author–year citations, white space made plain."""
        text = _CITATION.sub(lambda m: "" if is_citation(m.group()) else m.group(), text)
        return re.sub(r"\s+", " ", text).replace(" .", ".").strip()

    @cached_property
    def quoted(self) -> bool:
        """Whether the sentence stands, at its start or its end, in a quotation of several sentences: then it is somebody else's."""
        return any(open_at(place, self.block.text) for place in (self.start, self.end))

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.block.id, self.start, self.end, self.text)


def open_at(place: int, text: str) -> bool:
    """Whether a quotation has been opened before the place and is not yet closed there; a straight mark must have its partner behind."""
    curly = text.rfind("“", 0, place) > text.rfind("”", 0, place)
    straight = text.count('"', 0, place) % 2 == 1 and text.find('"', place) >= 0
    return curly or straight


_CREDIT = re.compile(
    r"\s*\((?:[^()]*\b(?:1[89]|20)\d\d[a-z]?(?:[,:][^()]*)?|ibid\.?[^()]*|\d{2,4}(?:[,;–-]\s*\d{1,4})*)\)\.?",
    re.IGNORECASE,
)
"""A citation, or the number of a document, at the start of a sentence: it stands behind the full stop of the sentence before and belongs to that."""


def is_citation(bracket: str) -> bool:
    """A bracket with a surname before the year, not one that only dates something, such as (July 1997)."""
    words = re.findall(r"[A-Za-zÀ-ž]+", bracket)
    return bool(words) and not set(words) <= {*MONTHS, "in", "since", "from", "early", "late"}


def asked_sections(document: Document) -> Iterator[Section]:
    """Sections that questions may be asked about: the body, without acknowledgements and the like."""
    for section in document.sections:
        if (
            section.matter == "body"
            and not SILENT_ROLES.search(section.role or "")
            and not SILENT_ROLES.match(section.title or "")
        ):
            yield section


def sentences(document: Document, index: int = 0) -> list[Sentence]:
    """Every sentence of the document that may be asked about, in reading order."""
    found = []
    for section in asked_sections(document):
        for block in section.blocks:
            if block.kind in ASKED_BLOCKS:
                found += list(_of_block(block, section, index))
    return found


def _of_block(block: Block, section: Section, document: int) -> Iterator[Sentence]:
    for number, (start, end) in enumerate(_whole(block.text, _split(block.text, sent_spans(block.text)))):
        start = next(_NUMBERS_BEFORE.finditer(block.text, start, end)).end()
        end = start + len(_REFERENCE.sub("", block.text[start:end].rstrip()))
        if start < end:
            yield Sentence(block.text[start:end], start, end, block, section, number == 0, document)


_NUMBERS_BEFORE = re.compile(r"\s*(?:\(\d[\d\s,;–-]*\)\s+)?")
"""Numbers in brackets at the start of a sentence: a reference of the sentence before."""
_REFERENCE = re.compile(
    r"\s*\((?:ibid|op\. cit)[^()]*\)\.?$|(?<=[.!?”\"])\s*\(\d{1,3}(?:[,;–-]\s*\d{1,3})*\)\.?$", re.IGNORECASE
)
"""What ends a sentence and is for the reader of its page alone: ibid., or the numbers of documents in an edition."""


def _whole(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans with citations given back to their sentence, and those joined that an abbreviation has cut."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        credit = _CREDIT.match(text, start, end)
        if joined and credit:
            joined[-1] = (joined[-1][0], credit.end())
            start = credit.end()
        if start >= end:
            continue
        if joined and text[start:end].lstrip()[:1].islower():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


_MISSED = re.compile(r"(?<=[a-z]{4}\.)(?<!approx\.)(?<!govt\.)(?<!dept\.)\s+(?=[A-Z“])")
"""A full stop behind a whole small word and before a capital, which the splitter takes for an abbreviation now and then."""


def _split(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, those parted that hold two sentences."""
    parted: list[tuple[int, int]] = []
    for start, end in spans:
        for match in _MISSED.finditer(text, start, end):
            parted.append((start, match.start()))
            start = match.end()
        parted.append((start, end))
    return parted
