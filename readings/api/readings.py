"""The readings of a course: what they are, who speaks in them, and how they are built."""

from __future__ import annotations

from django.db.models import Count, Prefetch, QuerySet, Sum
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView

from readings.api.scope import InCourse
from readings.api.sections import OutlineSerializer
from readings.models import Reading, Section
from readings.permissions import readings_visible_to

SIZES = {"section_count": Count("sections"), "word_count": Sum("sections__word_count", default=0)}


class ReadingSerializer(serializers.ModelSerializer[Reading]):
    section_count = serializers.IntegerField(read_only=True)
    word_count = serializers.IntegerField(read_only=True)

    class Meta:
        model = Reading
        fields = [
            "slug", "position", "title", "title_is_ours", "subtitle", "byline", "year", "kind", "language",
            "perspective", "section_count", "word_count", "revision", "is_published",
        ]  # fmt: skip


class SourceCardSerializer(serializers.ModelSerializer[Reading]):
    class Meta:
        model = Reading
        fields = ["perspective", "who_writes", "from_where", "for_whom", "what_to_mind", "rights", "sharing"]


class ReadingDetailSerializer(ReadingSerializer):
    metadata = serializers.DictField(read_only=True)
    from_outside = serializers.ListField(child=serializers.CharField(), read_only=True)
    source_card = SourceCardSerializer(source="*", read_only=True)
    outline = OutlineSerializer(source="sections", many=True, read_only=True)

    class Meta(ReadingSerializer.Meta):
        fields = [
            *ReadingSerializer.Meta.fields, "metadata", "from_outside", "outside_source", "source_card", "outline",
        ]  # fmt: skip


class ReadingList(InCourse, ListAPIView[Reading]):
    """The readings of the course in their order; students see the published ones."""

    queryset = Reading.objects.none()
    serializer_class = ReadingSerializer
    filterset_fields = ["kind", "year", "language"]

    def get_queryset(self) -> QuerySet[Reading]:
        visible = readings_visible_to(self.request.user, self.course)
        return visible.annotate(**SIZES).order_by("position", "pk")


class ReadingDetail(InCourse, RetrieveAPIView[Reading]):
    """A reading with its metadata, its source card and its outline."""

    queryset = Reading.objects.none()
    serializer_class = ReadingDetailSerializer
    lookup_field, lookup_url_kwarg = "slug", "reading"

    def get_queryset(self) -> QuerySet[Reading]:
        outline = Prefetch("sections", Section.objects.select_related("parent"))
        return readings_visible_to(self.request.user, self.course).annotate(**SIZES).prefetch_related(outline)
