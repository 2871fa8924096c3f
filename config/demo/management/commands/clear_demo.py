"""``manage.py clear_demo`` removes the demo people with all their work, and the demo courses."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from config.demo.services import demo_clear


class Command(BaseCommand):
    help = "Removes everything that load_demo made, and nothing else."

    def handle(self, **options: Any) -> None:
        people, courses, kept = demo_clear()
        self.stdout.write(f"Removed {people} demo people and {courses} demo courses.")
        for course in kept:
            self.stdout.write(f"Kept “{course}”, because people joined it who are not of the demo.")
