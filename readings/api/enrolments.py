"""Who is in a course: for whoever teaches it, and for an LMS with the scope ``enrolments``."""

from __future__ import annotations

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.generics import ListAPIView

from readings.api.scope import InTaughtCourse
from readings.models import Enrolment


class EnrolmentSerializer(serializers.ModelSerializer[Enrolment]):
    username = serializers.CharField(source="user.username")
    name = serializers.CharField(source="user.display_name")
    email = serializers.EmailField(source="user.email", allow_blank=True)

    class Meta:
        model = Enrolment
        fields = ["username", "name", "email", "role", "is_active", "joined_at"]


class EnrolmentList(InTaughtCourse, ListAPIView[Enrolment]):
    """Everybody enrolled in the course, by username."""

    queryset = Enrolment.objects.none()
    serializer_class = EnrolmentSerializer
    required_scopes = ("enrolments",)
    filterset_fields = ["role", "is_active"]

    def get_queryset(self) -> QuerySet[Enrolment]:
        return Enrolment.objects.filter(course=self.course).select_related("user").order_by("user__username")
