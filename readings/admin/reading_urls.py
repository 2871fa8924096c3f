"""Addresses of the desk's own pages of readings, beside Django's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.admin import ModelAdmin
from django.http import HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from readings.admin import editing, importing, preview, replacing
from readings.models import Reading

View = Callable[..., HttpResponse]
PAGES: tuple[tuple[str, View, str], ...] = (
    ("files/<int:course>/", importing.progress_page, "uploads"),
    ("<int:pk>/preview/", preview.preview_page, "preview"),
    ("<int:pk>/repair/<int:position>/", preview.repair_page, "repair"),
    ("<int:pk>/text/<int:section>/", editing.text_page, "text"),
    ("<int:pk>/section/<int:section>/", editing.section_page, "section"),
    ("<int:pk>/block/<int:block>/", editing.block_page, "block"),
    ("<int:pk>/replace/", replacing.replace_page, "replace"),
    ("compare/<int:pk>/", replacing.compare_page, "compare"),
)
ONLY_POSTED: tuple[tuple[str, View, str], ...] = (
    ("files/<int:course>/clear/", importing.clear, "clear"),
    ("file/<int:pk>/start/", importing.start, "start"),
    ("<int:pk>/repair/<int:position>/undo/", preview.undo_repair, "undo_repair"),
    ("<int:pk>/edit/<int:edit>/undo/", preview.take_back, "take_back"),
    ("<int:pk>/revision/<int:number>/restore/", replacing.restore, "restore"),
)


def own_pages(desk: ModelAdmin[Reading]) -> list[URLPattern]:
    def at(route: str, view: Any, name: str) -> URLPattern:
        return path(route, desk.admin_site.admin_view(view), name=f"readings_reading_{name}")

    pages = [at(route, partial(view, desk), name) for route, view, name in PAGES]
    return [*pages, *(at(route, require_POST(partial(view, desk)), name) for route, view, name in ONLY_POSTED)]
