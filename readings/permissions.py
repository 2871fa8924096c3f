"""Who may see and change what in courses and readings: one place for pages, API, admin and exports alike."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from readings.models import Annotation, Course, Enrolment, Reading

Someone = AbstractUser | AnonymousUser


def courses_visible_to(user: Someone) -> QuerySet[Course]:
    """The courses the person is enrolled in; a superuser sees all."""
    if not user.is_authenticated:
        return Course.objects.none()
    if user.is_superuser:
        return Course.objects.all()
    return Course.objects.filter(pk__in=Enrolment.objects.active().filter(user=user).values("course"))


def courses_taught_by(user: Someone) -> QuerySet[Course]:
    """The courses whose instructor or assistant the person is; a superuser's are all."""
    if not user.is_authenticated:
        return Course.objects.none()
    if user.is_superuser:
        return Course.objects.all()
    return Course.objects.filter(pk__in=Enrolment.objects.active().teaching().filter(user=user).values("course"))


def teaches_any(user: Someone) -> bool:
    """A superuser too, who makes the first course of a site."""
    return bool(user.is_superuser) or courses_taught_by(user).exists()


def at_the_desk(request: HttpRequest) -> bool:
    """Whether the visitor may enter the admin; asked dozens of times for one page, answered by one query."""
    if not hasattr(request, "_at_the_desk"):
        request._at_the_desk = bool(request.user.is_active and teaches_any(request.user))  # type: ignore[attr-defined]
    return request._at_the_desk  # type: ignore[attr-defined]


def teaches(user: Someone, course: Course) -> bool:
    return courses_taught_by(user).filter(pk=course.pk).exists()


def course_taught_by(user: Someone, slug: str) -> Course:
    """The course, if one teaches it; refused to its students, and not there for anybody else."""
    course = get_object_or_404(courses_visible_to(user), slug=slug)
    if not teaches(user, course):
        raise PermissionDenied("Only those who teach this course may see this.")
    return course


def readings_visible_to(user: Someone, course: Course) -> QuerySet[Reading]:
    """Published readings of a course one can see; whoever teaches it sees the unpublished ones too."""
    if not courses_visible_to(user).filter(pk=course.pk).exists():
        return Reading.objects.none()
    return readings_open_to_role(course, teaching=teaches(user, course))


def readings_open_to_role(course: Course, *, teaching: bool) -> QuerySet[Reading]:
    """The same for a person who is known to see the course, and whether by teaching it."""
    readings = Reading.objects.filter(course=course)
    return readings if teaching else readings.published()


def annotations_visible_to(user: Someone) -> QuerySet[Annotation]:
    """One's own, and those shared with the class in courses one is in. A private one is its author's alone."""
    if not user.is_authenticated:
        return Annotation.objects.none()
    in_class = Q(visibility=Annotation.Visibility.CLASS, reading__course__in=courses_visible_to(user))
    own = Q(author=user, reading__course__in=courses_visible_to(user))
    return Annotation.objects.filter(own | in_class)


def may_change_annotation(user: Someone, annotation: Annotation) -> bool:
    return annotation.author_id == user.pk
