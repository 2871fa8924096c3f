"""What an instructor teaches, and who takes part in it."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse

PACK_DIGEST = "Of the course pack's entry as last loaded; an unchanged entry never overwrites what was edited here."
CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def new_join_code() -> str:
    """Eight letters and digits without the look-alikes O, 0, I, 1 and L."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(8))


class Course(models.Model):
    slug = models.SlugField(max_length=80, unique=True, help_text="Stands in the address of every page of the course.")
    title = models.CharField(max_length=200)
    subtitle = models.CharField(max_length=200, blank=True)
    summary = models.TextField(blank=True, help_text="Two or three sentences for the course page.")
    language = models.CharField(max_length=12, default="en")
    licence = models.CharField(max_length=200, blank=True)
    join_code = models.CharField(max_length=12, unique=True, default=new_join_code, help_text="Students join with it.")
    is_demo = models.BooleanField(default=False, editable=False)
    pack_digest = models.CharField(max_length=64, blank=True, editable=False, help_text=PACK_DIGEST)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("readings:course", args=[self.slug])


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    def active(self) -> EnrolmentQuerySet:
        return self.filter(is_active=True)

    def teaching(self) -> EnrolmentQuerySet:
        return self.filter(role__in=[Enrolment.Role.INSTRUCTOR, Enrolment.Role.ASSISTANT])

    def students(self) -> EnrolmentQuerySet:
        return self.filter(role=Enrolment.Role.STUDENT)


class Enrolment(models.Model):
    class Role(models.TextChoices):
        STUDENT = "student", "Student"
        ASSISTANT = "assistant", "Assistant"
        INSTRUCTOR = "instructor", "Instructor"

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="enrolments")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="enrolments")
    role = models.CharField(max_length=12, choices=Role, default=Role.STUDENT)
    is_active = models.BooleanField(
        default=True, help_text="Off: the person no longer sees the course; the work stays."
    )
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["course", "user"]
        constraints = [models.UniqueConstraint(fields=["course", "user"], name="enrolment_once_per_course")]

    def __str__(self) -> str:
        return f"{self.user} in {self.course} ({self.get_role_display()})"

    @property
    def teaches(self) -> bool:
        return self.role in (self.Role.INSTRUCTOR, self.Role.ASSISTANT)
