"""Forms by which documents come in: one file or many, and what is wrong with one said at the field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat

from readings.documents import TooLarge
from readings.documents.formats import ENDINGS
from readings.models import Course, Upload
from readings.permissions import Someone, courses_taught_by

MOST_FILES = 30
MOST_UNREAD = 60
TOGETHER = 5
"""How many times the size of the largest file may come at once."""


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class DocumentField(forms.FileField):
    """Any file but one too large to read; an empty one is left to the import, which says what to do."""

    chooser: type[forms.FileInput] = forms.FileInput

    def __init__(self, **kwargs: Any) -> None:
        chooser = self.chooser(attrs={"accept": ",".join(filter(None, ENDINGS))})
        super().__init__(**{"label": "Document", "allow_empty_file": True, "widget": chooser, **kwargs})
        most = filesizeformat(settings.UPLOAD_MAX_BYTES)
        self.help_text = f"Plain text, Markdown, HTML, Word (DOCX), EPUB or PDF with a text layer, at most {most}."

    def clean(self, data: Any, initial: Any = None) -> UploadedFile:
        file = super().clean(data, initial)
        if wrong := too_large(file):
            raise forms.ValidationError(wrong)
        return file


class DocumentsField(DocumentField):
    """Several files; where there is more than one, one that is too large is told on the next page, not in the way."""

    chooser = FilesInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"label": "Documents", **kwargs})
        self.help_text += f" Up to {MOST_FILES} files at once."

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:  # type: ignore[override]
        files = data if isinstance(data, (list, tuple)) else [data]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(f"These are {len(files)} files. Choose at most {MOST_FILES} at once.")
        if len(files) > 1:
            self.weigh(files)
            return list(files)
        return [super().clean(files[0] if files else None, initial)]

    def weigh(self, files: Sequence[UploadedFile]) -> None:
        """What is refused for its own size does not count."""
        most, size = TOGETHER * settings.UPLOAD_MAX_BYTES, sum(file.size or 0 for file in files if not too_large(file))
        if size > most:
            found, allowed = filesizeformat(size), filesizeformat(most)
            raise forms.ValidationError(f"Together these are {found}. Send at most {allowed} at once, the rest after.")


def too_large(file: UploadedFile) -> str:
    """What is wrong with the file's size, or nothing."""
    most: int = settings.UPLOAD_MAX_BYTES
    return str(TooLarge(file.size or 0, most)) if (file.size or 0) > most else ""


class ImportForm(forms.Form):
    course = forms.ModelChoiceField(Course.objects.none(), empty_label=None)
    file = DocumentsField()
    title = forms.CharField(
        required=False,
        max_length=300,
        help_text="Only if the text does not tell it, and for one file; it can be changed later.",
    )

    def __init__(self, user: Someone, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["course"].queryset = courses_taught_by(user)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        files = len(data.get("file", ()))
        unread = Upload.objects.filter(by=self.user).exclude(state__in=Upload.SETTLED).count()  # type: ignore[misc]
        if unread + files > MOST_UNREAD:
            self.add_error(
                "file", f"{unread} of your files are still waiting to be read. Send more when they are done."
            )
        if data.get("title") and files > 1:
            self.add_error("title", "A title is for one file. Leave it out, or import the files one by one.")
        return data


class ReplaceForm(forms.Form):
    file = DocumentField()
