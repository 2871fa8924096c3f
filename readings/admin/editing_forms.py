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


def name_of(row: Section | Block) -> str:
    return f"“{row.title or 'Opening'}”" if isinstance(row, Section) else f"¶ {row.number}"
