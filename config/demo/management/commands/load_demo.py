"""``manage.py load_demo --course C`` fills a course with demo people and their work, so that no page is empty."""

from __future__ import annotations

from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.demo.people import STUDENT, TEACHER
from config.demo.services import DemoRefused, demo_load, password_of
from readings.models import Course


class Command(BaseCommand):
    help = "Makes demo people who read, annotate and take quizzes. A second run adds nothing. Never in production."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--course", required=True, help="slug of a course that nobody else is in")

    def handle(self, *, course: str, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "Demo people have known passwords; they are made with DEBUG=1 only, never in production."
            )
        found = Course.objects.filter(slug=course).first()
        if found is None:
            raise CommandError(f"There is no course {course!r}. Load one first: manage.py load_course {course}.")
        begun = monotonic()
        try:
            demo_load(course=found, say=self.stdout.write)
        except DemoRefused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Demo ready in {monotonic() - begun:.1f} s; manage.py clear_demo removes it.")
        for person, place in ((TEACHER, "/admin/"), (STUDENT, "/")):
            self.stdout.write(f"  log in as {person.username} with {password_of(person)} ({place})")
