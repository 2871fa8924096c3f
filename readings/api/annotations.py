"""Annotations: what the reader page draws over the text, and what an LMS or a student's own tool may fetch."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers, status
from rest_framework.exceptions import PermissionDenied
from rest_framework.generics import ListCreateAPIView, RetrieveUpdateDestroyAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from readings.api.checked import as_field_error, validated
from readings.models import Annotation, Block
from readings.permissions import courses_visible_to, may_change_annotation, readings_visible_to
from readings.selectors.annotations import annotations_beside, annotations_of
from readings.selectors.outline import outline_of
from readings.services.annotations import (
    COMMENT_LENGTH,
    annotation_create,
    annotation_delete,
    annotation_update,
)


class AuthorSerializer(serializers.Serializer[Annotation]):
    name = serializers.CharField(source="author.display_name")
    is_me = serializers.SerializerMethodField()
    teaches = serializers.BooleanField(source="by_teacher", help_text="Speaks as one who teaches the course.")

    def get_is_me(self, annotation: Annotation) -> bool:
        return annotation.author_id == self.context["request"].user.pk


class AnnotationSerializer(serializers.ModelSerializer[Annotation]):
    course = serializers.CharField(source="reading.course.slug")
    reading = serializers.CharField(source="reading.slug")
    section = serializers.CharField(source="block.section.slug", default=None, allow_null=True)
    block = serializers.CharField(source="block.key", default=None, allow_null=True)
    number = serializers.IntegerField(source="block.number", default=None, allow_null=True)
    author = serializers.SerializerMethodField()

    class Meta:
        model = Annotation
        fields = [
            *("id", "course", "reading", "section", "block", "number", "start", "end", "quote", "comment"),
            *("colour", "visibility", "state", "author", "created_at", "updated_at"),
        ]

    @extend_schema_field(AuthorSerializer)
    def get_author(self, annotation: Annotation) -> dict[str, Any]:
        return AuthorSerializer(annotation, context=self.context).data


class AnnotationChangeSerializer(serializers.Serializer[Any]):
    comment = serializers.CharField(required=False, allow_blank=True, max_length=COMMENT_LENGTH)
    colour = serializers.ChoiceField(choices=Annotation.Colour.choices, required=False)
    visibility = serializers.ChoiceField(choices=Annotation.Visibility.choices, required=False)


class AnnotationInputSerializer(AnnotationChangeSerializer):
    course = serializers.SlugField()
    reading = serializers.SlugField()
    block = serializers.CharField(max_length=64)
    start = serializers.IntegerField(min_value=0, help_text="In Unicode code points of the block's text.")
    end = serializers.IntegerField(min_value=1)


class AnnotationFilter(django_filters.FilterSet):
    course = django_filters.CharFilter(field_name="reading__course__slug")
    reading = django_filters.CharFilter(field_name="reading__slug")
    section = django_filters.CharFilter(
        method="on_page", help_text="With a reading: those of the section and of what stands on the same page."
    )
    mine = django_filters.BooleanFilter(method="own", help_text="Only one's own.")

    class Meta:
        model = Annotation
        fields = ["course", "reading", "visibility"]

    def on_page(self, rows: QuerySet[Annotation], name: str, value: str) -> QuerySet[Annotation]:
        course, reading = self.data.get("course", ""), self.data.get("reading", "")
        visible = courses_visible_to(self.request.user).filter(slug=course).first()
        found = readings_visible_to(self.request.user, visible).filter(slug=reading).first() if visible else None
        outline = outline_of(found) if found else None
        entry = outline.entry(value) if outline else None
        if outline is None or entry is None or entry.page is None:
            return rows.none()
        return annotations_beside(rows, [row.section for row in outline.on_page(entry.page)])

    def own(self, rows: QuerySet[Annotation], name: str, value: bool) -> QuerySet[Annotation]:
        is_own = Q(author=self.request.user)
        return rows.filter(is_own if value else ~is_own)


class AnnotationList(ListCreateAPIView[Annotation]):
    """One's own annotations and those shared with the class; POST makes one."""

    queryset = Annotation.objects.none()
    serializer_class = AnnotationSerializer
    filterset_class = AnnotationFilter

    def get_queryset(self) -> QuerySet[Annotation]:
        return annotations_of(self.request.user)

    @extend_schema(request=AnnotationInputSerializer, responses={201: AnnotationSerializer})
    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        given = validated(AnnotationInputSerializer, request)
        course = get_object_or_404(courses_visible_to(request.user), slug=given.pop("course"))
        reading = get_object_or_404(readings_visible_to(request.user, course), slug=given.pop("reading"))
        block = get_object_or_404(Block, reading=reading, key=given.pop("block"))
        with as_field_error("start"):
            made = annotation_create(author=request.user, block=block, **given)
        return Response(self.shown(made.pk), status=status.HTTP_201_CREATED)

    def shown(self, pk: int) -> dict[str, Any]:
        return self.get_serializer(self.get_queryset().get(pk=pk)).data


class AnnotationDetail(RetrieveUpdateDestroyAPIView[Annotation]):
    """One annotation; only its author changes or deletes it."""

    queryset = Annotation.objects.none()
    serializer_class = AnnotationSerializer
    http_method_names = ["get", "patch", "delete", "head", "options"]

    def get_queryset(self) -> QuerySet[Annotation]:
        return annotations_of(self.request.user)

    @extend_schema(request=AnnotationChangeSerializer, responses=AnnotationSerializer)
    def patch(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        annotation = self.own_object()
        with as_field_error("comment"):
            annotation_update(annotation=annotation, **validated(AnnotationChangeSerializer, request))
        return Response(self.get_serializer(annotation).data)

    def delete(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        annotation_delete(annotation=self.own_object())
        return Response(status=status.HTTP_204_NO_CONTENT)

    def own_object(self) -> Annotation:
        annotation = self.get_object()
        if not may_change_annotation(self.request.user, annotation):
            raise PermissionDenied("Only the author of an annotation may change it.")
        return annotation
