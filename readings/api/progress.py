"""What a student has read: the browser reports paragraphs, and gets back the figures to show."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from readings.api.checked import validated
from readings.models import Enrolment, Reading
from readings.selectors.courses import Seat, seat_with_reading
from readings.selectors.progress import reading_state
from readings.services.progress import blocks_mark_read

MOST_BLOCKS = 200


class ReportSerializer(serializers.Serializer[Any]):
    blocks = serializers.ListField(
        child=serializers.CharField(max_length=64), max_length=MOST_BLOCKS, help_text="Ids of blocks that were read."
    )
    at = serializers.CharField(
        max_length=64, required=False, allow_blank=True, allow_null=True, help_text="Where to resume."
    )


class ReadsSerializer(serializers.Serializer[Any]):
    read = serializers.ListField(child=serializers.CharField(), help_text="Ids of all blocks that count as read.")
    percent = serializers.IntegerField(help_text="Of the words of the reading, rounded down.")
    sections = serializers.ListField(child=serializers.CharField(), help_text="Slugs of the sections read to the end.")
    at = serializers.CharField(allow_null=True, help_text="The block where the student stopped.")


class Reads(APIView):
    """A student's own reading of one text. What is reported faster than anybody reads is left out."""

    @extend_schema(responses=ReadsSerializer)
    def get(self, request: Request, course: str, reading: str) -> Response:
        seat, row = self.seat(request, course, reading)
        return Response(reading_state(seat.enrolment_id, row))

    @extend_schema(request=ReportSerializer, responses=ReadsSerializer)
    def post(self, request: Request, course: str, reading: str) -> Response:
        seat, row = self.seat(request, course, reading)
        given = validated(ReportSerializer, request)
        enrolment = get_object_or_404(Enrolment, pk=seat.enrolment_id)
        blocks_mark_read(enrolment=enrolment, reading=row, block_keys=given["blocks"], at=given.get("at"))
        return Response(reading_state(seat.enrolment_id, row))

    def seat(self, request: Request, course: str, reading: str) -> tuple[Seat, Reading]:
        try:
            seat, row = seat_with_reading(request.user, course, reading)
        except Reading.DoesNotExist:
            raise Http404 from None
        if not seat.studies:
            raise PermissionDenied("Only a student's reading is recorded.")
        return seat, row
