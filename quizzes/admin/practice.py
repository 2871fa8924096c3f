"""Whether a course practises with questions that nobody has reviewed yet, or that its quizzes ask."""

from __future__ import annotations

from django.contrib import admin

from quizzes.models import PracticeRule
from readings.admin.scope import CourseAdmin


@admin.register(PracticeRule)
class PracticeRuleAdmin(CourseAdmin):
    fields = ("course", "with_clean_drafts", "with_quiz_questions")
    list_display = ("course", "with_clean_drafts", "with_quiz_questions")
    list_select_related = ("course",)
