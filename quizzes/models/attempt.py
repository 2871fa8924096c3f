"""One try of one student, and one answer in it."""

from __future__ import annotations

from django.db import models

from quizzes.models.question import Question
from quizzes.models.quiz import Quiz
from readings.models import Enrolment


class AttemptQuerySet(models.QuerySet["Attempt"]):
    def submitted(self) -> AttemptQuerySet:
        return self.filter(submitted_at__isnull=False)


class Attempt(models.Model):
    """Keeps a copy of the rules in force when it began, so that editing a quiz never rewrites old marks."""

    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="attempts")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="attempts")
    number = models.PositiveSmallIntegerField(default=1)
    started_at = models.DateTimeField(auto_now_add=True)
    due_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    pass_mark = models.PositiveSmallIntegerField()
    feedback = models.CharField(max_length=12, choices=Quiz.Feedback)
    points = models.FloatField(default=0)
    max_points = models.FloatField(default=0)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ["quiz", "enrolment", "number"]
        constraints = [
            models.UniqueConstraint(fields=["quiz", "enrolment", "number"], name="attempt_number_once"),
            models.UniqueConstraint(
                fields=["quiz", "enrolment"], condition=models.Q(submitted_at__isnull=True), name="one_open_attempt"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment.user}, {self.quiz}, attempt {self.number}"

    @property
    def percent(self) -> int:
        return round(100 * self.points / self.max_points) if self.max_points else 0

    @property
    def passed(self) -> bool:
        return self.percent >= self.pass_mark


class Response(models.Model):
    """Made empty when the attempt begins, one for each question, which pins the question's version and its points."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="responses")
    question = models.ForeignKey(Question, on_delete=models.RESTRICT, related_name="responses")
    position = models.PositiveSmallIntegerField()
    max_points = models.PositiveSmallIntegerField(default=1)
    answer = models.JSONField(null=True, blank=True)
    saved_at = models.DateTimeField(null=True, blank=True)
    points = models.FloatField(null=True, blank=True)
    is_correct = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["attempt", "position"]
        constraints = [models.UniqueConstraint(fields=["attempt", "question"], name="response_once_per_question")]

    def __str__(self) -> str:
        return f"{self.attempt_id}, question {self.position}"
