"""The course, quiz or attempt that an address of the API names, and how a refusal of the services is answered."""

from __future__ import annotations

import re
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from rest_framework.exceptions import APIException, NotFound, PermissionDenied, ValidationError
from rest_framework.generics import GenericAPIView
from rest_framework.response import Response

from quizzes.kinds import InvalidResponse
from quizzes.models import Attempt, Quiz
from quizzes.permissions import attempts_of, quizzes_visible_to
from quizzes.services.errors import NotAStudent, NotInThisAttempt, QuizError
from readings.models import Course
from readings.permissions import course_taught_by, courses_visible_to


class InCourse(GenericAPIView):
    """Mix in where the address has ``<slug:course>``; a course one is not in answers 404."""

    @cached_property
    def course(self) -> Course:
        return get_object_or_404(courses_visible_to(self.request.user), slug=self.kwargs["course"])


class InTaughtCourse(GenericAPIView):
    """For figures about others: 403 to students of the course, 404 to everybody else who does not teach it."""

    @cached_property
    def course(self) -> Course:
        return course_taught_by(self.request.user, self.kwargs["course"])


class InQuiz(InCourse):
    """Mix in where the address has ``<int:quiz>`` too; one not published answers 404 to students."""

    @cached_property
    def quiz(self) -> Quiz:
        quizzes = quizzes_visible_to(self.request.user).filter(course=self.course).select_related("course")
        return get_object_or_404(quizzes, pk=self.kwargs["quiz"])


class InOwnAttempt(GenericAPIView):
    """Mix in where the address has ``<int:attempt>``; anybody else's answers 404."""

    @cached_property
    def attempt(self) -> Attempt:
        own = attempts_of(self.request.user).select_related("quiz__course", "enrolment")
        return get_object_or_404(own, pk=self.kwargs["attempt"])


class Refusing(GenericAPIView):
    """Mix in where services may refuse; their sentences reach the client as they are."""

    def handle_exception(self, exc: Exception) -> Response:
        return super().handle_exception(refusal(exc) if isinstance(exc, (QuizError, InvalidResponse)) else exc)


class Conflict(APIException):
    status_code = 409


def refusal(error: Exception) -> APIException:
    """The code is the error's name: QuizNotOpen becomes quiz_not_open."""
    said: dict[str, Any] = {"detail": str(error), "code": re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).lower()}
    if isinstance(error, InvalidResponse):
        return ValidationError({"answer": [str(error)]})
    if isinstance(error, NotAStudent):
        return PermissionDenied(**said)
    return NotFound(**said) if isinstance(error, NotInThisAttempt) else Conflict(**said)
