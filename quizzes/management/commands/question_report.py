"""``manage.py question_report [--course C]``: the share of generated questions that reviewers accepted, by pattern."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quizzes.selectors.report import PatternLine, pattern_lines, total
from readings.models import Course

LINE = "{:24} {:>7} {:>9} {:>7} {:>9} {:>6}"


class Command(BaseCommand):
    help = "Show how many generated questions were accepted as they were, after an edit, or rejected, by pattern."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--course", help="slug of the course; without it all courses")

    def handle(self, *args: Any, **options: Any) -> None:
        course = Course.objects.filter(slug=options["course"]).first()
        if options["course"] and course is None:
            raise CommandError(f"There is no course “{options['course']}”.")
        lines = pattern_lines(course)
        if not lines:
            self.stdout.write("Nobody has decided on a question yet. Review drafts on the desk first.")
            return
        self.stdout.write(LINE.format("pattern", "decided", "accepted", "edited", "rejected", "share"))
        for line in (*lines, total(lines)):
            self.show(line)

    def show(self, line: PatternLine) -> None:
        counts = (line.decided, line.accepted, line.edited, line.rejected, f"{line.percent} %")
        self.stdout.write(LINE.format(line.pattern, *counts))
        for reason, number in line.reasons.most_common():
            self.stdout.write(f"{'':4}{number:5} {reason}")
