"""Question review: the list, one screen a question, bulk approval, and the page that generates drafts."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from quizzes.admin.filters import FlawFilter, PassageFilter, PatternFilter
from quizzes.admin.generate import generate_page
from quizzes.admin.review import check_page, review_page
from quizzes.admin.write import write_check, write_page
from quizzes.models import Question
from quizzes.selectors.questions import flaw_names
from quizzes.services.errors import QuizError
from quizzes.services.evidence import questions_recheck_evidence
from quizzes.services.questions import questions_approve
from quizzes.services.quizzes import quiz_create_from_questions
from readings.admin.filters import OwnCourseFilter, OwnReadingFilter
from readings.admin.scope import CourseAdmin


@admin.register(Question)
class QuestionAdmin(CourseAdmin):
    course_path = "reading__course"
    list_display = ("stem", "status", "reading", "pattern", "level", "flaws")
    list_display_links = ("stem",)
    list_filter = ("status", OwnCourseFilter, OwnReadingFilter, PatternFilter, "level", FlawFilter, PassageFilter)
    list_select_related = ("reading",)
    list_per_page = 50
    search_fields = ("stem", "evidence_quote", "options__text")
    actions = ("approve_selected", "quiz_from_selected")
    change_list_template = "admin/quizzes/question/list.html"

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Questions are rejected or retired, so that what was decided and answered stays."""
        return False

    @admin.display(description="flaws")
    def flaws(self, question: Question) -> str:
        changed = ["the passage is gone from the reading"] if question.is_stale else []
        return "; ".join([*changed, *flaw_names(question.soft_flaws)]) or "–"

    @admin.action(description="Approve selected drafts without flaws")
    def approve_selected(self, request: HttpRequest, questions: QuerySet[Question]) -> None:
        chosen = questions.count()
        approved = questions_approve(questions=questions, by=request.user)
        left = chosen - approved
        if approved:
            self.message_user(request, f"Approved: {approved}.", messages.SUCCESS)
        if left:
            text = f"Left as they were: {left}. Only drafts without flaws can be approved together; open the others."
            self.message_user(request, text, messages.WARNING)

    @admin.action(description="Make a quiz of selected approved questions")
    def quiz_from_selected(self, request: HttpRequest, questions: QuerySet[Question]) -> HttpResponse | None:
        rows = list(
            questions.select_related("reading__course").order_by("reading__position", "evidence_block__position")
        )
        try:
            quiz = quiz_create_from_questions(course=rows[0].reading.course, title="New quiz", questions=rows)
        except QuizError as error:
            self.message_user(request, str(error), messages.ERROR)
            return None
        return redirect("admin:quizzes_quiz_change", quiz.pk)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("generate/", view(self.generate), name="quizzes_question_generate"),
            path("write/", view(self.write), name="quizzes_question_write"),
            path("write/check/", view(self.write_check), name="quizzes_question_write_check"),
            path("<path:object_id>/check/", view(self.check_edit), name="quizzes_question_check"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        questions_recheck_evidence(questions=self.get_queryset(request))
        return super().changelist_view(request, extra_context)

    def write(self, request: HttpRequest) -> HttpResponse:
        return write_page(self, request)

    def write_check(self, request: HttpRequest) -> HttpResponse:
        return write_check(request)

    def check_edit(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return check_page(self, request, object_id)

    def generate(self, request: HttpRequest) -> HttpResponse:
        return generate_page(self, request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return review_page(self, request, object_id)
