"""``manage.py import_reading FILE… --course C`` takes documents into a course, each on its own."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from readings.documents import DocumentError, TooLarge
from readings.models import Course
from readings.services.importing import reading_import


class Command(BaseCommand):
    help = "Imports files as readings. A file that cannot be read is named; the others are imported."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--course", required=True, help="the course's slug, as in its address")
        parser.add_argument("--title", default="", help="the title, where the text does not tell it (one file only)")

    def handle(self, *, files: list[Path], course: str, title: str, **options: Any) -> None:
        if title and len(files) > 1:
            raise CommandError("--title is for one file. Import the files one by one, or leave the title out.")
        into = self.course(course)
        failed = [line for file in files if (line := self.take(into, file, title))]
        if failed:
            raise CommandError("\n".join(failed))

    def course(self, slug: str) -> Course:
        if course := Course.objects.filter(slug=slug).first():
            return course
        known = (
            ", ".join(Course.objects.values_list("slug", flat=True)) or "none yet; load_course or the admin makes one"
        )
        raise CommandError(f"There is no course {slug!r}. Courses: {known}.")

    def take(self, course: Course, file: Path, title: str) -> str:
        """Imports one file; returns what is wrong with it, or nothing."""
        begun = monotonic()
        try:
            reading = reading_import(
                course=course, data=bytes_of(file), name=file.name, about={"title": title} if title else None
            )
        except DocumentError as error:
            return f"{file.name}: {error}"
        except OSError as error:
            return f"{file}: cannot be opened: {error.strerror}. Check the name."
        self.stdout.write(
            f"{file.name}: “{reading.title}”, {reading.sections.count()} sections, {reading.blocks.count()} paragraphs, "
            f"{monotonic() - begun:.1f} s"
        )
        return ""


def bytes_of(file: Path) -> bytes:
    """The file's content, without taking a huge file into memory."""
    if (size := file.stat().st_size) > settings.UPLOAD_MAX_BYTES:
        raise TooLarge(size, settings.UPLOAD_MAX_BYTES)
    return file.read_bytes()
