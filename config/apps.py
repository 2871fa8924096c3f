"""The admin of this site instead of Django's default one."""

from __future__ import annotations

from django.contrib.admin.apps import AdminConfig


class GlossaAdminConfig(AdminConfig):
    default_site = "config.admin.GlossaAdminSite"
