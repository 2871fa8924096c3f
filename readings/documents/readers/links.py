"""Addresses that stand in a text become links, as they do in plain text."""

from __future__ import annotations

import re
from dataclasses import replace

from readings.documents.inline import TRAILING
from readings.documents.piece import Piece
from readings.documents.types import Mark

ADDRESS = re.compile(r"https?://[^\s<>\"“”*]+")


def with_links(piece: Piece) -> Piece:
    """The piece with a link over each address that has none yet."""
    if "://" not in piece.text:
        return piece
    linked = [mark for mark in piece.marks if mark.kind == "link"]
    found = []
    for match in ADDRESS.finditer(piece.text):
        address = match[0].rstrip(TRAILING)
        if address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(TRAILING)
        start, end = match.start(), match.start() + len(address)
        if not any(mark.start < end and start < mark.end for mark in linked):
            found.append(Mark("link", start, end, address))
    marks = sorted((*piece.marks, *found), key=lambda mark: (mark.start, -mark.end))
    return replace(piece, marks=tuple(marks)) if found else piece
