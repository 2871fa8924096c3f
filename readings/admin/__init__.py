"""The desk's pages for courses, people, readings, glossary, shared annotations and faults; importing them registers them."""

from __future__ import annotations

from readings.admin.annotation import AnnotationAdmin
from readings.admin.course import CourseDesk
from readings.admin.enrolment import EnrolmentAdmin
from readings.admin.fault import FaultAdmin
from readings.admin.reading import ReadingAdmin
from readings.admin.term import TermAdmin

__all__ = ["AnnotationAdmin", "CourseDesk", "EnrolmentAdmin", "FaultAdmin", "ReadingAdmin", "TermAdmin"]
