"""Courses, readings, glossary, annotations and reading progress."""

from __future__ import annotations

from django.apps import AppConfig


class ReadingsConfig(AppConfig):
    name = "readings"

    def ready(self) -> None:
        """Annotations are the first to follow a text that changes."""
        from readings.selectors.passages import keep_passages
        from readings.services.revisions_annotations import AnnotationKeeper

        keep_passages(AnnotationKeeper())
