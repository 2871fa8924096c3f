"""The form of a question's content: wording, passage, and the entries, pairs or number that its kind needs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from quizzes.admin.passage import PassageForm
from quizzes.models import Option, Pair, Question
from quizzes.models.question import entry_data, pair_data
from quizzes.selectors.passages import home_of
from readings.models import Block

MOST_ENTRIES = {"ordering": 6, "typed": 8, "numeric": 0, "matching": 0}
MOST_OPTIONS, SPARE_PAIRS, FEWEST_PAIRS = 5, 2, 6
#: An entry of more characters is written in a field of several lines.
ONE_LINE = 60
#: Kinds in which one entry is marked as right.
ONE_IS_RIGHT = ("multiple_choice", "select_passage")
#: What an entry is called, and what is said above the entries.
WORDS = {
    "multiple_choice": ("Option", "Options, 3 to 5; an empty row is left out"),
    "ordering": ("Entry", "Entries in their right order, 3 to 6; an empty row is left out"),
    "typed": ("Answer", "Accepted answers, the best one first; case, accents and small slips are forgiven"),
    "select_passage": (
        "Passage",
        "Passages, 3 to 5, each word for word from a reading of the course; an empty row is left out",
    ),
}


class WordingForm(forms.Form):
    stem = forms.CharField(label="Question", widget=forms.Textarea(attrs={"rows": 2}), max_length=1000)
    level = forms.ChoiceField(choices=Question.Level.choices)
    feedback = forms.CharField(
        label="Feedback on the whole question",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=1000,
    )


class NumberForm(forms.Form):
    value = forms.FloatField(label="Right number")
    tolerance = forms.FloatField(min_value=0, required=False, help_text="So much more or less is right too.")
    unit = forms.CharField(max_length=40, required=False)

    def extra(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"value": data["value"], "tolerance": data["tolerance"] or 0, "unit": data["unit"]}


class OptionForm(forms.ModelForm):
    class Meta:
        model = Option
        fields = ("text", "why")
        widgets = {"text": forms.TextInput, "why": forms.TextInput}

    text = forms.CharField(max_length=600, required=False)

    def clean_text(self) -> str:
        """A line of its own, also where a long text was broken into several."""
        return re.sub(r"\s*\n\s*", " ", self.cleaned_data["text"])


class PairForm(forms.ModelForm):
    class Meta:
        model = Pair
        fields = ("premise", "response", "why")

    response = forms.CharField(max_length=400, required=False)


def offers_distractors(question: Question) -> bool:
    """Whether other wrong options can be found for it; of one's own questions it is not known what is asked."""
    return question.kind in ONE_IS_RIGHT and bool(question.pattern)


class ContentForm:
    """Everything of a question that can be edited; rows left empty are dropped. The question need not be saved."""

    def __init__(self, question: Question, data: QueryDict | None = None) -> None:
        self.is_bound = data is not None
        self.question, self.data = question, data
        self.blocks: list[Block] = list(question.reading.blocks.select_related("section"))
        wording = {name: getattr(question, name) for name in ("stem", "level", "feedback")}
        self.wording = WordingForm(data, initial=wording, prefix="wording")
        self.passage = PassageForm(question, self.blocks, data)
        self.number = NumberForm(data, initial=question.extra, prefix="number") if question.kind == "numeric" else None
        self.options, self.pairs = self.option_rows(), self.pair_rows()
        self.entry, self.entries = WORDS.get(question.kind, WORDS["multiple_choice"])
        self.one_is_right = question.kind in ONE_IS_RIGHT
        self.offers_distractors = offers_distractors(question)
        self.has_reasons = question.kind != "typed"

    def option_rows(self) -> list[tuple[str, OptionForm, bool]]:
        """Number, form, and whether it is marked as right."""
        rows = [*self.question.options.all()] if self.question.pk else []
        rows += [Option() for _ in range(MOST_ENTRIES.get(self.question.kind, MOST_OPTIONS) - len(rows))]
        chosen = self.data.get("right") if self.data is not None else None
        found = [
            (
                str(number),
                OptionForm(self.data, instance=row, prefix=f"option{number}"),
                chosen == str(number) if self.is_bound else row.is_correct,
            )
            for number, row in enumerate(rows)
        ]
        if self.question.kind == "select_passage" or any(len(row.text) > ONE_LINE for row in rows):
            for _, form, _ in found:
                form.fields["text"].widget = forms.Textarea(attrs={"rows": 2, "maxlength": 600})
        return found

    def pair_rows(self) -> list[tuple[str, PairForm]]:
        if self.question.kind != "matching":
            return []
        rows = [*self.question.pairs.all()] if self.question.pk else []
        rows += [Pair() for _ in range(max(SPARE_PAIRS, FEWEST_PAIRS - len(rows)))]
        return [
            (str(number), PairForm(self.data, instance=row, prefix=f"pair{number}")) for number, row in enumerate(rows)
        ]

    def forms(self) -> Iterable[forms.BaseForm]:
        yield from (self.wording, self.passage)
        if self.number:
            yield self.number
        yield from (form for _, form, _ in self.options)
        yield from (form for _, form in self.pairs)

    def is_valid(self) -> bool:
        checked = [form.is_valid() for form in self.forms()]  # all of them, so that each says what is wrong
        return all(checked) and self.passages_stand()

    def passages_stand(self) -> bool:
        """A passage to select must be a passage."""
        if self.question.kind != "select_passage":
            return True
        strange = [form for _, form, _ in self.options if form.cleaned_data["text"] and not self.home(form)]
        for form in strange:
            form.add_error("text", "Copy the passage word for word from a reading of the course.")
        return not strange

    def home(self, form: OptionForm) -> Block | None:
        return home_of(form.cleaned_data["text"], self.question, self.blocks)

    def content(self) -> dict[str, Any]:
        """What ``question_edit`` and ``question_create`` take."""
        passages = self.question.kind == "select_passage"
        options = [
            {
                **form.cleaned_data,
                "correct": right if self.one_is_right else self.question.kind == "typed",
                "block": self.home(form) if passages else None,
            }
            for _, form, right in self.options
        ]
        extra = {"extra": {**self.question.extra, **self.number.extra()}} if self.number else {}
        return {
            "fields": {**self.wording.cleaned_data, **self.passage.evidence(), **extra},
            "options": [row for row in options if row["text"]],
            "pairs": [form.cleaned_data for _, form in self.pairs if form.cleaned_data["response"]],
        }

    def draft(self) -> tuple[Question, dict[str, Any]]:
        """The question and its data as the form has them, nothing saved."""
        content = self.content()
        own = self.question
        draft = Question(reading=own.reading, kind=own.kind, pattern=own.pattern, extra=own.extra, **{
            name: value for name, value in content["fields"].items() if name != "extra"
        })  # fmt: skip
        draft.pk, draft.extra = own.pk, content["fields"].get("extra", own.extra)
        options = [
            Option(pk=place, text=row["text"], is_correct=row["correct"], why=row["why"])
            for place, row in enumerate(content["options"], 1)
        ]
        pairs = [
            Pair(pk=place, premise=row["premise"], response=row["response"])
            for place, row in enumerate(content["pairs"], 1)
        ]
        return draft, {**draft.extra, **entry_data(draft.kind, options), **pair_data(pairs)}
