"""What reviewers decided about questions, kept with what the decision was about, so that patterns can be judged by it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from quizzes.models.question import Question


class ReviewDecision(models.Model):
    """One decision; the pattern and features are as they were then, for the question may change afterwards."""

    class Action(models.TextChoices):
        ACCEPT = "accept", "Accepted"
        EDIT = "edit", "Edited"
        REJECT = "reject", "Rejected"
        RETIRE = "retire", "Retired"

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="decisions")
    action = models.CharField(max_length=8, choices=Action)
    reason = models.CharField(max_length=16, choices=Question.RejectReason, blank=True)
    pattern = models.CharField(max_length=30, blank=True)
    features = models.JSONField(default=dict, blank=True, help_text="Kind, level, score, soft flaws, version.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["question", "pk"]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.question}"
