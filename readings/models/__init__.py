"""The tables of courses and readings. Import the public names from here only; files inside import downward: course,
reading, glossary, annotation, progress, revision, upload, fault."""

from __future__ import annotations

from readings.models.annotation import Annotation
from readings.models.course import Course, Enrolment
from readings.models.fault import Fault
from readings.models.glossary import Alias, SourceDefinition, Term, TermOccurrence
from readings.models.progress import BlockRead, ReadingPosition
from readings.models.reading import Block, Finding, Note, Reading, Reference, Section
from readings.models.revision import Edit, Revision
from readings.models.upload import Upload

__all__ = [
    "Alias",
    "Annotation",
    "Block",
    "BlockRead",
    "Course",
    "Edit",
    "Enrolment",
    "Fault",
    "Finding",
    "Note",
    "Reading",
    "ReadingPosition",
    "Reference",
    "Revision",
    "Section",
    "SourceDefinition",
    "Term",
    "TermOccurrence",
    "Upload",
]
