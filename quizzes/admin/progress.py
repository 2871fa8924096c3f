"""Progress on the desk: students × readings and quizzes, one student's page, and the same figures as a file."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from quizzes.admin.export import progress_file
from quizzes.admin.table import columns, filtered, sorted_rows
from quizzes.models import StudentProgress
from quizzes.selectors.progress import CourseProgress, course_progress
from quizzes.selectors.student import student_progress
from quizzes.services.attempts import attempts_close_due
from readings.admin.scope import CourseAdmin
from readings.models import Course, Enrolment
from readings.permissions import courses_taught_by

PER_PAGE = 50


@admin.register(StudentProgress)
class StudentProgressAdmin(CourseAdmin):
    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    has_change_permission = has_delete_permission = has_add_permission

    def get_urls(self) -> list[URLPattern]:
        page = path("csv/", self.admin_site.admin_view(self.download), name="quizzes_studentprogress_csv")
        return [page, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        courses = list(courses_taught_by(request.user))
        context: dict[str, Any] = {"courses": courses, "title": "Progress"}
        if courses:
            context |= self.table(request, chosen(request, courses))
        return self.page(request, "table", context)

    def table(self, request: HttpRequest, course: Course) -> dict[str, Any]:
        progress = figures(course)
        rows = sorted_rows(filtered(progress.students, request.GET), request.GET.get("o", "name"))
        return {
            "course": course,
            "progress": progress,
            "title": course.title,
            "columns": columns(progress, request.GET),
            "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
            "help_count": sum(bool(row.needs_help) for row in progress.students),
            "q": request.GET.get("q", ""),
            "needs": request.GET.get("needs", ""),
        }

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """One student, by section and attempt."""
        rows = Enrolment.objects.active().students().select_related("course", "user")
        rows = rows.filter(course__in=courses_taught_by(request.user))
        if not object_id.isdecimal():
            raise Http404("No such student.")
        enrolment = get_object_or_404(rows, pk=object_id)
        attempts_close_due(course=enrolment.course)
        context = {
            "title": enrolment.user.display_name,
            "course": enrolment.course,
            "enrolment": enrolment,
            "progress": student_progress(enrolment),
        }
        return self.page(request, "student", context)

    def download(self, request: HttpRequest) -> HttpResponse:
        course = chosen(request, list(courses_taught_by(request.user)))
        return progress_file(figures(course))

    def page(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        request.current_app = self.admin_site.name
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return TemplateResponse(request, f"admin/quizzes/studentprogress/{name}.html", context)


def figures(course: Course) -> CourseProgress:
    attempts_close_due(course=course)
    return course_progress(course)


def chosen(request: HttpRequest, courses: list[Course]) -> Course:
    """The course that the address names, among one's own; without a name the first."""
    slug = request.GET.get("course")
    found = next((course for course in courses if slug in (None, "", course.slug)), None)
    if found is None:
        raise Http404("No such course among yours.")
    return found
