"""The attempt that counts, for each student and quiz: the best one handed in, or the last."""

from __future__ import annotations

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import NullIf

from quizzes.models import Attempt
from readings.models import Course, Enrolment

ORDERS = {
    "best": [F("share").desc(nulls_last=True), F("number").asc()],
    "last": [F("number").desc()],
}


def grades(course: Course, which: str = "best") -> QuerySet[Attempt]:
    """One attempt for each active student and published quiz, by quiz and username; ``which`` is best or last."""
    share = F("points") / NullIf(F("max_points"), 0.0)
    same = Attempt.objects.submitted().filter(quiz=OuterRef("quiz"), enrolment=OuterRef("enrolment"))
    chosen = same.annotate(share=share).order_by(*ORDERS[which]).values("pk")[:1]
    rows = Attempt.objects.submitted().filter(
        pk=Subquery(chosen),
        quiz__course=course,
        quiz__is_published=True,
        enrolment__course=course,
        enrolment__is_active=True,
        enrolment__role=Enrolment.Role.STUDENT,
    )
    related = rows.select_related("quiz", "enrolment__user")
    return related.order_by("quiz__position", "quiz", "enrolment__user__username")
