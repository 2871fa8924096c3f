"""The table of the class as a CSV file that spreadsheets open rightly and safely."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from django.http import HttpResponse
from django.utils import timezone

from quizzes.selectors.progress import CourseProgress, StudentRow

#: Tells spreadsheets that the file is UTF-8.
BYTE_ORDER_MARK = "\ufeff"
#: A spreadsheet would take a cell that begins so for a formula and run it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def progress_file(progress: CourseProgress) -> HttpResponse:
    day = f"{timezone.localdate():%Y-%m-%d}"
    reply = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    reply["Content-Disposition"] = f'attachment; filename="progress-{progress.course.slug}-{day}.csv"'
    writer = csv.writer(reply)
    writer.writerows([safe(cell) for cell in line] for line in lines(progress))
    return reply


def lines(progress: CourseProgress) -> Iterator[list[object]]:
    yield [
        "Name",
        "Username",
        "E-mail",
        "Last active",
        "Course read in %",
        *(f"{reading.title}: read in %" for reading in progress.readings),
        *(f"{quiz.title}: {what}" for quiz in progress.quizzes for what in ("best mark in %", "passed", "attempts")),
        "Needs help because",
    ]
    yield from (line_of(row) for row in progress.students)


def line_of(row: StudentRow) -> list[object]:
    user = row.enrolment.user
    quizzes = [
        cell
        for mark in row.quizzes
        for cell in ("" if mark.best is None else mark.best, "yes" if mark.passed else "no", mark.attempts)
    ]
    return [
        user.display_name,
        user.username,
        user.email,
        f"{timezone.localtime(row.last_active):%Y-%m-%d %H:%M}",
        row.percent,
        *(share.percent for share in row.readings),
        *quizzes,
        "; ".join(row.needs_help),
    ]


def safe(cell: object) -> object:
    """A text that looks like a formula gets an apostrophe before it, which spreadsheets do not show."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA_STARTS) else cell
