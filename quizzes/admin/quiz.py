"""Quizzes on the desk: rules, questions in their order, publishing, and the assembly of the best questions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from quizzes.admin.forms import ReadingForm
from quizzes.admin.items import QuizItemInline
from quizzes.models import Quiz
from quizzes.services.errors import QuizError
from quizzes.services.quizzes import quiz_assemble, quiz_publish, quiz_unpublish
from readings.admin.filters import OwnCourseFilter
from readings.admin.scope import CourseAdmin


class Moment(forms.DateTimeInput):
    """The browser's own field for a day and a time: one label, and no script."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class QuizForm(forms.ModelForm):
    opens_at = forms.DateTimeField(required=False, widget=Moment)
    closes_at = forms.DateTimeField(required=False, widget=Moment)

    class Meta:
        model = Quiz
        fields = (
            *("course", "reading", "title", "instructions", "position"),
            *("opens_at", "closes_at", "time_limit_minutes", "attempts_allowed", "pass_mark", "feedback"),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        reading, course = data.get("reading"), data.get("course")
        if reading and course and reading.course_id != course.pk:
            self.add_error("reading", "Choose a reading of this quiz's course.")
        return data


@admin.register(Quiz)
class QuizAdmin(CourseAdmin):
    form = QuizForm
    inlines = (QuizItemInline,)
    list_display = ("title", "course", "is_published", "size", "opens_at", "closes_at")
    list_filter = (OwnCourseFilter, "is_published")
    list_select_related = ("course",)
    search_fields = ("title",)
    actions = ("publish_selected", "unpublish_selected")
    change_form_template = "admin/quizzes/quiz/change_form.html"
    change_list_template = "admin/quizzes/quiz/list.html"
    fieldsets = (
        (None, {"fields": ("course", "reading", "title", "instructions", "position")}),
        ("When", {"fields": ("opens_at", "closes_at", "time_limit_minutes")}),
        (
            "Rules",
            {
                "fields": ("attempts_allowed", "pass_mark", "feedback"),
                "description": "Attempts already begun keep the rules they began with.",
            },
        ),
    )

    formfield_overrides = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 60})}}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quiz]:
        return super().get_queryset(request).annotate(item_count=Count("items"))

    @admin.display(description="questions", ordering="item_count")
    def size(self, quiz: Quiz) -> int:
        return quiz.item_count  # type: ignore[attr-defined]

    @admin.action(description="Publish selected quizzes")
    def publish_selected(self, request: HttpRequest, quizzes: QuerySet[Quiz]) -> None:
        for quiz in quizzes:
            self.publish(request, quiz)

    @admin.action(description="Take selected quizzes back from the students")
    def unpublish_selected(self, request: HttpRequest, quizzes: QuerySet[Quiz]) -> None:
        for quiz in quizzes:
            quiz_unpublish(quiz=quiz)
        self.message_user(request, "Students no longer see them; attempts already made stay.", messages.SUCCESS)

    def publish(self, request: HttpRequest, quiz: Quiz) -> None:
        try:
            quiz_publish(quiz=quiz)
            self.message_user(request, f"“{quiz}” is published: the students see it.", messages.SUCCESS)
        except QuizError as error:
            self.message_user(request, f"“{quiz}”: {error}", messages.ERROR)

    def response_change(self, request: HttpRequest, obj: Quiz) -> HttpResponse:
        return self.saved(request, obj) or super().response_change(request, obj)

    def response_add(self, request: HttpRequest, obj: Quiz, post_url_continue: str | None = None) -> HttpResponse:
        return self.saved(request, obj) or super().response_add(request, obj, post_url_continue)

    def saved(self, request: HttpRequest, quiz: Quiz) -> HttpResponse | None:
        """After "Save and publish" or "Take back" the page stays on the quiz."""
        if "_publish" in request.POST:
            self.publish(request, quiz)
        elif "_unpublish" in request.POST:
            quiz_unpublish(quiz=quiz)
            self.message_user(request, f"“{quiz}” is no longer shown to students.", messages.SUCCESS)
        else:
            return None
        return redirect("admin:quizzes_quiz_change", quiz.pk)

    def get_urls(self) -> list[URLPattern]:
        page = path("assemble/", self.admin_site.admin_view(self.assemble), name="quizzes_quiz_assemble")
        return [page, *super().get_urls()]

    def assemble(self, request: HttpRequest) -> HttpResponse:
        """The best approved questions of a reading as a new quiz, which then opens for editing."""
        form = ReadingForm(request.user, request.POST or None, initial={"reading": request.GET.get("reading")})
        if request.method == "POST" and form.is_valid():
            try:
                return redirect("admin:quizzes_quiz_change", quiz_assemble(**form.cleaned_data).pk)
            except QuizError as error:
                form.add_error("reading", str(error))
        context = {**self.admin_site.each_context(request), "title": "Assemble a quiz", "opts": self.opts, "form": form}
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/quizzes/quiz/assemble.html", context)
