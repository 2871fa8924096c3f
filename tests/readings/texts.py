"""Small documents for tests of the import, all our own, about a town and its bridge."""

from __future__ import annotations

BRIDGE = """\
# The Bridge of Tarn

## 1. Building

The Tarn Bridge was opened in 1902 by the Bridge Board (BB), a company that the town had founded for the purpose a
few years before. It has three arches of grey stone, and for a long time it was the only way across the river for
carts, cattle and people alike.[^1]

| Arch | Width |
|---|---|
| North | 12 m |
| South | 14 m |

## 2. After the flood

The flood of 1930 took one arch. The Bridge Board rebuilt it in 1934.

[^1]: Town archive, file 7.
"""

#: The same text one year later: a paragraph is gone, one is new, one has moved to another section.
BRIDGE_REVISED = """\
# The Bridge of Tarn

## 1. Building

The flood of 1930 took one arch. The Bridge Board rebuilt it in 1934.

## 2. After the flood

A ferry carried people across in the meantime.
"""
