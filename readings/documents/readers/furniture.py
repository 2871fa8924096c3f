"""Page furniture: page numbers and running heads go out of the lines, and every line learns its page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from readings.documents.looks import KNOWN_TITLES, ends_sentence, folded, starts_small
from readings.documents.names import DATE
from readings.documents.types import Finding

from .lines import Line, width_of

LONE = re.compile(
    r"\s*(?:[-–—|\[({]\s*)?(?:p(?:age|g\.?|\.)\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—|\])}])?\s*$",
    re.IGNORECASE,
)
MARKER = re.compile(
    r"%%\s?page\s(\d{1,4})\s?%%|[\[{](?:page|pg\.?)\s?(\d{1,4})[\]}]|<!--\s?page\s(\d{1,4})\s?-->",
    re.IGNORECASE,
)
CERTAIN = re.compile(r"\s*(?:[-–—|\[(]\s*)?p(?:age|\.)\s*(\d{1,4})\s*(?:of|/)\s*\d{1,4}\W{0,4}$", re.IGNORECASE)
APART_NUMBER = re.compile(r"\s*(?:\d{1,4}(?:\s{2,}|\s*[|•·]\s*)\S|\S.{0,90}?(?:\s{2,}|\s*[|•·]\s*)\d{1,4}\s*$)")
FAR_NUMBER = re.compile(r"\s*(?:\d{1,4}\s{4,}\D{3,80}|\D{3,80}?\s{4,}\d{1,4}\s*)$")
NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]{3,30}")
WIDE_GAP = re.compile(r"\s{2,}")
EDGE_NUMBER = re.compile(r"^\s*(\d{1,4})\b(?![.)])|\b(\d{1,4})\s*$")
STRUCTURE = re.compile(
    r"\s{0,3}(?:[#>|+]|[-*•–]\s|\[\^|[⁰¹²³⁴⁵⁶⁷⁸⁹]|(?:table|figure|fig|chapter|part|section|annex|appendix|box|map|source)\b)",
    re.IGNORECASE,
)
LONGEST = 100
ALIKE = 78.0
APART = 5
SHORTEST_PAGE = 8
FEWEST_MARKERS = 2
STEADY = 2.5
TITLE_LINES = 6
LONGEST_HEAD = 55
MOST_KEYS = 500
IMPRINT = "page_imprint"
PUBLISHER = re.compile(
    r"©|\bISSN\b|\ball rights reserved\b|\bcreative commons\b|\bdownloaded (?:from|by)\b|\bdoi(?:\.org/|:)\s?10\.|\bpublished by\b",
    re.IGNORECASE,
)
LONGEST_STRAY = 16
STRAY = re.compile(r"['’‘`´^~¦\\/,;°¨“”\"]")


@dataclass(frozen=True, slots=True)
class _Head:
    """A line that may be a running head."""

    index: int
    key: str
    number: int | None


def without_furniture(lines: Sequence[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines with their page numbers and running heads turned into page breaks, and what was dropped."""
    lines, markers, marked = _without_markers(lines)
    numbers = _lone_numbers(lines)
    heads = _running_heads(lines, {*numbers, *markers})
    imprints = _imprints(lines, {*numbers, *heads})
    gone = numbers | heads | imprints
    if not gone and not markers:
        return list(lines), []
    kept = [
        replace(line, text="", new_page=True) if line_index in gone else line for line_index, line in enumerate(lines)
    ]
    findings = [
        *marked,
        *_dropped("page_furniture", "{} page numbers and running heads were taken out.", lines, {*numbers, *heads}),
        *_dropped(IMPRINT, "{} lines of the publisher at the feet of pages were taken out.", lines, {*imprints}),
    ]
    return _paged(kept, gone | markers, [i for i, line in enumerate(lines) if line.new_page]), findings


def _without_markers(lines: Sequence[Line]) -> tuple[Sequence[Line], dict[int, int | None], list[Finding]]:
    """The lines without marks such as ``[Page 12]``, which stand where a page began even inside a sentence."""
    found = {i: marks for i, line in enumerate(lines) if (marks := list(MARKER.finditer(line.text)))}
    if len(found) < FEWEST_MARKERS:
        return lines, {}, []
    kept = [
        replace(line, text=" ".join(MARKER.sub(" ", line.text).split())) if i in found else line
        for i, line in enumerate(lines)
    ]
    kept = [replace(line, new_page=True) if i in found and line.blank else line for i, line in enumerate(kept)]
    numbers = {i: int(next(filter(None, marks[-1].groups()))) for i, marks in found.items()}
    text = "\n".join(mark[0] for marks in found.values() for mark in marks)
    message = f"{len(found)} marks of pages were taken out; the paragraphs know their pages."
    finding = Finding("page_marks", "dropped", message, tuple(lines[i].number for i in found), text)
    return kept, dict(numbers), [finding]


def _dropped(code: str, message: str, lines: Sequence[Line], places: set[int]) -> list[Finding]:
    gone = [lines[i] for i in sorted(places)]
    text = "\n".join(line.text.strip() for line in gone)
    numbers = tuple(line.number for line in gone)
    return [Finding(code, "dropped", message.format(len(gone)), numbers, text)] if gone else []


def without_specks(lines: Sequence[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines without those that hold nothing but a few stray signs, which a scanner reads from a spot on the paper."""
    gone = {i for i, line in enumerate(lines) if _is_speck(line.text.strip()) and _stands_alone(lines, i)}
    kept = [replace(line, text="") if i in gone else line for i, line in enumerate(lines)]
    return kept, _dropped("stray_signs", "{} lines of stray signs without a word were taken out.", lines, gone)


def _is_speck(text: str) -> bool:
    return 0 < len(text) <= LONGEST_STRAY and not any(map(str.isalnum, text)) and bool(STRAY.search(text))


def _lone_numbers(lines: Sequence[Line]) -> dict[int, int | None]:
    """Lines that hold a number only, far enough apart and rising like page numbers."""
    found = [
        (i, int(number[1]))
        for i, line in enumerate(lines)
        if len(line.text) < LONGEST and (number := LONE.match(line.text))
    ]
    good: dict[int, int | None] = {i: number for i, number in found if _is_certain(lines, i)}
    for (i, a), (j, b) in pairwise(found):
        if 1 <= b - a <= 3 and j - i >= APART:
            good[i], good[j] = a, b
    return good


def _is_certain(lines: Sequence[Line], i: int) -> bool:
    """A page number even where there is no other: "Page 2 of 3", a number before a form feed or alone between long lines."""
    after = next((line for line in lines[i + 1 : i + 3] if not line.blank or line.new_page), None)
    if CERTAIN.match(lines[i].text) or (after is not None and after.new_page):
        return True
    above = next((line for line in lines[max(0, i - 2) : i][::-1] if not line.blank), None)
    both = above is not None and after is not None and min(len(above.text), len(after.text)) > LONGEST_HEAD
    return both and _stands_alone(lines, i) and lines[i - 1].blank and lines[i + 1].blank


def _running_heads(lines: Sequence[Line], numbers: set[int]) -> dict[int, int | None]:
    longest = min(LONGEST, width_of(lines) * 7 // 8 or LONGEST)
    candidates = [head for i, line in enumerate(lines) if i not in numbers and (head := _candidate(i, line, longest))]
    groups: dict[str, list[_Head]] = defaultdict(list)
    for head in _alike(candidates):
        groups[head.key].append(head)
    good: dict[int, int | None] = {}
    keys: list[str] = []
    for key, group in groups.items():
        if _repeats_like_furniture(group, lines, numbers):
            keys.append(key)
            good.update((head.index, head.number) for head in _without_first(group, lines, numbers))
    opening = {head.key for head in candidates if head.index < TITLE_LINES and head.number is None}
    names = {word for line in lines[:TITLE_LINES] for word in NAME.findall(line.text)}
    for head in candidates:
        lone = _is_lone_head(lines, head, opening, numbers) or _names_the_title_page(lines, head, names)
        if head.index not in good and lone:
            good[head.index] = head.number
        if head.index not in good and len(groups[head.key]) == 1 and _stands_alone(lines, head.index):
            near = len(head.key) > 8 and any(ratio(head.key, key, score_cutoff=ALIKE) for key in keys)
            if near and head.index >= 2 * TITLE_LINES:
                good[head.index] = head.number
    return good


def _imprints(lines: Sequence[Line], furniture: set[int]) -> dict[int, int | None]:
    """A publisher's line at the foot of a page, where text goes on below; on the last page it is left for the imprint."""
    last = max((i for i, line in enumerate(lines) if line.new_page or i in furniture), default=0)
    return {
        i: None
        for i, line in enumerate(lines[:last])
        if len(line.text) < LONGEST
        and PUBLISHER.search(line.text)
        and _stands_alone(lines, i)
        and _ends_page(lines, i, furniture)
    }


def _ends_page(lines: Sequence[Line], i: int, furniture: set[int]) -> bool:
    """Nothing but blank lines, furniture and other such lines stands between this line and the page's end."""
    for j in range(i + 1, min(len(lines), i + 8)):
        if lines[j].new_page or j in furniture:
            return True
        if not lines[j].blank and not PUBLISHER.search(lines[j].text):
            return False
    return False


def _is_lone_head(lines: Sequence[Line], head: _Head, opening: set[str], numbers: set[int]) -> bool:
    """A head that stands only once: the title again, or a line with its page number set apart, at a page's edge or in mid-sentence."""
    told = (head.number is not None and APART_NUMBER.match(lines[head.index].text)) or head.key in opening
    gaps = len(WIDE_GAP.findall(lines[head.index].text.strip()))
    if not told or gaps > 1 or head.index < TITLE_LINES or not _stands_alone(lines, head.index):
        return False
    edge = _at_page_edge(lines, head.index, numbers)
    return _cuts_a_sentence(lines, head.index) or (edge and head.index >= TITLE_LINES)


def _names_the_title_page(lines: Sequence[Line], head: _Head, names: set[str]) -> bool:
    """A number set wide apart from a name or a word that the title page has: a head, even where no page's end shows."""
    line = lines[head.index].text
    apart = head.number is not None and head.number > 1 and FAR_NUMBER.match(line)
    alone = 2 * TITLE_LINES <= head.index < len(lines) - 1 and lines[head.index - 1].blank
    return bool(apart) and alone and lines[head.index + 1].blank and bool(names & set(NAME.findall(line)))


def _cuts_a_sentence(lines: Sequence[Line], i: int) -> bool:
    above = next((lines[j].text.strip() for j in range(i - 1, max(-1, i - 4), -1) if not lines[j].blank), "")
    return len(above) > 40 and not ends_sentence(above) and above[-1:] not in ":,;"


def _alike(candidates: Sequence[_Head]) -> list[_Head]:
    """The same lines under one key each: a scanner misreads a letter here and there."""
    numbered = list(dict.fromkeys(head.key for head in candidates if head.number is not None))
    if len(numbered) > MOST_KEYS:
        return list(candidates)
    leaders: list[str] = []
    named: dict[str, str] = {}
    for key in numbered:
        leader = next((other for other in leaders if ratio(key, other, score_cutoff=ALIKE) >= ALIKE), None)
        if leader is None:
            leaders.append(key)
        named[key] = leader or key
    return [replace(head, key=named.get(head.key, head.key)) for head in candidates]


def _candidate(index: int, line: Line, longest: int) -> _Head | None:
    text = line.text.strip()
    filled = len(text) > longest and "   " not in text  # a line that fills the page's width is text
    if (
        filled
        or not 3 <= len(text) <= LONGEST
        or "\t" in text
        or text[-1] in ".;,:"
        or STRUCTURE.match(line.text)
        or DATE.fullmatch(text)
    ):
        return None
    key = " ".join(re.sub(r"[\W\d_]+", " ", text).casefold().split())
    number = EDGE_NUMBER.search(text)
    page = int(number[1] or number[2]) if number else None
    if len(key) < 4 or key.startswith("ibid") or (page is None and folded(text) in KNOWN_TITLES):
        return None
    return _Head(index, key, page)


def _repeats_like_furniture(group: Sequence[_Head], lines: Sequence[Line], numbers: set[int]) -> bool:
    """Repeated with rising page numbers, or next to page ends, or in the middle of sentences."""
    if len(group) < 2 or any(b.index - a.index < APART for a, b in pairwise(group)):
        return False
    numbered = [(head.index, head.number) for head in group if head.number is not None]
    if len(numbered) >= 2 and all(_is_a_page_on(above, below) for above, below in pairwise(numbered)):
        return _steady(numbered)
    at_edges = sum(_at_page_edge(lines, head.index, numbers) for head in group)
    between = sum(_interrupts(lines, head.index) for head in group)
    return len(group) >= 3 and (at_edges * 2 >= len(group) or between * 3 >= len(group))


def _is_a_page_on(above: tuple[int, int], below: tuple[int, int]) -> bool:
    """The number has risen, and by no more than there are pages between; numbered notes stand closer."""
    return 0 < below[1] - above[1] <= (below[0] - above[0]) / SHORTEST_PAGE


def _steady(numbered: Sequence[tuple[int, int]]) -> bool:
    """Pages are about equally long."""
    lengths = [(below[0] - above[0]) / (below[1] - above[1]) for above, below in pairwise(numbered)]
    return max(lengths) <= STEADY * min(lengths)


def _without_first(group: Sequence[_Head], lines: Sequence[Line], numbers: set[int]) -> Sequence[_Head]:
    """The first one may be the title itself: it has no page number and cuts no sentence."""
    first = group[0]
    early = first.index < 2 * TITLE_LINES
    own = first.number is None and (
        early
        or (
            not _interrupts(lines, first.index) and (first.index < 20 or not _at_page_edge(lines, first.index, numbers))
        )
    )
    return group[1:] if own else group


def _stands_alone(lines: Sequence[Line], i: int) -> bool:
    return (i == 0 or lines[i - 1].blank) or (i + 1 == len(lines) or lines[i + 1].blank)


def _at_page_edge(lines: Sequence[Line], i: int, numbers: set[int]) -> bool:
    near = range(max(0, i - 2), min(len(lines), i + 3))
    return any(j in numbers or lines[j].new_page for j in near)


def _interrupts(lines: Sequence[Line], i: int) -> bool:
    above = next((lines[j].text.strip() for j in range(i - 1, max(-1, i - 4), -1) if not lines[j].blank), "")
    below = next((lines[j].text.strip() for j in range(i + 1, min(len(lines), i + 4)) if not lines[j].blank), "")
    return (bool(above) and not ends_sentence(above) and len(above) > 40) or (bool(below) and starts_small(below))


def _paged(lines: list[Line], gone: dict[int, int | None], breaks: Sequence[int]) -> list[Line]:
    """Every line with its printed page: from form feeds; else numbers stand at the foot where the first is 1, else at the head."""
    printed = [(i, number) for i, number in sorted(gone.items()) if number is not None]
    if not printed:
        return lines
    if breaks and len(printed) <= 2 * (len(breaks) + 1):
        return list(_between_breaks(lines, dict(printed), breaks))
    at_foot = printed[0][1] == 1 and printed[0][0] >= TITLE_LINES
    return list(_from_foot(lines, printed) if at_foot else _from_head(lines, printed))


def _between_breaks(lines: Sequence[Line], printed: dict[int, int], breaks: Sequence[int]) -> Iterator[Line]:
    """The number that stands between two form feeds is the page's; a page without one is next to its neighbours."""
    edges = [0, *breaks, len(lines)]
    numbers = [next((printed[i] for i in range(start, end) if i in printed), None) for start, end in pairwise(edges)]
    told = next(i for i, number in enumerate(numbers) if number is not None)
    number = (numbers[told] or 0) - told
    for (start, end), found in zip(pairwise(edges), numbers, strict=True):
        number = number if found is None else found
        yield from (replace(line, page=str(number) if number > 0 else None) for line in lines[start:end])
        number += 1


def _from_foot(lines: Sequence[Line], printed: Sequence[tuple[int, int]]) -> Iterator[Line]:
    ends = iter([*printed, (len(lines), printed[-1][1] + 1)])
    end, number = next(ends)
    for i, line in enumerate(lines):
        if i > end:
            end, number = next(ends)
        yield replace(line, page=str(number))


def _from_head(lines: Sequence[Line], printed: Sequence[tuple[int, int]]) -> Iterator[Line]:
    starts = dict(printed)
    number = printed[0][1] - 1
    for i, line in enumerate(lines):
        number = starts.get(i, number)
        yield replace(line, page=str(number) if number > 0 else None)
