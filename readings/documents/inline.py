"""Markup inside a line (emphasis, links, note marks, escapes) to plain text with marks, in one pass."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from .types import Mark, MarkKind

TO_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
TO_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

MARKED = re.compile(r"[\\<^⁰¹²³⁴⁵⁶⁷⁸⁹\[*_&]|https?://")
TOKEN = re.compile(
    r"""\\{1,4}(?P<escape>[!-/:-@\[-`{-~])
    | <sup>\s*(?P<sup>[^<>]{1,80}?)\s*</sup>
    | \^\{(?P<brace>[^{}]{1,40})\}
    | (?<=[^\d\s])\^(?P<caret>\d{1,3}(?:,\d{1,3})*)\^?(?!\w)
    | (?P<digits>[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,\u2009\u202f]\ ?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*)
    | \[\^(?P<foot>[^\]\[\s^]{1,80})\]
    | <(?P<auto>(?:https?://|mailto:)[^<>\s]*|[\w.+-]{1,64}@[\w.-]{1,190})>
    | !?\[(?P<label>[^\[\]\n]{0,2000})\]\((?P<href>[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?)(?:\s+"[^"\n]{0,300}")?\)
    | (?P<url>https?://[^\s<>"“”*]+)
    | (?P<tag></?(?:i|em|b|strong|u|span|sub|sup|small|font|cite|a|p|div|center|br|img|hr|figure|figcaption|picture|source|details|summary|section|article|aside|mark|ins|kbd|abbr|time)(?:\s[^<>]{0,500})?/?>)
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)
    | (?P<run>\*{1,3}|_{1,3})
    """,
    re.VERBOSE,
)
LABEL = r"(?:\d{1,5}|[*†‡§]{1,3}|[a-z])"
LABELS = re.compile(rf"{LABEL}(?:\s*[,;\s]\s*{LABEL})*$")
LINKED_LABEL = re.compile(r"\\?\[?(\d{1,5})\\?\]?(?:\(#[^()]*\))?$")
UNIT = re.compile(r"(?:^|[\s\d/.(])(?:[kcdm]?m|ft|in|mi)$")
TRAILING = ".,;:!?'’”\"»_"
STYLES: dict[int, tuple[MarkKind, ...]] = {1: ("emphasis",), 2: ("strong",), 3: ("emphasis", "strong")}


class _Output:
    """Text and marks as they are put together."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self.opened: dict[int, int] = {}

    def add(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)

    def mark(self, kind: MarkKind, start: int, target: str | None = None) -> None:
        self.marks.append(Mark(kind, start, self.length, target))

    def tail(self, size: int) -> str:
        return "".join(self.parts[-3:])[-size:]


def inline(source: str) -> tuple[str, tuple[Mark, ...]]:
    """Plain text and its marks: ``inline("so *it* is.¹")`` gives ``"so it is."``, emphasis 3-5 and a note mark at 9."""
    if not MARKED.search(source):
        return source, ()
    tokens = list(TOKEN.finditer(source))
    pairs = _paired(source, tokens)
    output = _Output()
    done = 0
    for token in tokens:
        output.add(source[done : token.start()])
        if token["run"]:
            _style(token, output, pairs)
        else:
            HANDLERS[token.lastgroup or ""](token, output)
        done = token.end()
    output.add(source[done:])
    marks = sorted((m for m in output.marks if m.start < m.end or m.kind == "note"), key=lambda m: (m.start, -m.end))
    return "".join(output.parts), tuple(marks)


def plain(source: str) -> str:
    """The text without its markup."""
    return inline(source)[0]


def _paired(source: str, tokens: list[re.Match[str]]) -> dict[int, int]:
    """Start of a run that opens emphasis → start of the run that closes it, and the other way round."""
    pairs: dict[int, int] = {}
    if not any(token["run"] for token in tokens):
        return pairs
    stack: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    for token in tokens:
        run = token["run"]
        if not run:
            continue
        before, after = source[token.start() - 1 : token.start()] or " ", source[token.end() : token.end() + 1] or " "
        if run[0] == "_" and before.isalnum() and after.isalnum():
            continue
        if waiting[run] and not before.isspace() and before != run[0]:
            start = _unwind(stack, waiting, run)
            pairs[start], pairs[token.start()] = token.start(), start
        elif not after.isspace():
            stack.append((run, token.start()))
            waiting[run] += 1
    return pairs


def _unwind(stack: list[tuple[str, int]], waiting: Counter[str], run: str) -> int:
    """Take runs off the stack down to the one that opens this kind of emphasis; what lay above it stays literal."""
    while True:
        opener, start = stack.pop()
        waiting[opener] -= 1
        if opener == run:
            return start


def _style(token: re.Match[str], output: _Output, pairs: dict[int, int]) -> None:
    start = token.start()
    if start not in pairs:
        output.add(token["run"])
    elif pairs[start] > start:
        output.opened[start] = output.length
    else:
        for kind in STYLES[len(token["run"])]:
            output.mark(kind, output.opened[pairs[start]])


def _escape(token: re.Match[str], output: _Output) -> None:
    output.add(token["escape"])


def _superscript(token: re.Match[str], output: _Output) -> None:
    content = (
        next(filter(None, (token["sup"], token["brace"], token["caret"], token["digits"]))).strip().translate(TO_DIGITS)
    )
    linked = LINKED_LABEL.match(content)
    content = linked[1] if linked else content
    if output.tail(1) == "$":  # an exponent of a formula
        output.add(token[0])
    elif UNIT.search(output.tail(4)) and content in {"2", "3"}:
        output.add(content.translate(TO_SUPERSCRIPTS))
    elif LABELS.match(content):
        for label in re.findall(LABEL, content):
            output.mark("note", output.length, label)
    else:
        output.add(plain(content))


def _footnote(token: re.Match[str], output: _Output) -> None:
    output.mark("note", output.length, token["foot"])


def _autolink(token: re.Match[str], output: _Output) -> None:
    address = token["auto"]
    start = output.length
    output.add(address.removeprefix("mailto:"))
    output.mark("link", start, address if ":" in address else f"mailto:{address}")


def _link(token: re.Match[str], output: _Output) -> None:
    href = token["href"]
    number = LINKED_LABEL.match(token["label"])
    if href.startswith("#") and number:
        output.mark("note", output.length, number[1])
        return
    start = output.length
    text, marks = inline(token["label"])
    output.add(text)
    output.marks += [replace(m, start=m.start + start, end=m.end + start) for m in marks if m.kind != "link"]
    if href.startswith(("http://", "https://", "mailto:")):
        output.mark("link", start, re.sub(r"\\+(?=[_~*()])", "", href))


def _url(token: re.Match[str], output: _Output) -> None:
    address = token["url"].rstrip(TRAILING)
    while address.endswith((")", "]")) and address.count(")") + address.count("]") > address.count("(") + address.count(
        "["
    ):
        address = address[:-1].rstrip(TRAILING)
    start = output.length
    output.add(address)
    output.mark("link", start, address)
    output.add(token["url"][len(address) :])


def _tag(token: re.Match[str], output: _Output) -> None:
    if token["tag"].startswith("<br"):
        output.add(" ")


def _entity(token: re.Match[str], output: _Output) -> None:
    output.add(html.unescape(token["entity"]).replace("\xa0", " "))


HANDLERS: dict[str, Callable[[re.Match[str], _Output], None]] = {
    "escape": _escape,
    "sup": _superscript,
    "brace": _superscript,
    "caret": _superscript,
    "digits": _superscript,
    "foot": _footnote,
    "auto": _autolink,
    "href": _link,
    "url": _url,
    "tag": _tag,
    "entity": _entity,
}
