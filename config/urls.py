"""All addresses of the site."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("readings.urls")),
    path("", include("quizzes.urls")),
    path("accounts/", include("config.accounts.urls")),
    path("admin/", admin.site.urls),
    path("api/v1/", include("config.api_urls")),
    path("api/o/", include("config.oauth_urls")),
]
