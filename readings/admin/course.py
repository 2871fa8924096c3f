"""Courses on the desk: an instructor edits the own ones, a superuser makes and deletes them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest

from readings.admin.enrolment import TeacherInline
from readings.admin.scope import CourseAdmin
from readings.models import Course, Enrolment
from readings.models.course import new_join_code


@admin.register(Course)
class CourseDesk(CourseAdmin):
    course_path = ""
    list_display = ("title", "students", "reading_count", "join_code")
    search_fields = ("title", "slug")
    fieldsets = (
        (None, {"fields": ("title", "subtitle", "summary", "slug", "language", "licence")}),
        (
            "Joining",
            {"fields": ("join_code",), "description": "Give the code to the class; it can be renewed in the list."},
        ),
    )
    inlines = (TeacherInline,)
    actions = ("renew_join_code",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Course]:
        students = Q(enrolments__role=Enrolment.Role.STUDENT, enrolments__is_active=True)
        return (
            super()
            .get_queryset(request)
            .annotate(
                student_count=Count("enrolments", filter=students, distinct=True),
                readings_there=Count("readings", distinct=True),
            )
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Course | None = None) -> tuple[str, ...]:
        """The address is fixed once students have it."""
        return ("slug", "join_code") if obj else ("join_code",)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Course | None = None) -> dict[str, Any]:
        return {} if obj else {"slug": ("title",)}

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_superuser)

    @admin.display(description="students", ordering="student_count")
    def students(self, course: Course) -> int:
        return course.student_count  # type: ignore[attr-defined]

    @admin.display(description="readings", ordering="readings_there")
    def reading_count(self, course: Course) -> int:
        return course.readings_there  # type: ignore[attr-defined]

    @admin.action(description="Make a new join code (the old one stops working)")
    def renew_join_code(self, request: HttpRequest, courses: QuerySet[Course]) -> None:
        for course in courses:
            course.join_code = new_join_code()
            course.save(update_fields=["join_code"])
            self.message_user(request, f"“{course}” is joined with {course.join_code} from now on.")
