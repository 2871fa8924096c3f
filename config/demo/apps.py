"""The demo as an app of its own: without models, for its two commands."""

from __future__ import annotations

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "config.demo"
    label = "demo"
