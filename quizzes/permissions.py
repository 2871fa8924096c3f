"""Who may see, take and change questions, quizzes and attempts: one place for pages, API, admin and exports alike."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from quizzes.models import Attempt, Question, Quiz
from readings.permissions import Someone, courses_taught_by, courses_visible_to, teaches


def questions_reviewable_by(user: Someone) -> QuerySet[Question]:
    """Questions on readings of the courses one teaches."""
    return Question.objects.filter(reading__course__in=courses_taught_by(user))


def quizzes_visible_to(user: Someone) -> QuerySet[Quiz]:
    """Published quizzes of one's courses; whoever teaches a course sees its unpublished ones too."""
    taught = Q(course__in=courses_taught_by(user))
    published = Q(course__in=courses_visible_to(user), is_published=True)
    return Quiz.objects.filter(taught | published)


def may_read_questions(user: Someone, quiz: Quiz) -> bool:
    """Outside an attempt: whoever teaches, and students of an open quiz without a clock that reading could beat."""
    return teaches(user, quiz.course) or (quiz.is_open and not quiz.time_limit_minutes)


def attempts_of(user: Someone) -> QuerySet[Attempt]:
    """One's own attempts."""
    return Attempt.objects.filter(enrolment__user_id=user.pk, enrolment__is_active=True)


def attempts_reviewable_by(user: Someone) -> QuerySet[Attempt]:
    """All attempts in the courses one teaches."""
    return Attempt.objects.filter(quiz__course__in=courses_taught_by(user))
