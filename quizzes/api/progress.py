"""Who has read how much and how the quizzes went, in the figures that the pages and the CSV file show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView

from quizzes.api.scope import InCourse, InTaughtCourse
from quizzes.selectors.progress import QuizMark, ReadingShare, StudentRow, course_progress
from quizzes.services.attempts import attempts_close_due
from readings.models import Enrolment


class ReadingShareSerializer(serializers.Serializer[ReadingShare]):
    reading = serializers.CharField(source="reading.slug")
    done = serializers.IntegerField(help_text="Paragraphs that were on screen long enough.")
    total = serializers.IntegerField()
    percent = serializers.IntegerField(help_text="Rounded down: 100 means that nothing is left.")


class QuizMarkSerializer(serializers.Serializer[QuizMark]):
    quiz = serializers.IntegerField(source="quiz.pk")
    title = serializers.CharField(source="quiz.title")
    attempts = serializers.IntegerField(help_text="Begun, handed in or not.")
    attempts_left = serializers.IntegerField()
    best = serializers.IntegerField(allow_null=True, help_text="Per cent; null before the first was handed in.")
    passed = serializers.BooleanField()


class ProgressSerializer(serializers.Serializer[StudentRow]):
    username = serializers.CharField(source="enrolment.user.username")
    name = serializers.CharField(source="enrolment.user.display_name")
    percent = serializers.IntegerField(help_text="Of all paragraphs of the course.")
    last_active = serializers.DateTimeField()
    needs_help = serializers.ListField(child=serializers.CharField(), help_text="Reasons, in words.")
    readings = ReadingShareSerializer(many=True)
    quizzes = QuizMarkSerializer(many=True)


class ProgressList(InTaughtCourse, ListAPIView[Any]):
    """The progress of all active students, by name."""

    queryset = Enrolment.objects.none()
    serializer_class = ProgressSerializer
    filter_backends = ()
    required_scopes = ("progress",)

    def get_queryset(self) -> Sequence[StudentRow]:  # type: ignore[override]
        attempts_close_due(course=self.course)
        return course_progress(self.course).students


class OwnProgress(InCourse, RetrieveAPIView[Any]):
    """A student's own progress, in the figures that the instructor sees; 404 to those who are no students."""

    queryset = Enrolment.objects.none()
    serializer_class = ProgressSerializer

    def get_object(self) -> StudentRow:
        attempts_close_due(course=self.course)
        own = Enrolment.objects.active().students().filter(course=self.course, user=self.request.user).first()
        row = own and course_progress(self.course).row_of(own)
        if row is None:
            raise Http404
        return row
