"""Numbers of list items as a page shows them."""

from __future__ import annotations

from .html_tree import Element


def first_number(element: Element) -> int | None:
    if element.tag != "ol":
        return None
    start = (element.get("start") or "").strip()
    if start.isascii() and start.isdigit() and len(start) < 7:
        return int(start)
    return sum(1 for child in element if child.tag == "li") if "reversed" in element.attrib else 1


ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def counted_as(number: int, style: str) -> str:
    """A number as the list's type shows it: 1, a, A, i or I."""
    if style in ("a", "A") and 0 < number < 27:
        return chr(ord(style) + number - 1)
    if style in ("i", "I") and 0 < number < 4000:
        shown = ""
        for value, letters in ROMAN:
            shown += letters * (number // value)
            number %= value
        return shown.upper() if style == "I" else shown
    return str(number)
