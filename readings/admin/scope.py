"""The base of every admin page: an instructor sees and picks rows of the own courses only, in lists, forms and widgets."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.db.models import Field, ForeignKey, ManyToManyField, Model, QuerySet, TextField
from django.http import HttpRequest

from readings.admin.deleting import CountedDeletion
from readings.models import Course
from readings.permissions import at_the_desk, courses_taught_by


class CalmText(AdminTextareaWidget):
    """Three lines: enough for most texts, and the browser lets one pull it larger."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 3, **(attrs or {})})


class CourseScoped:
    """``course_path`` leads from the row to its course: "" for Course itself, "course", "reading__course" …"""

    course_path: ClassVar[str] = "course"
    formfield_overrides: ClassVar[dict[type[Field], dict[str, Any]]] = {TextField: {"widget": CalmText}}
    #: For each related model that a form may offer, the path from it to the course.
    related_paths: ClassVar[dict[str, str]] = {
        "Course": "",
        "Enrolment": "course",
        "Reading": "course",
        "Section": "reading__course",
        "Block": "reading__course",
        "Term": "course",
        "Question": "reading__course",
        "Quiz": "course",
    }

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return scoped(super().get_queryset(request), self.course_path, request)  # type: ignore[misc]

    def formfield_for_foreignkey(self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("queryset", self.choices_for(db_field.related_model, request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_manytomany(self, db_field: ManyToManyField[Any, Any], request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("queryset", self.choices_for(db_field.related_model, request))
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_dbfield(self, db_field: Field[Any, Any], request: HttpRequest, **kwargs: Any) -> Any:
        """A choice is a choice: without the pop-ups in which Django adds, changes and deletes what is chosen."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def choices_for(self, model: type[Model], request: HttpRequest) -> QuerySet[Any]:
        path = self.related_paths.get(model.__name__)
        rows = model._default_manager.all()
        if path is None:
            return rows if request.user.is_superuser else rows.none()
        return scoped(rows, path, request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return at_the_desk(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return at_the_desk(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return at_the_desk(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return at_the_desk(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return at_the_desk(request)


def scoped(rows: QuerySet[Any], path: str, request: HttpRequest) -> QuerySet[Any]:
    courses: QuerySet[Course] = courses_taught_by(request.user)
    return rows.filter(**{f"{path}__in" if path else "pk__in": courses})


class CourseAdmin(CountedDeletion, CourseScoped, admin.ModelAdmin):
    """Inherit from it for a page of rows that belong to a course."""


class CourseInline(CourseScoped, admin.TabularInline):
    """Inherit from it for rows shown inside such a page."""

    template = "admin/edit_inline/rows.html"
    extra = 0
