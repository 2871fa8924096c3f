"""Input of the reading pages, checked and turned into domain values."""

from __future__ import annotations

from django import forms

from readings.models import Annotation
from readings.services.annotations import COMMENT_LENGTH


class JoinForm(forms.Form):
    code = forms.CharField(
        label="Join code",
        max_length=40,
        help_text="Eight letters and digits that your instructor gave you; capitals do not matter.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class AnnotationForm(forms.Form):
    comment = forms.CharField(
        required=False,
        max_length=COMMENT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Without a comment the passage is only highlighted.",
    )
    colour = forms.ChoiceField(choices=Annotation.Colour, initial=Annotation.Colour.A, widget=forms.RadioSelect)
    visibility = forms.ChoiceField(
        label="Who sees it",
        choices=Annotation.Visibility,
        initial=Annotation.Visibility.PRIVATE,
        widget=forms.RadioSelect,
    )


class FaultForm(forms.Form):
    paragraph = forms.IntegerField(min_value=1, max_value=10**6, help_text="The number beside it in the text.")
    text = forms.CharField(label="What is wrong", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


class PlaceForm(forms.Form):
    words = forms.CharField(
        max_length=5000,
        label="Its words as they stand in the reading now",
        help_text="Copied from one paragraph; they must stand in the reading once.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
