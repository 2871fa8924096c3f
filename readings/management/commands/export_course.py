"""``manage.py export_course COURSE FOLDER`` writes a course as a course pack that ``load_course`` reads."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from readings.models import Course
from readings.services.exporting import Export, NotEmpty, course_export
from readings.services.packs import PackError, pack_read


class Command(BaseCommand):
    help = "Writes a course with its readings and glossary into a new folder, as a course pack."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("course", help="the course's slug, as in its address")
        parser.add_argument("folder", type=Path, help="a folder that does not exist yet, or is empty")
        parser.add_argument(
            "--with-documents",
            action="store_true",
            help="also write the files that may not be passed on, into documents/; for your own archive only",
        )

    def handle(self, *, course: str, folder: Path, with_documents: bool, **options: Any) -> None:
        row = Course.objects.filter(slug=course).first()
        if row is None:
            known = ", ".join(Course.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no course {course!r}. Courses: {known}.")
        try:
            export = course_export(course=row, folder=folder, with_documents=with_documents)
            pack_read(folder)
        except NotEmpty as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{folder}: cannot be written: {error.strerror}. Give another folder.") from error
        except PackError as error:
            message = (
                "The pack is written, but load_course would refuse it. Correct this on the desk, then export again:"
            )
            raise CommandError(f"{message}\n{error}") from error
        self.report(row, export, folder, with_documents=with_documents)

    def report(self, course: Course, export: Export, folder: Path, *, with_documents: bool) -> None:
        self.stdout.write(f"{course.title}: {export.readings} readings and {export.terms} terms in {folder}.")
        if export.by_fingerprint:
            self.stdout.write("Known by their fingerprint only, because their files may not be passed on:")
            self.stdout.writelines(f"  {reading.title}\n" for reading in export.by_fingerprint)
        if export.without_file:
            self.stdout.write("Their files were not kept; import them once more before an export with documents:")
            self.stdout.writelines(f"  {reading.title}\n" for reading in export.without_file)
        if with_documents:
            self.stdout.write(f"Load it elsewhere with: load_course {folder} --documents {folder / 'documents'}")
