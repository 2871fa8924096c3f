"""The text itself, section by section: blocks of plain text, and the marks that point into them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView

from readings.api.scope import InReading
from readings.models import Block, Note, Reference, Section


class OutlineSerializer(serializers.ModelSerializer[Section]):
    parent = serializers.SlugRelatedField[Section](slug_field="slug", read_only=True, allow_null=True)

    class Meta:
        model = Section
        fields = ["slug", "number", "title", "level", "matter", "role", "parent", "position", "word_count"]


class MarkSerializer(serializers.Serializer[Any]):
    kind = serializers.CharField(help_text="emphasis, strong, link, note or citation")
    start = serializers.IntegerField(help_text="First code point of the range.")
    end = serializers.IntegerField(help_text="One past the last; equal to start for a note.")
    target = serializers.CharField(
        allow_null=True, default=None, help_text="A link's address, a note's label, a reference's key."
    )


class TableSerializer(serializers.Serializer[Any]):
    header = serializers.ListField(child=serializers.CharField(allow_blank=True))
    rows = serializers.ListField(child=serializers.ListField(child=serializers.CharField(allow_blank=True)))
    caption = serializers.CharField(allow_null=True, default=None)


class BlockSerializer(serializers.ModelSerializer[Block]):
    id = serializers.CharField(source="key", help_text="Made from the content: an unchanged text keeps it.")
    marks = MarkSerializer(many=True)
    table = TableSerializer(allow_null=True)

    class Meta:
        model = Block
        fields = ["id", "number", "kind", "text", "marks", "table", "page", "confidence", "word_count"]


class NoteSerializer(serializers.ModelSerializer[Note]):
    marks = MarkSerializer(many=True)

    class Meta:
        model = Note
        fields = ["label", "text", "marks", "refers_to"]


class ReferenceSerializer(serializers.ModelSerializer[Reference]):
    class Meta:
        model = Reference
        fields = ["key", "label", "text"]


class SectionSerializer(OutlineSerializer):
    blocks = BlockSerializer(many=True)
    notes = NoteSerializer(many=True, help_text="The notes that are marked in these blocks.")
    references = ReferenceSerializer(many=True, help_text="The bibliography entries cited in blocks and notes.")

    class Meta(OutlineSerializer.Meta):
        fields = [*OutlineSerializer.Meta.fields, "blocks", "notes", "references"]


class SectionList(InReading, ListAPIView[Section]):
    """The sections of the reading in their order, without their text."""

    queryset = Section.objects.none()
    serializer_class = OutlineSerializer

    def get_queryset(self) -> QuerySet[Section]:
        return Section.objects.filter(reading=self.reading).select_related("parent")


class SectionDetail(InReading, RetrieveAPIView[Section]):
    """A section with its text. Ranges count Unicode code points of the block's text."""

    queryset = Section.objects.none()
    serializer_class = SectionSerializer

    def get_object(self) -> Any:
        sections = Section.objects.filter(reading=self.reading).select_related("parent").prefetch_related("blocks")
        section = sections.filter(slug=self.kwargs["section"]).first()
        if section is None:
            raise Http404
        return with_apparatus(section)


def with_apparatus(section: Any) -> Any:
    """The section, with the notes marked in its blocks and the references that blocks and notes cite."""
    section.notes = section.reading.notes.filter(label__in=targets(section.blocks.all(), "note"))
    cited = targets(section.blocks.all(), "citation") | targets(section.notes, "citation")
    section.references = section.reading.references.filter(key__in=cited)
    return section


def targets(texts: Any, kind: str) -> set[str]:
    return {mark["target"] for text in texts for mark in text.marks if mark["kind"] == kind and mark.get("target")}
