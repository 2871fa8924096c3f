"""``manage.py generate_quiz READING | --course C``: draft questions from readings, and on demand a published quiz."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quizzes.services.errors import QuizError
from quizzes.services.generation import Generated, questions_generate, questions_generate_across
from quizzes.services.questions import questions_approve
from quizzes.services.quizzes import quiz_assemble, quiz_publish
from readings.models import Course, Reading


class Command(BaseCommand):
    help = "Generate draft questions; they are reviewed on the desk before students see them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("reading", nargs="?", help="the reading's slug, or COURSE/READING where two share a slug")
        parser.add_argument("--course", help="slug of the course; without READING all its readings")
        parser.add_argument(
            "--across", action="store_true", help="with --course: questions that compare its readings with each other"
        )
        parser.add_argument("--count", type=int, default=12, help="questions for each reading at most (12)")
        parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same questions (1)")
        parser.add_argument(
            "--publish",
            action="store_true",
            help="approve the drafts without flaws, make a quiz of them and publish it, without a look at them",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["count"] < 1:
            raise CommandError("--count must be 1 or more.")
        if options["across"]:
            return self.compare(options)
        for reading in readings_named(options["reading"], options["course"]):
            self.generate(reading, options)
            if options["publish"]:
                self.publish(reading, options["count"])

    def compare(self, options: dict[str, Any]) -> None:
        """One run over all readings of the course."""
        if options["reading"] or not options["course"] or options["publish"]:
            raise CommandError(
                "--across takes a course (--course C) and no reading; its questions are always reviewed."
            )
        course = readings_named(None, options["course"])[0].course
        made = questions_generate_across(course=course, count=options["count"], seed=options["seed"])
        self.report(f"{course}, across its readings", made, options)

    def generate(self, reading: Reading, options: dict[str, Any]) -> None:
        made = questions_generate(reading=reading, count=options["count"], seed=options["seed"])
        self.report(str(reading), made, options)

    def report(self, name: str, made: Generated, options: dict[str, Any]) -> None:
        """How many came, and where fewer than asked for, why."""
        self.stdout.write(f"{name}: {made.created} new questions, {made.known} there already")
        if made.created < options["count"] or options["verbosity"] > 1:
            for reason, number in sorted(made.abstained.items(), key=lambda entry: -entry[1]):
                self.stdout.write(f"  {number:5} not asked: {reason}")

    def publish(self, reading: Reading, count: int) -> None:
        """Not twice: a reading that has a quiz keeps it."""
        if reading.quizzes.exists():
            self.stdout.write("  has a quiz already, which is left as it is")
            return
        questions_approve(questions=reading.questions.all(), by=None)
        try:
            quiz = quiz_publish(quiz=quiz_assemble(reading=reading, count=count))
        except QuizError as error:
            self.stderr.write(f"  {error}")
            return
        self.stdout.write(f"  published “{quiz}” with {quiz.items.count()} questions: {quiz.get_absolute_url()}")


def readings_named(name: str | None, course: str | None) -> list[Reading]:
    """One reading, or all of a course; a CommandError says what is there instead."""
    if name and "/" in name:
        course, name = name.split("/", 1)
    if not name and not course:
        raise CommandError("Name a reading, or a course with --course.")
    if course and not Course.objects.filter(slug=course).exists():
        raise CommandError(f"There is no course “{course}”. Courses: {listed(Course.objects.all())}.")
    rows = Reading.objects.select_related("course").filter(**({"course__slug": course} if course else {}))
    found = list(rows.filter(slug=name) if name else rows)
    if not found:
        raise CommandError(f"There is no reading “{name or ''}”. Readings: {listed(rows)}.")
    if name and len(found) > 1:
        raise CommandError(f"{len(found)} courses have a reading “{name}”. Name the course with --course.")
    return found


def listed(rows: Any) -> str:
    return ", ".join(rows.values_list("slug", flat=True)) or "none"
