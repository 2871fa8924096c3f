"""What a course's practice may ask."""

from __future__ import annotations

from django.db import models

from readings.models import Course


class PracticeRule(models.Model):
    """A course without one practises with approved questions whose answers no quiz keeps back."""

    course = models.OneToOneField(Course, on_delete=models.CASCADE, related_name="practice_rule")
    with_clean_drafts = models.BooleanField(
        "with clean drafts",
        default=False,
        help_text="Also ask generated questions in which no flaw was found, before anybody has reviewed them.",
    )
    with_quiz_questions = models.BooleanField(
        "with questions of quizzes",
        default=False,
        help_text="Also ask what a quiz asks that is not over yet. Practice shows the answers.",
    )

    class Meta:
        verbose_name = "practice rule"

    def __str__(self) -> str:
        return f"Practice in {self.course}"
