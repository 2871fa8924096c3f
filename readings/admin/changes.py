"""The forms on a page where a text is changed: made, checked, and the submitted one done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse

from readings.admin.editing_forms import Change, name_of
from readings.models import Block, Edit, Reading, Section
from readings.selectors.source import lines_at, source_of
from readings.services.editing import edit_apply
from readings.services.editing_places import EditError


def block_context(reading: Reading, row: Block, rows: list[tuple[Change, forms.Form]]) -> dict[str, Any]:
    """What the page of a paragraph or table shows, besides the table's cells."""
    return {
        "title": name_of(row),
        "reading": reading,
        "paragraph": row,
        "rows": rows,
        "marks": [(mark["target"], _before(row, mark["start"])) for mark in row.marks if mark["kind"] == "note"],
        "source": lines_at(source_of(reading), row.lines),
        "back": reverse("admin:readings_reading_text", args=[reading.pk, row.section_id]),
    }


def _before(row: Block, place: int) -> str:
    """The last words before a place of the text."""
    return " ".join(row.text[max(0, place - 60) : place].split()[-4:])


def forms_of(
    request: HttpRequest, changes: Any, row: Section | Block, given: Mapping[str, list[Any]]
) -> list[tuple[Change, forms.Form]]:
    """All forms of the page, the submitted one with what was entered; ``given`` is what an action's form chooses from."""
    made = []
    for change in changes:
        data = request.POST if request.POST.get("action") == change.action else None
        first = [given[change.action]] if change.action in given else []
        made.append((change, change.form(*first, data, initial=change.initial(row), auto_id=f"id_{change.action}_%s")))
    return made


def changed(
    request: HttpRequest, reading: Reading, row: Section | Block, rows: list[tuple[Change, forms.Form]]
) -> Edit | None:
    """Does the submitted change; None, with the error at its form, where it cannot be done or nothing was submitted."""
    for change, form in rows:
        if form.is_bound and form.is_valid():
            values = dict(form.cleaned_data)
            target = values.pop("target", row.key)
            if change.action == "note_move":
                values["block"] = row.key
            message = change.done.format(name_of(row))
            by: Any = request.user
            try:
                return edit_apply(
                    reading=reading, action=change.action, target=target, message=message, by=by, **values
                )
            except EditError as error:
                form.add_error(next(reversed(form.fields), None), str(error))
    return None
