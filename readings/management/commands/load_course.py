"""``manage.py load_course PACK [--documents DIR]`` loads a course with its readings and glossary from a course pack."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from readings.documents import DocumentError
from readings.models import Course
from readings.services.courses import course_load, documents_known, reading_load, reading_refresh
from readings.services.glossary import glossary_index_rebuild
from readings.services.glossary_loading import glossary_load
from readings.services.packs import Entry, Pack, PackError, pack_find, pack_read


class Command(BaseCommand):
    help = "Loads a course pack. A second run changes what has changed and doubles nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("pack", help="the name of a pack that comes with Glossa, or the path of a folder")
        parser.add_argument(
            "--documents", type=Path, metavar="DIR", help="where the documents lie that the pack only knows"
        )
        parser.add_argument(
            "--again", action="store_true", help="parse the texts anew even where the files are the same"
        )

    def handle(self, *, pack: str, documents: Path | None, again: bool, **options: Any) -> None:
        self.again = again
        try:
            content = pack_read(pack_find(pack))
        except PackError as error:
            raise CommandError(str(error)) from error
        if documents and not documents.is_dir():
            raise CommandError(f"There is no folder {documents}. Give the folder that holds the documents.")
        course = course_load(pack=content)
        failed, missing = self.load_readings(course, content, documents)
        self.load_glossary(course, content)
        self.report_missing(missing, documents)
        if failed:
            raise CommandError("\n".join(failed))

    def load_readings(self, course: Course, pack: Pack, folder: Path | None) -> tuple[list[str], list[Entry]]:
        """What could not be read, and which documents were not there."""
        found = documents_known(pack=pack, folder=folder) if folder else {}
        failed: list[str] = []
        missing: list[Entry] = []
        self.stdout.write(f"{course.title}: {len(pack.readings)} readings")
        for position, entry in enumerate(pack.readings, start=1):
            path = pack.text_of(entry) or found.get(entry.fingerprint)
            if path is None:
                if not reading_refresh(course=course, entry=entry, position=position):
                    missing.append(entry)
                continue
            try:
                self.load_reading(course, entry, position, path)
            except DocumentError as error:
                failed.append(f"{path.name}: {error}")
        return failed, missing

    def load_reading(self, course: Course, entry: Entry, position: int, path: Path) -> None:
        self.stdout.write(f"  {position}. {entry.shown} … ", ending="")
        self.stdout.flush()
        begun = monotonic()
        reading = reading_load(
            course=course, entry=entry, position=position, data=path.read_bytes(), name=path.name, again=self.again
        )
        self.stdout.write(
            f"{reading.sections.count()} sections, {reading.blocks.count()} paragraphs, "
            f"{reading.notes.count()} notes, {monotonic() - begun:.1f} s"
        )

    def load_glossary(self, course: Course, pack: Pack) -> None:
        begun = monotonic()
        changed = glossary_load(course=course, entries=pack.terms)
        places = glossary_index_rebuild(course=course)
        self.stdout.write(
            f"  Glossary: {len(pack.terms)} terms ({changed} new or changed), {places} places in the texts, "
            f"{monotonic() - begun:.1f} s"
        )

    def report_missing(self, missing: list[Entry], folder: Path | None) -> None:
        if not missing:
            return
        where = f"Not found in {folder}" if folder else "Not loaded, because the texts are not part of the pack"
        self.stdout.write(f"{where}:")
        for entry in missing:
            hint = entry.data.get("filename_hint")
            self.stdout.write(f"  {entry.shown}{f' (was called {hint})' if hint else ''}")
        self.stdout.write("Put the files into a folder, under any name, and load again with --documents FOLDER.")
