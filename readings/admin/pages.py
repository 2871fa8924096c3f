"""What the desk's own pages of a reading share: the frame, and the reading itself as far as one teaches its course."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import ModelAdmin
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse

from readings.models import Reading


def desk_page(
    desk: ModelAdmin[Reading], request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> TemplateResponse:
    request.current_app = desk.admin_site.name  # type: ignore[attr-defined]
    full = {**desk.admin_site.each_context(request), "opts": desk.opts, **context}
    return TemplateResponse(request, f"admin/readings/reading/{template}", full, status=status)


def reading_or_404(desk: ModelAdmin[Reading], request: HttpRequest, pk: int) -> Reading:
    reading = desk.get_queryset(request).select_related("course").filter(pk=pk).first()
    if reading is None:
        raise Http404("There is no such reading in your courses.")
    return reading
