"""One's own attempts: begin, answer, hand in, and see the result as far as the quiz's rule allows."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from quizzes.api.questions import AnswerSerializer, AskedSerializer
from quizzes.api.scope import InOwnAttempt, InQuiz, Refusing
from quizzes.models import Attempt
from quizzes.permissions import attempts_of
from quizzes.selectors.asked import asked_in_attempt
from quizzes.selectors.attempts import shows_answers
from quizzes.services.attempts import attempt_close_if_due, attempt_start, attempt_submit, response_save


class AttemptSerializer(serializers.ModelSerializer[Attempt]):
    """The mark is null until the attempt is handed in."""

    points = serializers.SerializerMethodField()
    max_points = serializers.SerializerMethodField()
    percent = serializers.SerializerMethodField()
    passed = serializers.SerializerMethodField()

    class Meta:
        model = Attempt
        fields = [
            "id", "quiz", "number", "started_at", "due_at", "submitted_at", "pass_mark", "feedback",
            "points", "max_points", "percent", "passed",
        ]  # fmt: skip

    def get_points(self, attempt: Attempt) -> float | None:
        return attempt.points if attempt.submitted_at else None

    def get_max_points(self, attempt: Attempt) -> float | None:
        return attempt.max_points if attempt.submitted_at else None

    def get_percent(self, attempt: Attempt) -> int | None:
        return attempt.percent if attempt.submitted_at else None

    def get_passed(self, attempt: Attempt) -> bool | None:
        return attempt.passed if attempt.submitted_at else None


class AttemptDetailSerializer(AttemptSerializer):
    answers_shown = serializers.SerializerMethodField(help_text="Whether the results of the questions are shown.")
    questions = serializers.SerializerMethodField()

    class Meta(AttemptSerializer.Meta):
        fields = [*AttemptSerializer.Meta.fields, "answers_shown", "questions"]

    def get_answers_shown(self, attempt: Attempt) -> bool:
        return shows_answers(attempt)

    @extend_schema_field(AskedSerializer(many=True))
    def get_questions(self, attempt: Attempt) -> Any:
        shown = shows_answers(attempt)
        rows = asked_in_attempt(attempt, with_passages=shown)
        return AskedSerializer(rows, many=True, context={"answers_shown": shown}).data


class AttemptList(Refusing, InQuiz, ListAPIView[Attempt]):
    """Your own attempts at the quiz."""

    queryset = Attempt.objects.none()
    serializer_class = AttemptSerializer

    def get_queryset(self) -> QuerySet[Attempt]:
        own = attempts_of(self.request.user).filter(quiz=self.quiz)
        for attempt in own.filter(submitted_at=None):
            attempt_close_if_due(attempt=attempt)
        return own.order_by("number")

    @extend_schema(request=None, responses={201: AttemptDetailSerializer})
    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Begins an attempt, or returns the one that is not handed in yet."""
        attempt = attempt_start(quiz=self.quiz, user=request.user)
        return Response(AttemptDetailSerializer(attempt).data, status=201)


class AttemptDetail(InOwnAttempt, RetrieveAPIView[Attempt]):
    """An attempt of yours with its questions and your answers."""

    queryset = Attempt.objects.none()
    serializer_class = AttemptDetailSerializer

    def get_object(self) -> Attempt:
        return attempt_close_if_due(attempt=self.attempt)


class ResponseInput(serializers.Serializer[Any]):
    answer = AnswerSerializer(allow_null=True, help_text="Null takes the answer back.")


class ResponseOutput(serializers.Serializer[Any]):
    question = serializers.IntegerField(source="question_id")
    answer = AnswerSerializer(allow_null=True)
    saved_at = serializers.DateTimeField()


class ResponseDetail(Refusing, InOwnAttempt):
    """One answer in an attempt of yours."""

    serializer_class = ResponseInput

    @extend_schema(request=ResponseInput, responses=ResponseOutput)
    def put(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Saves the answer at once; it can change until the attempt is handed in."""
        given = ResponseInput(data=request.data)
        given.is_valid(raise_exception=True)
        saved = response_save(
            attempt=self.attempt, question_id=self.kwargs["question"], answer=given.validated_data["answer"]
        )
        return Response(ResponseOutput(saved).data)


class AttemptSubmit(InOwnAttempt):
    """The end of an attempt of yours."""

    serializer_class = AttemptDetailSerializer

    @extend_schema(request=None, responses=AttemptDetailSerializer)
    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Hands it in and marks it; handing in twice changes nothing."""
        return Response(AttemptDetailSerializer(attempt_submit(attempt=self.attempt)).data)
