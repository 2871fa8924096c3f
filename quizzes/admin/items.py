"""The questions of a quiz in its form: approved ones of the quiz's course only, offered by reading."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import Model, QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest

from quizzes.models import Question, Quiz, QuizItem
from readings.admin.scope import CourseInline

Choices = list[tuple[Any, Any]]


def choice_of(rows: Iterable[Model], choices: Choices, **options: Any) -> forms.TypedChoiceField:
    """A choice among rows already read; Django's own field would read each chosen row again."""
    known = {str(row.pk): row for row in rows}
    return forms.TypedChoiceField(
        choices=choices, coerce=lambda value: known.get(str(value)), empty_value=None, **options
    )


class ItemFormSet(BaseInlineFormSet):
    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        rows = list(self.get_queryset())
        form.fields["id"] = choice_of(
            rows,
            [(row.pk, row.pk) for row in rows],
            required=False,
            initial=form.instance.pk,
            widget=forms.HiddenInput,
        )

    def clean(self) -> None:
        """A question of another course would show its text to the wrong class."""
        super().clean()
        for form in self.forms:
            question = form.cleaned_data.get("question") if hasattr(form, "cleaned_data") else None
            if question and question.reading.course_id != self.instance.course_id:
                form.add_error("question", "Choose a question on a reading of this quiz's course.")


class QuizItemInline(CourseInline):
    model = QuizItem
    formset = ItemFormSet
    course_path = "quiz__course"
    fields = ("position", "question", "points")
    template = "admin/quizzes/quiz/items.html"
    verbose_name = "question"
    verbose_name_plural = "questions"

    def get_extra(self, request: HttpRequest, obj: Quiz | None = None, **kwargs: Any) -> int:
        return 3 if obj else 10

    def get_formset(self, request: HttpRequest, obj: Quiz | None = None, **kwargs: Any) -> type[BaseInlineFormSet]:
        """All rows share one list of questions, read once, to offer and to check against."""
        formset = super().get_formset(request, obj, **kwargs)
        rows = list(askable(self.choices_for(Question, request), obj))
        formset.form.base_fields["question"] = choice_of(rows, by_reading(rows))
        return formset


def askable(questions: QuerySet[Question], quiz: Quiz | None) -> QuerySet[Question]:
    rows = questions.filter(status=Question.Status.APPROVED, is_stale=False).select_related("reading")
    rows = rows.filter(reading__course=quiz.course_id) if quiz else rows
    return rows.order_by("reading__course", "reading__position", "reading", "evidence_block__position", "pk")


def by_reading(questions: list[Question]) -> Choices:
    groups = groupby(questions, key=lambda question: question.reading.title)
    return [
        ("", "Choose a question…"),
        *((title, [(row.pk, row.stem[:110]) for row in rows]) for title, rows in groups),
    ]
