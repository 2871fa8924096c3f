"""Input of the API as plain values, and a service's refusal as a field's error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rest_framework import serializers
from rest_framework.request import Request

from readings.services.annotations import AnnotationError


def validated(serializer: type[serializers.Serializer[Any]], request: Request) -> dict[str, Any]:
    """The request's data as the serializer reads them; a ValidationError where they are wrong."""
    given = serializer(data=request.data)
    given.is_valid(raise_exception=True)
    return dict(given.validated_data)


@contextmanager
def as_field_error(field: str) -> Iterator[None]:
    try:
        yield
    except AnnotationError as error:
        raise serializers.ValidationError({field: [str(error)]}) from error
