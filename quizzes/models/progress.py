"""Students × readings and quizzes as an entry in the admin: a view of enrolments, without a table of its own."""

from __future__ import annotations

from readings.models import Enrolment


class StudentProgress(Enrolment):
    class Meta:
        proxy = True
        verbose_name = "student's progress"
        verbose_name_plural = "progress"
        default_permissions = ("view",)
