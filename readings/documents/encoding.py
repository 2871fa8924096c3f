"""Bytes to text: UTF-8, UTF-16 and the two Windows code pages that texts about the region come in."""

from __future__ import annotations

import codecs
import unicodedata

from .errors import EmptyFile, NotText, UnknownEncoding

SAMPLE = 65536
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROLS = set(range(32)) - {9, 10, 11, 12, 13, 26, 27}


def decode(data: bytes) -> str:
    """The text of a file, with line feeds between its lines; raises EmptyFile, NotText or UnknownEncoding."""
    if not data:
        raise EmptyFile
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise EmptyFile
    return text


def _decoded(data: bytes) -> str:
    for bom, codec in BOMS:
        if data.startswith(bom):
            return _strictly(data, codec)
    wide = _utf16_without_bom(data)
    if wide:
        return _strictly(data, wide)
    if _is_binary(data):
        raise NotText
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _code_page(data)


def _strictly(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise UnknownEncoding from error


def _utf16_without_bom(data: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in every other byte; Cyrillic has the byte 4 there."""
    sample = data[: SAMPLE - SAMPLE % 2]
    if len(data) % 2 or len(sample) < 4:
        return None
    even, odd = sample[::2], sample[1::2]
    for high, low, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        known = sum(high.count(byte) for byte in (0, 4))
        if known >= 0.7 * len(high) and low.count(0) <= 0.02 * len(low):
            return codec
    return None


def _is_binary(data: bytes) -> bool:
    sample = data[:SAMPLE]
    return b"\0" in data or sum(byte in CONTROLS for byte in sample) > 0.01 * len(sample)


def _code_page(data: bytes) -> str:
    """Windows-1251 where most high letters are then small Cyrillic ones, else Windows-1252 (its five holes as controls)."""
    high = bytes(byte for byte in data if byte >= 0x80)
    cyrillic = high.decode("cp1251", errors="replace")
    if sum("а" <= letter <= "я" or letter == "ё" for letter in cyrillic) > 0.6 * len(cyrillic):
        return data.decode("cp1251", errors="replace")
    western = data.decode("cp1252", errors="replace")
    letters = sum(
        letter != "\ufffd" and unicodedata.category(letter)[0] in "LPS"
        for letter in high.decode("cp1252", errors="replace")
    )
    if letters < 0.8 * len(high):
        raise UnknownEncoding
    return western
