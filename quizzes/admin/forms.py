"""Forms of the desk that begin with a reading: generating drafts, writing a question, assembling a quiz."""

from __future__ import annotations

from typing import Any

from django import forms

from quizzes.kinds import KINDS
from readings.models import Course, Reading
from readings.permissions import Someone, courses_taught_by


class OwnReadingForm(forms.Form):
    """A reading of the courses one teaches."""

    reading = forms.ModelChoiceField(Reading.objects.none())

    def __init__(self, user: Someone, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Reading.objects.filter(course__in=courses_taught_by(user)).select_related("course")
        self.fields["reading"].queryset = rows.order_by("course", "position")
        self.fields["reading"].label_from_instance = lambda reading: f"{reading.title} ({reading.course})"


class WriteForm(OwnReadingForm):
    kind = forms.ChoiceField(label="Kind of question", choices=[(name, kind.label) for name, kind in KINDS.items()])


class ReadingForm(OwnReadingForm):
    """A reading, and how many."""

    count = forms.IntegerField(label="How many at most", min_value=1, max_value=60, initial=12)


class GenerateForm(ReadingForm):
    """One reading, or a course whose readings are compared with each other."""

    course = forms.ModelChoiceField(
        Course.objects.none(),
        required=False,
        label="Or compare the readings of a course",
        help_text="Who of the authors says it, whose account is it, where do they disagree.",
    )
    seed = forms.IntegerField(
        min_value=0, max_value=10**6, initial=1, help_text="Another number gives another choice of questions."
    )

    field_order = ("reading", "course", "count", "seed")

    def __init__(self, user: Someone, *args: Any, **kwargs: Any) -> None:
        super().__init__(user, *args, **kwargs)
        self.fields["reading"].required = False
        self.fields["course"].queryset = courses_taught_by(user).order_by("title")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if bool(given.get("reading")) == bool(given.get("course")) and not self.errors:
            raise forms.ValidationError("Choose a reading, or a course whose readings are compared: one of the two.")
        return given
