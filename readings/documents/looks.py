"""What the look of a text alone tells: does it end a sentence, could it be a heading, is it a known title."""

from __future__ import annotations

import re

from .piece import Piece

LONG, UNFINISHED, SENTENCE = 30, 15, 8
CLOSERS = "\"'”’»)]*†‡ "
SENTENCE_END = re.compile(r"[.!?…։。]$")
ABBREVIATED = re.compile(
    r"(?:^|[\s(“\"'])(?:[A-Z]|[Mm]rs?|Ms|Dr|Prof|Gen|Col|Sgt|Capt|Lt|St|No|Nos|vs?|cf|pp?|vol|ed|eds|e\.g|i\.e|approx|ca|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
SMALL_START = re.compile(r"[\"'“‘«(\[–—-]*\s*[^\W\d_]")
NUMBERED = re.compile(
    r"(?:(?:Chapter|Section|Part|CHAPTER|SECTION|PART)\s+)?(\d{1,2}(?:\.\d{1,2}){0,5}|[IVXL]{1,6}(?=\.))[.):]?\s*(?=[^\W\d_]|[\"“‘'«¿])"
)
NEVER_LAST = re.compile(
    r"\b(?:the|a|an|of|and|or|in|on|at|to|for|with|by|from|its|their|his|her|as|than|which|this|these|both)$"
)
FRAGMENT = re.compile(r"\b(?:the|a|an|of|and|or|its|their|his|her|as|than|which|both)$")
SPEAKER = re.compile(r"(?:[A-Z]{1,3}\d{0,2}|Question|Answer|Interviewer)\s*:\s")
ADDRESS = re.compile(r"https?://|www\.|@\w+\.|\bdoi:")

FRONT_TITLES = {
    "abstract",
    "summary",
    "executive summary",
    "foreword",
    "preface",
    "introduction",
    "synopsis",
    "overview",
    "key findings",
    "key points",
}
NOTES_TITLES = {"notes", "endnotes", "footnotes", "notes and references", "references and notes", "end notes"}
BIBLIOGRAPHY_TITLES = {
    "bibliography",
    "references",
    "works cited",
    "literature",
    "literature cited",
    "reference list",
    "list of references",
    "sources",
    "selected bibliography",
    "further reading",
    "works consulted",
    "reference",
    "cited works",
}
READ_AS_TEXT = {"literature", "sources", "further reading", "reference"}
"""Titles of a bibliography under which some texts speak of their literature in whole sentences."""
BACK_TITLES = {
    "about the author",
    "about the authors",
    "about the editor",
    "about the editors",
    "acknowledgments",
    "acknowledgements",
    "acknowledgment",
    "acknowledgement",
    "funding",
    "about the contributors",
    "contributors",
    "notes on contributors",
    "biographical note",
    "about us",
    "disclosure statement",
    "conflict of interest",
    "conflicts of interest",
    "declaration of interest",
    "data availability",
    "copyright",
    "disclaimer",
    "index",
    "about this paper",
    "author biography",
    "author contributions",
}
BODY_TITLES = {
    "conclusion",
    "conclusions",
    "concluding remarks",
    "discussion",
    "methodology",
    "methods",
    "results",
    "background",
    "literature review",
    "appendix",
    "annex",
    "epilogue",
    "afterword",
    "recommendations",
    "policy recommendations",
    "outlook",
}
KNOWN_TITLES = FRONT_TITLES | NOTES_TITLES | BIBLIOGRAPHY_TITLES | BACK_TITLES | BODY_TITLES
CONTENTS_TITLES = {
    "contents",
    "table of contents",
    "contents page",
    "in this paper",
    "in this issue",
    "list of contents",
    "list of figures",
    "list of tables",
    "figures and tables",
    "list of figures and tables",
}


def folded(text: str) -> str:
    """A title for comparison: small letters, single blanks, no number before it, no punctuation at its ends."""
    return " ".join(NUMBERED.sub("", text.strip(), count=1).casefold().strip(" .:;*_").split())


def ends_sentence(text: str) -> bool:
    """True unless the text stops in the middle: no closing mark, or only the stop of an abbreviation or initial."""
    if text.endswith((")", "]")):  # a citation or an aside after the sentence
        return True
    bare = text.rstrip(CLOSERS)
    return bool(SENTENCE_END.search(bare)) and not ABBREVIATED.search(bare[-12:])


def starts_small(text: str) -> bool:
    """True where the first letter is a small one and no digit stands before it."""
    found = SMALL_START.match(text)
    return found is not None and text[found.end() - 1].islower()


def words(text: str) -> list[str]:
    return [word for word in text.split() if any(map(str.isalnum, word))]


def flows(text: str) -> bool:
    """Running text rather than a line of a title page: long, or a sentence mostly in small letters."""
    counted = words(text)
    if len(counted) >= LONG:
        return True
    small = sum(word.lstrip("\"'“‘(")[:1].islower() for word in counted)
    return len(counted) >= (SENTENCE if ends_sentence(text) else UNFINISHED) and small >= 0.55 * len(counted)


def heading_like(piece: Piece) -> bool:
    """Short, begins like a title and does not end like a sentence."""
    text = piece.text
    if (
        not 2 <= len(text) <= 150
        or len(piece.lines) > 2
        or text[-1] in ".,;"
        or ADDRESS.search(text)
        or "\t" in text
        or SPEAKER.match(text)
        or (piece.level == 0 and FRAGMENT.search(text))
    ):
        return False
    first = next((letter for letter in text if letter.isalnum()), "")
    return bool(first) and (first.isdigit() or not first.islower()) and 1 <= len(words(text)) <= 16
