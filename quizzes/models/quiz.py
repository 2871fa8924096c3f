"""An ordered choice of approved questions with its rules."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone

from quizzes.models.question import Question
from readings.models import Course, Reading


class QuizQuerySet(models.QuerySet["Quiz"]):
    def published(self) -> QuizQuerySet:
        return self.filter(is_published=True)


class Quiz(models.Model):
    class Feedback(models.TextChoices):
        AFTER_SUBMIT = "after_submit", "When the attempt is handed in"
        AFTER_CLOSE = "after_close", "When the quiz is closed"
        NEVER = "never", "Only the mark"

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="quizzes")
    reading = models.ForeignKey(
        Reading,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="quizzes",
        help_text="If about one reading.",
    )
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=200)
    instructions = models.TextField(blank=True)
    is_published = models.BooleanField(default=False)
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    attempts_allowed = models.PositiveSmallIntegerField(default=2, validators=[MinValueValidator(1)])
    time_limit_minutes = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MinValueValidator(1)])
    pass_mark = models.PositiveSmallIntegerField(default=60, validators=[MaxValueValidator(100)], help_text="Per cent.")
    feedback = models.CharField(max_length=12, choices=Feedback, default=Feedback.AFTER_SUBMIT)
    questions = models.ManyToManyField(Question, through="QuizItem", related_name="quizzes")

    objects = QuizQuerySet.as_manager()

    class Meta:
        ordering = ["course", "position", "pk"]
        verbose_name_plural = "quizzes"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(opens_at__isnull=True)
                | models.Q(closes_at__isnull=True)
                | models.Q(closes_at__gt=models.F("opens_at")),
                name="quiz_closes_after_it_opens",
            ),
            models.CheckConstraint(condition=models.Q(pass_mark__lte=100), name="quiz_pass_mark_is_a_percentage"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("quizzes:quiz", args=[self.course.slug, self.pk])

    @property
    def is_open(self) -> bool:
        now = timezone.now()
        opened = self.opens_at is None or self.opens_at <= now
        return self.is_published and opened and not self.is_closed

    @property
    def is_closed(self) -> bool:
        return self.closes_at is not None and self.closes_at <= timezone.now()


class QuizItem(models.Model):
    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="items")
    question = models.ForeignKey(Question, on_delete=models.RESTRICT, related_name="quiz_items")
    position = models.PositiveSmallIntegerField(default=0)
    points = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])

    class Meta:
        ordering = ["quiz", "position", "pk"]
        constraints = [models.UniqueConstraint(fields=["quiz", "question"], name="question_once_per_quiz")]

    def __str__(self) -> str:
        return f"{self.position}. {self.question}"
