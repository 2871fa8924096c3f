"""The small forms by which a text is changed on the desk, each for one of the actions of the editing service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget

from readings.models import Block, Section
from readings.services.editing_actions import DEEPEST
from readings.services.editing_blocks import KINDS
from readings.services.editing_tables import PLACES

LONG = AdminTextInputWidget({"class": "vLargeTextField"})
COPIED = "Copied from the paragraph; they must stand in it once."


class RenameForm(forms.Form):
    title = forms.CharField(max_length=300, widget=LONG)
    number = forms.CharField(max_length=20, required=False, help_text="As printed.")


class LevelForm(forms.Form):
    level = forms.TypedChoiceField(
        choices=[(level, str(level)) for level in range(1, DEEPEST + 1)],
        coerce=int,
        help_text="1 is the rank just below the document’s title.",
    )


class MergeSectionForm(forms.Form):
    keep_heading = forms.BooleanField(required=False, initial=True, label="Keep the heading’s words as a paragraph")


class MergeForm(forms.Form):
    """Nothing to fill in."""


class SplitForm(forms.Form):
    before = forms.CharField(max_length=300, label="The new paragraph begins with", help_text=COPIED, widget=LONG)


class KindForm(forms.Form):
    kind = forms.ChoiceField(choices=[(kind, kind.replace("_", " ").capitalize()) for kind in KINDS])


class SectionHereForm(forms.Form):
    title = forms.CharField(
        max_length=300,
        required=False,
        label="Title of the new section",
        help_text="Left empty, the paragraph itself is the heading.",
        widget=LONG,
    )


class NoteForm(forms.Form):
    target = forms.ChoiceField(label="Note")
    after = forms.CharField(
        max_length=300, label="Its mark stands right after the words", help_text=COPIED, widget=LONG
    )

    def __init__(self, labels: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["target"].choices = [(label, label) for label in labels]


Choices = list[tuple[int, str]]


class RowPutForm(forms.Form):
    row = forms.TypedChoiceField(coerce=int, label="Where")

    def __init__(self, rows: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [(number, f"Before {label}") for number, label in rows]
        self.fields["row"].choices = [*places, (len(rows), "At the end")]


class RowOutForm(forms.Form):
    row = forms.TypedChoiceField(coerce=int)
    kind = forms.ChoiceField(label="It stands", choices=[(kind, place) for kind, place in PLACES.items()])

    def __init__(self, rows: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["row"].choices = rows


class TablePartForm(forms.Form):
    row = forms.TypedChoiceField(coerce=int, label="The second table begins with")

    def __init__(self, rows: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["row"].choices = rows[1:]


class ColumnPutForm(forms.Form):
    column = forms.TypedChoiceField(coerce=int, label="Where")

    def __init__(self, columns: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [(number, f"Before {label}") for number, label in columns]
        self.fields["column"].choices = [*places, (len(columns), "At the end")]


class ColumnJoinForm(forms.Form):
    column = forms.TypedChoiceField(coerce=int, label="Column", help_text="Its words go to the column on its left.")

    def __init__(self, columns: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["column"].choices = columns[1:]


class HeaderForm(forms.Form):
    has_header = forms.BooleanField(required=False, label="The first row holds the heads of the columns")


@dataclass(frozen=True, slots=True)
class Change:
    """One form of the page, and what it does."""

    action: str
    heading: str
    button: str
    done: str
    """For the log and the message: "Merged ¶ 3 with the one above"."""
    form: Callable[..., forms.Form]
    initial: Callable[[Any], dict[str, Any]] = lambda row: {}


OF_SECTION = (
    Change(
        "section_rename", "Title", "Rename", "Renamed section {}", RenameForm,
        lambda section: {"title": section.title, "number": section.number},
    ),
    Change("section_level", "Level", "Set the level", "Set the level of section {}", LevelForm,
           lambda section: {"level": section.level}),
    Change("section_merge", "No section of its own", "Merge with the section above", "Merged section {} with the one above",
           MergeSectionForm),
)  # fmt: skip
OF_BLOCK = (
    Change("block_merge", "Goes on the paragraph above", "Merge with the paragraph above", "Merged {} with the one above",
           MergeForm),
    Change("block_split", "Two paragraphs in one", "Part it", "Parted {}", SplitForm),
    Change("block_kind", "Another kind", "Change the kind", "Changed the kind of {}", KindForm,
           lambda block: {"kind": block.kind}),
    Change("section_split", "A section begins here", "Begin a section", "Began a section at {}", SectionHereForm),
    Change("note_move", "The mark of a note", "Put the mark here", "Moved a note’s mark to {}", NoteForm),
)  # fmt: skip

OF_TABLE = (
    Change("table_header", "Heads of the columns", "Set the heads", "Set the heads of the columns of {}", HeaderForm,
           lambda block: {"has_header": bool(block.table["header"])}),
    Change("table_row_put", "A row is missing", "Add an empty row", "Added a row to {}", RowPutForm),
    Change("table_row_out", "A row is none of the table’s", "Take the row out", "Took a row out of {}", RowOutForm),
    Change("table_column_put", "A column is missing", "Add an empty column", "Added a column to {}", ColumnPutForm),
    Change("table_column_join", "Two columns are one", "Join the columns", "Joined two columns of {}", ColumnJoinForm),
    Change("table_part", "Two tables in one", "Part the table", "Parted the table {}", TablePartForm),
    Change("table_plain", "No table", "Make each row a paragraph", "Made the rows of {} paragraphs", MergeForm),
)  # fmt: skip


def name_of(row: Section | Block) -> str:
    return f"“{row.title or 'Opening'}”" if isinstance(row, Section) else f"¶ {row.number}"
