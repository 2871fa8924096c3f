"""The glossary of a course: heads, their other forms, what each source says, and where a term stands."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView

from readings.api.scope import InCourse
from readings.models import Alias, SourceDefinition, Term, TermOccurrence
from readings.permissions import readings_visible_to


class AliasSerializer(serializers.ModelSerializer[Alias]):
    class Meta:
        model = Alias
        fields = ["text", "language", "case_sensitive"]


class TermSerializer(serializers.ModelSerializer[Term]):
    aliases = AliasSerializer(many=True, read_only=True)

    class Meta:
        model = Term
        fields = ["slug", "head", "category", "definition", "aliases"]


class SourceDefinitionSerializer(serializers.ModelSerializer[SourceDefinition]):
    reading = serializers.SlugRelatedField[Any](slug_field="slug", read_only=True)

    class Meta:
        model = SourceDefinition
        fields = ["reading", "text"]


class TermDetailSerializer(TermSerializer):
    see_also = serializers.SlugRelatedField[Any](slug_field="slug", many=True, read_only=True)
    source_definitions = SourceDefinitionSerializer(many=True, read_only=True)

    class Meta(TermSerializer.Meta):
        fields = [*TermSerializer.Meta.fields, "sources", "see_also", "source_definitions"]


class OccurrenceSerializer(serializers.ModelSerializer[TermOccurrence]):
    reading = serializers.CharField(source="block.reading.slug")
    section = serializers.CharField(source="block.section.slug")
    block = serializers.CharField(source="block.key")
    number = serializers.IntegerField(source="block.number", help_text="Paragraph number shown to readers.")

    class Meta:
        model = TermOccurrence
        fields = ["reading", "section", "block", "number", "start", "end"]


class TermFilter(django_filters.FilterSet):
    category = django_filters.CharFilter(lookup_expr="iexact")
    search = django_filters.CharFilter(method="with_words", help_text="In the head, its other forms or the definition.")

    class Meta:
        model = Term
        fields = ["category"]

    def with_words(self, terms: QuerySet[Term], name: str, value: str) -> QuerySet[Term]:
        by_alias = Alias.objects.filter(text__icontains=value).values("term")
        return terms.filter(Q(head__icontains=value) | Q(definition__icontains=value) | Q(pk__in=by_alias))


class TermList(InCourse, ListAPIView[Term]):
    """The glossary of the course, by head."""

    queryset = Term.objects.none()
    serializer_class = TermSerializer
    filterset_class = TermFilter

    def get_queryset(self) -> QuerySet[Term]:
        return Term.objects.filter(course=self.course).prefetch_related("aliases").order_by("head", "pk")


class TermDetail(InCourse, RetrieveAPIView[Term]):
    """A term with what each reading you may see says of it."""

    queryset = Term.objects.none()
    serializer_class = TermDetailSerializer
    lookup_field, lookup_url_kwarg = "slug", "term"

    def get_queryset(self) -> QuerySet[Term]:
        visible = readings_visible_to(self.request.user, self.course)
        by_source = SourceDefinition.objects.filter(reading__in=visible).select_related("reading")
        terms = Term.objects.filter(course=self.course)
        return terms.prefetch_related("aliases", "see_also", Prefetch("source_definitions", by_source))


class OccurrenceList(InCourse, ListAPIView[TermOccurrence]):
    """Every place where the term stands in the readings you may see."""

    queryset = TermOccurrence.objects.none()
    serializer_class = OccurrenceSerializer

    def get_queryset(self) -> QuerySet[TermOccurrence]:
        term = get_object_or_404(Term, course=self.course, slug=self.kwargs["term"])
        visible = readings_visible_to(self.request.user, self.course)
        found = TermOccurrence.objects.filter(term=term, block__reading__in=visible)
        return found.select_related("block__reading", "block__section").order_by(
            "block__reading__position", "block__reading", "block__position", "start"
        )
