"""Marks for a gradebook: for whoever teaches the course, and for an LMS with the scope ``grades``."""

from __future__ import annotations

from typing import ClassVar

import django_filters
from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.generics import ListAPIView

from quizzes.api.scope import InTaughtCourse
from quizzes.models import Attempt
from quizzes.selectors.grades import grades
from quizzes.services.attempts import attempts_close_due


class GradeSerializer(serializers.ModelSerializer[Attempt]):
    username = serializers.CharField(source="enrolment.user.username")
    name = serializers.CharField(source="enrolment.user.display_name")
    title = serializers.CharField(source="quiz.title")
    percent = serializers.IntegerField()
    passed = serializers.BooleanField()

    class Meta:
        model = Attempt
        fields = [
            "username", "name", "quiz", "title", "number", "points", "max_points", "percent", "passed", "submitted_at",
        ]  # fmt: skip


class GradeFilter(django_filters.FilterSet):
    which = django_filters.ChoiceFilter(
        choices=[("best", "Best attempt"), ("last", "Last attempt")],
        method="chosen_already",
        help_text="Which attempt counts; the best one unless told otherwise.",
    )
    quiz = django_filters.NumberFilter(field_name="quiz_id", min_value=1, max_value=2**31 - 1)
    username = django_filters.CharFilter(field_name="enrolment__user__username")

    class Meta:
        model = Attempt
        fields: ClassVar[list[str]] = []

    def chosen_already(self, attempts: QuerySet[Attempt], name: str, value: str) -> QuerySet[Attempt]:
        """The view asks the selector for that choice; here it is only checked and described."""
        return attempts


class GradeList(InTaughtCourse, ListAPIView[Attempt]):
    """One mark for each student and quiz that has an attempt handed in, by quiz and username."""

    queryset = Attempt.objects.none()
    serializer_class = GradeSerializer
    filterset_class = GradeFilter
    required_scopes = ("grades",)

    def get_queryset(self) -> QuerySet[Attempt]:
        attempts_close_due(course=self.course)
        which = self.request.query_params.get("which")
        return grades(self.course, "last" if which == "last" else "best")
