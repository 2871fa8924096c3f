"""Labels of notes: unique in a document, and shown as they are printed."""

from __future__ import annotations

import re

RUN = re.compile(r"(\d{1,4}|[a-z]|[^\w\s-]{1,4})-\d{1,4}$")


def label_of_run(printed: str, run: int) -> str:
    """The unique label of a printed one that has begun anew: ``1`` for the second time is ``1-2``."""
    return printed if run == 1 else f"{printed}-{run}"


def printed_label(label: str) -> str:
    """The label as it is printed: ``1-2`` is shown as ``1``, ``*-3`` as ``*``; a label of words stays as it is."""
    found = RUN.match(label)
    return found[1] if found else label
