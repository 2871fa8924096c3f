"""Addresses of API version 1."""

from __future__ import annotations

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from config import api_schema  # noqa: F401  registers how a token is described
from config.api import UnknownAddress

app_name = "api"
urlpatterns = [
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path(
        "docs/", SpectacularSwaggerSplitView.as_view(url_name="api:schema", template_name="api/docs.html"), name="docs"
    ),
    path("", include("readings.api.urls")),
    path("", include("quizzes.api.urls")),
    re_path(r"", UnknownAddress.as_view(schema=None)),
]
