"""Addresses of courses, readings, glossary, annotations and enrolments in the API."""

from __future__ import annotations

from django.urls import path

from readings.api.annotations import AnnotationDetail, AnnotationList
from readings.api.courses import CourseDetail, CourseList
from readings.api.enrolments import EnrolmentList
from readings.api.glossary import OccurrenceList, TermDetail, TermList
from readings.api.progress import Reads
from readings.api.readings import ReadingDetail, ReadingList
from readings.api.sections import SectionDetail, SectionList

course = "courses/<slug:course>"
reading = f"{course}/readings/<slug:reading>"
term = f"{course}/glossary/<slug:term>"

urlpatterns = [
    path("courses/", CourseList.as_view(), name="courses"),
    path(f"{course}/", CourseDetail.as_view(), name="course"),
    path(f"{course}/readings/", ReadingList.as_view(), name="readings"),
    path(f"{reading}/", ReadingDetail.as_view(), name="reading"),
    path(f"{reading}/sections/", SectionList.as_view(), name="sections"),
    path(f"{reading}/sections/<slug:section>/", SectionDetail.as_view(), name="section"),
    path(f"{course}/glossary/", TermList.as_view(), name="glossary"),
    path(f"{term}/", TermDetail.as_view(), name="term"),
    path(f"{reading}/reads/", Reads.as_view(), name="reads"),
    path(f"{term}/occurrences/", OccurrenceList.as_view(), name="occurrences"),
    path(f"{course}/enrolments/", EnrolmentList.as_view(), name="enrolments"),
    path("annotations/", AnnotationList.as_view(), name="annotations"),
    path("annotations/<int:pk>/", AnnotationDetail.as_view(), name="annotation"),
]
