"""Who is in a course, and in which role; people are enrolled by name or address, never picked from a list of all."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from readings.admin.filters import OwnCourseFilter
from readings.admin.scope import CourseAdmin, CourseInline
from readings.models import Course, Enrolment

User = get_user_model()


class EnrolmentForm(forms.ModelForm):
    """The site's people are nobody's business; one must know whom one enrols."""

    person = forms.CharField(label="Username or e-mail", max_length=254)

    class Meta:
        model = Enrolment
        fields = ("course", "role", "is_active")

    field_order = ("course", "person", "role", "is_active")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["person"].initial = self.instance.user.username
            self.fields["person"].disabled = True

    def clean_person(self) -> Any:
        if self.instance.pk:
            return self.instance.user
        name = self.cleaned_data["person"].strip()
        people = list(User.objects.filter(Q(username__iexact=name) | Q(email__iexact=name), is_active=True)[:2])
        if len(people) == 1:
            return people[0]
        if people:
            raise forms.ValidationError("Several people have this address. Give the username.")
        raise forms.ValidationError("Nobody here has this name or address. Let the person sign up with the join code.")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        person, course = data.get("person"), data.get("course")
        new = person and isinstance(course, Course) and course.pk and not self.instance.pk
        if new and Enrolment.objects.filter(course=course, user=person).exists():
            self.add_error("person", "This person is in the course already. Change the role in the list.")
        return data

    def save(self, commit: bool = True) -> Enrolment:
        if not self.instance.pk:
            self.instance.user = self.cleaned_data["person"]
        return super().save(commit)


class TeacherForm(EnrolmentForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [
            choice for choice in Enrolment.Role.choices if choice[0] != Enrolment.Role.STUDENT
        ]
        if not self.instance.pk:
            self.fields["role"].initial = Enrolment.Role.INSTRUCTOR


class TeacherInline(CourseInline):
    """Who teaches the course. Students, who may be hundreds, have a list of their own."""

    model = Enrolment
    form = TeacherForm
    extra = 1
    fields = ("person", "role", "is_active")
    verbose_name = "teacher"
    verbose_name_plural = "teachers"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Enrolment]:
        return super().get_queryset(request).teaching().select_related("user", "course")


@admin.register(Enrolment)
class EnrolmentAdmin(CourseAdmin):
    form = EnrolmentForm
    fields = ("course", "person", "role", "is_active")
    list_display = ("person", "role", "course", "is_active", "joined_at")
    list_filter = ("role", "is_active", OwnCourseFilter)
    list_select_related = ("user", "course")
    search_fields = ("user__username", "user__first_name", "user__last_name", "user__email")
    date_hierarchy = None
    actions = ("close_selected",)

    def get_readonly_fields(self, request: HttpRequest, obj: Enrolment | None = None) -> tuple[str, ...]:
        return ("course",) if obj else ()

    @admin.display(description="person", ordering="user__last_name")
    def person(self, enrolment: Enrolment) -> str:
        return f"{enrolment.user.display_name} ({enrolment.user.username})"

    @admin.action(description="Close the place of selected people (their work stays)")
    def close_selected(self, request: HttpRequest, rows: QuerySet[Enrolment]) -> None:
        count = rows.update(is_active=False)
        self.message_user(request, f"Closed: {count}. These people no longer see the course.")
