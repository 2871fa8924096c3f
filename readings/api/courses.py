"""The courses one is in."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView

from readings.models import Course, Enrolment
from readings.permissions import Someone, courses_visible_to


class CourseSerializer(serializers.ModelSerializer[Course]):
    role = serializers.ChoiceField(
        choices=Enrolment.Role.choices, read_only=True, allow_null=True, help_text="What you are in this course."
    )
    reading_count = serializers.IntegerField(read_only=True, help_text="Published readings.")

    class Meta:
        model = Course
        fields = ["slug", "title", "subtitle", "summary", "language", "licence", "role", "reading_count"]


def courses_with_role(user: Someone) -> QuerySet[Course]:
    own = Enrolment.objects.active().filter(course=OuterRef("pk"), user_id=user.pk).values("role")
    published = Count("readings", filter=Q(readings__is_published=True))
    return courses_visible_to(user).annotate(role=Subquery(own), reading_count=published).order_by("title", "pk")


class CourseList(ListAPIView[Course]):
    """The courses you are in, by title."""

    queryset = Course.objects.none()
    serializer_class = CourseSerializer

    def get_queryset(self) -> QuerySet[Course]:
        return courses_with_role(self.request.user)


class CourseDetail(RetrieveAPIView[Course]):
    """One of your courses."""

    queryset = Course.objects.none()
    serializer_class = CourseSerializer
    lookup_field, lookup_url_kwarg = "slug", "course"

    def get_queryset(self) -> QuerySet[Any]:
        return courses_with_role(self.request.user)
