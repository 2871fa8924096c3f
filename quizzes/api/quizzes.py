"""The quizzes of a course and their rules."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Count, Q, QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView

from quizzes.api.questions import QuestionSerializer
from quizzes.api.scope import InCourse
from quizzes.models import Question, Quiz
from quizzes.permissions import may_read_questions, quizzes_visible_to
from quizzes.selectors.asked import asked_in_quiz


class QuizSerializer(serializers.ModelSerializer[Quiz]):
    reading = serializers.SlugRelatedField[Any](slug_field="slug", read_only=True, allow_null=True)
    question_count = serializers.IntegerField(read_only=True)
    is_open = serializers.BooleanField(read_only=True, help_text="Whether an attempt can begin now.")

    class Meta:
        model = Quiz
        fields = [
            "id", "title", "instructions", "reading", "position", "question_count", "is_published", "is_open",
            "opens_at", "closes_at", "attempts_allowed", "time_limit_minutes", "pass_mark", "feedback",
        ]  # fmt: skip


class QuizDetailSerializer(QuizSerializer):
    questions = serializers.SerializerMethodField(
        help_text="Without keys. Null to students while the quiz is not open, and if it is timed: begin an attempt."
    )

    class Meta(QuizSerializer.Meta):
        fields = [*QuizSerializer.Meta.fields, "questions"]

    @extend_schema_field(QuestionSerializer(many=True, allow_null=True))
    def get_questions(self, quiz: Quiz) -> Any:
        if not may_read_questions(self.context["request"].user, quiz):
            return None
        return QuestionSerializer([entry.question for entry in asked_in_quiz(quiz)], many=True).data


class QuizFilter(django_filters.FilterSet):
    reading = django_filters.CharFilter(field_name="reading__slug")

    class Meta:
        model = Quiz
        fields = ["reading"]


class Quizzes(InCourse):
    queryset = Quiz.objects.none()

    def get_queryset(self) -> QuerySet[Quiz]:
        asked = Count("items", filter=Q(items__question__in=Question.objects.askable()))
        quizzes = quizzes_visible_to(self.request.user).filter(course=self.course).select_related("course", "reading")
        return quizzes.annotate(question_count=asked).order_by("position", "pk")


class QuizList(Quizzes, ListAPIView[Quiz]):
    """The quizzes of the course in their order; students see the published ones."""

    serializer_class = QuizSerializer
    filterset_class = QuizFilter


class QuizDetail(Quizzes, RetrieveAPIView[Quiz]):
    """A quiz with its rules and, where no clock can be beaten, its questions."""

    serializer_class = QuizDetailSerializer
    lookup_url_kwarg = "quiz"
