"""The form of a reading's metadata on its preview, each field with where the text says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import BoundField

from readings.models import Reading
from readings.selectors.metadata import FIELDS, Field, metadata_values
from readings.services.metadata import outside_of, reading_set_metadata

LABELS = {
    "corporate_author": "Issued by", "container": "In (journal, series, book)", "isbn": "ISBN", "doi": "DOI",
}  # fmt: skip
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
SHORT = ("year", "date", "language", "isbn")


class MetadataForm(forms.Form):
    title = forms.CharField(max_length=300)
    subtitle = forms.CharField(max_length=300)
    authors = forms.CharField(widget=forms.Textarea(attrs={"rows": 2}), help_text="One to a line: Family, Given.")
    corporate_author = forms.CharField(max_length=300)
    year = forms.IntegerField(min_value=1000, max_value=2200)
    date = forms.RegexField(DATE, max_length=10, help_text="2019, 2019-03 or 2019-03-07.")
    kind = forms.CharField(max_length=80)
    language = forms.CharField(max_length=12, help_text="A code such as en or ru.")
    publisher = forms.CharField(max_length=300)
    container = forms.CharField(max_length=300)
    isbn = forms.CharField(max_length=30)
    doi = forms.CharField(max_length=200)
    keywords = forms.CharField(max_length=1000, help_text="Parted by semicolons.")
    rights = forms.CharField(widget=forms.Textarea(attrs={"rows": 2}))
    title_is_ours = forms.BooleanField(label="The title is ours: the text’s own is lost")
    known_from = forms.CharField(
        label="Where you know from what the text does not say", widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, reading: Reading, *args: Any, **kwargs: Any) -> None:
        self.reading = reading
        values = metadata_values(reading)
        shown = {**values, "authors": "\n".join(values["authors"]), "keywords": "; ".join(values["keywords"])}
        ours = {"title_is_ours": reading.title_is_ours, "known_from": reading.outside_source}
        super().__init__(*args, initial={**shown, **ours}, auto_id="id_metadata_%s", **kwargs)
        for name, field in self.fields.items():
            field.required = name in ("title", "language")
            field.label = field.label or LABELS.get(name, name.replace("_", " ").capitalize())
            if name in SHORT:
                field.widget.attrs["class"] = "short"

    def clean_authors(self) -> list[str]:
        lines = self.cleaned_data["authors"].splitlines()
        return [" ".join(line.split()) for line in lines if line.strip()]

    def clean_keywords(self) -> list[str]:
        return [" ".join(word.split()) for word in self.cleaned_data["keywords"].split(";") if word.strip()]

    def clean(self) -> dict[str, Any]:
        """A value from elsewhere is shown to readers as such, with where it is known from."""
        data = super().clean() or {}
        if not self.errors and not data["known_from"].strip():
            silent = outside_of(self.reading, self.values(), title_is_ours=data["title_is_ours"])
            if silent:
                names = ", ".join(str(self.fields[name].label).lower() for name in silent)
                self.add_error("known_from", f"The text does not say this: {names}. Say where you know it from.")
        return data

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] or "" if name == "year" else self.cleaned_data[name] for name in FIELDS}

    def save(self) -> Reading:
        data = self.cleaned_data
        return reading_set_metadata(
            reading=self.reading,
            values=self.values(),
            title_is_ours=data["title_is_ours"],
            known_from=data["known_from"].strip(),
        )

    def with_places(self, found: Mapping[str, Field]) -> list[tuple[BoundField, Field | None]]:
        """Each field with where the text says it."""
        return [(self[name], found.get(name)) for name in self.fields]
